/* Memory that was checked, and is changed before Rust reads it. */
#include "hostile.h"
#include "interop_test.h"
#include <string.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <pthread.h>
#endif

/* What the callback overwrites, with what no checked type has. */
static struct {
    void *at;
    size_t size;
} targets[4];
static size_t count;

static void overwrite(void) {
    for (size_t i = 0; i < count; i++) {
        memset(targets[i].at, 0x77, targets[i].size);
    }
    count = 0;
}

static void will_change(void *at, size_t size) {
    targets[count].at = at;
    targets[count].size = size;
    count++;
}

static const hostile_Switch SWITCH = {true, HOSTILE_TONE_HIGH, 100, 'a', {HOSTILE_TONE_LOW, true}};
enum { SWITCH_SUM = 1 + 2 + 100 + 'a' + 1 };

TEST(changed_tones_are_those_that_were_checked) {
    static const size_t lengths[] = {1, 2, 255, 256, 257, 5000};
    static hostile_Tone tones[5000];
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        memset(tones, HOSTILE_TONE_HIGH, sizeof tones);
        will_change(tones, sizeof tones);
        const hostile_Result_u32 result = hostile_changed_tones(tones, lengths[i], tones, 1, overwrite);
        CHECK_EQ(result.status, HOSTILE_STATUS_OK);
        CHECK_EQ(result.value, 2 * lengths[i] + 2);
        CHECK_EQ(tones[0], 0x77);
    }
}

TEST(changed_arguments_of_a_bare_function_are_those_that_were_checked) {
    hostile_Tone tones[] = {HOSTILE_TONE_LOW, HOSTILE_TONE_FAR};
    hostile_Switch one = SWITCH;
    will_change(tones, sizeof tones);
    will_change(&one, sizeof one);
    CHECK_EQ(hostile_changed_bare(tones, 2, &one, overwrite), 256 + SWITCH_SUM);
}

/* There is no room for a copy of so much, whether it is a parameter or within one. */
TEST(changed_lengths_that_nothing_has_are_refused) {
    hostile_Tone tones[] = {HOSTILE_TONE_LOW};
    const size_t most = PTRDIFF_MAX;
    CHECK_EQ(hostile_changed_tones(tones, most, tones, 1, overwrite).status, HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_changed_tones(tones, 1, tones, most, overwrite).status, HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_changed_tones(tones, SIZE_MAX, tones, 1, overwrite).status, HOSTILE_STATUS_INVALID);
    hostile_Switch one = SWITCH;
    CHECK_EQ(hostile_changed_written(tones, most, &one, overwrite, false).status, HOSTILE_STATUS_INVALID);
    const hostile_Scene scene = {{tones, most}, &one, NULL};
    CHECK_EQ(hostile_changed_scenes(scene, &scene, NULL, 0, overwrite).status, HOSTILE_STATUS_INVALID);
    CHECK_EQ(hostile_changed_tones(tones, 1, tones, 1, overwrite).value, 2);
}

TEST(changed_structs_are_those_that_were_checked) {
    hostile_Switch all[40];
    for (size_t i = 0; i < 40; i++) {
        all[i] = SWITCH;
    }
    will_change(all, sizeof all);
    const hostile_Result_u32 result = hostile_changed_switches(all, all, 40, overwrite);
    CHECK_EQ(result.status, HOSTILE_STATUS_OK);
    CHECK_EQ(result.value, 41 * SWITCH_SUM);
}

TEST(changed_tags_and_payloads_are_those_that_were_checked) {
    hostile_Signal all[2];
    memset(all, 0, sizeof all);
    all[0].tag = HOSTILE_SIGNAL_ONE;
    all[0].payload.one.value = HOSTILE_TONE_FAR;
    all[1].tag = HOSTILE_SIGNAL_SWITCH;
    all[1].payload.switch_.switch_ = SWITCH;
    all[1].payload.switch_.times = 3;
    will_change(all, sizeof all);
    const hostile_Result_u32 result = hostile_changed_signals(&all[1], all, 2, overwrite);
    CHECK_EQ(result.status, HOSTILE_STATUS_OK);
    CHECK_EQ(result.value, 6 * SWITCH_SUM + 255);
}

