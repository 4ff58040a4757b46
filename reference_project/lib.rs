//! Every construct that Interoptopus supports, in one library: one file per construct, and in `lang_tests/` one test file per
//! construct and language.
//!
//! An `extern "C"` function crosses bare: its C signature is what it says, and misuse aborts. A plain one crosses guarded: panics
//! and wrong arguments are statuses.

mod aliases;
mod aligned;
mod api_guard;
mod arguments;
mod arrays;
mod c_types;
mod callbacks;
mod characters;
mod constants;
mod defaults;
mod deprecated;
mod digest;
mod docs;
mod empty;
mod enums;
mod flags;
mod generics;
mod guards;
mod large;
mod mutants;
mod names;
mod namespaces;
mod nesting;
mod nonnull;
mod nonzero;
mod opaques;
mod options;
mod owned;
mod packed;
mod passing;
mod pointers;
#[cfg(any(feature = "poison", test))]
mod poison;
mod primitives;
mod recursive;
mod results;
mod services;
mod slices;
mod strings;
mod structs;
mod surrogates;
mod tagged;
mod transparent;
mod tuples;
mod unions;
mod visibility;
mod wide;

#[cfg(feature = "poison")]
#[global_allocator]
static ALLOCATOR: poison::Poison = poison::Poison::new();

pub use aliases::*;
pub use aligned::*;
pub use api_guard::*;
pub use arguments::*;
pub use arrays::*;
pub use c_types::*;
pub use callbacks::*;
pub use characters::*;
pub use constants::*;
pub use defaults::*;
pub use deprecated::*;
pub use docs::*;
pub use empty::*;
pub use enums::*;
pub use flags::*;
pub use generics::*;
pub use guards::*;
pub use large::*;
pub use mutants::MUTANTS;
pub use names::*;
pub use namespaces::*;
pub use nesting::*;
pub use nonnull::*;
pub use nonzero::*;
pub use opaques::*;
pub use options::*;
pub use owned::*;
pub use packed::*;
pub use passing::*;
pub use pointers::*;
pub use primitives::*;
pub use recursive::*;
pub use results::*;
pub use services::*;
pub use slices::*;
pub use strings::*;
pub use structs::*;
pub use surrogates::*;
pub use tagged::*;
pub use transparent::*;
pub use tuples::*;
pub use unions::*;
pub use visibility::*;
pub use wide::*;

