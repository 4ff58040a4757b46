/* What should not be used any more: it still works. That compilers warn of it, the backend's own tests show. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

TEST(deprecated_functions_still_work) {
    CHECK_EQ(reference_project_old_after(UINT32_MAX), 0);
    CHECK_EQ(reference_project_old_after(UINT32_C(0x01020304)), UINT32_C(0x01020305));
    CHECK_EQ(reference_project_old_before(0).value, UINT32_MAX);
}

TEST(a_deprecated_constant_keeps_its_value) {
    CHECK_EQ(REFERENCE_PROJECT_OLD_LIMIT, 640);
    CHECK_EQ(REFERENCE_PROJECT_NEW_LIMIT, 65536);
}

TEST(a_deprecated_struct_is_passed) {
    const reference_project_Result_Fahrenheit warm = reference_project_warmer((reference_project_Fahrenheit){-40.25f});
    CHECK_EQ(warm.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(warm.value.degrees, -30.25f);
}

TEST(a_deprecated_enum_is_passed) {
    CHECK_EQ(reference_project_turned(REFERENCE_PROJECT_DIRECTION_LEFT).value, REFERENCE_PROJECT_DIRECTION_RIGHT);
    CHECK_EQ(reference_project_turned(REFERENCE_PROJECT_DIRECTION_RIGHT).value, REFERENCE_PROJECT_DIRECTION_LEFT);
    CHECK_EQ(reference_project_turned(0).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(deprecated_methods_are_called) {
    reference_project_Countdown *const countdown = reference_project_countdown_from_ten().value;
    CHECK_EQ(reference_project_countdown_next(countdown).value, 9);
    CHECK_EQ(reference_project_countdown_skip(countdown, 7).value, 2);
    CHECK_EQ(reference_project_countdown_next(countdown).value, 1);
    reference_project_countdown_destroy(countdown);
}
