//! A small library with every construct, as its author writes it, and what C makes of it.

mod compilers;
mod library;

use interoptopus::Checked;
use interoptopus::model::{self, Builtin};
use interoptopus_backend_c::C;

fn inventory() -> Checked {
    Checked::new(library::ffi_inventory()).unwrap()
}

fn header() -> String {
    C::new().prefix("lib_").file_name("lib.h").generate(&inventory()).unwrap().to_string()
}

#[track_caller]
fn assert_lines(header: &str, lines: &[&str]) {
    for line in lines {
        assert!(header.lines().any(|l| l.trim() == *line), "no line `{line}` in\n{header}");
    }
}

#[track_caller]
fn assert_block(header: &str, block: &str) {
    assert!(header.contains(block), "no\n{block}\nin\n{header}");
}

#[test]
fn compilers_have_nothing_to_say() {
    compilers::accept(&header());
}

#[test]
fn primitives_have_exact_types() {
    let all = "\
bool lib_primitives(
    bool a,
    int8_t b,
    int16_t c,
    int32_t d,
    int64_t e,
    ptrdiff_t f,
    uint8_t g,
    uint16_t h,
    uint32_t i,
    uint64_t j,
    size_t k,
    float l,
    double m
);
";
    assert_block(&header(), all);
}

#[test]
fn constants_are_macros_with_values_of_their_types() {
    assert_lines(
        &header(),
        &[
            "#define LIB_LEAST INT64_MIN",
            "#define LIB_DOUBLED UINT32_C(128)",
            "#define LIB_IS_FAST true",
            "#define LIB_NO_NUMBER ((double)NAN)",
            "#define LIB_MINUS_ZERO (-0.0f)",
            "#define LIB_FAVOURITE LIB_COLD_FREEZING",
        ],
    );
}

#[test]
fn structs_contain_structs_and_arrays() {
    let line = "\
typedef struct lib_Line {
    lib_Vec2 ends[2];
    uint8_t tag[4];
    /** The #1 field. */
    lib_Cold cold;
    bool class_;
} lib_Line;
";
    assert_block(&header(), line);
}

#[test]
fn enums_are_integers_with_constants() {
    let header = header();
    let cold = "\
/** How cold. One byte, unlike a C enum: only the values below may be passed. */
typedef int8_t lib_Cold;
enum {
    LIB_COLD_FREEZING = -40,
    /** Like #LIB_COLD_FREEZING, but less. */
    LIB_COLD_CHILLY = 2
};
";
    let far = "\
typedef uint64_t lib_Far;
enum {
    LIB_FAR_NEAR = 1
};
#define LIB_FAR_MAX UINT64_C(18446744073709551615)
";
    assert_block(&header, cold);
    assert_block(&header, far);
}

#[test]
fn errors_are_statuses_without_a_type() {
    let header = header();
    assert_block(&header, "/** What fails. */\nenum {\n    LIB_FAULT_EMPTY = 1,\n    LIB_FAULT_FULL = 7\n};\n");
    assert!(!header.contains("lib_Fault;"), "{header}");
    assert_lines(&header, &["static inline const char *lib_Fault_name(lib_Status status)", "case 7: return \"FULL\";"]);
}

#[test]
fn pointers_say_who_writes_and_what_may_be_null() {
    let header = header();
    assert_lines(&header, &["void lib_borrow(const lib_Vec2 *read, lib_Vec2 *write, const lib_Vec2 *maybe, void *raw);"]);
    assert_lines(&header, &["* @param maybe may be null, which is none"]);
    assert_lines(&header, &["typedef struct lib_Hidden lib_Hidden;", "uint32_t lib_look(const lib_Hidden *hidden);"]);
}

#[test]
fn callbacks_keep_the_types_and_names_of_each_parameter() {
    let header = header();
    let typedef = "typedef double (*lib_Mix)(uint8_t first, lib_Vec2 second, const lib_Vec2 *third, lib_Slice_u32 fourth);";
    assert_lines(&header, &[typedef, "/** Mixes. It must return: no longjmp, no C++ exception. */"]);
    assert_lines(&header, &["lib_Status lib_call(lib_Mix mix, lib_Mix maybe);"]);
}

#[test]
fn strings_and_slices_are_two_parameters() {
    assert_lines(
        &header(),
        &[
            "lib_Result_u32 lib_count(const char *text, size_t text_len, const char *maybe, size_t maybe_len);",
            "* @param text UTF-8; it needs no NUL at its end",
            "* @param maybe UTF-8, which needs no NUL at its end; null is none",
            "lib_Status lib_sort(uint32_t *values, size_t values_len, const lib_Vec2 *points, size_t points_len);",
            "uint32_t lib_c_length(const char *text);",
        ],
    );
}

