//! Owned strings and vectors: structs that the caller has to free, and the functions that free them.

use crate::types::{Types, pointers, primitives, strings};
use interoptopus::model::{self, Access, Builtin, Content, Target, Type};
use interoptopus_c_syntax::{Comment, Declared, Member, Struct, Verbatim};

/// The struct of what the caller owns.
pub(crate) fn lower(types: &Types<'_>, name: String, content: Content) -> Struct {
    let free = types.names.free(&name);
    let (what, data) = match content {
        Content::Elements(element) => (
            format!("`len` elements from `data` on, which {free}() frees; there is nothing at `data` if `len` is 0."),
            pointers::to(types.of(element), Access::Write),
        ),
        Content::Text => (
            format!("`len` bytes of UTF-8 from `data` on, without a NUL at the end, which {free}() frees."),
            strings::character().pointer(),
        ),
    };
    let members = [Declared::new("data", data), Declared::new("len", primitives::size())];
    Struct::new(Comment::text(what), name, members.map(Member::plain).into())
}

/// The functions that free, one for each such type, with the structs that they need.
pub(crate) fn lower_functions(types: &Types<'_>) -> Vec<Verbatim> {
    let order = model::definition_order(types.inventory).into_iter();
    order.filter_map(|ty| Some(functions(types, ty, model::owned(types.inventory, ty)?))).flatten().collect()
}

fn functions(types: &Types<'_>, ty: Type, content: Content) -> Vec<Verbatim> {
    let name = types.names.of(types.inventory, ty);
    let (free, dealloc) = (types.names.free(&name), types.inventory.builtin_symbol(Builtin::Dealloc));
    let aligned = types.names.aligned_like(&name);
    let (size, align, shown) = match content {
        Content::Text => ("value.len", Some(1), None),
        Content::Elements(element) => match align(types, element) {
            Some(align) => ("value.len * sizeof *value.data", Some(align), None),
            None => ("value.len * sizeof *value.data", None, Some(element)),
        },
    };
    let align = align.map_or_else(|| format!("offsetof(struct {aligned}, element)"), |align| align.to_string());
    let freed = Verbatim {
        comment: Comment::text("Frees what a function returned, once. Nothing happens for what is empty, and for none."),
        lines: format!("static inline void {free}({name} value)\n{{\n    {dealloc}(value.data, {size}, {align});\n}}"),
        condition: types.condition([ty]),
    };
    let shown = shown.map(|element| Verbatim {
        comment: Comment::text("Shows how elements are aligned, for which C99 has no word."),
        lines: format!(
            "struct {aligned} {{\n    char before;\n    {};\n}};",
            Declared::new("element", types.of(element)).declaration()
        ),
        condition: types.condition([ty]),
    });
    shown.into_iter().chain([freed]).collect()
}

/// The alignment of `ty`, if it is the same on all platforms.
fn align(types: &Types<'_>, ty: Type) -> Option<usize> {
    Target::on_each(|target| model::extent_by_c(types.inventory, ty, target).align)
}
