/* C's own numbers, whose sizes and signs are those of this compiler. */
#include "reference_project.h"
#include "interop_test.h"
#include "digest.h"

#include <float.h>
#include <limits.h>

TEST(one_of_each_arrives_whole) {
    CHECK_EQ(reference_project_c_digest(CHAR_MIN, SCHAR_MIN, UCHAR_MAX, SHRT_MIN, USHRT_MAX, INT_MIN, UINT_MAX, LONG_MIN, ULONG_MAX, LLONG_MIN, ULLONG_MAX,
                      -FLT_MAX, -DBL_MAX),
             DIGEST(N(CHAR_MIN), N(SCHAR_MIN), N(UCHAR_MAX), N(SHRT_MIN), N(USHRT_MAX), N(INT_MIN), N(UINT_MAX), N(LONG_MIN), N(ULONG_MAX),
                    N(LLONG_MIN), N(ULLONG_MAX), F(-FLT_MAX), D(-DBL_MAX)));
    CHECK_EQ(reference_project_c_digest('a', 'b', 'c', 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
             DIGEST('a', 'b', 'c', 4, 5, 6, 7, 8, 9, 10, 11, F(12), D(13)));
}

TEST(a_long_is_as_long_as_here) {
    long (*const before)(long) = reference_project_before_long;
    CHECK_EQ(before(LONG_MIN), LONG_MAX);
    CHECK_EQ(before(LONG_MAX), LONG_MAX - 1);
    CHECK_EQ(before(-70000), -70001);
    const unsigned long most = reference_project_before_ulong(0).value;
    CHECK_EQ(most, ULONG_MAX);
    CHECK_EQ(reference_project_before_ulong(ULONG_MAX).value, ULONG_MAX - 1);
}

TEST(a_char_has_the_sign_that_it_has_here) {
    const char c = reference_project_after_char(CHAR_MAX).value;
    CHECK_EQ(c, CHAR_MIN);
    CHECK_EQ(reference_project_after_char('y').value, 'z');
    CHECK_EQ(reference_project_after_char((char)-1).value, 0);
}

TEST(a_text_of_chars_is_a_string) {
    CHECK_EQ(reference_project_count_chars("h\xc3\xa9llo"), 6);
    CHECK_EQ(reference_project_count_chars(""), 0);
    CHECK_EQ(reference_project_count_chars(NULL), 0);
}

TEST(fields_of_these_types_keep_their_places) {
    const reference_project_Entry entry = {"abc\xff" "efg", LONG_MAX, 0x1234, ULONG_MAX - 5, CHAR_MAX, INT_MIN};
    const reference_project_Result_Entry after = reference_project_entry_changed(entry);
    CHECK_EQ(after.status, REFERENCE_PROJECT_STATUS_OK);
    CHECK(memcmp(after.value.name, "\0gfe\xff" "cba", 8) == 0);
    CHECK_EQ(after.value.size, -LONG_MAX);
    CHECK_EQ(after.value.mode, 0xedcb);
    CHECK_EQ(after.value.links, 5);
    CHECK_EQ(after.value.kind, CHAR_MIN);
    CHECK_EQ(after.value.owner, INT_MAX);
}

static int listen(void *context, long progress) {
    long *const sum = context;
    *sum += progress * 10 + 1;
    return progress == 3 ? INT_MIN : 0;
}

TEST(a_context_comes_back_as_it_went) {
    long sum = 0;
    CHECK_EQ(reference_project_report_to(listen, &sum, 100).value, INT_MIN);
    CHECK_EQ(sum, 64);
    CHECK_EQ(reference_project_report_to(listen, &sum, 2).value, 0);
    CHECK_EQ(sum, 76);
    CHECK_EQ(reference_project_report_to(NULL, &sum, 2).status, REFERENCE_PROJECT_STATUS_NULL);
}
