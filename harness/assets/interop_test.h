/**
 * @file interop_test.h
 * Tests in C, each one case of `cargo test`:
 *
 *     #include "plotter.h"
 *     #include "interop_test.h"
 *
 *     TEST(dot_pairs_equal_fields) {
 *         CHECK_FLT(dot((plotter_Vec2){2, 3}, (plotter_Vec2){50, 700}), 2200);
 *     }
 *
 * Each test runs in a process of its own, but under Valgrind, where those of a file share one. A check that fails is reported and the test goes on; REQUIRE ends it. The actual
 * value comes first. C99 with gcc or clang; one file with tests is one program, and may include others.
 */
#ifndef INTEROP_TEST_H
#define INTEROP_TEST_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef INTEROP_VALGRIND
#include <valgrind/memcheck.h>
#endif

#ifdef _WIN32
#include <io.h>
#else
#include <sys/mman.h>
/* By the names that systems have for it, which C99 alone does not declare. */
#if defined(MAP_ANONYMOUS)
#define INTEROP_MAP_ANONYMOUS MAP_ANONYMOUS
#elif defined(__APPLE__)
#define INTEROP_MAP_ANONYMOUS 0x1000
#else
#define INTEROP_MAP_ANONYMOUS 0x20
#endif
/* Of POSIX, which C99 alone does not declare. */
int dup(int);
FILE *fdopen(int, const char *);
#endif

/** A test with this name. Its body follows. */
#define TEST(name)                                                                                                     \
    static void interop_test_##name(void);                                                                             \
    __attribute__((constructor)) static void interop_add_##name(void) {                                                \
        static struct interop_test test = {#name, interop_test_##name, __FILE__, __LINE__, NULL};                      \
        interop_add(&test);                                                                                            \
    }                                                                                                                  \
    static void interop_test_##name(void)

/** Holds. */
#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            interop_failed(__FILE__, __LINE__, "CHECK(" #condition ")", NULL, NULL);                                   \
        }                                                                                                              \
    } while (0)

/** Holds, or the function (which returns nothing) is over. */
#define REQUIRE(condition)                                                                                             \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            interop_failed(__FILE__, __LINE__, "REQUIRE(" #condition ")", NULL, NULL);                                 \
            return;                                                                                                    \
        }                                                                                                              \
    } while (0)

/** Two integers of up to 128 bits, enums, bools or pointers are equal; each is evaluated once. Floats do not compile: see CHECK_FLT. */
#define CHECK_EQ(actual, expected)                                                                                     \
    do {                                                                                                               \
        (void)sizeof(char[1 - 2 * INTEROP_IS_FLOAT(actual)]);                                                          \
        (void)sizeof(char[1 - 2 * INTEROP_IS_FLOAT(expected)]);                                                        \
        interop_check_eq(__FILE__, __LINE__, "CHECK_EQ(" #actual ", " #expected ")", INTEROP_WHOLE(actual),             \
                         INTEROP_WHOLE(expected), INTEROP_UNSIGNED_BITS(actual), INTEROP_UNSIGNED_BITS(expected));     \
    } while (0)

