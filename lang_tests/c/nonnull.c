/* Raw pointers that are not null, and those that may be. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(what_it_points_to_is_read_and_written) {
    uint64_t number = UINT64_C(0x8000000000000001);
    const reference_project_Result_u64 before = reference_project_double_at(&number);
    CHECK_EQ(before.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(before.value, UINT64_C(0x8000000000000001));
    CHECK_EQ(number, 2);
}

TEST(null_is_refused) {
    CHECK_EQ(reference_project_double_at(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_same_place(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(null_is_none_where_it_may_be) {
    int16_t number = INT16_MIN;
    CHECK_EQ(reference_project_number_at(&number).value, INT16_MIN);
    CHECK_EQ(reference_project_number_at(NULL).value, -1);
    CHECK_EQ(reference_project_number_at(NULL).status, REFERENCE_PROJECT_STATUS_OK);
}

TEST(an_address_comes_back_as_it_went) {
    int place[2];
    CHECK_EQ(reference_project_same_place(&place[1]).value, (void *)&place[1]);
    CHECK_EQ(reference_project_same_place_if(&place[1]), (void *)&place[1]);
    CHECK_EQ(reference_project_same_place_if(NULL), NULL);
    void *const far_away = (void *)(UINTPTR_MAX - 7);
    CHECK_EQ(reference_project_same_place(far_away).value, far_away);
}

TEST(fields_are_followed) {
    reference_project_Vec2 point = {1, -2};
    uint16_t count = 65535;
    const reference_project_Result_Links back = reference_project_follow((reference_project_Links){&point, &count, 200});
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(point.x, -2);
    CHECK_F(point.y, 1);
    CHECK_EQ(count, 0);
    CHECK_EQ(back.value.point, &point);
    CHECK_EQ(back.value.count, NULL);
    CHECK_EQ(back.value.id, 200);
}

TEST(a_field_may_be_null_or_must_not) {
    reference_project_Vec2 point = {1, -2};
    CHECK_EQ(reference_project_follow((reference_project_Links){&point, NULL, 1}).value.id, 1);
    CHECK_F(point.y, 1);
    CHECK(reference_project_follow((reference_project_Links){NULL, NULL, 1}).status < 0);
}
