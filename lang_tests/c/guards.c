/* What guarded functions make of panics and wrong arguments. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1

static char message[512];

static const char *last_error(void) {
    memset(message, 0, sizeof message);
    reference_project_ffi_last_error((uint8_t *)message, sizeof message - 1);
    return message;
}

TEST(what_does_not_panic_returns) {
    CHECK_EQ(reference_project_divide(-7, 2).value, -3);
    CHECK_EQ(reference_project_divide(7, -2).status, REFERENCE_PROJECT_STATUS_OK);
}

TEST(a_panic_is_a_status_with_a_message) {
    CHECK_EQ(reference_project_divide(1, 0).status, REFERENCE_PROJECT_STATUS_PANIC);
    CHECK(strstr(last_error(), "attempt to divide by zero") != NULL);
    CHECK_EQ(reference_project_divide(INT32_MIN, -1).status, REFERENCE_PROJECT_STATUS_PANIC);
    CHECK(strstr(last_error(), "overflow") != NULL);
    CHECK_EQ(reference_project_layer_name_len(TEXT("panic")).status, REFERENCE_PROJECT_STATUS_PANIC);
    CHECK(strstr(last_error(), "this name is taken") != NULL);
}

TEST(a_message_is_copied_as_far_as_there_is_room) {
    CHECK_EQ(reference_project_fail_with(TEXT("a long st\xc3\xb6ry")), REFERENCE_PROJECT_STATUS_PANIC);
    const size_t len = reference_project_ffi_last_error(NULL, 0);
    CHECK_EQ(len, strlen(last_error()));
    CHECK(strncmp(message, "a long st\xc3\xb6ry", 13) == 0);
    uint8_t start[] = {0, 0, 0, '!'};
    CHECK_EQ(reference_project_ffi_last_error(start, 3), len);
    CHECK(memcmp(start, "a l!", 4) == 0);
}

TEST(a_message_says_where) {
    reference_project_ffi_api_guard(); /* from the first call of which on places are known */
    CHECK_EQ(reference_project_fail_with(TEXT("mine")), REFERENCE_PROJECT_STATUS_PANIC);
    CHECK(strstr(last_error(), "guards.rs:") != NULL);
}

TEST(a_panic_deep_inside_without_a_text_is_a_status) {
    CHECK_EQ(reference_project_fail_deeply(20).status, REFERENCE_PROJECT_STATUS_PANIC);
    CHECK(reference_project_ffi_last_error(NULL, 0) > 0);
}

TEST(a_panic_spoils_nothing) {
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(reference_project_median(NULL, 0).status, REFERENCE_PROJECT_STATUS_PANIC);
        const double values[] = {3, -1, 2};
        CHECK(reference_project_median(values, 3).value == 2);
    }
}

TEST(a_wrong_argument_is_a_status) {
    CHECK_EQ(reference_project_is_drawn(7).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK(reference_project_is_drawn(REFERENCE_PROJECT_MARKER_DOT).value);
    CHECK(!reference_project_is_drawn(REFERENCE_PROJECT_MARKER_HIDDEN).value);
}
