/**
 * @file digest.h
 * The one number that the reference project makes of all it was given, so that one wrong bit shows: begun at 0, times 31 and plus the next
 * value, wrapping. See digest.rs. To be included after interop_test.h.
 */
#ifndef DIGEST_H
#define DIGEST_H

/** The bits of a float. */
static inline uint32_t bits32(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/** The bits of a double. */
static inline uint64_t bits64(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/** The float with these bits. */
static inline float float_of(uint32_t bits) {
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/** The double with these bits. */
static inline double double_of(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline uint64_t digest_of(const uint64_t *values, size_t count) {
    uint64_t digest = 0;
    for (size_t i = 0; i < count; i++) {
        digest = digest * 31 + values[i];
    }
    return digest;
}

/** An integer, a bool or an enum as 64 bits: what is signed is extended by its sign. */
#define N(value) ((uint64_t)(value))
/** A float as 64 bits. */
#define F(value) ((uint64_t)bits32(value))
/** A double as 64 bits. */
#define D(value) bits64(value)

/** The digest of values that are 64 bits each. */
#define DIGEST(...) digest_of((const uint64_t[]){__VA_ARGS__}, sizeof((const uint64_t[]){__VA_ARGS__}) / sizeof(uint64_t))

/** Two floats have the same bits. */
#define CHECK_F(actual, expected) CHECK_EQ(bits32(actual), bits32(expected))
/** Two doubles have the same bits. */
#define CHECK_D(actual, expected) CHECK_EQ(bits64(actual), bits64(expected))

#endif /* DIGEST_H */
