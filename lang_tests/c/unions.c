/* Unions: the same bytes, seen in several ways. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

TEST(the_same_bytes_are_each_field) {
    CHECK_EQ(reference_project_word_bits((reference_project_Word32){.int_ = UINT32_C(0x80000001)}), UINT32_C(0x80000001));
    CHECK_EQ(reference_project_word_bits((reference_project_Word32){.float_ = -1.5f}), bits32(-1.5f));
    const reference_project_Word32 bytes = {.bytes = {1, 0, 0, 255}};
    CHECK_EQ(reference_project_word_bits(bytes), bytes.int_);
}

TEST(a_union_comes_back) {
    const reference_project_Word32 back = reference_project_word_reversed((reference_project_Word32){.bytes = {1, 2, 254, 255}});
    CHECK(memcmp(back.bytes, "\xff\xfe\x02\x01", 4) == 0);
}

TEST(a_union_of_floats_is_passed_as_floats_are) {
    const reference_project_Floats back = reference_project_floats_exchanged((reference_project_Floats){.pair = {1, -0.0f}});
    CHECK_F(back.pair.x, -0.0f);
    CHECK_F(back.pair.y, 1);
    CHECK_D(reference_project_floats_exchanged(reference_project_floats_exchanged((reference_project_Floats){.double_ = -1e-300})).double_, -1e-300);
}

TEST(the_largest_field_and_the_strictest_alignment_decide) {
    CHECK_EQ(sizeof(reference_project_Uneven), 24);
    CHECK_EQ(sizeof(reference_project_Word32), 4);
    CHECK_EQ(sizeof(reference_project_Floats), 8);
}

TEST(all_bytes_of_a_large_union_are_changed) {
    reference_project_Uneven uneven;
    for (int i = 0; i < 17; i++) {
        uneven.text[i] = (uint8_t)(i * 15);
    }
    CHECK_EQ(reference_project_uneven_reverse(&uneven), REFERENCE_PROJECT_STATUS_OK);
    for (int i = 0; i < 17; i++) {
        CHECK_EQ(uneven.text[i], (16 - i) * 15);
    }
}

TEST(a_large_union_comes_back) {
    CHECK_EQ(reference_project_uneven_inverted((reference_project_Uneven){.wide = INT64_C(0x0123456789abcdef)}).value.wide, ~INT64_C(0x0123456789abcdef));
    const reference_project_Result_Uneven back = reference_project_uneven_inverted((reference_project_Uneven){.word = {.int_ = UINT32_C(0x12345678)}});
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(back.value.word.int_, UINT32_C(0xedcba987));
}

TEST(unions_in_structs_keep_their_places) {
    const reference_project_Cell cell = {1, {.float_ = -0.0f}, {{.double_ = 0.1}, {.pair = {3, -4}}}};
    CHECK_EQ(reference_project_cell_digest(&cell).value, DIGEST(1, F(-0.0f), D(0.1), D(cell.more[1].double_)));
    const reference_project_Cell other = {2, {.bytes = {9, 8, 7, 255}}, {{.pair = {1, 2}}, {.double_ = -1e300}}};
    CHECK_EQ(reference_project_cell_digest(&other).value, DIGEST(2, other.word.int_, D(other.more[0].double_), D(-1e300)));
}

TEST(structs_of_unions_come_back) {
    const reference_project_Cell first = reference_project_cell_of(0).value, second = reference_project_cell_of(1).value, third = reference_project_cell_of(255).value;
    CHECK_EQ(first.kind, 0);
    CHECK_EQ(first.word.int_, 7);
    CHECK_F(second.word.float_, -1.5f);
    CHECK_EQ(third.kind, 255);
    CHECK(memcmp(third.word.bytes, "\1\2\3\4", 4) == 0);
    CHECK_D(third.more[0].double_, 0.25);
    CHECK_F(third.more[1].pair.x, 1);
    CHECK_F(third.more[1].pair.y, -2);
}

TEST(slices_of_unions) {
    const reference_project_Word32 words[] = {{.int_ = UINT32_MAX}, {.float_ = 1}, {.int_ = 3}};
    CHECK_EQ(reference_project_words_digest(words, 3).value, DIGEST(UINT32_MAX, F(1), 3));
}
