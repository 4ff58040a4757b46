/* Generic types: each instance is a struct of its own. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(a_pair_of_two_sizes) {
    const reference_project_PairU8F64 back = reference_project_pair_small_changed((reference_project_PairU8F64){0x5a, -DBL_MAX});
    CHECK_EQ(back.first, 0xa5);
    CHECK_D(back.second, DBL_MAX);
}

TEST(a_pair_with_a_struct) {
    const reference_project_Result_PairVec2I64 back = reference_project_pair_mirrored((reference_project_PairVec2I64){{-0.0f, 2}, INT64_C(0x0123456789abcdef)});
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(back.value.first.x, 2);
    CHECK_F(back.value.first.y, -0.0f);
    CHECK_EQ((uint64_t)back.value.second, UINT64_C(0xefcdab8967452301));
}

TEST(a_pair_of_pairs) {
    const reference_project_PairPairI8U32PairU16F32 pair = {{-128, UINT32_MAX}, {65535, -FLT_MAX}};
    CHECK_EQ(reference_project_pair_nested_digest(&pair).value, DIGEST(N(-128), UINT32_MAX, 65535, F(-FLT_MAX)));
}

TEST(a_slice_of_pairs) {
    const reference_project_PairU8F64 pairs[] = {{255, 0.1}, {1, -0.0}, {0, DBL_MIN}};
    CHECK_EQ(reference_project_pairs_digest(pairs, 3).value, DIGEST(255, D(0.1), 1, D(-0.0), 0, D(DBL_MIN)));
    CHECK_EQ(reference_project_pairs_digest(NULL, 0).value, 0);
}

TEST(a_buffer_of_four_is_full_after_four) {
    reference_project_Buffer4 buffer = {2, {1, 2, 0, 0}};
    CHECK(reference_project_buffer_push(&buffer, 255).value);
    CHECK(reference_project_buffer_push(&buffer, 254).value);
    CHECK(!reference_project_buffer_push(&buffer, 253).value);
    CHECK_EQ(buffer.used, 4);
    CHECK(memcmp(buffer.bytes, "\1\2\xff\xfe", 4) == 0);
}

TEST(a_buffer_of_three_hundred_is_another_type) {
    CHECK_EQ(sizeof(reference_project_Buffer4), 6);
    CHECK_EQ(sizeof(reference_project_Buffer300), 302);
    reference_project_Buffer300 buffer = {.used = 299};
    for (int i = 0; i < 300; i++) {
        buffer.bytes[i] = (uint8_t)(i * 3);
    }
    const reference_project_Buffer300 back = reference_project_buffer_reversed(buffer);
    CHECK_EQ(back.used, 299);
    for (int i = 0; i < 299; i++) {
        CHECK_EQ(back.bytes[i], buffer.bytes[298 - i]);
    }
    CHECK_EQ(back.bytes[299], buffer.bytes[299]);
}

TEST(borrowed_numbers) {
    const uint32_t best = UINT32_MAX, others[] = {1, UINT32_C(0x80000000), 3};
    CHECK_EQ(reference_project_borrowed_digest((reference_project_BorrowedU32){&best, {others, 3}}).value, DIGEST(UINT32_MAX, 1, UINT32_C(0x80000000), 3));
    CHECK_EQ(reference_project_borrowed_digest((reference_project_BorrowedU32){&best, {NULL, 0}}).value, UINT32_MAX);
    CHECK_EQ(reference_project_borrowed_digest((reference_project_BorrowedU32){NULL, {others, 3}}).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(borrowed_structs) {
    const reference_project_Vec2 others[] = {{1, 2}, {3, -4}};
    const reference_project_Result_Option_Vec2 between = reference_project_borrowed_between((reference_project_BorrowedVec2){&others[1], {others, 2}});
    CHECK(between.value.is_some);
    CHECK_F(between.value.value.x, 3);
    CHECK_F(between.value.value.y, -4);
    const reference_project_Vec2 alone = {3, 4};
    CHECK(!reference_project_borrowed_between((reference_project_BorrowedVec2){&alone, {others, 2}}).value.is_some);
}

TEST(an_associated_type_is_what_it_stands_for) {
    const reference_project_Result_QuantityMetre metres = reference_project_metres_doubled((reference_project_QuantityMetre){-1.5e300, 255});
    CHECK_D(metres.value.amount, -3e300);
    CHECK_EQ(metres.value.certainty, 127);
    const reference_project_QuantityPiece pieces = reference_project_pieces_doubled((reference_project_QuantityPiece){0x8101, 3});
    CHECK_EQ(pieces.amount, 0x0202);
    CHECK_EQ(pieces.certainty, 1);
    CHECK_EQ(sizeof(reference_project_QuantityMetre), 16);
    CHECK_EQ(sizeof(reference_project_QuantityPiece), 4);
}

TEST(a_label_takes_no_room) {
    CHECK_EQ(sizeof(reference_project_LabelledU32Vec2), 4);
    CHECK_EQ(reference_project_labelled_next(UINT32_MAX).value, 0);
    CHECK_EQ(reference_project_labelled_next(UINT32_C(0x01020304)).value, UINT32_C(0x01020305));
}
