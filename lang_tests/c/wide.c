/* Integers of 16 bytes, which this compiler has as an extension. A clang that passes them wrongly cannot call what takes one by value: those
 * tests are empty there, and run on the others. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

typedef reference_project_i128 i128;
typedef reference_project_u128 u128;

#define HIGH(x) ((uint64_t)((u128)(x) >> 64))
#define LOW(x) ((uint64_t)(x))
/* Both halves are equal. */
#define CHECK_WIDE(actual, high, low)                                                                                  \
    do {                                                                                                               \
        const u128 wide_ = (u128)(actual);                                                                             \
        CHECK_EQ(HIGH(wide_), (uint64_t)(high));                                                                       \
        CHECK_EQ(LOW(wide_), (uint64_t)(low));                                                                         \
    } while (0)

static u128 wide(uint64_t high, uint64_t low) {
    return (u128)high << 64 | low;
}

TEST(constants_have_all_their_bytes) {
    CHECK_WIDE(REFERENCE_PROJECT_LOWEST_I128, UINT64_C(1) << 63, 0);
    CHECK_WIDE(REFERENCE_PROJECT_HIGHEST_U128, UINT64_MAX, UINT64_MAX);
    CHECK_WIDE(REFERENCE_PROJECT_ALL_BYTES, UINT64_C(0x0123456789abcdef), UINT64_C(0xfedcba9876543210));
    const i128 lowest = REFERENCE_PROJECT_LOWEST_I128;
    CHECK(lowest < 0);
}

TEST(a_signed_one_is_carried_over_from_half_to_half) {
#ifdef REFERENCE_PROJECT_PASSES_INT128
    CHECK_WIDE(reference_project_after_i128((i128)wide(0, UINT64_MAX)), 1, 0);
    CHECK_WIDE(reference_project_after_i128(-1), 0, 0);
    CHECK_WIDE(reference_project_after_i128(-2), UINT64_MAX, UINT64_MAX);
    CHECK_WIDE(reference_project_after_i128((i128)wide(UINT64_MAX >> 1, UINT64_MAX)), UINT64_C(1) << 63, 0);
    CHECK_WIDE(reference_project_after_i128(REFERENCE_PROJECT_LOWEST_I128), UINT64_C(1) << 63, 1);
#endif
}

TEST(an_unsigned_one_is_carried_over_from_half_to_half) {
#ifdef REFERENCE_PROJECT_PASSES_INT128
    CHECK_WIDE(reference_project_after_u128(REFERENCE_PROJECT_ALL_BYTES), UINT64_C(0x0123456789abcdef), UINT64_C(0xfedcba9876543211));
    CHECK_WIDE(reference_project_after_u128(wide(7, UINT64_MAX)), 8, 0);
    CHECK_WIDE(reference_project_after_u128(REFERENCE_PROJECT_HIGHEST_U128), 0, 0);
#endif
}

TEST(they_are_passed_among_others) {
#ifdef REFERENCE_PROJECT_PASSES_INT128
    CHECK_WIDE(reference_project_halves_joined(255, wide(UINT64_C(0x1122334455667700), 9), 5, (i128)wide(3, UINT64_C(1) << 63)), UINT64_C(0x11223344556677ff),
               (UINT64_C(1) << 63) + 5);
    CHECK_WIDE(reference_project_halves_joined(1, 0, UINT64_MAX, -1), 1, UINT64_MAX - 1);
#endif
}

TEST(fields_are_aligned_to_their_size) {
    CHECK_EQ(offsetof(reference_project_Ledger, balance), 16);
    CHECK_EQ(offsetof(reference_project_Ledger, total), 32);
    CHECK_EQ(sizeof(reference_project_Ledger), 64);
}

TEST(fields_are_changed_in_place) {
    reference_project_Ledger ledger = {-128, REFERENCE_PROJECT_LOWEST_I128, REFERENCE_PROJECT_ALL_BYTES, 0x1234};
    CHECK_EQ(reference_project_ledger_invert(&ledger), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(ledger.sign, 127);
    CHECK_WIDE(ledger.balance, UINT64_MAX >> 1, UINT64_MAX);
    CHECK_WIDE(ledger.total, UINT64_C(0xfedcba9876543210), UINT64_C(0x0123456789abcdef));
    CHECK_EQ(ledger.year, 0xedcb);
}

TEST(structs_are_passed_by_value) {
#ifdef REFERENCE_PROJECT_PASSES_INT128
    const reference_project_Ledger after = reference_project_ledger_after((reference_project_Ledger){-7, (i128)wide(1, 0), wide(UINT64_C(0x0102030405060708), 9), 65535});
    CHECK_EQ(after.sign, -7);
    CHECK_WIDE(after.balance, UINT64_MAX, 0);
    CHECK_WIDE(after.total, UINT64_C(0x0900000000000000), UINT64_C(0x0807060504030201));
    CHECK_EQ(after.year, 0);
#endif
}

TEST(slices_of_them_have_elements_of_16_bytes) {
    const i128 all[] = {-1, (i128)wide(5, 6), (i128)wide(UINT64_MAX, 0)};
    CHECK_WIDE(reference_project_sum_wide(all, 3), 4, 5);
    CHECK_WIDE(reference_project_sum_wide(NULL, 0), 0, 0);
}

TEST(they_are_added_through_references) {
    const i128 all[] = {-1, (i128)wide(5, 6), (i128)wide(UINT64_MAX, 0)};
    i128 sum = (i128)wide(1, UINT64_MAX);
    CHECK_EQ(reference_project_add_wide(&sum, all, 3), REFERENCE_PROJECT_STATUS_OK);
    CHECK_WIDE(sum, 6, 4);
}

TEST(halves_are_told_apart) {
    CHECK(reference_project_halves_agree(UINT64_C(0x0123456789abcdef), UINT64_C(0xfedcba9876543210)).value);
    CHECK(!reference_project_halves_agree(UINT64_C(0x0123456789abcdee), UINT64_C(0xfedcba9876543210)).value);
    CHECK(!reference_project_halves_agree(UINT64_C(0x0123456789abcdef), UINT64_C(0xfedcba9876543211)).value);
}

TEST(options_of_them_come_back) {
#ifdef REFERENCE_PROJECT_PASSES_INT128
    const reference_project_Result_Option_u128 half = reference_project_half_wide(wide(UINT64_MAX, 2));
    CHECK_EQ(half.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(half.value.is_some);
    CHECK_WIDE(half.value.value, UINT64_MAX >> 1, (UINT64_C(1) << 63) + 1);
    CHECK(!reference_project_half_wide(REFERENCE_PROJECT_HIGHEST_U128).value.is_some);
#endif
}
