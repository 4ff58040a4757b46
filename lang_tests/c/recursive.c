/* Types that lead to themselves through pointers. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(a_list_is_walked_to_its_end) {
    const reference_project_Node last = {INT32_MIN, NULL}, middle = {-2, &last}, first = {INT32_MAX, &middle};
    CHECK_EQ(reference_project_list_digest(&first).value, DIGEST(INT32_MAX, N(-2), N(INT32_MIN)));
    CHECK_EQ(reference_project_list_digest(NULL).value, 0);
}

TEST(a_node_comes_back_with_its_address) {
    const reference_project_Node last = {7, NULL};
    const reference_project_Node first = reference_project_node_before(&last, -8);
    CHECK_EQ(first.value, -8);
    CHECK_EQ(first.next, &last);
    CHECK_EQ(reference_project_node_before(NULL, 1).next, NULL);
}

TEST(a_tree_is_walked_in_its_order) {
    const reference_project_Tree least = {NULL, 1, NULL}, more = {NULL, 200, NULL}, most = {&more, 255, NULL}, root = {&least, 128, &most};
    CHECK_EQ(reference_project_tree_digest(&root).value, DIGEST(1, 128, 200, 255));
    CHECK_EQ(reference_project_tree_digest(NULL).value, 0);
}

TEST(two_types_lead_to_each_other) {
    reference_project_Question questions[2] = {{65535, NULL}, {2, NULL}};
    const reference_project_Answer answers[2] = {{INT64_MIN, &questions[1]}, {-4, NULL}};
    questions[0].answer = &answers[0];
    CHECK_EQ(reference_project_dialogue_digest(&questions[0]).value, DIGEST(65535, N(INT64_MIN), 2, 0));
    questions[1].answer = &answers[1];
    CHECK_EQ(reference_project_dialogue_digest(&questions[0]).value, DIGEST(65535, N(INT64_MIN), 2, N(-4)));
}

TEST(a_ring_has_no_end) {
    reference_project_Ring ring[3] = {{1, &ring[1]}, {UINT32_MAX, &ring[2]}, {3, &ring[0]}};
    CHECK_EQ(reference_project_ring_digest(&ring[0], 5).value, DIGEST(1, UINT32_MAX, 3, 1, UINT32_MAX));
    CHECK_EQ(reference_project_ring_digest(&ring[2], 1).value, 3);
}

TEST(an_enum_with_data_leads_to_itself) {
    const reference_project_Term one = {REFERENCE_PROJECT_TERM_NUMBER, {.number = {1.5}}}, ten = {.tag = REFERENCE_PROJECT_TERM_NUMBER, .payload.number.value = 10};
    const reference_project_Term minus = {.tag = REFERENCE_PROJECT_TERM_NEGATIVE, .payload.negative.value = &one};
    const reference_project_Term difference = {.tag = REFERENCE_PROJECT_TERM_DIFFERENCE, .payload.difference = {.from = &ten, .less = &minus}};
    CHECK_D(reference_project_term_value(&one).value, 1.5);
    CHECK_D(reference_project_term_value(&minus).value, -1.5);
    CHECK_D(reference_project_term_value(&difference).value, 11.5);
}
