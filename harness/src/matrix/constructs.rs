//! The constructs of a library: the modules that have items.

use interoptopus::Inventory;
use std::collections::BTreeSet;

/// The modules that have items.
pub(super) fn of(inventory: &Inventory) -> BTreeSet<String> {
    inventory.items().filter_map(|item| of_path(item.path())).map(str::to_owned).collect()
}

/// The second part of a path such as `my_lib::shapes::Pair<u8, f32>`; of an item beside all modules, the library.
pub(super) fn of_path(path: &str) -> Option<&str> {
    let path = path.split('<').next().unwrap_or(path);
    let mut parts = path.split("::");
    let (library, second) = (parts.next()?, parts.next()?);
    Some(if parts.next().is_some() { second } else { library })
}

#[cfg(test)]
mod tests {
    use super::of_path;

    #[test]
    fn a_construct_is_the_second_part_of_a_path() {
        assert_eq!(of_path("my_lib::shapes::Pair<u8, other::F32>"), Some("shapes"));
        assert_eq!(of_path("my_lib::shapes::deep::area"), Some("shapes"));
        assert_eq!(of_path("my_lib::Pair<u8, other::F32>"), Some("my_lib"));
        assert_eq!(of_path("extern fn(u32)"), None, "what nobody named is no item of a module");
    }
}
