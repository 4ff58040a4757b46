/* Structs that are their one field: here that field's type by another name. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(a_float_by_another_name_is_passed_as_one) {
    reference_project_Kelvin (*const of)(double) = reference_project_kelvin_of;
    uint64_t (*const bits)(double) = reference_project_kelvin_bits;
    CHECK_D(of(-273.15), 0);
    CHECK_EQ(bits(-0.0), UINT64_C(1) << 63);
    CHECK_EQ(reference_project_kelvin_bits(5e-324), 1);
}

TEST(an_integer_by_another_name_keeps_all_bits) {
    const reference_project_GuestId guest = reference_project_next_guest(UINT64_C(0x01234567ffffffff));
    CHECK_EQ(guest, UINT64_C(0x0123456800000000));
    CHECK_EQ(reference_project_next_guest(UINT64_MAX), 0);
}

TEST(a_struct_by_another_name_is_passed_as_one) {
    const reference_project_Place place = reference_project_place_mirrored((reference_project_Vec2){-0.0f, FLT_MAX});
    CHECK_F(place.x, FLT_MAX);
    CHECK_F(place.y, -0.0f);
}

TEST(a_name_of_a_name_is_one_too) {
    const reference_project_Result_Melting half = reference_project_melting_halved(-3e300);
    CHECK_EQ(half.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_D(half.value, -1.5e300);
}

TEST(an_enum_by_another_name_is_checked) {
    CHECK_EQ(reference_project_style_after(REFERENCE_PROJECT_MARKER_DOT).value, REFERENCE_PROJECT_MARKER_CROSS);
    CHECK_EQ(reference_project_style_after(REFERENCE_PROJECT_MARKER_CROSS).value, REFERENCE_PROJECT_MARKER_HIDDEN);
    CHECK_EQ(reference_project_style_after(REFERENCE_PROJECT_MARKER_HIDDEN).value, REFERENCE_PROJECT_MARKER_DOT);
    CHECK_EQ(reference_project_style_after(3).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(sizeof(reference_project_Style), 1);
}

TEST(what_takes_no_room_is_not_there) {
    CHECK_EQ(sizeof(reference_project_Handle), 4);
    const reference_project_Result_Option_Handle handle = reference_project_handle_inverted(INT32_MAX);
    CHECK(handle.value.is_some);
    CHECK_EQ(handle.value.value, INT32_MIN);
    CHECK(!reference_project_handle_inverted(-1).value.is_some);
}

TEST(slices_of_them_are_slices_of_fields) {
    const double all[] = {-1, 1e300, -DBL_MAX};
    const reference_project_Result_Option_Kelvin most = reference_project_warmest(all, 3);
    CHECK(most.value.is_some);
    CHECK_D(most.value.value, 1e300);
    CHECK(!reference_project_warmest(NULL, 0).value.is_some);
}

TEST(fields_of_them_keep_their_places) {
    const reference_project_Stay stay = {UINT64_MAX - 1, REFERENCE_PROJECT_MARKER_HIDDEN, {1, -2}, {-0.0, 300.5}};
    const reference_project_Result_Stay after = reference_project_stay_after(stay);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.guest, UINT64_MAX);
    CHECK_EQ(after.value.style, REFERENCE_PROJECT_MARKER_DOT);
    CHECK_F(after.value.place.x, -2);
    CHECK_F(after.value.place.y, 1);
    CHECK_D(after.value.warmth[0], 300.5);
    CHECK_D(after.value.warmth[1], -0.0);
}

TEST(a_pointer_to_one_is_a_pointer_to_its_field) {
    double x = 1;
    CHECK_EQ(reference_project_warm_up(&x, -0.75), REFERENCE_PROJECT_STATUS_OK);
    CHECK_D(x, 0.25);
    CHECK_EQ(reference_project_warm_up(NULL, 1), REFERENCE_PROJECT_STATUS_NULL);
}
