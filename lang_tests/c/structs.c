/* Structs by value: each field has a value of its own, so that exchanged ones show. */
#include "reference_project.h"
#include "interop_test.h"

#include <float.h>

#define CHECK_VEC2(v, x_, y_) CHECK((v).x == (x_) && (v).y == (y_))

TEST(dot_pairs_equal_fields) {
    CHECK(reference_project_dot((reference_project_Vec2){2, 3}, (reference_project_Vec2){50, 700}) == 2200);
}

TEST(small_structs_return_in_registers) {
    const reference_project_Vec2 v = reference_project_mirrored((reference_project_Vec2){-1.5f, FLT_MAX});
    CHECK_VEC2(v, FLT_MAX, -1.5f);
}

TEST(padded_structs_keep_each_field) {
    const reference_project_Mixed m = {.tag = 255, .big = 0, .delta = -2, .ratio = 0.5f, .yes = true, .precise = -10};
    const reference_project_Result_Mixed after = reference_project_mixed_after(m);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(after.value.tag, 0);
    CHECK(after.value.big == UINT64_MAX);
    CHECK_EQ(after.value.delta, 2);
    CHECK(after.value.ratio == 1);
    CHECK(!after.value.yes);
    CHECK(after.value.precise == -2.5);
}

TEST(nested_structs_keep_each_field) {
    const reference_project_Segment segment = {{1, 2}, {3, 4}, REFERENCE_PROJECT_MARKER_HIDDEN};
    const reference_project_Result_Segment back = reference_project_reversed(segment);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_VEC2(back.value.from, 3, 4);
    CHECK_VEC2(back.value.to, 1, 2);
    CHECK_EQ(back.value.marker, REFERENCE_PROJECT_MARKER_HIDDEN);
}

TEST(structs_nest_twice) {
    const reference_project_Segment segment = {{1, 2}, {3, 4}, REFERENCE_PROJECT_MARKER_CROSS};
    const reference_project_Result_Frame frame = reference_project_frame_of(7, segment, 9);
    CHECK_EQ(frame.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(frame.value.depth, 7);
    CHECK_VEC2(frame.value.diagonal.from, 1, 2);
    CHECK_VEC2(frame.value.diagonal.to, 3, 4);
    CHECK_EQ(frame.value.diagonal.marker, REFERENCE_PROJECT_MARKER_CROSS);
    CHECK(frame.value.scale == 9);
    CHECK(reference_project_frame_sum(frame.value).value == 9243217);
}

TEST(an_unknown_enum_value_in_a_struct_is_refused) {
    const reference_project_Segment segment = {{1, 2}, {3, 4}, 3};
    CHECK_EQ(reference_project_reversed(segment).status, REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_frame_of(7, segment, 9).status, REFERENCE_PROJECT_STATUS_INVALID);
}

TEST(arrays_keep_each_element) {
    const reference_project_Block block = {65535, {1, 2, 3, 4, 255}, {{1, 2}, {3, 4}}, {0.25, -1e300, 7}};
    const reference_project_Block back = reference_project_block_reversed(block);
    CHECK_EQ(back.id, 0);
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(back.bytes[i], block.bytes[4 - i]);
    }
    CHECK_VEC2(back.points[0], 3, 4);
    CHECK_VEC2(back.points[1], 1, 2);
    CHECK(back.ratios[0] == 7 && back.ratios[1] == -1e300 && back.ratios[2] == 0.25);
}

TEST(three_bytes_stay_three_bytes) {
    const reference_project_Triple t = reference_project_triple_rotated((reference_project_Triple){1, 128, 255});
    CHECK_EQ(t.a, 128);
    CHECK_EQ(t.b, 255);
    CHECK_EQ(t.c, 1);
}

TEST(large_structs_go_through_memory) {
    const reference_project_Wide w = reference_project_wide_rotated((reference_project_Wide){INT64_MIN, -2, 3, INT64_MAX, 5});
    CHECK_EQ(w.a, -2);
    CHECK_EQ(w.b, 3);
    CHECK_EQ(w.c, INT64_MAX);
    CHECK_EQ(w.d, 5);
    CHECK_EQ(w.e, INT64_MIN);
}

TEST(arrays_nest) {
    const reference_project_Grid grid = {{{1, 2}, {3, INT16_MIN}, {5, 6}}, 255};
    const reference_project_Result_Grid back = reference_project_grid_reversed(grid);
    CHECK_EQ(back.status, REFERENCE_PROJECT_STATUS_OK);
    for (int row = 0; row < 3; row++) {
        CHECK_EQ(back.value.rows[row][0], grid.rows[2 - row][0]);
        CHECK_EQ(back.value.rows[row][1], grid.rows[2 - row][1]);
    }
    CHECK_EQ(back.value.id, 0);
}
