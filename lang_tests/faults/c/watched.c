/* Errors that only those see who watch the memory, with good tests around them. */
#include "reference_project.h"
#include "interop_test.h"

#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__) || defined(INTEROP_VALGRIND)
static volatile char *volatile block = NULL;

TEST(is_well_before) {
    CHECK_EQ(reference_project_after_i32(1), 2);
}

TEST(reads_what_was_freed) {
    block = malloc(8);
    block[0] = 1;
    free((void *)block);
    CHECK(block[0] == 1 || block[0] != 1);
}

TEST(writes_beyond_a_block) {
    block = malloc(8);
    block[8] = 1;
    free((void *)block);
}

TEST(leaks) {
    block = malloc(8);
    block = malloc(8);
    free((void *)block);
}

TEST(leaks_an_object) {
    CHECK(reference_project_recorder_new(1).value != NULL);
}

TEST(is_well_after) {
    CHECK_EQ(reference_project_after_i32(2), 3);
}
#endif
