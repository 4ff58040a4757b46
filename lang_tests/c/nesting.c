/* Structs in structs, enums and unions of a few bytes: every number in its register, bare, with a status, and through callbacks. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

static const reference_project_Deep16 DEEP = {{{1, 0x8002}, 3.5f}, {{{4, 5}, -0.25f}}};
static const reference_project_Deep16 TURNED = {{{251, 65530}, -0.25f}, {{{254, 0x7ffd}, -3.5f}}};
static const reference_project_Deep16 FULL = {{{255, 0}, 0}, {{{0, 0}, 0}}};

static uint64_t digest(const reference_project_Deep16 *deep) {
    return DIGEST(deep->upper.grain.a, deep->upper.grain.b, F(deep->upper.weight), deep->lower[0].grain.a, deep->lower[0].grain.b,
                  F(deep->lower[0].weight));
}

static void check_turned(reference_project_Deep16 deep) {
    CHECK_EQ(digest(&deep), digest(&TURNED));
}

TEST(structs_three_deep_come_back) {
    check_turned(reference_project_deep_turned(DEEP));
}

TEST(structs_three_deep_come_back_with_a_status) {
    const reference_project_Result_Deep16 guarded = reference_project_deep_turned_guarded(DEEP);
    CHECK_EQ(guarded.status, REFERENCE_PROJECT_STATUS_OK);
    check_turned(guarded.value);
    check_turned(reference_project_deep_turned_or_full(DEEP).value);
    CHECK_EQ(reference_project_deep_turned_or_full(FULL).status, REFERENCE_PROJECT_ERROR_FULL);
}

TEST(structs_three_deep_may_be_missing) {
    const reference_project_Option_Deep16 there = reference_project_deep_turned_if((reference_project_Option_Deep16){.value = DEEP, .is_some = 1}).value;
    CHECK_EQ(there.is_some, 1);
    check_turned(there.value);
    CHECK_EQ(reference_project_deep_turned_if((reference_project_Option_Deep16){.value = FULL, .is_some = 1}).value.is_some, 0);
    CHECK_EQ(reference_project_deep_turned_if((reference_project_Option_Deep16){.is_some = 0}).value.is_some, 0);
}

static reference_project_Deep16 turn(reference_project_Deep16 deep) {
    CHECK_EQ(digest(&deep), digest(&DEEP));
    return TURNED;
}

TEST(a_callback_takes_and_returns_structs_three_deep) {
    const reference_project_Deep16 back = reference_project_deep_turned_by(DEEP, turn).value;
    CHECK_EQ(digest(&back), DIGEST(1, 0x8002, F(-3.5f), 4, 5, F(0.25f)));
}

TEST(structs_three_deep_arrive_when_all_registers_are_used_up) {
    const reference_project_Boxed8 boxed = {{0.5f, INT32_MIN}};
    CHECK_EQ(reference_project_deep_at_last(7, 0.1, DEEP, TURNED, TURNED, DEEP, boxed),
             DIGEST(7, D(0.1), digest(&DEEP), digest(&TURNED), digest(&TURNED), digest(&DEEP), F(0.5f), N(INT32_MIN)));
}

TEST(a_status_stands_beside_a_struct_in_a_struct) {
    const reference_project_Boxed8 turned = reference_project_boxed_turned((reference_project_Boxed8){{1.25f, INT32_MIN}});
    CHECK_F(turned.inner.a, -1.25f);
    CHECK_EQ(turned.inner.b, INT32_MAX);
    const reference_project_Result_Boxed8 back = reference_project_boxed_turned_guarded(turned);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(back.value.inner.a, 1.25f);
    CHECK_EQ(back.value.inner.b, INT32_MIN);
}

static reference_project_Found at(uintptr_t index) {
    reference_project_Found found = {.tag = REFERENCE_PROJECT_FOUND_AT};
    found.payload.at.value = index;
    return found;
}

static void check_at(reference_project_Found found, uintptr_t index) {
    CHECK_EQ(found.tag, REFERENCE_PROJECT_FOUND_AT);
    CHECK_EQ(found.payload.at.value, index);
}

TEST(a_word_stands_behind_a_tag) {
    const reference_project_Found nowhere = {.tag = REFERENCE_PROJECT_FOUND_NOWHERE};
    check_at(reference_project_found_after(nowhere), UINTPTR_MAX - 1);
    check_at(reference_project_found_after(at(UINTPTR_MAX / 3)), UINTPTR_MAX / 3 + 1);
    check_at(reference_project_found_after_guarded(at(UINTPTR_MAX - 1)).value, UINTPTR_MAX);
    check_at(reference_project_found_after_guarded(nowhere).value, UINTPTR_MAX - 1);
}

TEST(a_word_is_overlapped_by_other_numbers) {
    const reference_project_Found between = reference_project_found_after(at(UINTPTR_MAX)), again = reference_project_found_after_guarded(at(UINTPTR_MAX)).value;
    CHECK_EQ(between.tag, REFERENCE_PROJECT_FOUND_BETWEEN);
    CHECK_F(between.payload.between.before, -0.0f);
    CHECK_EQ(between.payload.between.after, UINT32_MAX);
    CHECK_F(again.payload.between.before, -0.0f);
    CHECK_EQ(reference_project_found_after(between).tag, REFERENCE_PROJECT_FOUND_NOWHERE);
}

TEST(a_status_stands_in_front_of_an_enum_with_data) {
    const reference_project_Figure nothing = {.tag = REFERENCE_PROJECT_FIGURE_NOTHING};
    const reference_project_Figure circle = {.tag = REFERENCE_PROJECT_FIGURE_CIRCLE, .payload = {.circle = {1e300}}};
    CHECK_D(reference_project_figure_doubled(nothing).payload.circle.value, 0.5);
    CHECK_D(reference_project_figure_doubled(circle).payload.circle.value, 2e300);
    CHECK_D(reference_project_figure_doubled_guarded(nothing).value.payload.circle.value, 0.5);
    CHECK_D(reference_project_figure_doubled_guarded(circle).value.payload.circle.value, 2e300);
}

static uint64_t look(reference_project_Found found, reference_project_Figure figure) {
    CHECK_EQ(figure.tag, REFERENCE_PROJECT_FIGURE_CIRCLE);
    CHECK_D(figure.payload.circle.value, -1e300);
    check_at(found, 7);
    return 43;
}

TEST(a_callback_takes_enums_with_data) {
    CHECK_EQ(reference_project_looked_at(at(6), look).value, 43);
}

static reference_project_DoublesOrByte other_doubles(reference_project_DoublesOrByte doubles) {
    return (reference_project_DoublesOrByte){.doubles = {doubles.doubles[1], 0.1}};
}

TEST(a_union_of_doubles_and_a_byte_comes_back) {
    const reference_project_DoublesOrByte doubles = {.doubles = {1, -1e300}}, back = reference_project_doubles_exchanged(doubles);
    CHECK_D(back.doubles[0], -1e300);
    CHECK_D(back.doubles[1], 1);
    const reference_project_DoublesOrByte other = reference_project_doubles_exchanged_by(doubles, other_doubles).value;
    CHECK_D(other.doubles[0], 0.1);
    CHECK_D(other.doubles[1], -1e300);
}

TEST(a_union_of_floats_and_an_integer_comes_back) {
    const reference_project_FloatsOrInt floats = {.floats = {1, -2, FLT_MIN, -4}}, reversed = reference_project_floats_reversed(floats);
    CHECK_F(reversed.floats[0], -4);
    CHECK_F(reversed.floats[1], FLT_MIN);
    CHECK_F(reversed.floats[2], -2);
    CHECK_F(reversed.floats[3], 1);
    const reference_project_FloatsOrInt back = reference_project_floats_reversed_by(floats, reference_project_floats_reversed).value;
    CHECK(memcmp(&back, &floats, sizeof back) == 0);
    const reference_project_FloatsOrInt of_int = {.int_ = UINT32_C(0x80000001)};
    CHECK_EQ(bits32(reference_project_floats_reversed(of_int).floats[3]), UINT32_C(0x80000001));
}

static reference_project_WideOrNarrow higher(reference_project_WideOrNarrow wide) {
    return (reference_project_WideOrNarrow){.wide = wide.wide + INT64_C(0x1000000000000000)};
}

TEST(a_union_of_a_wide_integer_and_narrow_ones_comes_back) {
    const reference_project_WideOrNarrow wide = {.wide = INT64_C(0x0123456789abcdef)};
    CHECK_EQ(reference_project_wide_inverted(wide).wide, ~INT64_C(0x0123456789abcdef));
    CHECK_EQ(reference_project_wide_inverted_by(wide, higher).value.wide, ~INT64_C(0x1123456789abcdef));
}

TEST(a_union_of_words_comes_back) {
    const reference_project_WordsOrInt words = {.words = {UINTPTR_MAX / 3, UINTPTR_MAX}}, exchanged = reference_project_words_exchanged(words);
    CHECK_EQ(exchanged.words[0], UINTPTR_MAX);
    CHECK_EQ(exchanged.words[1], UINTPTR_MAX / 3);
    const reference_project_WordsOrInt back = reference_project_words_exchanged_by(words, reference_project_words_exchanged).value;
    CHECK(memcmp(&back, &words, sizeof back) == 0);
}

TEST(a_union_in_a_struct_comes_back) {
    const reference_project_Parcel parcel = {65535, {{.wide = INT64_MIN + 1}}};
    const reference_project_Parcel turned = reference_project_parcel_turned(parcel), guarded = reference_project_parcel_turned_guarded(parcel).value;
    CHECK_EQ(turned.label, 0);
    CHECK_EQ(turned.inside[0].wide, INT64_MAX - 1);
    CHECK_EQ(guarded.label, 0);
    CHECK_EQ(guarded.inside[0].wide, INT64_MAX - 1);
}
