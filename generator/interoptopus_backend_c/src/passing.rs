//! Which compilers see a declaration: not each has integers of 16 bytes, and of those that have them, not each passes them as the ABI says.
//!
//! Clang before 18 (Apple's before 17, which counts otherwise) tears such an argument apart where one register is left for it on x86-64, and puts
//! it at another place on the stack; see LLVM's <https://reviews.llvm.org/D86310> and <https://reviews.llvm.org/D158169>. GCC and Rust do neither. A
//! call would be wrong, and nobody would say so.

use crate::comments::Comment;
use crate::declarator::CType;
use crate::definitions::{self, Definition};
use crate::names::Names;
use crate::wide;
use interoptopus::Writer;
use interoptopus::model::{Inventory, Parameter};
use std::collections::HashSet;

/// The attribute of functions that take one, without the prefix.
pub(crate) const ATTRIBUTE: &str = "TAKES_INT128";
/// Defined where they are passed rightly, without the prefix.
pub(crate) const PASSES: &str = "PASSES_INT128";

/// Whether any function or callback takes one by value.
pub(crate) fn occurs(inventory: &Inventory) -> bool {
    let takes = |parameters: &[Parameter]| inventory.take_wide(parameters);
    inventory.functions().iter().any(|f| takes(&f.parameters))
        || inventory.callbacks().iter().any(|c| takes(&c.parameters))
        || inventory
            .services()
            .iter()
            .any(|s| s.constructors.iter().chain(s.methods.iter().map(|m| &m.function)).any(|f| takes(&f.parameters)))
}

/// The definitions of both macros.
pub(crate) fn emit_macros(w: &mut Writer, names: &Names) {
    let (attribute, passes) = (names.value(ATTRIBUTE), names.value(PASSES));
    Comment::text(
        "Clang before 18, and Apple's before 17, passes integers of 16 bytes wrongly on x86-64, without a word. It cannot call what takes one by \
         value, and does not see types of callbacks that do.",
    )
    .emit(w);
    w.lines(format!(
        "#if defined(__clang__) && defined(__x86_64__) && __clang_major__ < 18 \\\n    \
         && !(defined(__apple_build_version__) && __clang_major__ >= 17)\n\
         #define {attribute} __attribute__((unavailable(\"clang before 18 passes integers of 16 bytes wrongly on x86-64: use a newer one, or GCC\")))\n\
         #else\n#define {attribute}\n#define {passes}\n#endif"
    ));
}

/// What only some compilers see.
pub(crate) struct Seen {
    /// Names of types that lead to an integer of 16 bytes.
    wide: HashSet<String>,
    /// Names of types of callbacks that take one, and of what leads to them.
    passing: HashSet<String>,
    /// What is defined for those who see the latter.
    passes: String,
}

impl Seen {
    pub(crate) fn new(names: &Names, all: &[Definition]) -> Self {
        let callbacks = all.iter().filter_map(|definition| match definition {
            Definition::Callback(callback) if callback.takes_wide => definition.name().map(str::to_owned),
            Definition::Callback(_)
            | Definition::Struct(_)
            | Definition::Tagged(_)
            | Definition::Enum(_)
            | Definition::Alias(_)
            | Definition::Incomplete(_) => None,
        });
        Seen {
            wide: definitions::mentioning(all, wide::names(names)),
            passing: definitions::mentioning(all, callbacks),
            passes: names.value(PASSES),
        }
    }

    /// What must be defined for a compiler to see the type of this name; nothing, if each does.
    pub(crate) fn name(&self, name: &str) -> Option<&str> {
        if self.passing.contains(name) { Some(&self.passes) } else { self.wide.contains(name).then_some(wide::CONDITION) }
    }

    /// The same of what has the type `ty`. No compiler passes what it does not have.
    pub(crate) fn of(&self, ty: &CType) -> Option<&str> {
        if definitions::mentions(ty, &self.passing) {
            Some(&self.passes)
        } else {
            definitions::mentions(ty, &self.wide).then_some(wide::CONDITION)
        }
    }
}
