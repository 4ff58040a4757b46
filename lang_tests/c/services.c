/* Objects: made, used, lent from, busy and freed. */
#include "reference_project.h"
#include "interop_test.h"

#include <string.h>

#define TEXT(literal) literal, sizeof(literal) - 1

static const reference_project_Vec2 TRIANGLE[] = {{1, 20}, {3, 50}, {8, 110}};

static reference_project_Recorder *triangle(void) {
    const reference_project_Result_Recorder made = reference_project_recorder_named(TEXT("tri\xc3\xa4ngle"), TRIANGLE, 3);
    CHECK_EQ(made.status, REFERENCE_PROJECT_STATUS_OK);
    return made.value;
}

TEST(a_recorder_keeps_points_in_order) {
    reference_project_Recorder *const recorder = reference_project_recorder_new(2).value;
    CHECK_EQ(reference_project_recorder_len(recorder).value, 0);
    CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[0]).value, 0);
    CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[1]).value, 1);
    CHECK_EQ(reference_project_recorder_len(recorder).value, 2);
    CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[2]).status, REFERENCE_PROJECT_ERROR_FULL);
    CHECK(reference_project_recorder_get(recorder, 1).value.value.y == 50);
    CHECK(!reference_project_recorder_get(recorder, 2).value.is_some);
    reference_project_recorder_destroy(recorder);
}

TEST(a_constructor_can_fail) {
    const reference_project_Result_Recorder too_large = reference_project_recorder_new(REFERENCE_PROJECT_MAX_POINTS + 1);
    CHECK_EQ(too_large.status, REFERENCE_PROJECT_ERROR_FULL);
    CHECK(too_large.value == NULL);
    CHECK_EQ(reference_project_recorder_named(TEXT(""), NULL, 0).status, REFERENCE_PROJECT_ERROR_BAD_NAME);
    CHECK_EQ(reference_project_recorder_named(TEXT("x"), NULL, 1).status, REFERENCE_PROJECT_STATUS_NULL);
}

TEST(points_are_lent_and_given_back) {
    reference_project_Recorder *const recorder = triangle();
    const reference_project_Result_Slice_Vec2 points = reference_project_recorder_points(recorder);
    CHECK_EQ(points.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(points.value.len, 3);
    CHECK(memcmp(points.value.data, TRIANGLE, sizeof TRIANGLE) == 0);
    CHECK_EQ(reference_project_recorder_pop(recorder).status, REFERENCE_PROJECT_STATUS_BUSY);
    CHECK_EQ(reference_project_recorder_len(recorder).value, 3);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_INVALID);
    CHECK(reference_project_recorder_pop(recorder).value.y == 110);
    reference_project_recorder_destroy(recorder);
}

TEST(strings_are_lent_too) {
    reference_project_Recorder *const recorder = triangle();
    const reference_project_Result_Str name = reference_project_recorder_name(recorder);
    CHECK_EQ(name.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(name.value.len, 9);
    CHECK(memcmp(name.value.data, "tri\xc3\xa4ngle", 9) == 0);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_OK);
    reference_project_recorder_destroy(recorder);
}

TEST(an_object_that_lends_is_freed_later) {
    const size_t before = reference_project_ffi_live_objects();
    reference_project_Recorder *const recorder = triangle();
    const reference_project_Result_Slice_Vec2 points = reference_project_recorder_points(recorder);
    reference_project_recorder_destroy(recorder); /* waits for the borrow */
    CHECK_EQ(reference_project_ffi_live_objects(), before + 1);
    CHECK(points.value.data[2].x == 8);
    reference_project_recorder_release(recorder);
    CHECK_EQ(reference_project_ffi_live_objects(), before);
}

