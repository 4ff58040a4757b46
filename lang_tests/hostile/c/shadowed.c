/* Names of Rust's own that the author gives to things of their own. */
#include "hostile.h"
#include "interop_test.h"

#include <string.h>

TEST(shadowed_types_are_what_they_are) {
    hostile_Result result = {1, 2, 0x41};
    CHECK_EQ(sizeof result, 8u);
    CHECK_EQ(sizeof result.high, 1u);
    CHECK_EQ(hostile_shadowed_result(result).value, 6521u);
    CHECK_EQ(HOSTILE_RESULT_LAST, 0x7Au);
    CHECK(strcmp(HOSTILE_SHADOWED, "shadowed") == 0);
}

TEST(shadowed_variants_are_checked) {
    hostile_ShadowMaybe maybe;
    memset(&maybe, 0, sizeof maybe);
    maybe.tag = HOSTILE_SHADOW_MAYBE_NONE;
    CHECK_EQ(hostile_shadowed_maybe(maybe).status, HOSTILE_SHADOW_ERROR_ODD);
    maybe.tag = HOSTILE_SHADOW_MAYBE_SOME;
    maybe.payload.some.value = 70000;
    CHECK_EQ(hostile_shadowed_maybe(maybe).value, 70000u);
    maybe.tag = HOSTILE_SHADOW_MAYBE_ERR;
    maybe.payload.err.field0 = 1;
    maybe.payload.err.field1 = 2.5;
    CHECK_EQ(hostile_shadowed_maybe(maybe).value, 3u);
    maybe.tag = 4;
    CHECK_EQ(hostile_shadowed_maybe(maybe).status, HOSTILE_STATUS_INVALID);
}

TEST(shadowed_flags_are_bits) {
    hostile_ShadowEither either;
    either.large = 0;
    CHECK_EQ(hostile_shadowed_flags(HOSTILE_SHADOW_FLAG_B, either), HOSTILE_SHADOW_FLAG_B);
    either.large = 1u << 20;
    CHECK_EQ(hostile_shadowed_flags(HOSTILE_SHADOW_FLAG_B, either), 3);
}

static uint32_t on_each(uint32_t index, hostile_ShadowBothU8 both) { return index * 100 + both.first * 10 + both.second; }

TEST(shadowed_calls_go_both_ways) {
    const uint8_t more[] = {1, 2};
    CHECK_EQ(hostile_shadowed_text("abc", 3, more, 2).value, 5u);
    CHECK_EQ(hostile_shadowed_text("abc", 3, NULL, 0).value, 3u);
    CHECK_EQ(hostile_shadowed_each(on_each).value, 712u);
    CHECK_EQ(hostile_shadowed_beside().value, 42);
}

TEST(shadowed_objects_lend) {
    hostile_Shadow *shadow = hostile_shadow_new(9).value;
    CHECK_EQ(hostile_shadow_set(shadow, 7), HOSTILE_STATUS_OK);
    hostile_Result_Slice_u8 bytes = hostile_shadow_bytes(shadow);
    CHECK(bytes.value.len == 3 && bytes.value.data[0] == 9 && bytes.value.data[2] == 7);
    CHECK_EQ(hostile_shadow_release(shadow), HOSTILE_STATUS_OK);
    hostile_shadow_destroy(shadow);
}