// In braces, because rustfmt would write a line for each.
interoptopus::inventory! {
    ffi_inventory,
    [
        // constants
        MAX_POINTS, ENABLED, LOWEST_I8, LOWEST_I16, LOWEST_I32, LOWEST_I64, BELOW_ISIZE, HIGHEST_U8, HIGHEST_U16, HIGHEST_U32, HIGHEST_U64,
        FACTORIAL_OF_10, BLOCK_SIZE, TENTH, THIRD, TINIEST, MINUS_ZERO, ENDLESS, MINUS_ENDLESS, NO_NUMBER, DEFAULT_MARKER, FARTHEST, TITLE,
        NO_TEXT, C_TITLE, DIGITS, MATRIX, STEPS, MARKERS, ANSWERS, WORDS, CORNER, CORNERS, MAY_EDIT, Vec2::EAST, Vec2::EAST_LENGTH, Vec2::AXES,
        // characters
        LAST_CHAR, CRAB, QUOTE,
        // deprecated
        OLD_LIMIT, NEW_LIMIT,
        // docs
        HOSTILE,
        // names
        FORTY_TWO,
        // visibility
        SECRET,
        // wide
        LOWEST_I128, HIGHEST_U128, ALL_BYTES,
    ],
    [
        // primitives
        negate, after_i8, after_i16, after_i32, after_i64, after_isize, after_u8, after_u16, after_u32, after_u64, after_usize,
        bits_of_f32, f32_of_bits, bits_of_f64, f64_of_bits, r#match, weigh,
        // constants
        constants_agree, values_agree,
        // structs
        dot, mirrored, mixed_after, reversed, frame_of, frame_sum, block_reversed, grid_reversed, triple_rotated, wide_rotated,
        // enums
        next_marker, level_value, level_of, next_step, other_port, next_far, next_offset, next_code, next_magic,
        next_huge, next_way, next_shelfmark,
        // pointers
        scale, sum_through, largest_field, reset_if, add_to, exchange, read_raw, write_raw, same_address,
        // opaques
        counter_new, counter_add, counter_steps, counter_sum, counter_free,
        // callbacks
        visit, combine, compose, each_word, each_chunk, transform, difference, call_if, produce_on_a_thread,
        // strings
        checksum, title_len, continues, c_string_len, c_string_last, label_sum, some_label, greeting,
        // slices
        centroid, fill, weighted_sum, reverse, sum_if, fill_if, copy_bytes, count_hidden, count_true, primes,
        // options
        half, or_highest, mirrored_if, marker_before, negate_if, complement,
        // results
        layer_name_len, parse_digits, check_name, parse_point, marker_called,
        // guards
        divide, fail_with, fail_deeply, is_drawn, median,
        // services
        count_both, clear,
        // api_guard
        made_for,
        // aliases
        seconds_together, opposite, timer_changed, address_distance,
        // aligned
        quad_rotate, quad_rotated, roomy_exchanged, cache_line_touch, is_cache_aligned, spread_digest, rooms_digest,
        // arguments
        tick, ticks, arguments_0, arguments_1, arguments_2, arguments_3, arguments_4, arguments_5, arguments_6, arguments_7, arguments_8,
        arguments_9, arguments_10, arguments_11, arguments_12, arguments_in_pairs, sum_from, outer::doubled_inside,
        outer::inner::tripled_inside,
        // arrays
        shelf_reversed, cabinet_reversed, page_reversed, key_digest, table_digest, rotate_points, fill_steps, sum_at,
        // c_types
        c_digest, before_long, before_ulong, after_char, count_chars, entry_changed, report_to,
        // characters
        char_after, scalar_value, char_of, first_char, utf8_len, glyph_digest, glyph_rotated, spell,
        // defaults
        default_settings, settings_digest,
        // deprecated
        old_after, old_before, warmer, turned,
        // docs
        hostile_inverted, ending_after, hostile_changed, hostile_called,
        // empty
        token, is_token, count_tokens, stamped_changed,
        // flags
        permissions_joined, permissions_include, other_events, count_events, feature_bits, feature_toggled, grant_changed,
        any_permission,
        // generics
        pair_small_changed, pair_mirrored, pair_nested_digest, pairs_digest, buffer_push, buffer_reversed, borrowed_digest,
        borrowed_between, metres_doubled, pieces_doubled, labelled_next,
        // large
        large_digest, large_seen, larges_digest, large_of, large_of_guarded, large_invert, large_weighed, large_grown, three_sheets,
        four_sheets,
        // names
        lambda, pass, template, log, keywords_inverted, noun_after, object_exchanged, renamed_after,
        // nesting
        deep_turned, deep_turned_guarded, deep_turned_or_full, deep_turned_if, deep_turned_by, deep_at_last, boxed_turned,
        boxed_turned_guarded, found_after, found_after_guarded, figure_doubled, figure_doubled_guarded, looked_at, doubles_exchanged,
        doubles_exchanged_by, floats_reversed, floats_reversed_by, wide_inverted, wide_inverted_by, words_exchanged,
        words_exchanged_by, parcel_turned, parcel_turned_guarded,
        // nonnull
        double_at, number_at, same_place, same_place_if, follow,
        // nonzero
        sign_of, without_last_bit, number_or_highest, negated_if_any, nonzero_digest, ticket_changed, product, count_known,
        // owned
        text_repeated, text_reversed, text_in_capitals, number_in_decimal, number_in_roman, bytes_of_text, square_roots, points_mirrored,
        markers_without_repeats, even_numbers, distances_between, bits_of_byte, digits_of_text, numbers_produced, texts_joined, texts_with_part,
        greatest_text, bytes_of_texts,
        // packed
        packet_digest, packet_change, packet_changed, pairwise_changed, tight_changed, envelope_changed, packets_digest,
        // passing
        pass_byte_1, pass_float_4, pass_float_8, pass_ints_8, pass_shared_8, pass_ints_12, pass_floats_12, pass_floats_16, pass_ints_16,
        pass_int_float_16, pass_float_int_16, pass_doubles_16, pass_mixed_16, pass_bytes_17, pass_floats_20, pass_doubles_24,
        pass_doubles_32, pass_float_4_guarded, pass_doubles_16_guarded, pass_many,
        // recursive
        list_digest, node_before, tree_digest, dialogue_digest, ring_digest, term_value,
        // surrogates
        colour_inverted, highlight_turned, compare, ordering_reversed, interval_contains,
        // tagged
        shape_after, area, shape_digest, change_digest, change_undone, command_digest, wish_answer, shape_advance, shapes_digest,
        layer_changed, show_shapes, after_by_i8, after_by_i16, after_by_i32, after_by_i64, after_by_isize, after_by_u8,
        after_by_u16, after_by_u32, after_by_u64, after_by_usize,
        // transparent
        kelvin_of, kelvin_bits, next_guest, place_mirrored, melting_halved, style_after, handle_inverted, warmest, stay_after,
        warm_up,
        // tuples
        metres_between, sample_after, pin_turned, track_reversed, largest_sample,
        // unions
        word_bits, word_reversed, floats_exchanged, uneven_reverse, uneven_inverted, cell_digest, cell_of, words_digest,
        // visibility
        seal, is_whole, exchange_sealed, diagnosis_after,
        // wide
        after_i128, after_u128, halves_joined, ledger_invert, ledger_after, sum_wide, add_wide, halves_agree,
        half_wide,
    ],
    [],
    [Recorder, Total, Probe, Countdown, HostileService, DoorInside, Notebook],
    [namespaces_inventory],
}