TEST(one_object_takes_from_another) {
    reference_project_Recorder *const from = triangle(), *const to = reference_project_recorder_new(2).value;
    CHECK_EQ(reference_project_recorder_absorb(to, from).value, 2);
    CHECK(reference_project_recorder_get(to, 1).value.value.y == 50);
    CHECK_EQ(reference_project_recorder_absorb(to, to).status, REFERENCE_PROJECT_STATUS_BUSY);
    CHECK_EQ(reference_project_recorder_absorb(to, NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_recorder_len(to).value, 2);
    reference_project_recorder_destroy(from);
    reference_project_recorder_destroy(to);
}

static reference_project_Recorder *shared;
static int calls;

static bool read_but_not_change(uint32_t index, reference_project_Vec2 point) {
    calls++;
    CHECK(reference_project_recorder_get(shared, index).value.value.x == point.x);
    CHECK_EQ(reference_project_recorder_push(shared, point).status, REFERENCE_PROJECT_STATUS_BUSY);
    return true;
}

TEST(a_shared_borrow_excludes_changes_from_a_callback) {
    shared = triangle();
    calls = 0;
    CHECK_EQ(reference_project_recorder_visit(shared, read_but_not_change).value, 3);
    CHECK_EQ(calls, 3);
    reference_project_recorder_destroy(shared);
}

static reference_project_Vec2 turn_while_busy(reference_project_Vec2 point) {
    CHECK_EQ(reference_project_recorder_len(shared).status, REFERENCE_PROJECT_STATUS_BUSY);
    return (reference_project_Vec2){-point.y, point.x};
}

TEST(an_exclusive_borrow_excludes_everything_from_a_callback) {
    shared = triangle();
    CHECK_EQ(reference_project_recorder_transform(shared, turn_while_busy), REFERENCE_PROJECT_STATUS_OK);
    const reference_project_Vec2 last = reference_project_recorder_pop(shared).value;
    CHECK(last.x == -110 && last.y == 8);
    reference_project_recorder_destroy(shared);
}

static bool close_at_once(uint32_t index, reference_project_Vec2 point) {
    if (index == 0) {
        reference_project_recorder_destroy(shared);
    }
    CHECK(point.x == TRIANGLE[index].x);
    return true;
}

TEST(closing_during_a_call_frees_after_it) {
    const size_t before = reference_project_ffi_live_objects();
    shared = triangle();
    CHECK_EQ(reference_project_recorder_visit(shared, close_at_once).value, 3);
    CHECK_EQ(reference_project_ffi_live_objects(), before);
}

TEST(a_panic_in_a_method_leaves_the_object_usable) {
    reference_project_Recorder *const recorder = reference_project_recorder_new(1).value;
    CHECK_EQ(reference_project_recorder_pop(recorder).status, REFERENCE_PROJECT_STATUS_PANIC);
    CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[2]).status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(reference_project_recorder_pop(recorder).value.x == 8);
    reference_project_recorder_destroy(recorder);
}

TEST(null_is_refused_except_by_destroy) {
    CHECK_EQ(reference_project_recorder_len(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_recorder_push(NULL, TRIANGLE[0]).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_recorder_release(NULL), REFERENCE_PROJECT_STATUS_NULL);
    reference_project_recorder_destroy(NULL);
}

static reference_project_Total *total;

static int64_t forty(void) {
    return 40;
}

static int64_t ask_again(void) {
    CHECK_EQ(reference_project_total_add(total, forty).status, REFERENCE_PROJECT_STATUS_BUSY);
    return INT64_C(1) << 40;
}

TEST(an_object_for_one_call_at_a_time_is_busy_meanwhile) {
    total = reference_project_total_new().value;
    CHECK_EQ(reference_project_total_add(total, forty).value, 40);
    CHECK_EQ(reference_project_total_add(total, ask_again).value, (INT64_C(1) << 40) + 40);
    CHECK_EQ(reference_project_total_calls(total).value, 2);
    reference_project_total_destroy(total);
}

TEST(objects_come_and_go) {
    const size_t before = reference_project_ffi_live_objects();
    for (int i = 0; i < 10000; i++) {
        reference_project_Recorder *const recorder = reference_project_recorder_new(1).value;
        CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[0]).status, REFERENCE_PROJECT_STATUS_OK);
        reference_project_recorder_destroy(recorder);
    }
    CHECK_EQ(reference_project_ffi_live_objects(), before);
}

