//! The names of symbols, and the hashes of names.

use crate::parse::{Error, Result};
use proc_macro::Span;

/// `next_marker` of `NextMarker`, split where `interoptopus::names` splits it.
pub(crate) fn snake_case(identifier: &str) -> String {
    let letters: Vec<char> = identifier.trim_start_matches("r#").chars().collect();
    let mut snake = String::new();
    for (i, letter) in letters.iter().enumerate() {
        let after_lower = i > 0 && (letters[i - 1].is_lowercase() || letters[i - 1].is_ascii_digit());
        let before_lower = i > 0 && letters.get(i + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_lower || before_lower) && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake.trim_matches('_').to_owned()
}

/// The FNV-1a hash of a name, which stands for it among the parameters of a trait: these cannot be texts.
pub(crate) fn key(name: &str) -> u64 {
    let name = name.trim_start_matches("r#");
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The crate's name as Rust code spells it: each symbol carries it, so that two libraries live in one process and none of the system's is
/// replaced.
pub(crate) fn crate_name(at: Span) -> Result<String> {
    let set = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
    let package = || set("CARGO_PKG_NAME").map(|name| name.replace('-', "_"));
    let unnamed = "symbols begin with the name of the crate, which is not known here: cargo sets `CARGO_CRATE_NAME`, and whoever calls rustc \
                   otherwise has to set it too";
    set("CARGO_CRATE_NAME").or_else(package).ok_or_else(|| Error::new(at, unnamed))
}
