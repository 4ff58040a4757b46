/* Structs of every class that ABIs tell apart, in and out: every bit of every field. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(one_byte) {
    CHECK_EQ(reference_project_pass_byte_1((reference_project_Byte1){0x5a}).a, 0xa5);
}

TEST(one_float) {
    CHECK_F(reference_project_pass_float_4((reference_project_Float4){-FLT_MAX}).a, FLT_MAX);
    CHECK_F(reference_project_pass_float_4((reference_project_Float4){0}).a, -0.0f);
}

TEST(one_double) {
    CHECK_D(reference_project_pass_float_8((reference_project_Float8){DBL_MIN}).a, -DBL_MIN);
}

TEST(integers_with_padding_in_one_register) {
    const reference_project_Ints8 s = reference_project_pass_ints_8((reference_project_Ints8){INT16_MIN, 1, 0x12345678});
    CHECK_EQ(s.a, INT16_MAX);
    CHECK_EQ(s.b, 254);
    CHECK_EQ(s.c, ~0x12345678);
}

TEST(a_float_and_an_integer_in_one_register) {
    const reference_project_Shared8 s = reference_project_pass_shared_8((reference_project_Shared8){1.25f, INT32_MIN});
    CHECK_F(s.a, -1.25f);
    CHECK_EQ(s.b, INT32_MAX);
}

TEST(integers_in_one_and_a_half_registers) {
    const reference_project_Ints12 s = reference_project_pass_ints_12((reference_project_Ints12){-1, UINT32_C(0x80000001), 0x01020304});
    CHECK_EQ(s.a, ~0x01020304);
    CHECK_EQ(s.b, UINT32_MAX);
    CHECK_EQ(s.c, INT32_MIN + 1);
}

TEST(three_floats) {
    const reference_project_Floats12 s = reference_project_pass_floats_12((reference_project_Floats12){1, -2, FLT_MIN});
    CHECK_F(s.a, -FLT_MIN);
    CHECK_F(s.b, 1);
    CHECK_F(s.c, -2);
}

TEST(four_floats) {
    const reference_project_Floats16 s = reference_project_pass_floats_16((reference_project_Floats16){1, -2, FLT_MIN, 0});
    CHECK_F(s.a, -0.0f);
    CHECK_F(s.b, 1);
    CHECK_F(s.c, -2);
    CHECK_F(s.d, FLT_MIN);
}

TEST(two_registers_of_integers) {
    const reference_project_Ints16 s = reference_project_pass_ints_16((reference_project_Ints16){INT64_MIN, 0x0123456789abcdef});
    CHECK_EQ(s.a, ~INT64_C(0x0123456789abcdef));
    CHECK_EQ(s.b, INT64_MIN);
}

TEST(an_integer_and_a_float) {
    const reference_project_IntFloat16 s = reference_project_pass_int_float_16((reference_project_IntFloat16){INT64_C(0x3ff8000000000001), -0.0});
    CHECK_EQ(s.a, INT64_MIN);
    CHECK_D(s.b, double_of(UINT64_C(0x3ff8000000000001)));
}

TEST(a_float_and_an_integer) {
    const reference_project_FloatInt16 s = reference_project_pass_float_int_16((reference_project_FloatInt16){-0.0, INT64_C(0x3ff8000000000001)});
    CHECK_D(s.a, double_of(UINT64_C(0x3ff8000000000001)));
    CHECK_EQ(s.b, INT64_MIN);
}

TEST(two_doubles) {
    const reference_project_Doubles16 s = reference_project_pass_doubles_16((reference_project_Doubles16){DBL_MAX, 5e-324});
    CHECK_D(s.a, -5e-324);
    CHECK_D(s.b, DBL_MAX);
}

TEST(a_mixed_register_and_a_double) {
    const reference_project_Mixed16 s = reference_project_pass_mixed_16((reference_project_Mixed16){-0.5f, 0x00ff, 1e-300});
    CHECK_F(s.a, 0.5f);
    CHECK_EQ(s.b, 0xff00);
    CHECK_D(s.c, -1e-300);
}

TEST(one_byte_more_than_registers_hold) {
    reference_project_Bytes17 s;
    for (int i = 0; i < 17; i++) {
        s.a[i] = (uint8_t)(i * 15);
    }
    s = reference_project_pass_bytes_17(s);
    for (int i = 0; i < 17; i++) {
        CHECK_EQ(s.a[i], 255 - (16 - i) * 15);
    }
}

TEST(five_floats) {
    const reference_project_Floats20 s = reference_project_pass_floats_20((reference_project_Floats20){{1, -2, 3, -4, 0}});
    CHECK_F(s.a[0], -0.0f);
    CHECK_F(s.a[1], 4);
    CHECK_F(s.a[2], -3);
    CHECK_F(s.a[3], 2);
    CHECK_F(s.a[4], -1);
}

TEST(three_doubles) {
    const reference_project_Doubles24 s = reference_project_pass_doubles_24((reference_project_Doubles24){1, -2, DBL_MAX});
    CHECK_D(s.a, -DBL_MAX);
    CHECK_D(s.b, 1);
    CHECK_D(s.c, -2);
}

TEST(four_doubles_of_which_two_are_nested) {
    const reference_project_Doubles32 s = reference_project_pass_doubles_32((reference_project_Doubles32){1, {-2, 3}, DBL_MIN});
    CHECK_D(s.a, -DBL_MIN);
    CHECK_D(s.b.a, 1);
    CHECK_D(s.b.b, -2);
    CHECK_D(s.d, 3);
}

TEST(a_status_beside_a_float) {
    const reference_project_Result_Float4 s = reference_project_pass_float_4_guarded((reference_project_Float4){0.1f});
    CHECK_EQ(s.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(s.value.a, -0.1f);
}

TEST(a_status_in_front_of_two_doubles) {
    const reference_project_Result_Doubles16 s = reference_project_pass_doubles_16_guarded((reference_project_Doubles16){DBL_MAX, -1});
    CHECK_EQ(s.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_D(s.value.a, 1);
    CHECK_D(s.value.b, DBL_MAX);
}

TEST(structs_until_all_registers_are_used_up) {
    reference_project_Bytes17 g = {{1}};
    g.a[16] = 255;
    const reference_project_Ints16 a = {1, -2}, c = {INT64_MIN, 4};
    const reference_project_Doubles16 b = {5, -6};
    const reference_project_Floats16 d = {7, -8, 9, -10};
    const reference_project_IntFloat16 e = {11, -12};
    const reference_project_FloatInt16 f = {13, -14};
    const reference_project_Mixed16 h = {15, 65535, -16};
    const reference_project_Floats12 i = {17, -18, 19};
    const reference_project_Ints8 j = {-20, 21, INT32_MIN};
    const uint64_t front = DIGEST(N(1), N(-2), D(5), D(-6), N(INT64_MIN), N(4), F(7), F(-8), F(9), F(-10), N(11), D(-12), D(13), N(-14));
    CHECK_EQ(reference_project_pass_many(a, b, c, d, e, f, g, h, i, j),
             DIGEST(front, 1, 255, F(15), 65535, D(-16), F(17), F(-18), F(19), N(-20), 21, N(INT32_MIN)));
}
