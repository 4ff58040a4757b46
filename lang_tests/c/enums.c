/* Enums of several sizes, and what is none of their values. */
#include "reference_project.h"
#include "interop_test.h"

TEST(variants_have_their_discriminants) {
    CHECK_EQ(REFERENCE_PROJECT_MARKER_DOT, 1);
    CHECK_EQ(REFERENCE_PROJECT_MARKER_CROSS, 2);
    CHECK_EQ(REFERENCE_PROJECT_MARKER_HIDDEN, 255);
    CHECK_EQ(REFERENCE_PROJECT_LEVEL_LOWEST, -128);
    CHECK_EQ(REFERENCE_PROJECT_LEVEL_BELOW, -1);
    CHECK_EQ(REFERENCE_PROJECT_LEVEL_GROUND, 0);
    CHECK_EQ(REFERENCE_PROJECT_LEVEL_HIGHEST, 127);
    CHECK_EQ(REFERENCE_PROJECT_STEP_FIRST, 0);
    CHECK_EQ(REFERENCE_PROJECT_STEP_TENTH, 10);
    CHECK_EQ(REFERENCE_PROJECT_STEP_NEXT, 11);
    CHECK_EQ(REFERENCE_PROJECT_STEP_BACK, -3);
    CHECK_EQ(REFERENCE_PROJECT_PORT_LAST, 65535);
    CHECK_EQ(REFERENCE_PROJECT_FAR_LOWEST, INT64_MIN);
    CHECK_EQ(REFERENCE_PROJECT_FAR_HERE, 0);
    CHECK_EQ(REFERENCE_PROJECT_FAR_HIGHEST, INT64_MAX);
}

TEST(enums_have_the_size_of_their_repr) {
    CHECK_EQ(sizeof(reference_project_Marker), 1);
    CHECK_EQ(sizeof(reference_project_Level), 1);
    CHECK_EQ(sizeof(reference_project_Step), sizeof(int));
    CHECK_EQ(sizeof(reference_project_Port), 2);
    CHECK_EQ(sizeof(reference_project_Far), 8);
}

TEST(next_marker_goes_round) {
    CHECK_EQ(reference_project_next_marker(REFERENCE_PROJECT_MARKER_DOT), REFERENCE_PROJECT_MARKER_CROSS);
    CHECK_EQ(reference_project_next_marker(REFERENCE_PROJECT_MARKER_CROSS), REFERENCE_PROJECT_MARKER_HIDDEN);
    CHECK_EQ(reference_project_next_marker(REFERENCE_PROJECT_MARKER_HIDDEN), REFERENCE_PROJECT_MARKER_DOT);
}

TEST(negative_discriminants_keep_their_sign) {
    CHECK_EQ(reference_project_level_value(REFERENCE_PROJECT_LEVEL_LOWEST).value, -128);
    CHECK_EQ(reference_project_level_value(REFERENCE_PROJECT_LEVEL_BELOW).value, -1);
    CHECK_EQ(reference_project_level_value(REFERENCE_PROJECT_LEVEL_GROUND).value, 0);
    CHECK_EQ(reference_project_level_value(REFERENCE_PROJECT_LEVEL_HIGHEST).value, 127);
}

