/* Structs that are aligned to more than their fields. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>

TEST(sizes_are_multiples_of_alignments) {
    CHECK_EQ(sizeof(reference_project_Quad), 16);
    CHECK_EQ(sizeof(reference_project_Roomy), 8);
    CHECK_EQ(sizeof(reference_project_CacheLine), 64);
    CHECK_EQ(sizeof(reference_project_Spread), 64);
    CHECK_EQ(offsetof(reference_project_Spread, quad), 16);
    CHECK_EQ(offsetof(reference_project_Spread, rooms), 32);
    CHECK_EQ(offsetof(reference_project_Spread, last), 48);
}

TEST(what_is_aligned_is_changed_in_place) {
    reference_project_Quad quad = {1, -2, FLT_MAX, 0};
    CHECK_EQ(reference_project_quad_rotate(&quad), REFERENCE_PROJECT_STATUS_OK);
    CHECK_F(quad.x, 0);
    CHECK_F(quad.y, 1);
    CHECK_F(quad.z, -2);
    CHECK_F(quad.w, -FLT_MAX);
}

TEST(what_is_aligned_is_passed_by_value) {
    const reference_project_Quad quad = reference_project_quad_rotated((reference_project_Quad){1, -2, 0, FLT_MIN});
    CHECK_F(quad.x, FLT_MIN);
    CHECK_F(quad.y, 1);
    CHECK_F(quad.z, -2);
    CHECK_F(quad.w, -0.0f);
}

TEST(padding_is_no_field) {
    reference_project_Roomy roomy;
    memset(&roomy, 0xff, sizeof roomy);
    roomy.a = 0x12;
    roomy.b = -128;
    roomy = reference_project_roomy_exchanged(roomy);
    CHECK_EQ(roomy.a, 0x7f);
    CHECK_EQ(roomy.b, 0x12);
}

TEST(variables_are_aligned_wherever_they_are) {
    char first = 1;
    reference_project_CacheLine line = {UINT64_MAX, {1, 2, 3, 4, 255}};
    static char second = 2;
    static reference_project_CacheLine lines[2];
    CHECK(reference_project_is_cache_aligned(&line));
    CHECK(reference_project_is_cache_aligned(&lines[0]) && reference_project_is_cache_aligned(&lines[1]));
    CHECK(!reference_project_is_cache_aligned((const reference_project_CacheLine *)(const void *)((const char *)&line + 32)));
    CHECK_EQ(reference_project_cache_line_touch(&line), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(line.count, 0);
    CHECK(line.bytes[0] == 255 && line.bytes[1] == 4 && line.bytes[2] == 3 && line.bytes[3] == 2 && line.bytes[4] == 1);
    CHECK(first == 1 && second == 2);
}

TEST(an_address_that_is_not_aligned_is_refused) {
    reference_project_CacheLine lines[2] = {{1, {0}}, {2, {0}}};
    CHECK_EQ(reference_project_cache_line_touch((reference_project_CacheLine *)(void *)((char *)lines + 16)), REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(lines[0].count, 1);
}

TEST(aligned_fields_keep_their_places) {
    const reference_project_Spread spread = {255, {1, -2, 3, -4}, {{5, -6}, {250, -128}}, 65535};
    CHECK_EQ(reference_project_spread_digest(&spread).value, DIGEST(255, F(1), F(-2), F(3), F(-4), 5, N(-6), 250, N(-128), 65535));
}

TEST(elements_are_as_far_apart_as_they_are_large) {
    const reference_project_Roomy rooms[3] = {{1, -1}, {255, 127}, {0, -128}};
    CHECK_EQ(reference_project_rooms_digest(rooms, 3).value, DIGEST(1, N(-1), 255, 127, 0, N(-128)));
}
