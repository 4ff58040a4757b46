/* Strings: UTF-8 with a length, and C's own. */
#include "reference_project.h"
#include "interop_test.h"

#include <stdlib.h>
#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1

TEST(each_byte_arrives) {
    CHECK_EQ(reference_project_checksum(TEXT("abc")).value, 'a' + 2 * 'b' + 3 * 'c');
    CHECK_EQ(reference_project_checksum(TEXT("a\0c")).value, 'a' + 3 * 'c');
    CHECK_EQ(reference_project_checksum(TEXT("\xc3\xb6")).value, 0xc3 + 2 * 0xb6);
    CHECK_EQ(reference_project_checksum(TEXT("")).value, 0);
    CHECK_EQ(reference_project_checksum(NULL, 0).value, 0);
}

TEST(a_long_string_arrives) {
    const size_t len = 100000;
    char *const text = malloc(len);
    memset(text, 1, len);
    CHECK_EQ(reference_project_checksum(text, len).value, UINT64_C(5000050000));
    free(text);
}

TEST(two_strings_are_told_apart) {
    CHECK_EQ(reference_project_continues(TEXT("ab"), TEXT("abc")).value, 1);
    CHECK_EQ(reference_project_continues(TEXT("abc"), TEXT("ab")).value, -1);
    CHECK_EQ(reference_project_continues(TEXT("ab"), TEXT("ab")).value, 0);
    CHECK_EQ(reference_project_continues(TEXT("ab"), TEXT("ba")).value, 0);
}

TEST(what_is_not_utf8_is_refused) {
    CHECK_EQ(reference_project_checksum(TEXT("\xff")).status, REFERENCE_PROJECT_STATUS_UTF8);
    CHECK_EQ(reference_project_checksum(TEXT("\xed\xa0\x80")).status, REFERENCE_PROJECT_STATUS_UTF8); /* half of a surrogate pair */
    CHECK_EQ(reference_project_checksum("\xc3\xb6", 1).status, REFERENCE_PROJECT_STATUS_UTF8);
    CHECK_EQ(reference_project_checksum(NULL, 1).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(no_string_is_not_an_empty_one) {
    CHECK_EQ(reference_project_title_len(TEXT("n\xc3\xa9")).value, 2);
    CHECK_EQ(reference_project_title_len(TEXT("")).value, 0);
    CHECK_EQ(reference_project_title_len(NULL, 0).value, -1);
}

TEST(c_strings_end_at_their_nul) {
    CHECK_EQ(reference_project_c_string_len("").value, 0);
    CHECK_EQ(reference_project_c_string_len("abc\0def").value, 3);
    CHECK_EQ(reference_project_c_string_len("\xff").value, 1);
    CHECK_EQ(reference_project_c_string_len(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(an_optional_c_string_may_be_null) {
    CHECK_EQ(reference_project_c_string_last("abz").value, 'z');
    CHECK_EQ(reference_project_c_string_last("").value, 0);
    CHECK_EQ(reference_project_c_string_last(NULL).value, 256);
}

TEST(strings_are_returned_with_their_length) {
    const reference_project_Result_Str text = reference_project_greeting();
    static const char expected[] = "Gr\xc3\xbc\xc3\x9f" "e,\0\xe4\xb8\x96\xe7\x95\x8c";
    CHECK_EQ(text.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(text.value.len, sizeof expected - 1);
    CHECK(memcmp(text.value.data, expected, sizeof expected - 1) == 0);
}

TEST(strings_and_slices_are_fields) {
    const float values[] = {0.25f, 4};
    const reference_project_Label label = {{"\xc3\xb6x", 3}, {values, 2}, 9};
    CHECK(reference_project_label_sum(label).value == 2 + 425 + 90000);
    const reference_project_Label empty = {{NULL, 0}, {NULL, 0}, 0};
    CHECK(reference_project_label_sum(empty).value == 0);
    const reference_project_Label broken = {{"\xff", 1}, {values, 2}, 9};
    CHECK_EQ(reference_project_label_sum(broken).status, REFERENCE_PROJECT_STATUS_UTF8);
    const reference_project_Label missing = {{"x", 1}, {NULL, 2}, 9};
    CHECK_EQ(reference_project_label_sum(missing).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(structs_that_borrow_are_returned) {
    const reference_project_Label label = reference_project_some_label().value;
    CHECK_EQ(label.text.len, 7);
    CHECK(memcmp(label.text.data, "Stra\xc3\x9f" "e", 7) == 0);
    CHECK_EQ(label.values.len, 2);
    CHECK(label.values.data[0] == 0.5f && label.values.data[1] == -2);
    CHECK_EQ(label.id, 7);
}
