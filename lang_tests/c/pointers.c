/* References, optional ones and raw pointers. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

TEST(writes_through_a_reference_arrive) {
    reference_project_Vec2 v = {2, -3};
    reference_project_scale(&v, 10);
    CHECK(v.x == 20 && v.y == -30);
}

TEST(an_optional_reference_may_be_null) {
    const reference_project_Vec2 a = {2, 3}, b = {5, 7};
    CHECK(reference_project_sum_through(&a, &b).value == 356);
    CHECK(reference_project_sum_through(&a, NULL).value == 6);
    CHECK(reference_project_sum_through(&a, &a).value == 66);
}

TEST(null_is_refused_where_a_value_must_be) {
    CHECK_EQ(reference_project_sum_through(NULL, NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_largest_field(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_add_to(NULL, 1).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(structs_are_read_through_references) {
    reference_project_Mixed m = {.tag = 6, .big = 5, .delta = 4, .ratio = 3, .yes = true, .precise = 2};
    CHECK(reference_project_largest_field(&m).value == 6);
    m.precise = 1e300;
    CHECK(reference_project_largest_field(&m).value == 1e300);
    m.precise = -1;
    m.big = UINT64_C(1) << 63;
    CHECK(reference_project_largest_field(&m).value == 9223372036854775808.0);
}

TEST(an_invalid_bool_behind_a_reference_is_refused) {
    reference_project_Mixed m = {.tag = 1};
    memset(&m.yes, 2, 1);
    CHECK_EQ(reference_project_largest_field(&m).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(an_optional_mutable_reference_is_written_to) {
    reference_project_Vec2 v = {1, 2};
    CHECK(reference_project_reset_if(&v).value);
    CHECK(v.x == 0 && v.y == 0);
    CHECK(!reference_project_reset_if(NULL).value);
}

TEST(numbers_are_changed_in_place) {
    int64_t total = INT64_MAX;
    CHECK_EQ(reference_project_add_to(&total, 1).value, INT64_MAX);
    CHECK_EQ(total, INT64_MIN);
}

TEST(two_mutable_references_must_differ) {
    reference_project_Vec2 a = {1, 2}, b = {3, 4};
    CHECK_EQ(reference_project_exchange(&a, &b), REFERENCE_PROJECT_STATUS_OK);
    CHECK(a.x == 3 && a.y == 4 && b.x == 1 && b.y == 2);
    CHECK_EQ(reference_project_exchange(&a, &a), REFERENCE_PROJECT_STATUS_INVALID);
    CHECK(a.x == 3 && a.y == 4);
}

TEST(a_misaligned_reference_is_refused) {
    union {
        reference_project_Vec2 aligned[2];
        char bytes[16];
    } room = {{{1, 2}, {3, 4}}};
    CHECK_EQ(reference_project_reset_if((reference_project_Vec2 *)(void *)(room.bytes + 1)).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(raw_pointers_are_passed_as_they_are) {
    uint32_t value = 0xfedcba98;
    CHECK(reference_project_read_raw(&value) == 0xfedcba98);
    CHECK(reference_project_read_raw(NULL) == 0);
    reference_project_write_raw(&value, 7);
    reference_project_write_raw(NULL, 8);
    CHECK_EQ(value, 7);
    CHECK(reference_project_same_address(&value) == &value);
    CHECK(reference_project_same_address(NULL) == NULL);
}
