/* Integers, floats and bool at their extremes. */
#include "reference_project.h"
#include "interop_test.h"

#include <math.h>
#include <string.h>

static uint32_t bits32(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static uint64_t bits64(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

TEST(bool_has_two_values) {
    CHECK(reference_project_negate(false));
    CHECK(!reference_project_negate(true));
}

TEST(signed_integers_keep_their_width_and_sign) {
    CHECK_EQ(reference_project_after_i8(INT8_MAX), INT8_MIN);
    CHECK_EQ(reference_project_after_i8(-1), 0);
    CHECK_EQ(reference_project_after_i16(INT16_MAX), INT16_MIN);
    CHECK_EQ(reference_project_after_i16(-2), -1);
    CHECK_EQ(reference_project_after_i32(INT32_MAX), INT32_MIN);
    CHECK_EQ(reference_project_after_i32(-2), -1);
    CHECK_EQ(reference_project_after_i64(INT64_MAX), INT64_MIN);
    CHECK_EQ(reference_project_after_i64(-2), -1);
    CHECK_EQ(reference_project_after_isize(INTPTR_MAX), INTPTR_MIN);
    CHECK_EQ(reference_project_after_isize(-2), -1);
}

TEST(unsigned_integers_keep_their_width) {
    CHECK_EQ(reference_project_after_u8(127), 128);
    CHECK_EQ(reference_project_after_u8(UINT8_MAX), 0);
    CHECK_EQ(reference_project_after_u16(32767), 32768);
    CHECK_EQ(reference_project_after_u16(UINT16_MAX), 0);
    CHECK(reference_project_after_u32(INT32_MAX) == UINT32_C(0x80000000));
    CHECK_EQ(reference_project_after_u32(UINT32_MAX), 0);
    CHECK(reference_project_after_u64(INT64_MAX) == UINT64_C(0x8000000000000000));
    CHECK(reference_project_after_u64(UINT32_MAX) == UINT64_C(0x100000000));
    CHECK(reference_project_after_u64(UINT64_MAX) == 0);
    CHECK(reference_project_after_usize(SIZE_MAX) == 0);
    CHECK(reference_project_after_usize(SIZE_MAX - 1) == SIZE_MAX);
}

TEST(floats_arrive_bit_by_bit) {
    const uint32_t some[] = {0, 0x80000000, 1, 0x7f7fffff, 0x7f800000, 0xff800000, 0x7fc00000, 0x7fc12345, 0x3dcccccd};
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        float x;
        memcpy(&x, &some[i], sizeof x);
        CHECK(reference_project_bits_of_f32(x) == some[i]);
        CHECK(bits32(reference_project_f32_of_bits(some[i])) == some[i]);
    }
}

TEST(doubles_arrive_bit_by_bit) {
    const uint64_t some[] = {
        0, UINT64_C(0x8000000000000000), 1, UINT64_C(0x7fefffffffffffff), UINT64_C(0x7ff0000000000000),
        UINT64_C(0xfff0000000000000), UINT64_C(0x7ff8000000000000), UINT64_C(0x7ff8123456789abc), UINT64_C(0x3fb999999999999a),
    };
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        double x;
        memcpy(&x, &some[i], sizeof x);
        CHECK(reference_project_bits_of_f64(x) == some[i]);
        CHECK(bits64(reference_project_f64_of_bits(some[i])) == some[i]);
    }
    CHECK(reference_project_bits_of_f64(-0.0) == UINT64_C(0x8000000000000000));
    CHECK(isinf(reference_project_f32_of_bits(0xff800000)));
}

TEST(eleven_parameters_arrive_in_order) {
    CHECK(reference_project_weigh(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, true) == 11987654321.0);
    CHECK(reference_project_weigh(0, -1, 0, -2, 0, -3, 0, -4, -5, 0.5, false) == -10 - 2000 - 300000 - 40000000 - 500000000 + 0.5e9);
}

TEST(keywords_of_rust_are_names_like_others) {
    CHECK_EQ(match(21), 42);
}
