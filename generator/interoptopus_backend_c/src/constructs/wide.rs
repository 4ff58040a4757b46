//! Integers of 16 bytes: an extension, which only some compilers have. What needs them is left out on the others.

use crate::names::{Names, ours};
use crate::types::wide;
use interoptopus_c_syntax::{Comment, Verbatim};

/// The definitions of the types, which strict compilers allow as an extension that is asked for.
pub(crate) fn lower_types(names: &Names) -> Verbatim {
    let (signed, unsigned) = (names.ty(ours::SIGNED), names.ty(ours::UNSIGNED));
    let comment = Comment::text("An integer of 16 bytes. Compilers that have none do not see what needs it.");
    let lines = format!("__extension__ typedef __int128 {signed};\n__extension__ typedef unsigned __int128 {unsigned};");
    Verbatim { comment, lines, condition: Some(wide::exist()) }
}

/// The macros of functions that take one by value: the attribute, and the macro that is defined where one is passed as the ABI says.
pub(crate) fn lower_macros(names: &Names) -> Verbatim {
    let (attribute, passes) = (names.value(ours::TAKES_WIDE), names.value(ours::PASSES_WIDE));
    let comment = Comment::text(
        "Clang before 18, and Apple's before 17, passes integers of 16 bytes wrongly on x86-64, without a word. It cannot call what takes one by \
         value, and does not see types of callbacks that do.",
    );
    let lines = format!(
        "#if defined(__clang__) && defined(__x86_64__) && __clang_major__ < 18 \\\n    \
         && !(defined(__apple_build_version__) && __clang_major__ >= 17)\n\
         #define {attribute} __attribute__((unavailable(\"clang before 18 passes integers of 16 bytes wrongly on x86-64: use a newer one, or GCC\")))\n\
         #else\n#define {attribute}\n#define {passes}\n#endif"
    );
    Verbatim { comment, lines, condition: None }
}
