//! Structs with an alignment of their own: compilers' attributes, as C99 has no word for it.

use crate::comments::Comment;
use crate::names::Names;
use interoptopus::Writer;
use interoptopus::model::{Inventory, Repr};

/// The macro that is the attribute, without the prefix.
pub(crate) const MACRO: &str = "ALIGNED";

/// Whether any struct has one.
pub(crate) fn occurs(inventory: &Inventory) -> bool {
    inventory.structs().iter().any(|s| matches!(s.repr, Repr::Aligned(_)))
}

/// What stands between `struct` and its name.
pub(crate) fn attribute(names: &Names, to: u32) -> String {
    format!("{}({to}) ", names.value(MACRO))
}

/// The definition of the macro. Another layout than Rust's would be worse than none.
pub(crate) fn emit_macro(w: &mut Writer, names: &Names) {
    let name = names.value(MACRO);
    Comment::text("Aligns a struct to so many bytes.").emit(w);
    w.lines(format!(
        "#if defined(__GNUC__)\n#define {name}(bytes) __attribute__((aligned(bytes)))\n#elif defined(_MSC_VER)\n\
         #define {name}(bytes) __declspec(align(bytes))\n#else\n#error \"{name}: what aligns a struct for this compiler?\"\n#endif"
    ));
}
