/* Functions that are called as those of the system, of another library, or of Interoptopus itself. */
#include "hostile.h"
#include "interop_test.h"
#include <stdlib.h>
#include <string.h>

TEST(names_of_the_system_are_behind_that_of_the_library) {
    const hostile_Result_u32 closed = hostile_close(1), written = hostile_write(1);
    CHECK(closed.status == HOSTILE_STATUS_OK && closed.value == 101);
    CHECK(written.status == HOSTILE_STATUS_OK && written.value == 102);
    CHECK(hostile_free(1) == 103 && hostile_memcpy(1) == 104);
    CHECK(hostile_remainder(1.0) == 105.0 && hostile_index(1) == 106);
}

TEST(what_is_called_as_the_system_s_is_the_system_s) {
    char *copy = malloc(4);
    memcpy(copy, "abc", 4);
    CHECK(strcmp(copy, "abc") == 0);
    free(copy);
    CHECK_EQ(hostile_open_and_close(5000).value, 5000);
}

TEST(names_of_interoptopus_are_behind_a_prefix) {
    CHECK(hostile_last_error().value == 106 && hostile_api_guard().value == 107);
    CHECK(hostile_release().value == 108 && hostile_destroy().value == 109);
    CHECK(hostile_ffi_api_guard() == HOSTILE_API_GUARD);
    CHECK_EQ(hostile_ffi_last_error(NULL, 0), hostile_ffi_last_error(NULL, 0));
}

TEST(methods_may_be_called_as_what_services_have) {
    hostile_Lock *lock = hostile_lock_new().value;
    CHECK(hostile_lock_release(lock).value == 111);
    CHECK(hostile_lock_break(lock).value == 112);
    CHECK(hostile_lock_last_error(lock).value == 113);
    hostile_lock_destroy(lock);
    CHECK(hostile_ffi_live_objects() == 0);
}
