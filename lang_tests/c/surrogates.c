/* Types that the author does not own: their mirrors here. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>
#include <math.h>

TEST(a_mirrored_struct_is_one) {
    const reference_project_Colour back = reference_project_colour_inverted((reference_project_Colour){1, 128, 255, 0.25f});
    CHECK_EQ(back.red, 254);
    CHECK_EQ(back.green, 127);
    CHECK_EQ(back.blue, 0);
    CHECK_F(back.alpha, 0.75f);
}

TEST(a_mirror_stands_in_a_mirror) {
    const reference_project_Result_Highlight back = reference_project_highlight_turned((reference_project_Highlight){UINT32_MAX, 1, {10, 20, 30, -1}});
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(back.value.field0, 1);
    CHECK_EQ(back.value.field1, UINT32_MAX);
    CHECK_EQ(back.value.field2.red, 245);
    CHECK_EQ(back.value.field2.green, 235);
    CHECK_EQ(back.value.field2.blue, 225);
    CHECK_F(back.value.field2.alpha, 2);
}

TEST(a_mirrored_enum_has_its_values) {
    CHECK_EQ(REFERENCE_PROJECT_ORDERING_LESS, -1);
    CHECK_EQ(REFERENCE_PROJECT_ORDERING_EQUAL, 0);
    CHECK_EQ(REFERENCE_PROJECT_ORDERING_GREATER, 1);
    CHECK_EQ(sizeof(reference_project_Ordering), 1);
    CHECK_EQ(reference_project_ordering_reversed(REFERENCE_PROJECT_ORDERING_LESS), REFERENCE_PROJECT_ORDERING_GREATER);
    CHECK_EQ(reference_project_ordering_reversed(REFERENCE_PROJECT_ORDERING_EQUAL), REFERENCE_PROJECT_ORDERING_EQUAL);
    CHECK_EQ(reference_project_ordering_reversed(REFERENCE_PROJECT_ORDERING_GREATER), REFERENCE_PROJECT_ORDERING_LESS);
}

TEST(a_mirrored_enum_comes_in_an_option) {
    CHECK_EQ(reference_project_compare(-DBL_MAX, DBL_MAX).value.value, REFERENCE_PROJECT_ORDERING_LESS);
    CHECK_EQ(reference_project_compare(-0.0, 0).value.value, REFERENCE_PROJECT_ORDERING_EQUAL);
    CHECK_EQ(reference_project_compare(2, 1).value.value, REFERENCE_PROJECT_ORDERING_GREATER);
    CHECK(reference_project_compare(2, 1).value.is_some);
    CHECK(!reference_project_compare(NAN, 1).value.is_some);
}

TEST(a_mirrored_range_is_one) {
    const reference_project_Interval interval = {-1.5, DBL_MAX};
    CHECK(reference_project_interval_contains(interval, -1.5).value);
    CHECK(reference_project_interval_contains(interval, 1e300).value);
    CHECK(!reference_project_interval_contains(interval, DBL_MAX).value);
    CHECK(!reference_project_interval_contains(interval, -2).value);
}