TEST(what_is_lent_to_be_changed_excludes_everything) {
    reference_project_Recorder *const recorder = triangle();
    const reference_project_Result_SliceMut_Vec2 points = reference_project_recorder_points_mut(recorder);
    CHECK_EQ(points.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(points.value.len, 3);
    points.value.data[1].x = -7;
    CHECK_EQ(reference_project_recorder_len(recorder).status, REFERENCE_PROJECT_STATUS_BUSY);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_OK);
    CHECK(reference_project_recorder_get(recorder, 1).value.value.x == -7);
    reference_project_recorder_destroy(recorder);
}

TEST(none_and_errors_lend_nothing) {
    reference_project_Recorder *const recorder = reference_project_recorder_new(1).value;
    const reference_project_Result_Nullable_Str none = reference_project_recorder_first_word(recorder);
    CHECK_EQ(none.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(none.value.data == NULL);
    CHECK_EQ(reference_project_recorder_last(recorder, 1).status, REFERENCE_PROJECT_ERROR_FULL);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_INVALID);
    CHECK_EQ(reference_project_recorder_push(recorder, TRIANGLE[0]).status, REFERENCE_PROJECT_STATUS_OK);
    reference_project_recorder_destroy(recorder);
}

TEST(options_and_results_can_lend) {
    reference_project_Recorder *const recorder = triangle();
    const reference_project_Result_Nullable_Str word = reference_project_recorder_first_word(recorder);
    CHECK_EQ(word.value.len, 9);
    const reference_project_Result_Slice_Vec2 last = reference_project_recorder_last(recorder, 2);
    CHECK_EQ(last.value.len, 2);
    CHECK(last.value.data[0].x == 3);
    CHECK_EQ(reference_project_recorder_pop(recorder).status, REFERENCE_PROJECT_STATUS_BUSY);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_recorder_pop(recorder).status, REFERENCE_PROJECT_STATUS_BUSY);
    CHECK_EQ(reference_project_recorder_release(recorder), REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_recorder_pop(recorder).status, REFERENCE_PROJECT_STATUS_OK);
    reference_project_recorder_destroy(recorder);
}

TEST(methods_make_objects) {
    reference_project_Recorder *const recorder = triangle();
    reference_project_Recorder *const rest = reference_project_recorder_split_off(recorder, 1).value;
    CHECK_EQ(reference_project_recorder_len(recorder).value, 1);
    CHECK_EQ(reference_project_recorder_len(rest).value, 2);
    CHECK_EQ(reference_project_recorder_split_off(recorder, 2).status, REFERENCE_PROJECT_ERROR_FULL);
    reference_project_recorder_destroy(recorder);
    CHECK(reference_project_recorder_pop(rest).value.x == 8);
    reference_project_recorder_destroy(rest);
}

TEST(functions_borrow_objects) {
    reference_project_Recorder *const a = triangle(), *const b = reference_project_recorder_new(1).value;
    CHECK_EQ(reference_project_recorder_push(b, TRIANGLE[0]).status, REFERENCE_PROJECT_STATUS_OK);
    CHECK_EQ(reference_project_count_both(a, b).value, 4);
    CHECK_EQ(reference_project_count_both(a, a).value, 6);
    CHECK_EQ(reference_project_count_both(b, NULL).value, 1);
    CHECK_EQ(reference_project_count_both(NULL, b).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_clear(a).value, 3);
    CHECK_EQ(reference_project_recorder_len(a).value, 0);
    reference_project_recorder_destroy(a);
    reference_project_recorder_destroy(b);
}
