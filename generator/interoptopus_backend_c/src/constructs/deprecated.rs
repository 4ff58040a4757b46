//! Deprecated items: the attribute that compilers warn by.

use crate::names::{Names, ours};
use interoptopus_c_syntax::{Comment, Verbatim};

/// The macro that is the attribute; for a compiler without such an attribute it is nothing.
pub(crate) fn lower_macro(names: &Names) -> Verbatim {
    let name = names.value(ours::DEPRECATED);
    let lines = format!(
        "#if defined(__GNUC__)\n#define {name}(note) __attribute__((deprecated(note)))\n#elif defined(_MSC_VER)\n\
         #define {name}(note) __declspec(deprecated(note))\n#else\n#define {name}(note)\n#endif"
    );
    let comment = Comment::text("Makes compilers warn where something is used that should not be any more.");
    Verbatim { comment, lines, condition: None }
}

/// The beginning of what compilers do not warn of: the header's own uses of deprecated types, until [`heard`].
pub(crate) fn silenced() -> Verbatim {
    Verbatim::plain(
        "#if defined(__GNUC__)\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wdeprecated-declarations\"\n\
         #elif defined(_MSC_VER)\n#pragma warning(push)\n#pragma warning(disable : 4996)\n#endif",
    )
}

/// The end of what [`silenced`] begins.
pub(crate) fn heard() -> Verbatim {
    Verbatim::plain("#if defined(__GNUC__)\n#pragma GCC diagnostic pop\n#elif defined(_MSC_VER)\n#pragma warning(pop)\n#endif")
}
