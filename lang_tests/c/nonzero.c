/* Integers that are not 0, and those whose 0 is none. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(zero_is_refused) {
    CHECK_EQ(reference_project_sign_of(0).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_without_last_bit(0).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_sign_of(1).value, 1);
    CHECK_EQ(reference_project_sign_of(INT32_MIN).value, -1);
    CHECK_EQ(reference_project_sign_of(INT32_MAX).value, 2);
}

TEST(zero_is_none) {
    CHECK_EQ(reference_project_without_last_bit(UINT64_C(0x8000000000000001)).value, UINT64_C(0x8000000000000000));
    CHECK_EQ(reference_project_without_last_bit(UINT64_C(1) << 63).value, 0);
    CHECK_EQ(reference_project_number_or_highest(0).value, 255);
    CHECK_EQ(reference_project_number_or_highest(7).value, 7);
}

TEST(zero_is_none_without_a_status) {
    CHECK_EQ(reference_project_negated_if_any(0), 0);
    CHECK_EQ(reference_project_negated_if_any(INT16_MAX), -INT16_MAX);
    CHECK_EQ(reference_project_negated_if_any(INT16_MIN), INT16_MIN);
}

TEST(each_width_arrives_whole) {
    CHECK_EQ(reference_project_nonzero_digest(INT8_MIN, INT16_MIN, INT32_MIN, INT64_MIN, PTRDIFF_MIN, 255, 65535, UINT32_MAX, UINT64_MAX, SIZE_MAX).value,
             DIGEST(N(INT8_MIN), N(INT16_MIN), N(INT32_MIN), N(INT64_MIN), N(PTRDIFF_MIN), 255, 65535, UINT32_MAX, UINT64_MAX, SIZE_MAX));
    CHECK_EQ(reference_project_nonzero_digest(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).value, DIGEST(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
}

TEST(each_width_is_checked) {
    CHECK_EQ(reference_project_nonzero_digest(0, 2, 3, 4, 5, 6, 7, 8, 9, 10).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_nonzero_digest(1, 2, 3, 0, 5, 6, 7, 8, 9, 10).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_nonzero_digest(1, 2, 3, 4, 5, 6, 7, 8, 9, 0).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(fields_keep_their_places) {
    const reference_project_Ticket ticket = {UINT32_C(0x01020304), 7, -128, {INT64_MIN, 0, 3}};
    const reference_project_Result_Ticket after = reference_project_ticket_changed(ticket);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.number, UINT32_C(0x04030201));
    CHECK_EQ(after.value.owner, 0);
    CHECK_EQ(after.value.zones, -128);
    CHECK_EQ(after.value.stops[0], 3);
    CHECK_EQ(after.value.stops[1], 0);
    CHECK_EQ(after.value.stops[2], INT64_MIN);
    CHECK_EQ(reference_project_ticket_changed(after.value).value.owner, 65535);
}

TEST(fields_are_checked) {
    CHECK_EQ(reference_project_ticket_changed((reference_project_Ticket){.number = 0, .zones = 1}).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_ticket_changed((reference_project_Ticket){.number = 1, .zones = 0}).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_ticket_changed((reference_project_Ticket){.number = 1, .zones = -7}).value.zones, 7);
}

TEST(slices_are_checked) {
    uint16_t numbers[] = {3, 257, 2};
    CHECK_EQ(reference_project_product(numbers, 3).value, 1542);
    CHECK_EQ(reference_project_product(NULL, 0).value, 1);
    numbers[1] = 0;
    CHECK_EQ(reference_project_product(numbers, 3).status, REFERENCE_PROJECT_STATUS_INVALID);
    const int64_t maybe[] = {0, INT64_MIN, 0, 1};
    CHECK_EQ(reference_project_count_known(maybe, 4).value, 2);
}
