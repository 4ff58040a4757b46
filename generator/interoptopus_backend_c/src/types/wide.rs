//! Integers of 16 bytes: not each compiler has them, and of those that have them, not each passes them as the ABI says.
//!
//! Clang before 18 (Apple's before 17, which counts otherwise) tears such an argument apart where one register is left for it on x86-64, and puts
//! it at another place on the stack; see LLVM's <https://reviews.llvm.org/D86310> and <https://reviews.llvm.org/D158169>. GCC and Rust do neither. A
//! call would be wrong, and nobody would say so.

use crate::names::{Names, ours};
use interoptopus::Checked;
use interoptopus::model::{self, Type, TypeKind};
use interoptopus_c_syntax::Condition;
use std::collections::HashSet;

/// Where a compiler has integers of 16 bytes.
pub(crate) fn exist() -> Condition {
    Condition::defined("__SIZEOF_INT128__")
}

/// The types that not each compiler can see.
pub(super) struct Conditions {
    /// Those that lead to an integer of 16 bytes.
    wide: HashSet<Type>,
    /// Those that lead to a callback that takes one by value.
    passing: HashSet<Type>,
    /// Where compilers pass one as the ABI says.
    passes: Condition,
}

impl Conditions {
    pub(super) fn new(inventory: &Checked, names: &Names) -> Self {
        let takes_wide = |ty: Type| matches!(*inventory.kind(ty), TypeKind::Callback { id, .. } if model::take_wide(inventory, &inventory[id].parameters));
        let passes = Condition::defined(names.value(ours::PASSES_WIDE));
        if !names.needs.wide {
            return Conditions { wide: HashSet::new(), passing: HashSet::new(), passes };
        }
        let leading = |is: &dyn Fn(Type) -> bool| {
            inventory.types().filter(|&ty| model::reachable(inventory, [ty]).into_iter().any(is)).collect()
        };
        Conditions { wide: leading(&|ty| model::is_wide(inventory, ty)), passing: leading(&takes_wide), passes }
    }

    /// Where compilers can see what mentions `types`. No compiler passes what it does not have.
    pub(super) fn of(&self, types: impl IntoIterator<Item = Type>) -> Option<Condition> {
        let types: Vec<Type> = types.into_iter().collect();
        if types.iter().any(|ty| self.passing.contains(ty)) {
            Some(self.passes.clone())
        } else {
            types.iter().any(|ty| self.wide.contains(ty)).then(exist)
        }
    }
}
