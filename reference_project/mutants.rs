//! Defects on demand: where debug assertions are on, the environment variable `INTEROP_MUTANT` names one function to go wrong.
//!
//! They prove the foreign tests: `lang_tests/mutants.rs` runs the suite under each, and every toolchain must notice.

/// Each mutant: the construct whose foreign tests must notice, its name, and what goes wrong.
pub const MUTANTS: &[(&str, &str, &str)] = &[
    ("primitives", "weights_exchanged", "`weigh` exchanges two of its parameters"),
    ("primitives", "sign_of_zero_lost", "`bits_of_f64` drops the sign of -0.0"),
    ("primitives", "narrowed", "`after_u64` keeps 32 bits"),
    ("constants", "constant_differs", "`constants_agree` compares with another value"),
    ("constants", "constant_array_differs", "`values_agree` compares with one step less"),
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
    ("strings", "text_of_a_field_cut", "`label_sum` leaves the last character of the label's text out"),
    ("strings", "lent_text_cut", "`some_label` has one character less"),
    ("slices", "length_off_by_one", "`fill` leaves the last value out"),
    ("slices", "elements_exchanged", "`reverse` leaves the outermost two in place"),
    ("options", "none_dropped", "`half` returns a value where there is none"),
    ("options", "value_dropped", "`mirrored_if` returns none where there is a point"),
    ("owned", "one_time_less", "`text_repeated` leaves one time out"),
    ("owned", "reversed_in_part", "`text_reversed` leaves the last letter out"),
    ("owned", "points_in_order", "`points_mirrored` leaves the order as it is"),
    ("owned", "no_texts_taken_for_none", "`texts_with_part` takes no texts for none that fit"),
    ("owned", "even_ones_dropped", "`even_numbers` returns none of them"),
    ("results", "status_dropped", "`parse_digits` returns success where it failed"),
    ("results", "other_error", "`layer_name_len` returns another error"),
    ("guards", "panic_swallowed", "`divide` does not panic"),
    ("guards", "message_lost", "`fail_with` panics with another message"),
    ("services", "push_forgotten", "`Recorder::push` stores nothing"),
    ("services", "lent_in_part", "`Recorder::points` lends one point less"),
    ("services", "name_cut", "`Recorder::name` lends one character less"),
    ("services", "split_elsewhere", "`Recorder::split_off` takes one point less"),
    ("api_guard", "guard_not_compared", "`made_for` agrees with any guard"),
    ("arguments", "call_lost", "`tick` counts nothing"),
    ("arguments", "arguments_exchanged_in_ten", "`arguments_10` exchanges two of its parameters"),
    ("passing", "half_eightbyte_kept", "`pass_shared_8` leaves the integer beside the float as it is"),
    ("passing", "quad_not_rotated", "`pass_floats_16` returns its argument"),
    ("nesting", "deep_in_part", "`deep_turned` and its like keep one of two nested floats"),
    ("nesting", "word_cut", "`found_after` keeps 32 bits of a word behind a tag"),
    ("nesting", "words_kept", "`words_exchanged` returns its argument"),
    ("large", "end_ignored", "`large_digest` and its like ignore the last field"),
    ("names", "keyword_parameter_lost", "`lambda` ignores `params`"),
    ("docs", "docs_not_read", "`hostile_inverted` returns its argument"),
    ("deprecated", "old_behaviour_changed", "`old_after` returns its argument"),
    ("tuples", "tuple_field_kept", "`sample_after` leaves the last field as it is"),
    ("transparent", "guest_cut", "`next_guest` keeps 32 bits"),
    ("packed", "packed_field_kept", "`packet_change` leaves the unaligned number as it is"),
    ("aligned", "aligned_field_kept", "`quad_rotate` keeps the sign of one field"),
    ("empty", "field_after_nothing_kept", "`stamped_changed` leaves the field after an empty one as it is"),
    ("arrays", "matrix_in_order", "`shelf_reversed` leaves the matrix as it is"),
    ("unions", "union_in_order", "`word_reversed` leaves the bytes in order"),
    ("generics", "second_kept", "`pair_small_changed` leaves the second value as it is"),
    ("flags", "flags_lost", "`permissions_joined` returns the first set"),
    ("tagged", "payload_exchanged", "`shape_after` exchanges two fields of a variant"),
    ("tagged", "text_of_a_variant_cut", "`command_digest` leaves the last byte of a command's text out"),
    ("tagged", "points_of_a_variant_exchanged", "`command_digest` takes a line's points from the last to the first"),
    ("tagged", "none_in_place_of_a_case", "`change_undone` returns a variant where there is none"),
    ("nonzero", "rest_lost", "`without_last_bit` returns none"),
    ("nonnull", "store_lost", "`double_at` writes nothing"),
    ("characters", "plane_lost", "`char_after` keeps 16 bits"),
    ("wide", "upper_half_lost", "`halves_agree` ignores the upper half"),
    ("c_types", "char_cut", "`after_char` keeps seven bits"),
    ("aliases", "second_delay_lost", "`seconds_together` ignores the second one"),
    ("recursive", "third_node_forgotten", "`list_digest` stops after the second node"),
    ("surrogates", "colour_kept", "`colour_inverted` returns its argument"),
    ("visibility", "seal_not_compared", "`is_whole` is always true"),
    ("defaults", "default_differs", "`default_settings` has one bit more than what is carried over"),
    ("namespaces", "one_side_kept", "`geometry::opposite_of` leaves one coordinate as it is"),
];

/// Whether the mutant `name` is the one that was asked for.
#[cfg(debug_assertions)]
pub(crate) fn mutant(name: &str) -> bool {
    static ASKED: std::sync::LazyLock<Option<String>> = std::sync::LazyLock::new(|| std::env::var("INTEROP_MUTANT").ok());
    debug_assert!(MUTANTS.iter().any(|(_, known, _)| *known == name), "{name} is not in the table");
    ASKED.as_deref() == Some(name)
}

/// Never: the compiler drops what depends on it.
#[cfg(not(debug_assertions))]
pub(crate) const fn mutant(_name: &str) -> bool {
    false
}
