//! A collector moves what Rust reads.

use interoptopus::{ffi_function, ffi_type, inventory_part};

/// Makes the collector run.
#[ffi_type]
pub type Collect = extern "C" fn();

/// The sum of all numbers and all bytes; 0 if it is another one after `collect`.
#[ffi_function]
pub fn moved_sum(numbers: &[u64], text: &str, changed: &mut u64, collect: Collect) -> u64 {
    let sum = |changed: &u64| numbers.iter().sum::<u64>() + text.bytes().map(u64::from).sum::<u64>() + changed;
    let before = sum(changed);
    collect();
    let is_same = before == sum(changed);
    *changed = before;
    if is_same { before } else { 0 }
}

inventory_part!(part, [], [moved_sum], [], []);
