/* Results: the value, or which error. */
#include "reference_project.h"
#include "interop_test.h"

#define TEXT(literal) literal, sizeof(literal) - 1

TEST(success_has_a_value) {
    const reference_project_Result_u32 len = reference_project_layer_name_len(TEXT("H\xc3\xb6he"));
    CHECK_EQ(len.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(len.value, 4);
    const reference_project_Result_u64 highest = reference_project_parse_digits(TEXT("18446744073709551615"));
    CHECK_EQ(highest.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(highest.value == UINT64_MAX);
}

TEST(errors_have_their_discriminants) {
    CHECK_EQ(REFERENCE_PROJECT_ERROR_BAD_NAME, 1);
    CHECK_EQ(REFERENCE_PROJECT_ERROR_FULL, 2);
    CHECK_EQ(REFERENCE_PROJECT_PARSE_ERROR_NO_DIGIT, 40);
    CHECK_EQ(REFERENCE_PROJECT_PARSE_ERROR_TOO_LARGE, INT32_MAX);
}

TEST(errors_are_told_apart) {
    CHECK_EQ(reference_project_layer_name_len(TEXT("")).status, REFERENCE_PROJECT_ERROR_BAD_NAME);
    CHECK_EQ(reference_project_parse_digits(TEXT("")).status, REFERENCE_PROJECT_PARSE_ERROR_EMPTY);
    CHECK_EQ(reference_project_parse_digits(TEXT("12x")).status, REFERENCE_PROJECT_PARSE_ERROR_NO_DIGIT);
    CHECK_EQ(reference_project_parse_digits(TEXT("18446744073709551616")).status, REFERENCE_PROJECT_PARSE_ERROR_TOO_LARGE);
}

TEST(a_failure_has_no_value) {
    CHECK_EQ(reference_project_parse_digits(TEXT("12x")).value, 0);
    const reference_project_Result_Vec2 point = reference_project_parse_point(TEXT("1"), TEXT("x"));
    CHECK(point.value.x == 0 && point.value.y == 0);
}

TEST(a_result_without_a_value_is_a_status) {
    const reference_project_Status fine = reference_project_check_name(TEXT("x"));
    CHECK_EQ(fine, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_check_name(TEXT("")), REFERENCE_PROJECT_ERROR_BAD_NAME);
}

TEST(structs_come_back_in_results) {
    const reference_project_Result_Vec2 point = reference_project_parse_point(TEXT("12"), TEXT("345"));
    CHECK_EQ(point.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(point.value.x == 12 && point.value.y == 345);
    CHECK_EQ(reference_project_parse_point(TEXT("1"), TEXT("")).status, REFERENCE_PROJECT_PARSE_ERROR_EMPTY);
}

TEST(options_come_back_in_results) {
    CHECK_EQ(reference_project_marker_called(TEXT("hidden")).value.value, REFERENCE_PROJECT_MARKER_HIDDEN);
    CHECK(reference_project_marker_called(TEXT("dot")).value.is_some);
    CHECK(!reference_project_marker_called(TEXT("")).value.is_some);
    CHECK_EQ(reference_project_marker_called(TEXT("")).status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_marker_called(TEXT("star")).status, REFERENCE_PROJECT_ERROR_BAD_NAME);
}

TEST(statuses_have_names_and_meanings) {
    CHECK(strcmp(reference_project_Status_name(0), "OK") == 0);
    CHECK(strcmp(reference_project_Status_name(REFERENCE_PROJECT_STATUS_BUSY), "BUSY") == 0);
    CHECK(strcmp(reference_project_Status_meaning(REFERENCE_PROJECT_STATUS_UTF8), "A text is not UTF-8.") == 0);
    CHECK(strcmp(reference_project_Status_name(REFERENCE_PROJECT_PARSE_ERROR_EMPTY), "UNKNOWN") == 0);

    /* Each enum of errors knows its own, and the others. */
    CHECK(strcmp(reference_project_ParseError_name(REFERENCE_PROJECT_PARSE_ERROR_NO_DIGIT), "NO_DIGIT") == 0);
    CHECK(strcmp(reference_project_ParseError_meaning(REFERENCE_PROJECT_PARSE_ERROR_NO_DIGIT), "Something is no digit.") == 0);
    CHECK(strcmp(reference_project_ParseError_name(INT32_MAX), "TOO_LARGE") == 0);
    CHECK(strcmp(reference_project_ParseError_name(-1), "PANIC") == 0);
    CHECK(strcmp(reference_project_ParseError_name(39), "UNKNOWN") == 0);
    CHECK(strcmp(reference_project_Error_meaning(1), reference_project_ParseError_meaning(1)) != 0);
}
