/* Callbacks: each argument arrives, each result goes back. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

static const reference_project_Vec2 TRIANGLE[] = {{1, 20}, {3, 50}, {8, 110}};

static reference_project_Vec2 seen[3];
static uint32_t calls;

static bool keep(uint32_t index, reference_project_Vec2 point) {
    CHECK_EQ(index, calls);
    seen[calls++] = point;
    return true;
}

static bool stop_at_1(uint32_t index, reference_project_Vec2 point) {
    return keep(index, point) && index < 1;
}

TEST(visit_calls_for_each_point_in_order) {
    calls = 0;
    CHECK_EQ(reference_project_visit(TRIANGLE, 3, keep).value, 3);
    CHECK_EQ(calls, 3);
    CHECK(memcmp(seen, TRIANGLE, sizeof seen) == 0);
    CHECK_EQ(reference_project_visit(NULL, 0, keep).value, 0);
    CHECK_EQ(calls, 3);
}

TEST(visit_stops_when_told_to) {
    calls = 0;
    CHECK_EQ(reference_project_visit(TRIANGLE, 3, stop_at_1).value, 1); /* the point that says stop does not count */
    CHECK_EQ(calls, 2);
}

TEST(a_missing_callback_is_refused) {
    CHECK_EQ(reference_project_visit(TRIANGLE, 3, NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_combine(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
}

static double check_all(uint8_t a, int64_t b, float c, double d, reference_project_Vec2 point, reference_project_Level level, bool yes) {
    CHECK_EQ(a, 200);
    CHECK_EQ(b, INT64_MIN);
    CHECK(c == 0.5f);
    CHECK(d == -2.25);
    CHECK(point.x == 3 && point.y == -4);
    CHECK_EQ(level, REFERENCE_PROJECT_LEVEL_LOWEST);
    CHECK(yes);
    return 0.0625;
}

TEST(arguments_of_many_types_arrive) {
    const reference_project_Result_f64 twice = reference_project_combine(check_all);
    CHECK_EQ(twice.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(twice.value == 0.125);
}

static char text[64];

static void join(reference_project_Str word) {
    const size_t len = strlen(text);
    text[len] = '|';
    memcpy(text + len + 1, word.data, word.len);
}

TEST(callbacks_get_strings) {
    memset(text, 0, sizeof text);
    const char words[] = "one  zw\xc3\xb6lf 3";
    CHECK_EQ(reference_project_each_word(words, sizeof words - 1, join).value, 3);
    CHECK(strcmp(text, "|one|zw\xc3\xb6lf|3") == 0);
    CHECK_EQ(reference_project_each_word(NULL, 0, join).value, 0);
}

static uint64_t weighted(reference_project_Slice_u16 values) {
    uint64_t sum = values.len << 32;
    for (size_t i = 0; i < values.len; i++) {
        sum += values.data[i] * (i + 1);
    }
    return sum;
}

TEST(callbacks_get_slices) {
    const uint16_t values[] = {1, 2, 3, 4, 65535};
    CHECK(reference_project_each_chunk(values, 5, 3, weighted).value == (UINT64_C(5) << 32) + 14 + 4 + 2 * 65535);
}

static reference_project_Vec2 turn(reference_project_Vec2 point) {
    return (reference_project_Vec2){-point.y, point.x};
}

TEST(callbacks_return_structs) {
    reference_project_Vec2 points[] = {{1, 2}, {3, 4}};
    CHECK_EQ(reference_project_transform(points, 2, turn), REFERENCE_PROJECT_STATUS_OK);
    CHECK(points[0].x == -2 && points[0].y == 1 && points[1].x == -4 && points[1].y == 3);
}

static int64_t lowest_plus_5(void) {
    return INT64_MIN + 5;
}

static int64_t seven(void) {
    return 7;
}

TEST(two_callbacks_are_told_apart) {
    CHECK_EQ(reference_project_difference(seven, lowest_plus_5).value, INT64_MIN + 2);
    CHECK_EQ(reference_project_difference(seven, seven).value, 0);
}

static int done_calls;

static void done(void) {
    done_calls++;
}

TEST(an_optional_callback_may_be_null) {
    done_calls = 0;
    CHECK(reference_project_call_if(done).value);
    CHECK_EQ(done_calls, 1);
    CHECK(!reference_project_call_if(NULL).value);
    CHECK_EQ(done_calls, 1);
}

TEST(a_thread_of_rust_can_call_back) {
    CHECK_EQ(reference_project_produce_on_a_thread(lowest_plus_5).value, INT64_MIN + 5);
}

static reference_project_Wide take_apart(reference_project_Block block, reference_project_Reading reading,
                                         reference_project_Slice_Vec2 points, const reference_project_Vec2 *best) {
    CHECK_EQ(block.id, 5);
    for (int i = 0; i < 5; i++) {
        CHECK_EQ(block.bytes[i], 6 + i);
    }
    CHECK(block.points[0].x == 1 && block.points[0].y == 2 && block.points[1].x == 3 && block.points[1].y == 4);
    CHECK(block.ratios[0] == 11 && block.ratios[1] == 12 && block.ratios[2] == 13);
    CHECK(!reading.temperature.is_some);
    CHECK(reading.place.is_some);
    CHECK(reading.place.value.x == 14 && reading.place.value.y == 15);
    CHECK_EQ(reading.id, 16);
    CHECK_EQ(points.len, 2);
    CHECK(memcmp(points.data, block.points, sizeof block.points) == 0);
    CHECK(best == points.data + 1);
    return (reference_project_Wide){INT64_MIN, 2, 3, 4, INT64_MAX};
}

TEST(composed_arguments_and_large_results_cross) {
    const reference_project_Result_Wide w = reference_project_compose(take_apart);
    CHECK_EQ(w.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(w.value.a, INT64_MIN);
    CHECK_EQ(w.value.b, 2);
    CHECK_EQ(w.value.c, 3);
    CHECK_EQ(w.value.d, 4);
    CHECK_EQ(w.value.e, INT64_MAX);
}
