/* Sets of flags: integers whose bits have names. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(each_flag_is_its_bits) {
    CHECK_EQ(REFERENCE_PROJECT_PERMISSION_READ, 1);
    CHECK_EQ(REFERENCE_PROJECT_PERMISSION_WRITE, 2);
    CHECK_EQ(REFERENCE_PROJECT_PERMISSION_EXECUTE, 4);
    CHECK_EQ(REFERENCE_PROJECT_PERMISSION_EDIT, REFERENCE_PROJECT_PERMISSION_READ | REFERENCE_PROJECT_PERMISSION_WRITE);
    CHECK_EQ(REFERENCE_PROJECT_PERMISSION_OWN, 0x80);
    CHECK_EQ(REFERENCE_PROJECT_EVENT_CLOSED, UINT32_C(0x80000000));
    CHECK_EQ(REFERENCE_PROJECT_FEATURE_EVERYTHING, UINT64_C(1) << 63);
    CHECK_EQ(sizeof(reference_project_Permission), 1);
    CHECK_EQ(sizeof(reference_project_Event), 4);
    CHECK_EQ(sizeof(reference_project_Feature), 8);
}

TEST(flags_are_joined_on_both_sides) {
    const reference_project_Permission mine = REFERENCE_PROJECT_PERMISSION_READ | REFERENCE_PROJECT_PERMISSION_OWN;
    const reference_project_Result_Permission both = reference_project_permissions_joined(mine, REFERENCE_PROJECT_PERMISSION_EXECUTE);
    CHECK_EQ(both.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(both.value, 0x85);
    CHECK_EQ(reference_project_permissions_joined(0, 0).value, 0);
    CHECK_EQ(reference_project_permissions_joined(REFERENCE_PROJECT_PERMISSION_EDIT, REFERENCE_PROJECT_PERMISSION_WRITE).value, REFERENCE_PROJECT_PERMISSION_EDIT);
}

TEST(bits_without_a_name_are_refused) {
    CHECK_EQ(reference_project_permissions_joined(8, 0).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_permissions_joined(REFERENCE_PROJECT_PERMISSION_READ, 0x40).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_count_events(2).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_feature_bits(UINT64_C(1) << 62).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(a_set_includes_its_parts) {
    CHECK(reference_project_permissions_include(REFERENCE_PROJECT_PERMISSION_EDIT, REFERENCE_PROJECT_PERMISSION_WRITE));
    CHECK(!reference_project_permissions_include(REFERENCE_PROJECT_PERMISSION_WRITE, REFERENCE_PROJECT_PERMISSION_EDIT));
    CHECK(reference_project_permissions_include(0, 0));
    CHECK(!reference_project_permissions_include(REFERENCE_PROJECT_PERMISSION_EDIT | REFERENCE_PROJECT_PERMISSION_EXECUTE, REFERENCE_PROJECT_PERMISSION_OWN));
}

TEST(the_highest_of_32_bits_is_no_sign) {
    CHECK_EQ(reference_project_other_events(REFERENCE_PROJECT_EVENT_OPENED), REFERENCE_PROJECT_EVENT_CLOSED | REFERENCE_PROJECT_EVENT_CHANGED);
    CHECK_EQ(reference_project_other_events(REFERENCE_PROJECT_EVENT_CLOSED | REFERENCE_PROJECT_EVENT_CHANGED | REFERENCE_PROJECT_EVENT_OPENED), 0);
    CHECK_EQ(reference_project_other_events(0), UINT32_C(0x80008001));
    CHECK_EQ(reference_project_count_events(REFERENCE_PROJECT_EVENT_CLOSED | REFERENCE_PROJECT_EVENT_OPENED).value, 2);
    CHECK_EQ(reference_project_count_events(0).value, 0);
}

TEST(the_highest_of_64_bits_is_no_sign) {
    CHECK_EQ(reference_project_feature_bits(REFERENCE_PROJECT_FEATURE_EVERYTHING | REFERENCE_PROJECT_FEATURE_BASIC).value, UINT64_C(0x8000000000000001));
    CHECK_EQ(reference_project_feature_toggled(REFERENCE_PROJECT_FEATURE_EXTENDED).value, REFERENCE_PROJECT_FEATURE_EXTENDED | REFERENCE_PROJECT_FEATURE_EVERYTHING);
    CHECK_EQ(reference_project_feature_toggled(REFERENCE_PROJECT_FEATURE_EVERYTHING).value, 0);
}

TEST(fields_of_flags_keep_their_places) {
    const reference_project_Grant grant = {REFERENCE_PROJECT_PERMISSION_EXECUTE | REFERENCE_PROJECT_PERMISSION_OWN, REFERENCE_PROJECT_EVENT_CHANGED, {REFERENCE_PROJECT_FEATURE_EVERYTHING, REFERENCE_PROJECT_FEATURE_EXTENDED}};
    const reference_project_Result_Grant after = reference_project_grant_changed(grant);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.owner, REFERENCE_PROJECT_PERMISSION_OWN);
    CHECK_EQ(after.value.events, REFERENCE_PROJECT_EVENT_OPENED | REFERENCE_PROJECT_EVENT_CLOSED);
    CHECK_EQ(after.value.features[0], REFERENCE_PROJECT_FEATURE_EXTENDED);
    CHECK_EQ(after.value.features[1], REFERENCE_PROJECT_FEATURE_EVERYTHING);
}

TEST(a_field_with_another_bit_is_refused) {
    const reference_project_Grant grant = {.owner = REFERENCE_PROJECT_PERMISSION_READ, .features = {REFERENCE_PROJECT_FEATURE_BASIC, 2}};
    CHECK_EQ(reference_project_grant_changed(grant).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(slices_of_flags_are_checked_too) {
    reference_project_Permission all[] = {REFERENCE_PROJECT_PERMISSION_READ, REFERENCE_PROJECT_PERMISSION_OWN, 0};
    const reference_project_Result_Option_Permission any = reference_project_any_permission(all, 3);
    CHECK(any.value.is_some);
    CHECK_EQ(any.value.value, 0x81);
    CHECK(!reference_project_any_permission(NULL, 0).value.is_some);
    all[2] = 0x10;
    CHECK_EQ(reference_project_any_permission(all, 3).status, REFERENCE_PROJECT_STATUS_INVALID);
}
