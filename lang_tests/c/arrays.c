/* Arrays: in fields, in arrays, of structs, and behind pointers. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

static const reference_project_Shelf SHELF = {
    .one = {INT64_MIN + 1},
    .triples = {{1, 2, 3}, {4, 5, 6}, {253, 254, 255}},
    .markers = {REFERENCE_PROJECT_MARKER_DOT, REFERENCE_PROJECT_MARKER_HIDDEN},
    .answers = {true, true, false, true, false},
    .matrix = {{1, -2, 3}, {-0.0f, 5, -6}},
    .cube = {{{{1, 2}}, {{3, 4}}}, {{{5, 6}}, {{7, 8}}}},
};

static void check_reversed(const reference_project_Shelf *s) {
    CHECK_EQ(s->one[0], INT64_MAX);
    CHECK(s->triples[0].a == 253 && s->triples[0].b == 254 && s->triples[0].c == 255);
    CHECK(s->triples[1].a == 4 && s->triples[1].b == 5 && s->triples[1].c == 6);
    CHECK(s->triples[2].a == 1 && s->triples[2].b == 2 && s->triples[2].c == 3);
    CHECK_EQ(s->markers[0], REFERENCE_PROJECT_MARKER_HIDDEN);
    CHECK_EQ(s->markers[1], REFERENCE_PROJECT_MARKER_DOT);
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(s->answers[i], SHELF.answers[4 - i]);
    }
    for (int i = 0; i < 3; i++) {
        CHECK_F(s->matrix[0][i], SHELF.matrix[1][i]);
        CHECK_F(s->matrix[1][i], SHELF.matrix[0][i]);
    }
    CHECK(s->cube[0][0][0].x == 5 && s->cube[0][0][0].y == 6 && s->cube[0][1][0].x == 7 && s->cube[0][1][0].y == 8);
    CHECK(s->cube[1][0][0].x == 1 && s->cube[1][0][0].y == 2 && s->cube[1][1][0].x == 3 && s->cube[1][1][0].y == 4);
}

TEST(each_kind_of_array_keeps_its_elements) {
    const reference_project_Result_Shelf back = reference_project_shelf_reversed(SHELF);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    check_reversed(&back.value);
}

TEST(a_wrong_element_is_refused) {
    reference_project_Shelf shelf = SHELF;
    shelf.markers[1] = 3;
    CHECK_EQ(reference_project_shelf_reversed(shelf).status, REFERENCE_PROJECT_STATUS_INVALID);
    shelf = SHELF;
    memset(&shelf.answers[4], 2, 1);
    CHECK_EQ(reference_project_shelf_reversed(shelf).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(structs_with_arrays_stand_in_arrays) {
    reference_project_Cabinet cabinet = {{SHELF, SHELF}, 0x1234};
    cabinet.shelves[0].one[0] = 77;
    CHECK_EQ(reference_project_cabinet_reversed(&cabinet), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(cabinet.id, 0x3412);
    check_reversed(&cabinet.shelves[0]);
    CHECK_EQ(cabinet.shelves[1].one[0], -77);
    cabinet.shelves[1].one[0] = INT64_MAX;
    check_reversed(&cabinet.shelves[1]);
}

TEST(three_hundred_bytes_are_passed_by_value) {
    reference_project_Page page;
    for (int i = 0; i < 300; i++) {
        page.bytes[i] = (uint8_t)(i * 7);
    }
    page = reference_project_page_reversed(page);
    for (int i = 0; i < 300; i++) {
        CHECK_EQ(page.bytes[i], 255 - (uint8_t)((299 - i) * 7));
    }
}

TEST(an_array_of_bytes_is_a_parameter) {
    const uint8_t key[16] = {255, 0, 1, 128, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 254};
    CHECK_EQ(reference_project_key_digest(key).value, DIGEST(255, 0, 1, 128, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 254));
    CHECK_EQ(reference_project_key_digest(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(an_array_of_arrays_may_be_missing) {
    const int16_t table[3][2] = {{1, -2}, {INT16_MIN, INT16_MAX}, {5, -6}};
    CHECK_EQ(reference_project_table_digest(table).value, DIGEST(1, N(-2), N(INT16_MIN), N(INT16_MAX), 5, N(-6)));
    CHECK_EQ(reference_project_table_digest(NULL).value, 1);
}

TEST(an_array_of_structs_is_changed_in_place) {
    reference_project_Vec2 points[3] = {{1, 2}, {3, 4}, {5, -0.0f}};
    CHECK_EQ(reference_project_rotate_points(points), REFERENCE_PROJECT_STATUS_OK);
    CHECK(points[0].x == 5 && points[1].x == 1 && points[1].y == 2 && points[2].x == 3 && points[2].y == 4);
    CHECK_F(points[0].y, -0.0f);
}

TEST(an_array_is_filled_and_no_more) {
    double steps[5] = {9, 9, 9, 9, 9};
    reference_project_fill_steps(steps, -0.25);
    CHECK_D(steps[0], -0.0);
    CHECK_D(steps[1], -0.25);
    CHECK_D(steps[2], -0.5);
    CHECK_D(steps[3], -0.75);
    CHECK_D(steps[4], 9);
}

TEST(a_raw_pointer_to_an_array_is_one_too) {
    const int32_t numbers[4] = {INT32_MAX, 20, -300, 1};
    CHECK_EQ(reference_project_sum_at(numbers, 0, 3), INT32_MIN);
    CHECK_EQ(reference_project_sum_at(numbers, 1, 2), -280);
}
