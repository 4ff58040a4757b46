//! Declarations as statements of Python.

use super::declarations::Declaration;
use crate::names::Names;
use crate::runtime::parts::{Part, ffi as of_ffi};
use crate::syntax::definitions::Definition;
use crate::syntax::docstrings::Docstring;
use crate::syntax::statements::{Stmt, WIDTH, words};
use interoptopus_c_syntax::{self as syntax, Kind, Struct, compact};

/// `ffi` itself.
pub(crate) fn ffi(names: &Names) -> Definition {
    let made = names.python("FFI").call([]);
    let docs = Docstring::text("The declarations of the library, for use with `lib`.");
    Definition::new("ffi", vec![Stmt::declare("ffi", names.python("Any"), made), Stmt::Doc(docs)])
}

/// The statements of `declarations`.
pub(crate) fn lower(declarations: &[Declaration]) -> Definition {
    let mut parts: Vec<Told> = Vec::new();
    for declaration in declarations {
        match (parts.last_mut(), Told::of(declaration)) {
            (Some(Told::Lines(before, all)), Told::Lines(packed, lines)) if *before == packed => all.extend(lines),
            (_, part) => parts.push(part),
        }
    }
    let statements = parts.into_iter().flat_map(|part| [Stmt::Blank].into_iter().chain(part.statements())).skip(1).collect();
    Definition { names: Vec::new(), statements, is_row: false }
}

/// A part of the declarations that one statement tells cffi.
enum Told {
    /// Lines of C, where no field is aligned to more than so many bytes, if there is such a limit.
    Lines(Option<u32>, Vec<String>),
    /// A call of a function of the module's own.
    Call(Vec<Stmt>),
}

impl Told {
    fn of(declaration: &Declaration) -> Self {
        match declaration {
            Declaration::Char => Told::Call(vec![Stmt::of(of_ffi("cdef").call([Part::Char.call([])]))]),
            Declaration::Forward(forward) => Told::Lines(None, vec![forward.declaration()]),
            Declaration::Definition(definition) => Told::Lines(packing(definition), compact::definition(definition, WIDTH)),
            Declaration::Aligned { align, definition } => Told::Call(aligned(*align, definition)),
            Declaration::Carriers(names) => {
                let names = names.iter().map(|name| Stmt::line(words![format!("        \"{name}\",")]));
                let open = [Stmt::line(words![of_ffi("cdef"), "("]), Stmt::line(words!["    ", Part::Carriers.expr(), "("])];
                let close = ["    )", ")"].map(|close| Stmt::line(words![close]));
                Told::Call(open.into_iter().chain(names).chain(close).collect())
            }
            Declaration::Prototypes(prototypes) => {
                let lines = prototypes.iter().flat_map(|prototype| compact::prototype(prototype, WIDTH));
                Told::Lines(None, [String::new()].into_iter().chain(lines).collect())
            }
        }
    }

    fn statements(self) -> Vec<Stmt> {
        match self {
            Told::Call(statements) => statements,
            Told::Lines(packed, lines) => {
                let line = |line: String| if line.is_empty() { Stmt::Blank } else { Stmt::line(words![format!("    {line}")]) };
                let open = [Stmt::line(words![of_ffi("cdef"), "("]), Stmt::line(words!["    \"\"\""])];
                let close = match packed {
                    None => vec!["    \"\"\"".to_owned(), ")".to_owned()],
                    Some(most) => vec!["    \"\"\",".to_owned(), format!("    pack={most},"), ")".to_owned()],
                };
                let close = close.into_iter().map(|close| Stmt::line(words![close]));
                open.into_iter().chain(lines.into_iter().map(line)).chain(close).collect()
            }
        }
    }
}

fn packing(definition: &syntax::Definition) -> Option<u32> {
    if let Kind::Struct(Struct { packed, .. }) = &definition.kind { *packed } else { None }
}

/// The call that declares a struct with its padding.
fn aligned(align: u32, Struct { head, members, .. }: &Struct) -> Vec<Stmt> {
    let open = Stmt::line(words![Part::DeclareAligned.expr(), "("]);
    let arguments = [format!("    \"{}\",", head.name), format!("    {align},"), "    [".to_owned()];
    let rows = members.iter().map(|member| {
        let declared = &member.declared;
        format!("        (\"{}\", \"{}\"),", declared.ty.declare(""), declared.declaration())
    });
    let close = ["    ],", ")"].map(str::to_owned);
    let lines = arguments.into_iter().chain(rows).chain(close).map(|line| Stmt::line(words![line]));
    [open].into_iter().chain(lines).collect()
}
