/* Private fields, which are copied and not touched, and internal items, which are there like any other. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(what_is_sealed_shows_its_fields) {
    const reference_project_Sealed sealed = reference_project_seal(0x1234, 200);
    CHECK_EQ(sealed.id, 0x1234);
    CHECK_EQ(sealed.last, 200);
    CHECK(reference_project_is_whole(&sealed).value);
}

TEST(private_fields_are_copied) {
    const reference_project_Sealed sealed = reference_project_seal(65535, 1);
    const reference_project_Sealed copy = sealed;
    reference_project_Sealed moved;
    memcpy(&moved, &copy, sizeof moved);
    CHECK(reference_project_is_whole(&moved).value);
}

TEST(what_was_changed_is_noticed) {
    reference_project_Sealed sealed = reference_project_seal(1, 2);
    sealed.last++;
    CHECK(!reference_project_is_whole(&sealed).value);
    sealed.last--;
    CHECK(reference_project_is_whole(&sealed).value);
    sealed.id ^= 0x8000;
    CHECK(!reference_project_is_whole(&sealed).value);
}

TEST(arrays_of_them_keep_what_is_private) {
    reference_project_Sealed pair[2] = {reference_project_seal(1, 2), reference_project_seal(300, 4)};
    CHECK(reference_project_exchange_sealed(pair).value);
    CHECK(pair[0].id == 300 && pair[0].last == 4 && pair[1].id == 1 && pair[1].last == 2);
    CHECK(reference_project_is_whole(&pair[0]).value && reference_project_is_whole(&pair[1]).value);
    pair[1].id = 7;
    CHECK(!reference_project_exchange_sealed(pair).value);
    CHECK(pair[0].id == 0 && reference_project_is_whole(&pair[0]).value);
}

TEST(internal_items_are_there) {
    CHECK_EQ(REFERENCE_PROJECT_SECRET, UINT32_C(0xc0ffee00));
    const reference_project_Result_Diagnosis after = reference_project_diagnosis_after((reference_project_Diagnosis){0x12fe, -3e300});
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.code, 0xfe12);
    CHECK_D(after.value.weight, -1.5e300);
}

TEST(an_internal_service_is_there) {
    reference_project_Probe *const probe = reference_project_probe_new().value;
    CHECK_EQ(reference_project_probe_count(probe).value, 1);
    CHECK_EQ(reference_project_probe_count(probe).value, 2);
    reference_project_probe_destroy(probe);
}
