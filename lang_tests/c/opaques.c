/* A type that is known by its address only. */
#include "reference_project.h"
#include "interop_test.h"

TEST(a_counter_counts) {
    reference_project_Counter *const counter = reference_project_counter_new(-5);
    CHECK(counter != NULL);
    CHECK_EQ(reference_project_counter_add(counter, 7).value, 2);
    CHECK_EQ(reference_project_counter_add(counter, -12).value, -10);
    CHECK_EQ(reference_project_counter_steps(counter).value, 2);
    reference_project_counter_free(counter);
}

TEST(counters_are_told_apart) {
    reference_project_Counter *const a = reference_project_counter_new(INT64_C(1) << 40), *const b = reference_project_counter_new(3);
    CHECK_EQ(reference_project_counter_sum(a, b).value, (INT64_C(1) << 40) + 3);
    CHECK_EQ(reference_project_counter_sum(b, NULL).value, 3);
    CHECK_EQ(reference_project_counter_steps(a).value, 0);
    reference_project_counter_free(a);
    reference_project_counter_free(b);
}

TEST(a_missing_counter_is_refused) {
    CHECK_EQ(reference_project_counter_add(NULL, 1).status, REFERENCE_PROJECT_STATUS_NULL);
    CHECK_EQ(reference_project_counter_steps(NULL).status, REFERENCE_PROJECT_STATUS_NULL);
    reference_project_counter_free(NULL);
}
