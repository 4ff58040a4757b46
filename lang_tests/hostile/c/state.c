/* What a callback can do to the object whose method called it. */
#include "hostile.h"
#include "interop_test.h"

static hostile_Gate *gate;

static void release_and_reset(void) {
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_BUSY);
}

TEST(nothing_can_be_released_during_the_lending_call) {
    gate = hostile_gate_new().value;
    const hostile_Result_Slice_u32 words = hostile_gate_view(gate, release_and_reset);
    CHECK_EQ(words.status, HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_BUSY);
    CHECK_EQ(words.value.data[999], 1);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
    const hostile_Result_SliceMut_u32 own = hostile_gate_view_mut(gate, release_and_reset);
    CHECK_EQ(own.status, HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_BUSY);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_OK);
    hostile_gate_destroy(gate);
}

TEST(a_panic_after_a_release_leaves_the_object_free) {
    const size_t before = hostile_ffi_live_objects();
    gate = hostile_gate_new().value;
    CHECK_EQ(hostile_gate_fails(gate, release_and_reset).status, HOSTILE_STATUS_PANIC);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_gate_reset(gate, 3), HOSTILE_STATUS_OK);
    hostile_gate_destroy(gate);
    CHECK_EQ(hostile_ffi_live_objects(), before);
}

static void view_again(void) {
    const hostile_Result_Slice_u32 inner = hostile_gate_view(gate, release_and_reset);
    CHECK_EQ(inner.status, HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
}

TEST(a_call_within_a_lending_call_lends_and_is_released_on_its_own) {
    gate = hostile_gate_new().value;
    CHECK_EQ(hostile_gate_view(gate, view_again).status, HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_BUSY);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_OK);
    hostile_gate_destroy(gate);
}

static void close_it(void) {
    hostile_gate_destroy(gate);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
}

TEST(closing_during_the_lending_call_frees_after_the_release) {
    const size_t before = hostile_ffi_live_objects();
    gate = hostile_gate_new().value;
    const hostile_Result_Slice_u32 words = hostile_gate_view(gate, close_it);
    CHECK_EQ(words.value.data[999], 1);
    CHECK_EQ(hostile_ffi_live_objects(), before + 1);
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    CHECK_EQ(hostile_ffi_live_objects(), before);
    gate = hostile_gate_new().value;
    CHECK_EQ(hostile_gate_fails(gate, close_it).status, HOSTILE_STATUS_PANIC);
    CHECK_EQ(hostile_ffi_live_objects(), before);
}

static void nothing(void) {}

TEST(borrows_beyond_counting_are_refused) {
    const size_t before = hostile_ffi_live_objects();
    gate = hostile_gate_new().value;
    int lent = 0;
    while (hostile_gate_view(gate, nothing).status == HOSTILE_STATUS_OK) {
        lent++;
    }
    CHECK_EQ(lent, 32767);
    CHECK_EQ(hostile_gate_view(gate, nothing).status, HOSTILE_STATUS_BUSY);
    for (; lent > 0; lent--) {
        CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_OK);
    }
    CHECK_EQ(hostile_gate_release(gate), HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_gate_reset(gate, 2), HOSTILE_STATUS_OK);
    hostile_gate_destroy(gate);
    CHECK_EQ(hostile_ffi_live_objects(), before);
}
