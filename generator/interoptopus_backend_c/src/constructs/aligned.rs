//! Structs with an alignment of their own: compilers' attributes, as C99 has no word for it.

use crate::names::{Names, ours};
use interoptopus_c_syntax::{Comment, Verbatim};

/// The attribute between `struct` and its name.
pub(crate) fn attribute(names: &Names, to: u32) -> String {
    format!("{}({to}) ", names.value(ours::ALIGNED))
}

/// The macro that is the attribute. Another layout than Rust's would be worse than none.
pub(crate) fn lower_macro(names: &Names) -> Verbatim {
    let name = names.value(ours::ALIGNED);
    let lines = format!(
        "#if defined(__GNUC__)\n#define {name}(bytes) __attribute__((aligned(bytes)))\n#elif defined(_MSC_VER)\n\
         #define {name}(bytes) __declspec(align(bytes))\n#else\n#error \"{name}: what aligns a struct for this compiler?\"\n#endif"
    );
    Verbatim { comment: Comment::text("Aligns a struct to so many bytes."), lines, condition: None }
}
