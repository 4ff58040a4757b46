/* Options: what is there, and that nothing is. */
#include "reference_project.h"
#include "interop_test.h"

TEST(numbers_may_be_missing_on_the_way_out) {
    CHECK(half(10).value.is_some);
    CHECK_EQ(half(10).value.value, 5);
    CHECK_EQ(half(UINT32_MAX - 1).value.value, INT32_MAX);
    CHECK(half(0).value.is_some);
    CHECK(!half(7).value.is_some);
}

TEST(numbers_may_be_missing_on_the_way_in) {
    CHECK_EQ(or_highest((reference_project_Option_u64){.value = 5, .is_some = true}).value, 5);
    CHECK_EQ(or_highest((reference_project_Option_u64){.value = 0, .is_some = true}).value, 0);
    CHECK(or_highest((reference_project_Option_u64){.value = 5, .is_some = false}).value == UINT64_MAX);
}

TEST(structs_may_be_missing) {
    const reference_project_Option_Vec2 some = {.value = {1, -2}, .is_some = true}, none = {.value = {1, -2}, .is_some = false};
    const reference_project_Result_Option_Vec2 back = mirrored_if(some);
    CHECK(back.value.is_some);
    CHECK(back.value.value.x == -2 && back.value.value.y == 1);
    CHECK(!mirrored_if(none).value.is_some);
}

TEST(enums_may_be_missing) {
    const reference_project_Option_Marker cross = {.value = REFERENCE_PROJECT_MARKER_CROSS, .is_some = true};
    const reference_project_Option_Marker dot = {.value = REFERENCE_PROJECT_MARKER_DOT, .is_some = true};
    const reference_project_Option_Marker none = {.value = 0, .is_some = false};
    CHECK_EQ(marker_before(cross).value.value, REFERENCE_PROJECT_MARKER_DOT);
    CHECK(!marker_before(dot).value.is_some);
    CHECK(marker_before(none).value.is_some);
    CHECK_EQ(marker_before(none).value.value, REFERENCE_PROJECT_MARKER_HIDDEN);
}

TEST(an_unknown_enum_value_in_an_option_is_refused) {
    CHECK_EQ(marker_before((reference_project_Option_Marker){.value = 3, .is_some = true}).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(bools_may_be_missing) {
    const reference_project_Result_Option_bool back = negate_if((reference_project_Option_bool){.value = true, .is_some = true});
    CHECK(back.value.is_some);
    CHECK(!back.value.value);
    CHECK(negate_if((reference_project_Option_bool){.value = false, .is_some = true}).value.value);
    CHECK(!negate_if((reference_project_Option_bool){.value = true, .is_some = false}).value.is_some);
}

TEST(fields_may_be_missing) {
    const reference_project_Reading warm = {.temperature = {.value = 21, .is_some = true}, .place = {.is_some = false}, .id = 255};
    const reference_project_Reading back = complement(warm).value;
    CHECK(!back.temperature.is_some);
    CHECK(back.place.is_some);
    CHECK(back.place.value.x == 7 && back.place.value.y == -8);
    CHECK_EQ(back.id, 0);
    const reference_project_Reading again = complement(back).value;
    CHECK(again.temperature.is_some);
    CHECK(again.temperature.value == -1.5f);
    CHECK(!again.place.is_some);
    CHECK_EQ(again.id, 1);
}
