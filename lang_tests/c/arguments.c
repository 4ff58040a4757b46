/* From no argument to twelve, past what registers hold: each function returns the digest of all that has arrived. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>
#include <math.h>

TEST(a_function_without_anything_is_called) {
    const uint32_t before = reference_project_ticks().value;
    reference_project_tick();
    reference_project_tick();
    CHECK_EQ(reference_project_ticks().value, before + 2);
}

TEST(no_argument_still_returns_all_bits) {
    CHECK_EQ(reference_project_arguments_0(), UINT64_C(0xFEDCBA9876543210));
}

TEST(one_narrow_argument_keeps_its_sign) {
    CHECK_EQ(reference_project_arguments_1(INT8_MIN), N(INT8_MIN));
    CHECK_EQ(reference_project_arguments_1(INT8_MAX), 127);
}

TEST(two_of_different_registers) {
    CHECK_EQ(reference_project_arguments_2(-0.0f, UINT64_MAX), DIGEST(F(-0.0f), N(UINT64_MAX)));
    CHECK_EQ(reference_project_arguments_2(float_of(1), 1), DIGEST(F(float_of(1)), N(1)));
}

TEST(three_with_a_struct_first) {
    CHECK_EQ(reference_project_arguments_3((reference_project_Vec2){1.5f, -FLT_MAX}, INT16_MIN, -DBL_MAX), DIGEST(F(1.5f), F(-FLT_MAX), N(INT16_MIN), D(-DBL_MAX)));
}

TEST(four_with_a_pointer_first) {
    const int64_t a = INT64_MIN + 7;
    CHECK_EQ(reference_project_arguments_4(&a, (reference_project_Vec2){-2, 3}, true, INFINITY), DIGEST(N(a), F(-2), F(3), N(1), F(INFINITY)));
    CHECK_EQ(reference_project_arguments_4(&a, (reference_project_Vec2){3, -2}, false, 0.1f), DIGEST(N(a), F(3), F(-2), N(0), F(0.1f)));
}

TEST(five_with_a_struct_in_memory) {
    const reference_project_Mixed b = {.tag = 254, .big = UINT64_C(0x0123456789ABCDEF), .delta = -300, .ratio = 0.1f, .yes = true, .precise = 1e300};
    const reference_project_Vec2 d = {-7, 8.25f};
    const reference_project_Result_u64 sum = reference_project_arguments_5(UINT32_MAX, b, -0.5, &d, -128);
    CHECK_EQ(sum.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(sum.value, DIGEST(N(UINT32_MAX), N(254), N(UINT64_C(0x0123456789ABCDEF)), N(-300), F(0.1f), N(1), D(1e300), D(-0.5), F(-7),
                               F(8.25f), N(-128)));
}

TEST(six_integers_fill_the_registers) {
    CHECK_EQ(reference_project_arguments_6(255, INT16_MIN, UINT32_MAX, INT64_MIN, SIZE_MAX, PTRDIFF_MIN),
             DIGEST(N(255), N(INT16_MIN), N(UINT32_MAX), N(INT64_MIN), N(SIZE_MAX), N(PTRDIFF_MIN)));
}

TEST(seven_integers_need_the_stack) {
    CHECK_EQ(reference_project_arguments_7(-1, 2, -3, 250, INT32_MIN, 65535, -7), DIGEST(N(-1), N(2), N(-3), N(250), N(INT32_MIN), N(65535), N(-7)));
}

TEST(eight_floats_fill_the_registers) {
    CHECK_EQ(reference_project_arguments_8(1, -2, 3, -4, 5.5f, -6.5, FLT_MIN, DBL_MIN),
             DIGEST(F(1), D(-2), F(3), D(-4), F(5.5f), D(-6.5), F(FLT_MIN), D(DBL_MIN)));
}

TEST(nine_floats_need_the_stack) {
    CHECK_EQ(reference_project_arguments_9(1, 2, 3, 4, 200, -5, -6, -7, -0.0), DIGEST(D(1), F(2), D(3), F(4), N(200), D(-5), F(-6), D(-7), D(-0.0)));
}

TEST(ten_in_turns) {
    const reference_project_Result_u64 sum = reference_project_arguments_10(-1, 0.25f, 65535, -1e-300, INT32_MIN, -8, UINT64_MAX - 1, 9, -10, FLT_MAX);
    CHECK_EQ(sum.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(sum.value, DIGEST(N(-1), F(0.25f), N(65535), D(-1e-300), N(INT32_MIN), F(-8), N(UINT64_MAX - 1), D(9), N(-10), F(FLT_MAX)));
}

TEST(eleven_of_which_a_struct_misses_a_register) {
    const reference_project_Twins f = {INT64_MIN, UINT64_MAX}, i = {-12, 13};
    CHECK_EQ(reference_project_arguments_11(1, 2, 3, 4, 5, f, -6, 7.5f, i, true, (reference_project_Vec2){-8, 9}),
             DIGEST(N(1), N(2), N(3), N(4), N(5), N(INT64_MIN), N(UINT64_MAX), N(-6), F(7.5f), N(-12), N(13), N(1), F(-8), F(9)));
}

TEST(twelve_of_all_kinds) {
    const reference_project_Vec2 d = {4, -5};
    const reference_project_Mixed g = {.tag = 1, .big = UINT64_MAX - 2, .delta = INT16_MIN, .ratio = -3, .yes = false, .precise = -0.0};
    int32_t h = 1234567;
    const uint64_t front = DIGEST(N(1), N(UINT64_MAX - 2), N(INT16_MIN)), back = DIGEST(F(-3), N(0), D(-0.0));
    const reference_project_Result_u64 sum =
        reference_project_arguments_12(255, DBL_MAX, (reference_project_Twins){-1, 2}, &d, -300, 0.1f, g, &h, true, (reference_project_Vec2){6, -7}, UINT64_C(1) << 63, -8);
    CHECK_EQ(sum.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(sum.value, DIGEST(N(255), D(DBL_MAX), N(-1), N(2), F(4), F(-5), N(-300), F(0.1f), front, back, N(1234567), N(1), F(6), F(-7),
                               N(UINT64_C(1) << 63), N(-8)));
    CHECK_EQ(h, -1234567);
}

TEST(twelve_without_what_is_optional) {
    const reference_project_Mixed g = {.tag = 0};
    int32_t h = INT32_MIN;
    const reference_project_Result_u64 sum = reference_project_arguments_12(0, 0, (reference_project_Twins){0, 0}, NULL, 0, 0, g, &h, false, (reference_project_Vec2){0, 0}, 0, 1);
    CHECK_EQ(sum.value, DIGEST(0, 0, 0, 0, F(-0.0f), F(1), 0, 0, 0, 0, N(INT32_MIN), 0, 0, 0, 0, 1));
    CHECK_EQ(h, INT32_MIN);
    CHECK_EQ(reference_project_arguments_12(0, 0, (reference_project_Twins){0, 0}, NULL, 0, 0, g, NULL, false, (reference_project_Vec2){0, 0}, 0, 1).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(arguments_that_are_pairs_stay_in_order) {
    const uint8_t a[] = {1, 0, 255};
    const uint16_t d[] = {65535, 1};
    const float f[] = {-0.0f, 2.5f};
    const reference_project_Option_i64 none = {.is_some = false}, some = {.value = INT64_MIN, .is_some = true};
    const reference_project_Vec2 e = {-1, FLT_MAX};
    CHECK_EQ(reference_project_arguments_in_pairs(a, 3, "h\xc3\xa9", 3, some, d, 2, e, f, 2, 9).value,
             DIGEST(DIGEST(1, 0, 255), DIGEST('h', 0xc3, 0xa9), N(INT64_MIN), DIGEST(65535, 1), F(-1), F(FLT_MAX), DIGEST(F(-0.0f), F(2.5f)), 9));
    CHECK_EQ(reference_project_arguments_in_pairs(NULL, 0, NULL, 0, none, NULL, 0, e, NULL, 0, 9).value, DIGEST(0, 0, 77, 77, F(-1), F(FLT_MAX), 0, 9));
}

TEST(an_unsafe_function_is_a_function) {
    const uint16_t numbers[] = {65535, 65535, 1, 7};
    CHECK_EQ(reference_project_sum_from(numbers, 3).value, 131071);
    CHECK_EQ(reference_project_sum_from(NULL, 0).value, 0);
}

TEST(modules_do_not_show) {
    CHECK_EQ(reference_project_doubled_inside(INT32_MAX).value, -2);
    CHECK_EQ(reference_project_tripled_inside(-7), -21);
}
