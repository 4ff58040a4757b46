//! Declarations as statements of Python.

use super::declarations::Declaration;
use crate::names::Names;
use crate::syntax::lines::WIDTH;
use interoptopus_c_syntax::{Definition, Kind, Struct, compact};

/// `ffi` itself.
pub(crate) fn ffi(names: &Names) -> String {
    let [any, ffi] = ["Any", "FFI"].map(|name| names.python(name));
    format!("ffi: {any} = {ffi}()\n\"\"\"The declarations of the library, for use with `lib`.\"\"\"")
}

/// The statements of `declarations`.
pub(crate) fn emit(declarations: &[Declaration]) -> String {
    let mut statements: Vec<Statement> = Vec::new();
    for declaration in declarations {
        let statement = Statement::of(declaration);
        match (statements.last_mut(), statement) {
            (Some(Statement::Lines(before, all)), Statement::Lines(packed, lines)) if *before == packed => all.extend(lines),
            (_, statement) => statements.push(statement),
        }
    }
    statements.iter().map(Statement::emit).collect::<Vec<_>>().join("\n\n")
}

/// A statement that tells cffi something.
enum Statement {
    /// Lines of C, where no field is aligned to more than so many bytes, if there is such a limit.
    Lines(Option<u32>, Vec<String>),
    /// A call of a function of the module's own.
    Call(Vec<String>),
}

impl Statement {
    fn of(declaration: &Declaration) -> Self {
        match declaration {
            Declaration::Char => Statement::Call(vec!["ffi.cdef(_char())".to_owned()]),
            Declaration::Forward(forward) => Statement::Lines(None, vec![forward.declaration()]),
            Declaration::Definition(definition) => Statement::Lines(packing(definition), compact::definition(definition, WIDTH)),
            Declaration::Aligned { align, definition } => Statement::Call(aligned(*align, definition)),
            Declaration::Carriers(names) => {
                let names = names.iter().map(|name| format!("        \"{name}\","));
                let open = ["ffi.cdef(", "    _carriers("].map(str::to_owned).into_iter();
                Statement::Call(open.chain(names).chain(["    )", ")"].map(str::to_owned)).collect())
            }
            Declaration::Prototypes(prototypes) => {
                let lines = prototypes.iter().flat_map(|prototype| compact::prototype(prototype, WIDTH));
                Statement::Lines(None, [String::new()].into_iter().chain(lines).collect())
            }
        }
    }

    fn emit(&self) -> String {
        match self {
            Statement::Call(lines) => lines.join("\n"),
            Statement::Lines(packed, lines) => {
                let lines: String = lines.iter().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect();
                match packed {
                    None => format!("ffi.cdef(\n    \"\"\"\n{lines}    \"\"\"\n)"),
                    Some(most) => format!("ffi.cdef(\n    \"\"\"\n{lines}    \"\"\",\n    pack={most},\n)"),
                }
            }
        }
    }
}

fn packing(definition: &Definition) -> Option<u32> {
    if let Kind::Struct(Struct { packed, .. }) = &definition.kind { *packed } else { None }
}

/// The call that declares a struct with its padding.
fn aligned(align: u32, Struct { head, members, .. }: &Struct) -> Vec<String> {
    let open = ["_declare_aligned(".to_owned(), format!("    \"{}\",", head.name), format!("    {align},"), "    [".to_owned()];
    let rows = members.iter().map(|member| {
        let declared = &member.declared;
        format!("        (\"{}\", \"{}\"),", declared.ty.declare(""), declared.declaration())
    });
    open.into_iter().chain(rows).chain(["    ],", ")"].map(str::to_owned)).collect()
}