TEST(enums_come_back_in_options) {
    const reference_project_Result_Option_Level below = reference_project_level_of(-1);
    CHECK_EQ(below.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(below.value.is_some);
    CHECK_EQ(below.value.value, REFERENCE_PROJECT_LEVEL_BELOW);
    CHECK_EQ(reference_project_level_of(-128).value.value, REFERENCE_PROJECT_LEVEL_LOWEST);
    CHECK(!reference_project_level_of(-2).value.is_some);
    CHECK(!reference_project_level_of(255).value.is_some);
}

TEST(an_enum_without_a_size_is_an_int) {
    CHECK_EQ(reference_project_next_step(REFERENCE_PROJECT_STEP_FIRST), REFERENCE_PROJECT_STEP_TENTH);
    CHECK_EQ(reference_project_next_step(REFERENCE_PROJECT_STEP_TENTH), REFERENCE_PROJECT_STEP_NEXT);
    CHECK_EQ(reference_project_next_step(REFERENCE_PROJECT_STEP_NEXT), REFERENCE_PROJECT_STEP_BACK);
    CHECK_EQ(reference_project_next_step(REFERENCE_PROJECT_STEP_BACK), REFERENCE_PROJECT_STEP_FIRST);
}

TEST(wide_enums_keep_all_their_bits) {
    CHECK_EQ(reference_project_other_port(REFERENCE_PROJECT_PORT_NONE), REFERENCE_PROJECT_PORT_LAST);
    CHECK_EQ(reference_project_other_port(REFERENCE_PROJECT_PORT_LAST), REFERENCE_PROJECT_PORT_NONE);
    CHECK_EQ(reference_project_next_far(REFERENCE_PROJECT_FAR_LOWEST), REFERENCE_PROJECT_FAR_HERE);
    CHECK_EQ(reference_project_next_far(REFERENCE_PROJECT_FAR_HERE), REFERENCE_PROJECT_FAR_HIGHEST);
    CHECK_EQ(reference_project_next_far(REFERENCE_PROJECT_FAR_HIGHEST), REFERENCE_PROJECT_FAR_LOWEST);
}

TEST(an_unknown_value_is_refused) {
    CHECK_EQ(reference_project_level_value(5).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_is_drawn(0).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(narrow_enums_keep_their_sign) {
    CHECK_EQ(reference_project_next_offset(REFERENCE_PROJECT_OFFSET_LOWEST), -300);
    CHECK_EQ(reference_project_next_offset(REFERENCE_PROJECT_OFFSET_SOME), INT16_MAX);
    CHECK_EQ(reference_project_next_offset(REFERENCE_PROJECT_OFFSET_HIGHEST), INT16_MIN);
    CHECK_EQ(reference_project_next_code(REFERENCE_PROJECT_CODE_LOWEST).value, -1073741819);
    CHECK_EQ(reference_project_next_code(REFERENCE_PROJECT_CODE_FAULT).value, INT32_MAX);
    CHECK_EQ(reference_project_next_code(REFERENCE_PROJECT_CODE_HIGHEST).value, INT32_MIN);
    CHECK_EQ(reference_project_next_code(0).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(values_that_are_no_int_are_values) {
    CHECK_EQ(reference_project_next_magic(REFERENCE_PROJECT_MAGIC_SIGN), UINT32_C(0x012389ab));
    CHECK_EQ(reference_project_next_magic(REFERENCE_PROJECT_MAGIC_MIXED), UINT32_MAX);
    CHECK_EQ(reference_project_next_magic(REFERENCE_PROJECT_MAGIC_HIGHEST), UINT32_C(0x80000000));
    CHECK_EQ(reference_project_next_huge(REFERENCE_PROJECT_HUGE_NOTHING).value, UINT64_C(1) << 63);
    CHECK_EQ(reference_project_next_huge(REFERENCE_PROJECT_HUGE_SIGN).value, UINT64_MAX);
    CHECK_EQ(reference_project_next_huge(REFERENCE_PROJECT_HUGE_HIGHEST).value, 0);
    CHECK_EQ(reference_project_next_huge(1).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(enums_may_be_as_wide_as_a_pointer) {
    CHECK_EQ(sizeof(reference_project_Way), sizeof(ptrdiff_t));
    CHECK_EQ(sizeof(reference_project_Shelfmark), sizeof(size_t));
    CHECK_EQ(reference_project_next_way(REFERENCE_PROJECT_WAY_BACK), 0);
    CHECK_EQ(reference_project_next_way(REFERENCE_PROJECT_WAY_STAY), 0x7fffffff);
    CHECK_EQ(reference_project_next_way(REFERENCE_PROJECT_WAY_FORTH), -1);
    CHECK_EQ(reference_project_next_shelfmark(REFERENCE_PROJECT_SHELFMARK_FRONT), UINT32_MAX);
    CHECK_EQ(reference_project_next_shelfmark(REFERENCE_PROJECT_SHELFMARK_REAR), 0);
}
