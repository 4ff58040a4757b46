/* Structs without fields: incomplete types here, to be pointed to. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(an_empty_struct_is_behind_a_pointer) {
    const reference_project_Token *const first = reference_project_token();
    CHECK(first != NULL);
    CHECK_EQ(first, reference_project_token());
    CHECK(reference_project_is_token(first).value);
}

TEST(another_address_is_another_token) {
    const uint8_t elsewhere[2] = {0, 0};
    const reference_project_Result_bool is = reference_project_is_token((const reference_project_Token *)(const void *)&elsewhere[1]);
    CHECK_EQ(is.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(!is.value);
    CHECK_EQ(reference_project_is_token(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(each_may_be_missing) {
    const uint8_t place = 0;
    const reference_project_Nothing *const nothing = (const reference_project_Nothing *)(const void *)&place;
    CHECK_EQ(reference_project_count_tokens(NULL, NULL).value, 0);
    CHECK_EQ(reference_project_count_tokens(reference_project_token(), NULL).value, 1);
    CHECK_EQ(reference_project_count_tokens(NULL, nothing).value, 1);
    CHECK_EQ(reference_project_count_tokens(reference_project_token(), nothing).value, 2);
}

TEST(an_empty_field_takes_no_room) {
    CHECK_EQ(sizeof(reference_project_Stamped), 8);
    CHECK_EQ(offsetof(reference_project_Stamped, b), 2);
    CHECK_EQ(offsetof(reference_project_Stamped, c), 4);
    const reference_project_Stamped back = reference_project_stamped_changed((reference_project_Stamped){0x1234, 0x5a, UINT32_C(0x80000001)});
    CHECK_EQ(back.a, 0x3412);
    CHECK_EQ(back.b, 0xa5);
    CHECK_EQ(back.c, UINT32_C(0x7ffffffe));
}
