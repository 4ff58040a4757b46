/* Types by other names, of which C sees what they are. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(a_number_by_other_names_is_one) {
    double (*const together)(double, double) = reference_project_seconds_together;
    CHECK_D(together(1e300, 1), 1e300 + 1);
    CHECK_D(reference_project_seconds_together(0.25, -1024), -1023.75);
}

TEST(a_struct_by_other_names_is_one) {
    reference_project_Result_Vec2 (*const by_any_name)(reference_project_Vec2, reference_project_Vec2) = reference_project_opposite;
    const reference_project_Result_Vec2 v = by_any_name((reference_project_Vec2){1, -2}, (reference_project_Vec2){10, 20});
    CHECK_EQ(v.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(v.value.x, 19);
    CHECK_F(v.value.y, 42);
}

TEST(fields_by_other_names_keep_their_places) {
    const reference_project_Timer timer = {5, {{1, 2}, {3, -0.0f}}, {{7.5}, true}};
    const reference_project_Result_Timer after = reference_project_timer_changed(timer);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_D(after.value.delay, 2.5);
    CHECK_F(after.value.corners[0].x, 3);
    CHECK_F(after.value.corners[0].y, -0.0f);
    CHECK_F(after.value.corners[1].x, 1);
    CHECK_F(after.value.corners[1].y, 2);
    CHECK(after.value.distance.is_some);
    CHECK_D(after.value.distance.value.value, -7.5);
}

TEST(an_option_by_another_name_may_be_none) {
    const reference_project_Result_Timer after = reference_project_timer_changed((reference_project_Timer){.delay = -DBL_MIN});
    CHECK(after.value.distance.is_some);
    CHECK_D(after.value.distance.value.value, 1);
    CHECK_D(after.value.delay, -DBL_MIN / 2);
}

TEST(an_address_by_another_name_is_one) {
    const uint8_t bytes[300] = {0};
    const reference_project_Result_Option_i64 distance = reference_project_address_distance(bytes + 299, bytes);
    CHECK(distance.value.is_some);
    CHECK_EQ(distance.value.value, -299);
    CHECK(!reference_project_address_distance(NULL, bytes).value.is_some);
    CHECK(!reference_project_address_distance(bytes, NULL).value.is_some);
}