/** Two floats are exactly equal, or both no number; each is evaluated once. */
#define CHECK_FLT(actual, expected)                                                                                    \
    interop_check_flt(__FILE__, __LINE__, "CHECK_FLT(" #actual ", " #expected ")", (actual), (expected))

/** Two strings that end with a NUL are equal; each is evaluated once. */
#define CHECK_STR(actual, expected)                                                                                    \
    interop_check_str(__FILE__, __LINE__, "CHECK_STR(" #actual ", " #expected ")", (actual), (expected))

/** `len` bytes at `data` are those of a string that ends with a NUL; each is evaluated once. */
#define CHECK_BYTES(data, len, expected)                                                                               \
    interop_check_bytes(__FILE__, __LINE__, "CHECK_BYTES(" #data ", " #len ", " #expected ")",                        \
                        (const char *)(const void *)(data), (len), (expected))

/* What follows is not for tests. */

#define INTEROP_IS(type, value) __builtin_types_compatible_p(__typeof__(value), type)
#define INTEROP_IS_FLOAT(value) (INTEROP_IS(float, value) || INTEROP_IS(double, value) || INTEROP_IS(long double, value))
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 interop_integer;
__extension__ typedef unsigned __int128 interop_natural;
#define INTEROP_IS_WIDE(value) (INTEROP_IS(interop_integer, value) || INTEROP_IS(interop_natural, value))
#else
typedef intmax_t interop_integer;
typedef uintmax_t interop_natural;
#define INTEROP_IS_WIDE(value) 0
#endif
/* Pointers are no wider than intmax_t. */
#define INTEROP_WHOLE(value)                                                                                           \
    ((interop_integer)__builtin_choose_expr(INTEROP_IS_WIDE(value), (value), (intmax_t)(value)))
/* The bits of what has no sign, and is printed so, though it goes in as an integer with one. */
#define INTEROP_UNSIGNED_BITS(value)                                                                                   \
    (INTEROP_IS(unsigned long, value) || INTEROP_IS(unsigned long long, value) ? 64                                    \
     : INTEROP_IS(interop_natural, value)                                      ? 128                                   \
                                                                               : 0)

struct interop_test {
    const char *name;
    void (*body)(void);
    const char *file;
    int line;
    struct interop_test *next;
};

static struct interop_test *interop_tests = NULL;
static const char *interop_case = "";
static const char *interop_word = "";
/* The program's own standard output, wherever a test leads descriptor 1. */
static FILE *interop_out = NULL;
/* The failures of the test, in memory that children share: what they report may be lost. */
static unsigned int *interop_failures = NULL;

static inline void interop_begin(void) {
#ifdef _WIN32
    static unsigned int failures = 0;
    interop_failures = &failures;
    interop_out = _fdopen(_dup(1), "w");
#else
    static unsigned int alone = 0;
    void *const shared = mmap(NULL, sizeof alone, PROT_READ | PROT_WRITE, MAP_SHARED | INTEROP_MAP_ANONYMOUS, -1, 0);
    interop_failures = shared == MAP_FAILED ? &alone : (unsigned int *)shared;
    interop_out = fdopen(dup(1), "w");
#endif
    if (interop_out == NULL) {
        fprintf(stderr, "there is no standard output\n");
        exit(2);
    }
}

static inline void interop_add(struct interop_test *test) {
    test->next = interop_tests;
    interop_tests = test;
}

static inline void interop_string(const char *text) {
    const char *c;
    fputc('"', interop_out);
    for (c = text; *c != '\0'; c++) {
        const unsigned char byte = (unsigned char)*c;
        if (byte == '"' || byte == '\\') {
            fprintf(interop_out, "\\%c", byte);
        } else if (byte < 0x20) {
            fprintf(interop_out, "\\u%04x", byte);
        } else {
            fputc(byte, interop_out);
        }
    }
    fputc('"', interop_out);
}

/* A line that the harness tells from what a test prints. */
static inline void interop_event(const char *event, const char *name) {
    fflush(stdout);
    fprintf(interop_out, "\n@%s {\"event\":\"%s\",\"case\":", interop_word, event);
    interop_string(name);
}

static inline void interop_end(void) {
    fprintf(interop_out, "}\n");
    fflush(interop_out);
}

static inline void interop_failed(const char *file, int line, const char *what, const char *actual,
                                  const char *expected) {
    __atomic_fetch_add(interop_failures, 1, __ATOMIC_SEQ_CST);
    interop_event("failed", interop_case);
    fprintf(interop_out, ",\"at\":\"%s:%d\",\"what\":", file, line);
    interop_string(what);
    if (actual != NULL) {
        fprintf(interop_out, ",\"actual\":");
        interop_string(actual);
    }
    if (expected != NULL) {
        fprintf(interop_out, ",\"expected\":");
        interop_string(expected);
    }
    interop_end();
}

/* In decimal digits, from the end of `text`, which has room for all of them and a sign. */
static inline const char *interop_number(char text[48], interop_integer value, int unsigned_bits) {
    const bool is_negative = unsigned_bits == 0 && value < 0;
    const interop_natural whole = unsigned_bits == 64 ? (uint64_t)value : (interop_natural)value;
    interop_natural rest = is_negative ? 0 - whole : whole;
    char *at = text + 47;
    *at = '\0';
    do {
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (is_negative) {
        *--at = '-';
    }
    return at;
}

static inline void interop_check_eq(const char *file, int line, const char *what, interop_integer actual,
                                    interop_integer expected, int actual_bits, int expected_bits) {
    if (actual != expected) {
        char a[48], e[48];
        interop_failed(file, line, what, interop_number(a, actual, actual_bits),
                       interop_number(e, expected, expected_bits));
    }
}

/* With the digits that tell it from its neighbours. */
static inline void interop_float(char text[64], long double value) {
    if ((long double)(double)value == value) {
        snprintf(text, 64, "%.17g", (double)value);
    } else {
        snprintf(text, 64, "%.36Lg", value);
    }
}

static inline void interop_check_flt(const char *file, int line, const char *what, long double actual,
                                     long double expected) {
    if (!(actual <= expected && actual >= expected) && !(actual != actual && expected != expected)) {
        char a[64], e[64];
        interop_float(a, actual);
        interop_float(e, expected);
        interop_failed(file, line, what, a, e);
    }
}

static inline void interop_check_str(const char *file, int line, const char *what, const char *actual,
                                     const char *expected) {
    const bool same = actual == NULL || expected == NULL ? actual == expected : strcmp(actual, expected) == 0;
    if (!same) {
        interop_failed(file, line, what, actual == NULL ? "NULL" : actual, expected == NULL ? "NULL" : expected);
    }
}

static inline void interop_check_bytes(const char *file, int line, const char *what, const char *data, size_t len,
                                       const char *expected) {
    if (len != strlen(expected) || (len != 0 && memcmp(data, expected, len) != 0)) {
        char actual[256];
        const size_t shown = len < sizeof actual - 1 ? len : sizeof actual - 1;
        if (shown != 0) {
            memcpy(actual, data, shown);
        }
        actual[shown] = '\0';
        interop_failed(file, line, what, actual, expected);
    }
}

#ifdef INTEROP_LIVE_OBJECTS
/* The library's own count of the objects of its services. */
size_t INTEROP_LIVE_OBJECTS(void);
static inline size_t interop_alive(void) { return INTEROP_LIVE_OBJECTS(); }
#else
static inline size_t interop_alive(void) { return 0; }
#endif

/* Overwrites what a test left of its stack, where a lost block would seem to be known. */
__attribute__((noinline)) static void interop_forget(void) {
    volatile char stack[16384];
    size_t i;
    for (i = 0; i < sizeof stack; i++) {
        stack[i] = 0;
    }
}

#ifdef INTEROP_VALGRIND
/* What Valgrind has found since it was asked last; what that is it says on the standard error. */
static inline void interop_watched(const struct interop_test *test) {
    static unsigned long bytes_before = 0;
    static unsigned int errors_before = 0;
    unsigned long leaked = 0, dubious = 0, reachable = 0, suppressed = 0;
    const unsigned int errors = VALGRIND_COUNT_ERRORS;
    char text[128];
    VALGRIND_DO_ADDED_LEAK_CHECK;
    VALGRIND_COUNT_LEAKS(leaked, dubious, reachable, suppressed);
    (void)dubious, (void)reachable, (void)suppressed;
    if (errors != errors_before) {
        snprintf(text, sizeof text, "Valgrind has found errors: %u", errors - errors_before);
        interop_failed(test->file, test->line, text, NULL, NULL);
    }
    if (leaked > bytes_before) {
        snprintf(text, sizeof text, "Valgrind has found a leak of so many bytes: %lu", leaked - bytes_before);
        interop_failed(test->file, test->line, text, NULL, NULL);
    }
    bytes_before = leaked;
    errors_before = VALGRIND_COUNT_ERRORS;
}
#else
static inline void interop_watched(const struct interop_test *test) { (void)test; }
#endif

/* Runs the test of that name, and says so; false if there is none. */
static inline bool interop_run(const char *name) {
    struct interop_test *test;
    for (test = interop_tests; test != NULL; test = test->next) {
        if (strcmp(test->name, name) == 0) {
            const size_t before = interop_alive();
            *interop_failures = 0;
            interop_event("entered", interop_case);
            interop_end();
            test->body();
            if (interop_alive() != before) {
                char alive[48], were[48];
                interop_failed(test->file, test->line, "as many objects are alive as before the test",
                               interop_number(alive, (interop_integer)interop_alive(), 64),
                               interop_number(were, (interop_integer)before, 64));
            }
            interop_forget();
            interop_watched(test);
            interop_event("left", interop_case);
            fprintf(interop_out, ",\"failures\":%u", *interop_failures);
            interop_end();
            return true;
        }
    }
    fprintf(stderr, "there is no test %s\n", name);
    return false;
}

/* Runs the tests that the lines of the standard input name, behind their cases and a tab. */
static inline int interop_serve(void) {
    static char line[1024];
    fprintf(interop_out, "\n@%s {\"event\":\"ready\"", interop_word);
    interop_end();
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *const tab = strchr(line, '\t');
        line[strcspn(line, "\n")] = '\0';
        if (tab == NULL) {
            return 2;
        }
        *tab = '\0';
        interop_case = line;
        if (!interop_run(tab + 1)) {
            return 2;
        }
    }
    return 0;
}

/* Runs the test that the first argument names, or those that it is told; the harness adds what its events carry. */
int main(int argc, char **argv) {
    const bool serves = argc == 3 && strcmp(argv[1], "-") == 0;
    const struct interop_test *test;
    if (argc != 2 && argc != 4 && !serves) {
        fprintf(stderr, "usage: %s TEST [CASE WORD]\n", argv[0]);
        return 2;
    }
    interop_begin();
    interop_case = argv[argc / 2];
    interop_word = argc == 2 ? "" : argv[argc - 1];
    for (test = interop_tests; test != NULL; test = test->next) {
        fprintf(interop_out, "\n@%s {\"event\":\"contains\",\"file\":\"%s\",\"id\":\"%s\"", interop_word, INTEROP_FILE, test->name);
        interop_end();
    }
    if (serves) {
        return interop_serve();
    }
    return interop_run(argv[1]) ? 0 : 2;
}

#endif /* INTEROP_TEST_H */
