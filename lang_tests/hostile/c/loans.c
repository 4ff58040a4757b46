/* What methods and functions return that leads to memory. */
#include "hostile.h"
#include "interop_test.h"

#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1

/* Whether `lender` has lent anything: then it cannot change. */
static bool is_lent(hostile_Lender *lender) {
    const int32_t status = hostile_lender_add(lender, 7);
    CHECK(status == HOSTILE_STATUS_OK || status == HOSTILE_STATUS_BUSY);
    CHECK_EQ(hostile_lender_release(lender), status == HOSTILE_STATUS_OK ? HOSTILE_STATUS_INVALID : HOSTILE_STATUS_OK);
    return status == HOSTILE_STATUS_BUSY;
}

TEST(nones_and_errors_lend_nothing) {
    hostile_Lender *const lender = hostile_lender_new(0).value;
    CHECK(!hostile_lender_flagged(lender).value.is_some && !is_lent(lender));
    hostile_lender_destroy(lender);
    hostile_Lender *const empty = hostile_lender_new(0).value;
    CHECK(!hostile_lender_label(empty).value.is_some);
    CHECK(hostile_lender_name(empty).value.data == NULL);
    CHECK(hostile_lender_c_name(empty).value == NULL);
    CHECK(hostile_lender_first(empty).value == NULL);
    CHECK(hostile_lender_all(empty, false).value.data == NULL);
    CHECK_EQ(hostile_lender_all(empty, true).status, HOSTILE_LOAN_ERROR_NOTHING);
    CHECK(hostile_lender_all_mut(empty).value.data == NULL);
    CHECK(!is_lent(empty));
    hostile_lender_destroy(empty);
}

TEST(what_is_there_is_lent) {
    hostile_Lender *const lender = hostile_lender_new(3).value;
    CHECK(hostile_lender_flagged(lender).value.value.len == 6 && is_lent(lender));
    CHECK(hostile_lender_label(lender).value.value.len == 6 && is_lent(lender));
    CHECK(hostile_lender_name(lender).value.len == 6 && is_lent(lender));
    CHECK(strcmp(hostile_lender_c_name(lender).value, "lender") == 0 && is_lent(lender));
    CHECK(*hostile_lender_first(lender).value == 0 && is_lent(lender));
    CHECK(hostile_lender_all(lender, false).value.len == 3 && is_lent(lender));
    CHECK(hostile_lender_all_mut(lender).value.len == 3 && is_lent(lender));
    CHECK(!is_lent(lender));
    hostile_lender_destroy(lender);
}

TEST(an_enum_with_data_is_lent_whatever_it_has) {
    hostile_Lender *const lender = hostile_lender_new(0).value;
    CHECK_EQ(hostile_lender_shelf(lender).value.tag, HOSTILE_SHELF_EMPTY);
    CHECK(is_lent(lender));
    hostile_lender_destroy(lender);
}

TEST(some_of_an_empty_text_or_slice_at_null_is_some) {
    hostile_Lender *const lender = hostile_lender_new(1).value;
    const hostile_Label nothing = {{NULL, 0}, 0};
    const hostile_Result_Nullable_Str text = hostile_lender_text_of(lender, nothing);
    CHECK(text.status == HOSTILE_STATUS_OK && text.value.data != NULL && text.value.len == 0);
    CHECK(is_lent(lender));
    const hostile_Words none = {{NULL, 0}};
    const hostile_Result_Nullable_Slice_u32 words = hostile_lender_words_of(lender, none);
    CHECK(words.status == HOSTILE_STATUS_OK && words.value.data != NULL && words.value.len == 0);
    CHECK(is_lent(lender));
    CHECK(!is_lent(lender));
    hostile_lender_destroy(lender);
}

TEST(what_is_an_argument_s_own_is_not_lent) {
    hostile_Lender *const lender = hostile_lender_new(2).value;
    const char *const text = "abc";
    const hostile_Result_Str echo = hostile_lender_echo(lender, text, 3);
    CHECK(echo.value.data == text && echo.value.len == 2);
    CHECK(!is_lent(lender));
    CHECK(hostile_loans_beside_a_service(lender, text, 3).value.data == text + 3);
    CHECK(!is_lent(lender));
    hostile_lender_destroy(lender);
}

/* Whether just one thing is lent, as before the call. */
static bool is_lent_once(hostile_Lender *lender) {
    CHECK_EQ(hostile_lender_release(lender), HOSTILE_STATUS_OK);
    const bool nothing_else = hostile_lender_release(lender) == HOSTILE_STATUS_INVALID;
    return nothing_else && hostile_lender_name(lender).value.len == 6;
}

TEST(what_borrows_nothing_is_not_lent_however_it_is_written) {
    hostile_Lender *const lender = hostile_lender_new(2).value;
    CHECK_EQ(hostile_lender_nothing_or_error(lender, false), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_lender_nothing_or_error(lender, true), HOSTILE_LOAN_ERROR_NOTHING);
    CHECK(!is_lent(lender));
    CHECK(hostile_lender_name(lender).value.len == 6 && is_lent_once(lender));
    for (int some = 0; some <= 1; some++) {
        CHECK(hostile_lender_portion(lender, some).value == (uint32_t)some && is_lent_once(lender));
        CHECK(hostile_lender_counted(lender, some).value == (uint32_t)some && is_lent_once(lender));
        CHECK(hostile_lender_maybe(lender, some).value.is_some == some && is_lent_once(lender));
        CHECK(hostile_lender_maybe_here(lender, some, false).value.is_some == some && is_lent_once(lender));
        CHECK((hostile_lender_address(lender, some).value != NULL) == some && is_lent_once(lender));
        CHECK((hostile_lender_address_or_none(lender, some).value != NULL) == some && is_lent_once(lender));
    }
    CHECK(hostile_lender_maybe_here(lender, true, true).status != HOSTILE_STATUS_OK && is_lent_once(lender));
    CHECK(hostile_lender_nothing(lender) == HOSTILE_STATUS_OK && is_lent_once(lender));
    CHECK(hostile_lender_number(lender).value == 3 && is_lent_once(lender));
    hostile_Lender *const child = hostile_lender_child(lender).value;
    CHECK(is_lent_once(lender) && !is_lent(child));
    hostile_lender_destroy(child);
    CHECK_EQ(hostile_lender_release(lender), HOSTILE_STATUS_OK);
    hostile_lender_destroy(lender);
}

TEST(arguments_come_back) {
    const char *const text = "\xc3\xa4rger";
    CHECK(hostile_loans_rest_of_text(text, 6).value.data == text + 2);
    const uint32_t words[] = {1, 2, 3};
    CHECK(hostile_loans_rest_of_words(words, 3).value.data == words + 1);
    CHECK(hostile_loans_rest_of_words(words, 0).value.data == NULL);
    const uint64_t a = 1, b = 2;
    CHECK(hostile_loans_greater(&a, &b).value == &b);
}
