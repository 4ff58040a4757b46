/* Documentation that tries to break out of comments: that this compiles is half of the proof, that all is in place the other. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(a_hostile_constant_is_one) {
    CHECK_EQ(REFERENCE_PROJECT_HOSTILE, 0xd0c5);
}

TEST(nothing_was_defined_from_within_a_comment) {
#if defined(broken_out)
    CHECK(false);
#endif
    const char *const broken_out = "no variable either";
    CHECK_STR(broken_out, "no variable either");
}

TEST(no_field_is_lost_in_a_comment) {
    const reference_project_Hostile hostile = {0x5a, 0x1234, UINT32_C(0x12345678), UINT64_C(0x0123456789abcdef)};
    const reference_project_Result_Hostile back = reference_project_hostile_changed(hostile);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(back.value.field, 0xa5);
    CHECK_EQ(back.value.unicode, 0xedcb);
    CHECK_EQ(back.value.control, UINT32_C(0xedcba987));
    CHECK_EQ(back.value.block, UINT64_C(0xfedcba9876543210));
}

TEST(no_variant_is_lost_in_a_comment) {
    const reference_project_Ending all[] = {REFERENCE_PROJECT_ENDING_QUOTE, REFERENCE_PROJECT_ENDING_THREE, REFERENCE_PROJECT_ENDING_BACKSLASH, REFERENCE_PROJECT_ENDING_COMMENT, REFERENCE_PROJECT_ENDING_BRACE, REFERENCE_PROJECT_ENDING_REGION};
    const int values[] = {1, 3, 92, 42, 123, 35};
    for (int i = 0; i < 6; i++) {
        CHECK_EQ(all[i], values[i]);
        CHECK_EQ(reference_project_ending_after(all[i]).value, all[(i + 1) % 6]);
    }
}

TEST(a_hostile_function_is_one) {
    CHECK_EQ(reference_project_hostile_inverted(0x0f), 0xf0);
}

static uint8_t times_thirty(uint8_t x) {
    return (uint8_t)(x * 30);
}

TEST(hostile_callbacks_and_cases_are_ones) {
    const reference_project_HostileCase unit = {.tag = REFERENCE_PROJECT_HOSTILE_CASE_UNIT};
    const reference_project_HostileCase fields = {.tag = REFERENCE_PROJECT_HOSTILE_CASE_FIELDS, .payload = {.fields = {.field = 0xfedc}}};
    CHECK_EQ(reference_project_hostile_called(times_thirty, unit).value, 210 << 16);
    CHECK_EQ(reference_project_hostile_called(times_thirty, fields).value, 210 << 16 | 0xfedc);
}

TEST(a_hostile_service_is_one) {
    reference_project_HostileService *const service = reference_project_hostile_service_new("*/ \"\"\"", 6).value;
    const reference_project_Result_Str text = reference_project_hostile_service_text(service);
    CHECK_BYTES(text.value.data, text.value.len, "*/ \"\"\"");
    CHECK_EQ(reference_project_hostile_service_release(service), REFERENCE_PROJECT_STATUS_OK);
    reference_project_hostile_service_destroy(service);
}
