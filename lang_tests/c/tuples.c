/* Tuple structs, whose fields are numbered. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(a_tuple_of_one_is_a_struct) {
    const reference_project_Metres metres = reference_project_metres_between((reference_project_Metres){1e300}, (reference_project_Metres){-1e300});
    CHECK_D(metres.value, 2e300);
    CHECK_D(reference_project_metres_between((reference_project_Metres){1}, (reference_project_Metres){4}).value, -3);
}

TEST(fields_have_numbers) {
    const reference_project_Result_Sample after = reference_project_sample_after((reference_project_Sample){.field0 = 255, .field1 = -DBL_MAX, .field2 = INT16_MIN + 1});
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.field0, 0);
    CHECK_D(after.value.field1, DBL_MAX);
    CHECK_EQ(after.value.field2, 2);
    CHECK_EQ(sizeof(reference_project_Sample), 24);
}

TEST(fields_of_several_types) {
    const reference_project_Pin pin = {{1, -0.0f}, {-128, 2, 127}, REFERENCE_PROJECT_MARKER_DOT, {7.5}};
    const reference_project_Pin back = reference_project_pin_turned(pin);
    CHECK_F(back.field0.x, -0.0f);
    CHECK_F(back.field0.y, 1);
    CHECK(back.field1[0] == 127 && back.field1[1] == 2 && back.field1[2] == -128);
    CHECK_EQ(back.field2, REFERENCE_PROJECT_MARKER_HIDDEN);
    CHECK_D(back.field3.value, -7.5);
    CHECK_EQ(reference_project_pin_turned(back).field2, REFERENCE_PROJECT_MARKER_DOT);
}

TEST(tuples_in_structs_keep_their_places) {
    const reference_project_Track track = {{1, 2, -3}, {{-4}, true}, {{5, -6, 7}, {8, 9, -10}}};
    const reference_project_Result_Track back = reference_project_track_reversed(track);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    const reference_project_Track t = back.value;
    CHECK(t.first.field0 == 8 && t.first.field1 == 9 && t.first.field2 == -10);
    CHECK(t.last[0].field0 == 5 && t.last[0].field1 == -6 && t.last[0].field2 == 7);
    CHECK(t.last[1].field0 == 1 && t.last[1].field1 == 2 && t.last[1].field2 == -3);
    CHECK(t.length.is_some);
    CHECK_D(t.length.value.value, -8);
}

TEST(a_tuple_may_be_missing) {
    const reference_project_Result_Track back = reference_project_track_reversed((reference_project_Track){.length = {.is_some = false}});
    CHECK(back.value.length.is_some);
    CHECK_D(back.value.length.value.value, 0.5);
}

TEST(slices_of_tuples) {
    const reference_project_Sample samples[] = {{1, -1e300, 2}, {255, 1e-300, INT16_MIN}, {3, 0, 4}};
    const reference_project_Result_Option_Sample largest = reference_project_largest_sample(samples, 3);
    CHECK(largest.value.is_some);
    CHECK_EQ(largest.value.value.field0, 255);
    CHECK_D(largest.value.value.field1, 1e-300);
    CHECK_EQ(largest.value.value.field2, INT16_MIN);
    CHECK(!reference_project_largest_sample(NULL, 0).value.is_some);
}
