/* Tests that go wrong in every way, with good ones around them. */
#include "reference_project.h"
#include "interop_test.h"

#include <stdlib.h>

TEST(comes_first) {
    CHECK_EQ(reference_project_after_i32(1), 2);
}

TEST(crashes) {
    volatile int *nowhere = NULL;
    *nowhere = 1;
}

TEST(comes_between) {
    CHECK_EQ(reference_project_after_i32(2), 3);
}

TEST(hangs) {
    volatile int forever = 1;
    while (forever) {
    }
}

TEST(comes_again) {
    CHECK_EQ(reference_project_after_i32(3), 4);
}

TEST(exits_half_way) {
    exit(0);
}

TEST(is_wrong) {
    CHECK_EQ(reference_project_after_i32(3), 5);
}

TEST(comes_last) {
    CHECK_EQ(reference_project_after_i32(4), 5);
}