#[test]
fn patterns_are_structs_where_they_are_one_value() {
    let header = header();
    for (name, members) in [
        ("Slice_u32", "const uint32_t *data;\n    size_t len;"),
        ("Str", "const char *data;\n    size_t len;"),
        ("Option_Vec2", "lib_Vec2 value;\n    bool is_some;"),
        ("Result_Option_Vec2", "lib_Status status;\n    lib_Option_Vec2 value;"),
        ("Result_Slice_u32", "lib_Status status;\n    lib_Slice_u32 value;"),
        ("Result_Counter", "lib_Status status;\n    lib_Counter *value;"),
    ] {
        assert_block(&header, &format!("typedef struct lib_{name} {{\n    {members}\n}} lib_{name};\n"));
    }
}

#[test]
fn services_are_made_used_and_freed() {
    let header = header();
    let library = inventory().library.clone();
    assert_lines(&header, &["typedef struct lib_Counter lib_Counter;"]);
    for prototype in [
        "lib_Result_Counter {}_counter_new(uint32_t start);",
        "lib_Status {}_counter_add(lib_Counter *self, uint32_t by);",
        "lib_Result_Slice_u32 {}_counter_history(lib_Counter *self);",
        "lib_Status {}_counter_release(lib_Counter *self);",
        "void {}_counter_destroy(lib_Counter *self);",
    ] {
        assert_lines(&header, &[&prototype.replace("{}", &library)]);
    }
    assert_block(&header, &format!("success must be followed by {library}_counter_release()"));
    assert_block(&header, &format!("@return on success an object that {library}_counter_destroy() must free"));
}

#[test]
fn each_symbol_has_a_prototype() {
    let header = header();
    let inventory = inventory();
    let guard = format!("#define LIB_API_GUARD UINT64_C(0x{:016x})", model::api_guard(&inventory));
    assert_lines(&header, &[&guard, &format!("uint64_t {}_ffi_api_guard(void);", inventory.library)]);
    let unneeded = inventory.builtin_symbol(Builtin::Dealloc);
    assert!(!header.contains(&unneeded), "nothing is returned that is to be freed: {unneeded} in\n{header}");
    for symbol in inventory.symbols().into_iter().filter(|symbol| *symbol != unneeded) {
        assert!(header.contains(&format!(" {symbol}(")) || header.contains(&format!("*{symbol}(")), "{symbol} in\n{header}");
    }
}

#[test]
fn enumerators_and_literals_are_passed_without_casts() {
    let program = r#"
#include "it.h"
lib_Cold next(lib_Cold cold, lib_Far far_);
lib_Cold next(lib_Cold cold, lib_Far far_) {
    switch (cold) {
    case LIB_COLD_FREEZING:
        return far_ == LIB_FAR_NEAR ? LIB_COLD_CHILLY : LIB_FAVOURITE;
    default:
        return LIB_COLD_FREEZING;
    }
}
lib_Result_u32 use(void);
lib_Result_u32 use(void) {
    next(LIB_FAVOURITE, LIB_FAR_MAX);
    return next(LIB_COLD_CHILLY, LIB_FAR_NEAR) == LIB_COLD_CHILLY ? lib_count("x", 1, NULL, 0) : lib_count(NULL, 0, "y", 1);
}
"#;
    compilers::accept_program(&header(), program);
}

#[test]
fn the_compiler_sees_the_layouts_that_rust_has() {
    let inventory = inventory();
    let config = C::new().prefix("lib_").file_name("lib.h");
    let mut expected = Vec::new();
    let module = config.lower(&inventory).unwrap();
    for name in module.layout_types() {
        let ty = inventory.types().find(|&ty| model::type_name(&inventory, ty) == name).unwrap();
        let layout = inventory.layout(ty).unwrap();
        expected.push(format!("{{\"type\":\"{name}\",\"size\":{},\"align\":{}", layout.size, layout.align));
        for field in &layout.fields {
            let (field_name, offset, size) = (&field.name, field.offset, field.size);
            expected.push(format!("{{\"type\":\"{name}\",\"field\":\"{field_name}\",\"offset\":{offset},\"size\":{size}"));
        }
    }
    assert!(expected.len() > 30, "{expected:?}");
    for printed in compilers::print("lib.h", &header(), &module.layout_probe()) {
        let lines: Vec<_> = printed.lines().map(|line| line.split(",\"signed\"").next().unwrap().trim_end_matches('}')).collect();
        assert_eq!(lines, expected);
        assert!(printed.contains("{\"type\":\"Cold\",\"size\":1,\"align\":1,\"signed\":true}"), "{printed}");
        assert!(printed.contains("{\"type\":\"Far\",\"size\":8,\"align\":8,\"signed\":false}"), "{printed}");
        assert!(printed.contains("\"field\":\"class\","), "{printed}");
    }
}
