//! Defects on demand: with the feature `mutants`, the environment variable `INTEROP_MUTANT` names one function to go wrong.
//!
//! They prove the foreign tests: `lang_tests/mutants.rs` runs the suite under each, and every toolchain must notice.

/// Each mutant: the construct whose foreign tests must notice, its name, and what goes wrong.
pub const MUTANTS: &[(&str, &str, &str)] = &[
    ("primitives", "weights_exchanged", "`weigh` exchanges two of its parameters"),
    ("primitives", "sign_of_zero_lost", "`bits_of_f64` drops the sign of -0.0"),
    ("primitives", "narrowed", "`after_u64` keeps 32 bits"),
    ("constants", "constant_differs", "`constants_agree` compares with another value"),
    ("structs", "fields_not_exchanged", "`mirrored` returns its argument"),
    ("structs", "array_in_order", "`block_reversed` leaves one array as it is"),
    ("structs", "nested_field_exchanged", "`frame_sum` weighs two nested fields with each other's weight"),
    ("structs", "rows_in_order", "`grid_reversed` leaves the rows as they are"),
    ("enums", "wrong_discriminant", "`level_value` is one too much for a negative level"),
    ("enums", "variant_skipped", "`next_marker` leaves one variant out"),
    ("enums", "wide_variant_cut", "`next_far` returns 0 for the lowest"),
    ("pointers", "write_lost", "`scale` writes one field only"),
    ("pointers", "none_taken_for_zero", "`sum_through` counts a missing point"),
    ("opaques", "count_off_by_one", "`counter_add` adds one too much"),
    ("callbacks", "callback_not_called", "`visit` leaves the last point out, and counts it"),
    ("callbacks", "arguments_exchanged", "`combine` hands over two arguments in the wrong order"),
    ("callbacks", "slice_cut", "`each_chunk` hands over one element less"),
    ("callbacks", "option_filled", "`compose` hands over a value where there is none"),
    ("strings", "last_byte_ignored", "`checksum` ignores the last byte"),
    ("strings", "none_taken_for_empty", "`title_len` takes none for empty"),
    ("strings", "field_cut", "`some_label` has one number less"),
    ("slices", "length_off_by_one", "`fill` leaves the last value out"),
    ("slices", "elements_exchanged", "`reverse` leaves the outermost two in place"),
    ("options", "none_dropped", "`half` returns a value where there is none"),
    ("options", "value_dropped", "`mirrored_if` returns none where there is a point"),
    ("results", "status_dropped", "`parse_digits` returns success where it failed"),
    ("results", "other_error", "`layer_name_len` returns another error"),
    ("guards", "panic_swallowed", "`divide` does not panic"),
    ("guards", "message_lost", "`fail_with` panics with another message"),
    ("services", "push_forgotten", "`Recorder::push` stores nothing"),
    ("services", "lent_in_part", "`Recorder::points` lends one point less"),
    ("services", "name_cut", "`Recorder::name` lends one character less"),
    ("services", "split_elsewhere", "`Recorder::split_off` takes one point less"),
    ("api_guard", "guard_not_compared", "`made_for` agrees with any guard"),
];

/// Whether the mutant `name` is the one that was asked for.
#[cfg(feature = "mutants")]
pub(crate) fn mutant(name: &str) -> bool {
    static ASKED: std::sync::LazyLock<Option<String>> = std::sync::LazyLock::new(|| std::env::var("INTEROP_MUTANT").ok());
    debug_assert!(MUTANTS.iter().any(|(_, known, _)| *known == name), "{name} is not in the table");
    ASKED.as_deref() == Some(name)
}

/// Never: the compiler drops what depends on it.
#[cfg(not(feature = "mutants"))]
pub(crate) const fn mutant(_name: &str) -> bool {
    false
}
