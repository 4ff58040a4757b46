/* Owned strings and vectors: each result is freed once; the suite looks for what is left. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1
#define CHECK_TEXT(text, literal) \
    do { \
        const reference_project_String found = (text); \
        CHECK_EQ(found.len, sizeof(literal) - 1); \
        CHECK(memcmp(found.data, literal, sizeof(literal) - 1) == 0); \
        reference_project_String_free(found); \
    } while (0)

TEST(a_text_is_returned) {
    const reference_project_Result_String three = reference_project_text_repeated(TEXT("a\0\xc3\xb6"), 3, TEXT(", "));
    CHECK_EQ(three.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_TEXT(three.value, "a\0\xc3\xb6, a\0\xc3\xb6, a\0\xc3\xb6");
    CHECK_TEXT(reference_project_text_in_capitals(TEXT("\xc3\xb6x")).value, "\xc3\x96X");
    CHECK_TEXT(reference_project_number_in_decimal(INT64_MIN), "-9223372036854775808");
}

TEST(an_empty_text_needs_no_memory) {
    const reference_project_Result_String none = reference_project_text_repeated(TEXT("abc"), 0, TEXT(", "));
    CHECK_EQ(none.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(none.value.data != NULL);
    CHECK_TEXT(none.value, "");
}

TEST(a_text_belongs_to_its_caller) {
    const reference_project_String text = reference_project_text_repeated(TEXT("ab"), 1, TEXT("")).value;
    text.data[0] = 'x';
    CHECK_TEXT(text, "xb");
}

TEST(a_large_text_is_returned) {
    const reference_project_Result_String large = reference_project_text_repeated(TEXT("x\xe4\xb8\x96"), 250000, TEXT(""));
    CHECK_EQ(large.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(large.value.len, 1000000);
    CHECK(memcmp(large.value.data + 999996, "x\xe4\xb8\x96", 4) == 0);
    reference_project_String_free(large.value);
}

TEST(none_is_null) {
    const reference_project_Result_Nullable_String some = reference_project_text_reversed(TEXT("ab\xc3\xb6"));
    CHECK_EQ(some.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_TEXT(some.value, "\xc3\xb6" "ba");
    const reference_project_Result_Nullable_String empty = reference_project_text_reversed("", 0);
    CHECK(empty.value.data != NULL);
    CHECK_TEXT(empty.value, "");
    const reference_project_Result_Nullable_String none = reference_project_text_reversed(NULL, 0);
    CHECK_EQ(none.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(none.value.data == NULL);
    reference_project_String_free(none.value);
}

TEST(an_error_comes_without_memory) {
    CHECK_TEXT(reference_project_number_in_roman(3999).value, "MMMCMXCIX");
    const reference_project_Result_String error = reference_project_number_in_roman(4000);
    CHECK_EQ(error.status, REFERENCE_PROJECT_PARSE_ERROR_TOO_LARGE);
    CHECK(error.value.data == NULL && error.value.len == 0);
    CHECK_EQ(reference_project_digits_of_text(TEXT("12x")).status, REFERENCE_PROJECT_PARSE_ERROR_NO_DIGIT);
}

TEST(wrong_arguments_are_refused) {
    CHECK_EQ(reference_project_text_repeated(TEXT("\xff"), 1, TEXT("")).status, REFERENCE_PROJECT_STATUS_UTF8);
    CHECK_EQ(reference_project_text_repeated(NULL, 1, 1, TEXT("")).status, REFERENCE_PROJECT_STATUS_NULL);
    const reference_project_Marker markers[] = {REFERENCE_PROJECT_MARKER_DOT, (reference_project_Marker)77};
    CHECK_EQ(reference_project_markers_without_repeats(markers, 2).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(elements_are_returned) {
    const reference_project_Vec_f64 roots = reference_project_square_roots(17).value;
    CHECK_EQ(roots.len, 17);
    CHECK(roots.data[2] == 1.4142135623730951 && roots.data[16] == 4);
    reference_project_Vec_f64_free(roots);

    const reference_project_Vec_u8 bytes = reference_project_bytes_of_text(TEXT("\xc3\xb6\0")).value;
    CHECK_EQ(bytes.len, 3);
    CHECK(memcmp(bytes.data, "\xc3\xb6\0", 3) == 0);
    reference_project_Vec_u8_free(bytes);

    const reference_project_Vec_bool bits = reference_project_bits_of_byte(0xb1).value;
    const bool expected[] = {true, false, false, false, true, true, false, true};
    CHECK_EQ(bits.len, 8);
    CHECK(memcmp(bits.data, expected, sizeof expected) == 0);
    reference_project_Vec_bool_free(bits);

    const reference_project_Vec_u8 digits = reference_project_digits_of_text(TEXT("907")).value;
    CHECK_EQ(digits.len, 3);
    CHECK(memcmp(digits.data, "\x09\x00\x07", 3) == 0);
    reference_project_Vec_u8_free(digits);
}

TEST(elements_go_in_and_out) {
    const reference_project_Vec2 points[] = {{1, 2}, {-3, 0.5f}};
    const reference_project_Vec_Vec2 mirrored = reference_project_points_mirrored(points, 2).value;
    CHECK_EQ(mirrored.len, 2);
    CHECK(mirrored.data[0].x == 0.5f && mirrored.data[0].y == -3);
    CHECK(mirrored.data[1].x == 2 && mirrored.data[1].y == 1);
    reference_project_Vec_Vec2_free(mirrored);
    CHECK(points[0].x == 1 && points[1].y == 0.5f);

    const reference_project_Marker markers[] = {REFERENCE_PROJECT_MARKER_DOT, REFERENCE_PROJECT_MARKER_DOT, REFERENCE_PROJECT_MARKER_CROSS};
    const reference_project_Vec_Marker without = reference_project_markers_without_repeats(markers, 3).value;
    CHECK_EQ(without.len, 2);
    CHECK_EQ(without.data[0], REFERENCE_PROJECT_MARKER_DOT);
    CHECK_EQ(without.data[1], REFERENCE_PROJECT_MARKER_CROSS);
    reference_project_Vec_Marker_free(without);

    const ptrdiff_t places[] = {7, -2, PTRDIFF_MAX};
    const reference_project_Vec_isize distances = reference_project_distances_between(places + 0, 2);
    CHECK_EQ(distances.len, 1);
    CHECK_EQ(distances.data[0], -9);
    reference_project_Vec_isize_free(distances);
}

TEST(no_elements_are_told_from_none) {
    const uint64_t numbers[] = {3, UINT64_MAX - 1, 5, 8};
    const reference_project_Vec_u64 even = reference_project_even_numbers(numbers, 4).value;
    CHECK_EQ(even.len, 2);
    CHECK_EQ(even.data[0], UINT64_MAX - 1);
    CHECK_EQ(even.data[1], 8);
    reference_project_Vec_u64_free(even);
    const reference_project_Vec_u64 empty = reference_project_even_numbers(numbers, 1).value;
    CHECK(empty.data != NULL && empty.len == 0);
    reference_project_Vec_u64_free(empty);
    const reference_project_Vec_u64 none = reference_project_even_numbers(NULL, 0).value;
    CHECK(none.data == NULL);
    reference_project_Vec_u64_free(none);
}

static int64_t countdown(void) {
    static int64_t next = 40;
    return next--;
}

TEST(callbacks_may_make_the_elements) {
    const reference_project_Vec_i64 numbers = reference_project_numbers_produced(3, countdown).value;
    CHECK_EQ(numbers.len, 3);
    CHECK(numbers.data[0] == 40 && numbers.data[1] == 39 && numbers.data[2] == 38);
    reference_project_Vec_i64_free(numbers);
}

TEST(methods_return_copies) {
    reference_project_Notebook *const notes = reference_project_notebook_new().value;
    CHECK_EQ(reference_project_notebook_write(notes, TEXT("one")), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_notebook_write(notes, TEXT("zw\xc3\xb6")), REFERENCE_PROJECT_STATUS_OK);
    const reference_project_String text = reference_project_notebook_text(notes).value;
    const reference_project_String second = reference_project_notebook_line(notes, 2).value;
    const reference_project_Vec_u64 lengths = reference_project_notebook_lengths(notes).value;
    const reference_project_String last = reference_project_notebook_take_last(notes).value;
    CHECK_EQ(reference_project_notebook_line(notes, 2).status, REFERENCE_PROJECT_PARSE_ERROR_TOO_LARGE);
    reference_project_notebook_destroy(notes);
    CHECK_TEXT(text, "one\nzw\xc3\xb6\n");
    CHECK_TEXT(second, "zw\xc3\xb6");
    CHECK_TEXT(last, "zw\xc3\xb6");
    CHECK(lengths.len == 2 && lengths.data[0] == 3 && lengths.data[1] == 4);
    reference_project_Vec_u64_free(lengths);
}

TEST(texts_go_in) {
    const reference_project_Str texts[] = {{"ab", 2}, {"\xc3\xb6\0c", 4}, {NULL, 0}, {"zz", 2}};
    CHECK_TEXT(reference_project_texts_joined(texts, 4, TEXT("; ")).value, "\xc3\xb6\0c; ab; zz; ");
    CHECK_TEXT(reference_project_texts_joined(NULL, 0, TEXT("; ")).value, "");
    CHECK_EQ(reference_project_texts_with_part(texts, 4, TEXT("z")).value, 1);
    CHECK_EQ(reference_project_texts_with_part(texts, 4, TEXT("")).value, 4);
    CHECK_EQ(reference_project_texts_with_part(texts, 0, TEXT("z")).value, 0);
    CHECK_EQ(reference_project_texts_with_part(NULL, 0, TEXT("z")).value, -1);
    CHECK_EQ(reference_project_bytes_of_texts(texts, 4).value, 8);
    const reference_project_Str greatest = reference_project_greatest_text(texts, 4).value;
    CHECK(greatest.data == texts[1].data && greatest.len == 4);
    CHECK_EQ(reference_project_greatest_text(texts, 0).value.len, 0);
}

TEST(wrong_texts_are_refused) {
    const reference_project_Str wrong[] = {{"ab", 2}, {"\xff", 1}}, missing[] = {{"ab", 2}, {NULL, 1}};
    CHECK_EQ(reference_project_texts_joined(wrong, 2, TEXT("")).status, REFERENCE_PROJECT_STATUS_UTF8);
    CHECK_EQ(reference_project_texts_joined(missing, 2, TEXT("")).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_texts_joined(NULL, 1, TEXT("")).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_greatest_text(wrong, 2).status, REFERENCE_PROJECT_STATUS_UTF8);
    CHECK_EQ(reference_project_texts_with_part(missing, 2, TEXT("a")).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_bytes_of_texts(wrong, 2).status, REFERENCE_PROJECT_STATUS_UTF8);
}
