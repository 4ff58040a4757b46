/* Passes one struct of each class: what Python's bindings say of it is compared with what a C compiler does. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

typedef union { uint8_t bytes[3]; } U3;
typedef union { uint32_t whole; uint8_t bytes[4]; } U4;
typedef union { float only; } F4;
typedef union { double whole; float parts[2]; } F8;
typedef union { float half; int64_t whole; } M8;
typedef union { float parts[3]; float first; } F12;
typedef union { uint32_t parts[3]; float first; } I12;
typedef union { double parts[2]; float quarters[4]; } F16;
typedef union { struct { double f; int64_t i; } pair; double first; } FI16;
typedef union { struct { int64_t i; double f; } pair; int8_t first; } IF16;
typedef union { uint8_t bytes[17]; } U17;
typedef union { float parts[5]; } F20;
typedef union { double parts[3]; int8_t first; } M24;
typedef union { double parts[4]; } F32;
typedef struct { float x; F4 rest[2]; } Nested12;
typedef struct { uint8_t kind; F8 value; } Kinded16;
typedef struct { int32_t tag; union { struct { float r; } Circle; } payload; } T8;
typedef struct { int32_t tag; union { struct { float w; float h; } Box; struct { int8_t n; } Dot; } payload; } T12;
typedef struct { uint8_t tag; union { struct { double r; } Circle; struct { float w; float h; } Box; } payload; } T16;
typedef struct { uint64_t tag; union { struct { int16_t a; double b; } Wide; } payload; } T24;
typedef struct { uint8_t tag; union { struct { uint8_t n; } Byte; } payload; } T2;

#pragma pack(push, 1)
typedef struct { float x; float y; uint32_t id; } Packed12;
typedef struct { uint8_t kind; uint64_t id; double ratio; } Packed17;
typedef struct { uint8_t kind; uint32_t id; } Packed5;
typedef struct { uint8_t kind; double ratio; } Packed9;
#pragma pack(pop)

typedef struct { uint8_t a; int8_t b; } __attribute__((aligned(8))) Roomy8;
typedef struct { float x; } __attribute__((aligned(8))) RoomyF8;

#define ECHO(T) \
    EXPORT T echo_##T(T x) { return x; }

#define FUNCTIONS(T) \
    ECHO(T) \
    EXPORT T second_##T(uint8_t a, T x, float b, T y) { return a == 200 && b == 1.5f ? y : x; } \
    EXPORT T last_##T(T a, T b, T c, T d, T e, uint16_t h, T f, T g, double i, T j) { \
        (void)b, (void)c, (void)d, (void)e, (void)f, (void)g; \
        return h == 40000 && i == 2.5 ? j : a; \
    } \
    EXPORT uint32_t called_##T(uint32_t (*call)(uint8_t a, T x, float b, T y), T x, T y) { return call(200, x, 1.5f, y); }

FUNCTIONS(U3)
FUNCTIONS(U4)
FUNCTIONS(F4)
FUNCTIONS(F8)
FUNCTIONS(M8)
FUNCTIONS(F12)
FUNCTIONS(I12)
FUNCTIONS(F16)
FUNCTIONS(FI16)
FUNCTIONS(IF16)
FUNCTIONS(U17)
FUNCTIONS(F20)
FUNCTIONS(M24)
FUNCTIONS(F32)
FUNCTIONS(Nested12)
FUNCTIONS(Kinded16)
FUNCTIONS(T2)
FUNCTIONS(T8)
FUNCTIONS(T12)
FUNCTIONS(T16)
FUNCTIONS(T24)
FUNCTIONS(Packed12)
FUNCTIONS(Packed17)
FUNCTIONS(Roomy8)
FUNCTIONS(RoomyF8)

/* These can only be returned. */
EXPORT Packed5 made_Packed5(void) { Packed5 made = {0xA5, 0x01020384}; return made; }
EXPORT Packed9 made_Packed9(void) { Packed9 made = {0xA5, -1e300}; return made; }

/* A union that a callback returns. */
EXPORT F8 answered_F8(F8 (*call)(F8 x), F8 x) { return call(x); }
EXPORT FI16 answered_FI16(FI16 (*call)(FI16 x), FI16 x) { return call(x); }
EXPORT F20 answered_F20(F20 (*call)(F20 x), F20 x) { return call(x); }

EXPORT uint64_t lib_ffi_api_guard(void) { return API_GUARD; }
EXPORT uint64_t lib_ffi_build_id(void) { return 0; }
EXPORT size_t lib_ffi_last_error(uint8_t *buffer, size_t capacity) { (void)buffer, (void)capacity; return 0; }
EXPORT size_t lib_ffi_live_objects(void) { return 0; }
