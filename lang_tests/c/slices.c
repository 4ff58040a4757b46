/* Slices: all elements, and none beyond. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

static const reference_project_Vec2 TRIANGLE[] = {{1, 20}, {3, 50}, {8, 110}};

TEST(centroid_is_the_mean_or_none) {
    const reference_project_Result_Option_Vec2 mean = reference_project_centroid(TRIANGLE, 3);
    CHECK_EQ(mean.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(mean.value.is_some);
    CHECK(mean.value.value.x == 4 && mean.value.value.y == 60);
    const reference_project_Result_Option_Vec2 none = reference_project_centroid(NULL, 0);
    CHECK_EQ(none.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(!none.value.is_some);
}

TEST(a_slice_without_memory_is_refused) {
    CHECK_EQ(reference_project_centroid(NULL, 1).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_centroid(TRIANGLE, SIZE_MAX).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_centroid(TRIANGLE, SIZE_MAX / 8).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(fill_writes_within_its_bounds) {
    float values[] = {1, 2, 3, 4};
    CHECK_EQ(reference_project_fill(values + 1, 2, 9), REFERENCE_PROJECT_STATUS_OK);
    CHECK(values[0] == 1 && values[1] == 9 && values[2] == 9 && values[3] == 4);
    CHECK_EQ(reference_project_fill(NULL, 0, 9), REFERENCE_PROJECT_STATUS_OK);
}

TEST(a_misaligned_slice_is_refused) {
    float values[] = {1, 2, 3};
    CHECK_EQ(reference_project_fill((float *)(void *)((char *)values + 1), 1, 9), REFERENCE_PROJECT_STATUS_INVALID);
    CHECK(values[0] == 1 && values[1] == 2);
}

TEST(a_bare_function_takes_slices) {
    const int16_t values[] = {INT16_MIN, 2, INT16_MAX};
    CHECK_EQ(reference_project_weighted_sum(values, 3), -32768 + 4 + 3 * 32767);
    CHECK_EQ(reference_project_weighted_sum(NULL, 0), 0);
}

TEST(reverse_works_in_place) {
    uint64_t values[] = {1, UINT64_MAX, 3, 4};
    CHECK_EQ(reference_project_reverse(values, 3), REFERENCE_PROJECT_STATUS_OK);
    CHECK(values[0] == 3 && values[1] == UINT64_MAX && values[2] == 1 && values[3] == 4);
}

TEST(no_slice_is_not_an_empty_one) {
    const uint32_t values[] = {UINT32_MAX, 1};
    CHECK_EQ(reference_project_sum_if(values, 2).value, INT64_C(0x100000000));
    CHECK_EQ(reference_project_sum_if(values, 0).value, 0);
    CHECK_EQ(reference_project_sum_if(NULL, 0).value, -1);
}

TEST(an_optional_mutable_slice_is_written_to) {
    uint8_t bytes[] = {1, 2, 3};
    CHECK_EQ(reference_project_fill_if(bytes, 2, 255).value, 2);
    CHECK(bytes[0] == 255 && bytes[1] == 255 && bytes[2] == 3);
    CHECK_EQ(reference_project_fill_if(NULL, 0, 1).value, -1);
}

TEST(copies_end_with_the_shorter_one) {
    const uint8_t from[] = {1, 2, 3};
    uint8_t to[] = {9, 9, 9, 9};
    CHECK_EQ(reference_project_copy_bytes(from, 3, to, 4).value, 3);
    CHECK(memcmp(to, "\1\2\3\11", 4) == 0);
    CHECK_EQ(reference_project_copy_bytes(from, 3, to, 1).value, 1);
    CHECK_EQ(reference_project_copy_bytes(from, 3, NULL, 0).value, 0);
}

TEST(overlap_is_refused_where_rust_writes) {
    uint8_t bytes[] = {1, 2, 3, 4};
    CHECK_EQ(reference_project_copy_bytes(bytes, 2, bytes + 1, 2).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_copy_bytes(bytes, 2, bytes + 2, 2).status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(memcmp(bytes, "\1\2\1\2", 4) == 0);
}

TEST(elements_that_are_no_value_are_refused) {
    const reference_project_Marker markers[] = {REFERENCE_PROJECT_MARKER_HIDDEN, REFERENCE_PROJECT_MARKER_DOT, REFERENCE_PROJECT_MARKER_HIDDEN, 7};
    CHECK_EQ(reference_project_count_hidden(markers, 3).value, 2);
    CHECK_EQ(reference_project_count_hidden(markers, 4).status, REFERENCE_PROJECT_STATUS_INVALID);
    const bool values[] = {true, false, true, true};
    CHECK_EQ(reference_project_count_true(values, 4).value, 3);
    CHECK_EQ(reference_project_count_true((const bool *)(const void *)"\1\0\2", 3).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(slices_are_returned_with_their_length) {
    const reference_project_Result_Slice_u16 some = reference_project_primes();
    static const uint16_t expected[] = {2, 3, 5, 7, 11, 13, 65521};
    CHECK_EQ(some.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(some.value.len, 7);
    CHECK(memcmp(some.value.data, expected, sizeof expected) == 0);
}
