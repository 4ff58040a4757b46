/* Unicode scalar values: each is four bytes, and not all four bytes are one. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#define TEXT(literal) literal, sizeof(literal) - 1

static const reference_project_Option_char NONE = {.is_some = false};

TEST(constants_are_scalar_values) {
    CHECK_EQ(REFERENCE_PROJECT_LAST_CHAR, 0x10ffff);
    CHECK_EQ(REFERENCE_PROJECT_CRAB, 0x1f980);
    CHECK_EQ(REFERENCE_PROJECT_QUOTE, '\'');
}

TEST(the_next_one_is_beyond_the_surrogates) {
    CHECK_EQ(reference_project_char_after('a').value, 'b');
    CHECK_EQ(reference_project_char_after(0xd7ff).value, 0xe000);
    CHECK_EQ(reference_project_char_after(0xffff).value, 0x10000);
    CHECK_EQ(reference_project_char_after(REFERENCE_PROJECT_CRAB).value, 0x1f981);
    CHECK_EQ(reference_project_char_after(REFERENCE_PROJECT_LAST_CHAR).value, 0);
}

TEST(what_is_no_scalar_value_is_refused) {
    CHECK_EQ(reference_project_char_after(0xd800).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_char_after(0xdfff).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_char_after(0x110000).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_char_after(UINT32_MAX).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_char_after(0xd800).value, 0);
}

TEST(all_of_its_bytes_arrive) {
    CHECK_EQ(reference_project_scalar_value(0x10ffff), 0x10ffff);
    CHECK_EQ(reference_project_scalar_value(0), 0);
    CHECK_EQ(reference_project_scalar_value(0x1f980), 0x1f980);
}

TEST(a_character_is_found_or_not) {
    CHECK(reference_project_char_of(0x1f980).value.is_some);
    CHECK_EQ(reference_project_char_of(0x1f980).value.value, REFERENCE_PROJECT_CRAB);
    CHECK(!reference_project_char_of(0xd800).value.is_some);
    CHECK(!reference_project_char_of(UINT32_MAX).value.is_some);
}

TEST(a_text_begins_with_one_or_another_is_taken) {
    const reference_project_Option_char crab = {REFERENCE_PROJECT_CRAB, true};
    CHECK_EQ(reference_project_first_char(TEXT("\xf0\x9f\xa6\x80x"), NONE).value.value, REFERENCE_PROJECT_CRAB);
    CHECK_EQ(reference_project_first_char(TEXT("\xc3\xa9"), crab).value.value, 0xe9);
    CHECK_EQ(reference_project_first_char(TEXT(""), crab).value.value, REFERENCE_PROJECT_CRAB);
    CHECK(!reference_project_first_char(TEXT(""), NONE).value.is_some);
    CHECK_EQ(reference_project_first_char(TEXT(""), (reference_project_Option_char){0xd800, true}).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(slices_of_them_are_checked) {
    reference_project_Char all[] = {'a', 0xe9, 0x20ac, REFERENCE_PROJECT_CRAB};
    CHECK_EQ(reference_project_utf8_len(all, 4).value, 10);
    CHECK_EQ(reference_project_utf8_len(NULL, 0).value, 0);
    all[3] = 0xdfff;
    CHECK_EQ(reference_project_utf8_len(all, 4).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_utf8_len(all, 3).value, 6);
}

TEST(fields_keep_their_places) {
    reference_project_Glyph glyph = {REFERENCE_PROJECT_CRAB, 200, {0x10ffff, 'x'}, {0xe9, true}};
    CHECK_EQ(reference_project_glyph_digest(&glyph).value, DIGEST(0x1f980, 200, 0x10ffff, 'x', 0xe9));
    glyph.above = NONE;
    CHECK_EQ(reference_project_glyph_digest(&glyph).value, DIGEST(0x1f980, 200, 0x10ffff, 'x', 77));
    glyph.others[1] = 0xd800;
    CHECK_EQ(reference_project_glyph_digest(&glyph).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(structs_of_them_come_back) {
    const reference_project_Result_Glyph back = reference_project_glyph_rotated((reference_project_Glyph){'a', 1, {REFERENCE_PROJECT_CRAB, 0x10ffff}, NONE});
    CHECK_EQ(back.value.shown, REFERENCE_PROJECT_CRAB);
    CHECK_EQ(back.value.width, 254);
    CHECK_EQ(back.value.others[0], 0x10ffff);
    CHECK_EQ(back.value.others[1], 'a');
    CHECK(back.value.above.is_some);
    CHECK_EQ(back.value.above.value, '^');
    CHECK(!reference_project_glyph_rotated(back.value).value.above.is_some);
}

static uint32_t calls;

static uint32_t doubled(reference_project_Char letter) {
    calls++;
    return letter * 2;
}

TEST(callbacks_get_them) {
    calls = 0;
    CHECK_EQ(reference_project_spell(TEXT("a\xf0\x9f\xa6\x80\xf4\x8f\xbf\xbf"), doubled).value, 2 * (UINT64_C(97) + 0x1f980 + 0x10ffff));
    CHECK_EQ(calls, 3);
}
