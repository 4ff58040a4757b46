/* Options: what is there, and that nothing is. */
#include "reference_project.h"
#include "interop_test.h"

TEST(numbers_may_be_missing_on_the_way_out) {
    CHECK(reference_project_half(10).value.is_some);
    CHECK_EQ(reference_project_half(10).value.value, 5);
    CHECK_EQ(reference_project_half(UINT32_MAX - 1).value.value, INT32_MAX);
    CHECK(reference_project_half(0).value.is_some);
    CHECK(!reference_project_half(7).value.is_some);
}

TEST(numbers_may_be_missing_on_the_way_in) {
    CHECK_EQ(reference_project_or_highest((reference_project_Option_u64){.value = 5, .is_some = true}).value, 5);
    CHECK_EQ(reference_project_or_highest((reference_project_Option_u64){.value = 0, .is_some = true}).value, 0);
    CHECK(reference_project_or_highest((reference_project_Option_u64){.value = 5, .is_some = false}).value == UINT64_MAX);
}

TEST(structs_may_be_missing) {
    const reference_project_Option_Vec2 some = {.value = {1, -2}, .is_some = true}, none = {.value = {1, -2}, .is_some = false};
    const reference_project_Result_Option_Vec2 back = reference_project_mirrored_if(some);
    CHECK(back.value.is_some);
    CHECK(back.value.value.x == -2 && back.value.value.y == 1);
    CHECK(!reference_project_mirrored_if(none).value.is_some);
}

TEST(enums_may_be_missing) {
    const reference_project_Option_Marker cross = {.value = REFERENCE_PROJECT_MARKER_CROSS, .is_some = true};
    const reference_project_Option_Marker dot = {.value = REFERENCE_PROJECT_MARKER_DOT, .is_some = true};
    const reference_project_Option_Marker none = {.value = 0, .is_some = false};
    CHECK_EQ(reference_project_marker_before(cross).value.value, REFERENCE_PROJECT_MARKER_DOT);
    CHECK(!reference_project_marker_before(dot).value.is_some);
    CHECK(reference_project_marker_before(none).value.is_some);
    CHECK_EQ(reference_project_marker_before(none).value.value, REFERENCE_PROJECT_MARKER_HIDDEN);
}

TEST(an_unknown_enum_value_in_an_option_is_refused) {
    CHECK_EQ(reference_project_marker_before((reference_project_Option_Marker){.value = 3, .is_some = true}).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(bools_may_be_missing) {
    const reference_project_Result_Option_bool back = reference_project_negate_if((reference_project_Option_bool){.value = true, .is_some = true});
    CHECK(back.value.is_some);
    CHECK(!back.value.value);
    CHECK(reference_project_negate_if((reference_project_Option_bool){.value = false, .is_some = true}).value.value);
    CHECK(!reference_project_negate_if((reference_project_Option_bool){.value = true, .is_some = false}).value.is_some);
}

TEST(fields_may_be_missing) {
    const reference_project_Reading warm = {.temperature = {.value = 21, .is_some = true}, .place = {.is_some = false}, .id = 255};
    const reference_project_Reading back = reference_project_complement(warm).value;
    CHECK(!back.temperature.is_some);
    CHECK(back.place.is_some);
    CHECK(back.place.value.x == 7 && back.place.value.y == -8);
    CHECK_EQ(back.id, 0);
    const reference_project_Reading again = reference_project_complement(back).value;
    CHECK(again.temperature.is_some);
    CHECK(again.temperature.value == -1.5f);
    CHECK(!again.place.is_some);
    CHECK_EQ(again.id, 1);
}
