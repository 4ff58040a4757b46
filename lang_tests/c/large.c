/* Structs of many bytes, by value, behind references and through callbacks. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

static uint64_t digest(const reference_project_Large *large) {
    uint64_t numbers = 0;
    for (int i = 0; i < 2048; i++) {
        numbers = numbers * 31 + large->numbers[i];
    }
    return DIGEST(large->first, numbers, large->last);
}

TEST(a_large_struct_comes_back) {
    const reference_project_Large large = reference_project_large_of(UINT32_MAX);
    CHECK_EQ(large.first, UINT32_MAX);
    CHECK_EQ(large.numbers[0], UINT64_C(3) * UINT32_MAX);
    CHECK_EQ(large.last, 0);
    const reference_project_Result_Large guarded = reference_project_large_of_guarded(UINT32_MAX);
    CHECK_EQ(guarded.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(digest(&guarded.value), digest(&large));
}

TEST(a_large_struct_arrives_by_value) {
    const reference_project_Large large = reference_project_large_of(9);
    CHECK_EQ(reference_project_large_digest(large).value, digest(&large));
    CHECK_EQ(reference_project_large_seen(&large).value, digest(&large));
}

TEST(a_large_struct_is_changed_behind_a_reference) {
    reference_project_Large large = reference_project_large_of(3);
    const uint64_t before = digest(&large);
    CHECK_EQ(reference_project_large_invert(&large).value, before);
    CHECK_EQ(large.numbers[2047], ~reference_project_large_of(3).numbers[2047]);
    CHECK_EQ(large.last, 3);
}

TEST(large_structs_arrive_in_a_slice) {
    static reference_project_Large all[2];
    all[0] = reference_project_large_of(1);
    all[1] = reference_project_large_of(2);
    CHECK_EQ(reference_project_larges_digest(all, 2).value, digest(&all[0]) ^ digest(&all[1]));
}

static uint64_t heft(reference_project_Large large) {
    return digest(&large);
}

TEST(a_callback_takes_and_returns_a_large_struct) {
    const reference_project_Large five = reference_project_large_of(5), seven = reference_project_large_of(7);
    CHECK_EQ(reference_project_large_weighed(heft).value, digest(&five));
    CHECK_EQ(reference_project_large_grown(reference_project_large_of).value, digest(&seven));
}

TEST(sheets_are_passed_together) {
    static reference_project_Sheet sheets[4];
    for (unsigned i = 0; i < 4; i++) {
        sheets[i].numbers[1023] = UINT64_MAX - i;
    }
    const uint64_t m = UINT64_MAX;
    CHECK_EQ(reference_project_three_sheets(1, sheets[0], sheets[1], sheets[2], 5), DIGEST(1, m, m - 1, m - 2, 5));
    CHECK_EQ(reference_project_four_sheets(1, sheets[0], sheets[1], sheets[2], sheets[3], 6), DIGEST(1, m, m - 1, m - 2, m - 3, 6));
}
