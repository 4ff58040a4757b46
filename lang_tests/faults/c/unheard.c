/* Checks that fail where their report may be lost: in a flood of output, on a descriptor that leads elsewhere, in a child. */
#define _POSIX_C_SOURCE 200809L

#include "interop_test.h"
#include <fcntl.h>
#include <float.h>
#include <sys/wait.h>
#include <unistd.h>

static void flood(void) {
    for (int line = 0; line < 20000; line++) {
        printf("%0100d\n", line);
    }
}

TEST(fails_within_much_output) {
    flood();
    CHECK(1 + 1 == 3);
    flood();
}

TEST(fails_while_its_output_leads_elsewhere) {
    const int before = dup(STDOUT_FILENO);
    const int nowhere = open("/dev/null", O_WRONLY);
    fflush(stdout);
    dup2(nowhere, STDOUT_FILENO);
    CHECK(1 + 1 == 3);
    fflush(stdout);
    dup2(before, STDOUT_FILENO);
}

TEST(fails_in_a_child) {
    const pid_t child = fork();
    if (child == 0) {
        CHECK(1 + 1 == 3);
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

TEST(fails_in_a_child_without_output) {
    const pid_t child = fork();
    if (child == 0) {
        for (int descriptor = 0; descriptor < 64; descriptor++) {
            close(descriptor);
        }
        CHECK(1 + 1 == 3);
        _exit(0);
    }
    waitpid(child, NULL, 0);
}

TEST(compares_all_of_a_wide_integer) { CHECK_EQ((__extension__(__int128)1) << 100, 0); }

TEST(compares_all_of_a_long_double) { CHECK_FLT(1.0L + LDBL_EPSILON, 1.0L); }

TEST(is_not_concerned) {
    flood();
    CHECK_EQ(1 + 1, 2);
    CHECK_EQ(UINT64_MAX, UINT64_MAX);
    CHECK_FLT(0.1, 0.1);
    CHECK_FLT(0.1f, 0.1f);
}