TEST(what_changed_structs_lead_to_is_what_was_checked) {
    hostile_Tone tones[] = {HOSTILE_TONE_LOW, HOSTILE_TONE_FAR, HOSTILE_TONE_HIGH};
    hostile_Switch one = SWITCH;
    hostile_Scene all[2] = {{{tones, 3}, &one, &tones[1]}, {{NULL, 0}, &one, NULL}};
    will_change(tones, sizeof tones);
    will_change(&one, sizeof one);
    will_change(all, sizeof all);
    const hostile_Result_u32 result = hostile_changed_scenes(all[0], &all[0], all, 2, overwrite);
    CHECK_EQ(result.status, HOSTILE_STATUS_OK);
    CHECK_EQ(result.value, 3 * (258 + 255 + SWITCH_SUM) + SWITCH_SUM);
}

TEST(the_addresses_and_lengths_of_changed_text_are_those_that_were_checked) {
    hostile_Str words[] = {{"one", 3}, {"three", 5}};
    will_change(words, sizeof words);
    CHECK_EQ(hostile_changed_words(words, 2, overwrite).value, 8);
}

TEST(what_rust_writes_comes_back_when_the_call_is_over_and_after_a_panic) {
    for (int panics = 0; panics < 2; panics++) {
        hostile_Tone tones[300];
        hostile_Switch one = SWITCH;
        memset(tones, HOSTILE_TONE_LOW, sizeof tones);
        will_change(tones, sizeof tones);
        will_change(&one, sizeof one);
        const hostile_Result_u32 result = hostile_changed_written(tones, 300, &one, overwrite, panics);
        CHECK_EQ(result.status, panics ? HOSTILE_STATUS_PANIC : HOSTILE_STATUS_OK);
        CHECK_EQ(result.value, panics ? 0 : 300 + SWITCH_SUM);
        CHECK(tones[0] == HOSTILE_TONE_HIGH && tones[299] == HOSTILE_TONE_HIGH);
        CHECK(one.tone == HOSTILE_TONE_HIGH && one.on && one.id == 100 && one.letter == 'a');
    }
}

TEST(what_is_refused_is_not_written) {
    hostile_Tone tones[] = {HOSTILE_TONE_LOW, 0x77};
    hostile_Switch one = SWITCH;
    CHECK_EQ(hostile_changed_written(tones, 2, &one, overwrite, false).status, HOSTILE_STATUS_INVALID);
    CHECK(tones[0] == HOSTILE_TONE_LOW && tones[1] == 0x77 && one.tone == HOSTILE_TONE_HIGH);
}

static volatile hostile_Tone shared[64];
static volatile bool over;

/* Valid for as long as a check takes, and not for as long as Rust reads. */
static void flip(void) {
    for (hostile_Tone tone = HOSTILE_TONE_HIGH; !over; tone = tone == 0x77 ? HOSTILE_TONE_HIGH : 0x77) {
        for (size_t i = 0; i < 64; i++) {
            shared[i] = tone;
        }
        for (volatile int i = 0; i < 5000; i++) {
        }
    }
}

#ifdef _WIN32
static DWORD WINAPI flips(void *unused) {
    (void)unused;
    flip();
    return 0;
}
#else
static void *flips(void *unused) {
    flip();
    return unused;
}
#endif

/* Either it is refused, or all that Rust sees was checked. */
TEST(another_thread_changes_nothing_that_rust_sees) {
    size_t refused = 0, seen = 0;
#ifdef _WIN32
    const HANDLE thread = CreateThread(NULL, 0, flips, NULL, 0, NULL);
#else
    pthread_t thread;
    CHECK_EQ(pthread_create(&thread, NULL, flips, NULL), 0);
#endif
    for (size_t i = 0; i < 20000 && (refused < 20 || seen < 20); i++) {
        const hostile_Result_u32 result = hostile_changed_meanwhile((const hostile_Tone *)shared, 64, 500);
        refused += result.status == HOSTILE_STATUS_INVALID;
        seen += result.status == HOSTILE_STATUS_OK;
        CHECK(result.status == HOSTILE_STATUS_INVALID || (result.status == HOSTILE_STATUS_OK && result.value == 128));
    }
    over = true;
#ifdef _WIN32
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
#else
    pthread_join(thread, NULL);
#endif
    CHECK(refused + seen > 0);
}

static void leave_all_as_it_is(void) {
    count = 0;
}

TEST(a_struct_of_numbers_is_lent_where_it_is) {
    hostile_Letters letters = {1, 2};
    hostile_Result_bool result = hostile_changed_letters(&letters, leave_all_as_it_is);
    CHECK(result.status == HOSTILE_STATUS_OK && result.value);
    result = hostile_changed_letters_written(&letters, leave_all_as_it_is);
    CHECK(result.status == HOSTILE_STATUS_OK && result.value);
    CHECK_EQ(letters.first, 5);
    CHECK_EQ(letters.second, 6);
}
