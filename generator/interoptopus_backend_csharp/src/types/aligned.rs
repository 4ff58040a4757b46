//! Types that Rust aligns to more than C# does: values are copied to aligned memory for the time of a call.

use crate::names::Names;
use crate::names::members::{local, local_for};
use crate::runtime::Part;
use crate::syntax::{CsType, Dialect, Expr, Identifier, ParameterType, Statement, generic_call};
use crate::types::conversions::{Disposed, Passed, Stored};
use crate::types::{layouts, modifiers};
use interoptopus::model::{Access, Type};

/// The alignment that memory of `ty` needs and may not have.
pub(crate) fn needed(names: &Names<'_>, ty: Type) -> Option<usize> {
    layouts::needs_alignment(names.inventory, ty)
}

/// As a reference goes in otherwise, but by a copy.
pub(crate) fn reference(dialect: Dialect, stored: &Stored, access: Access, align: usize, name: &Identifier) -> Passed {
    let element = &stored.element;
    let public = ParameterType::new(modifiers::of_reference(dialect, access), stored.public.clone());
    let mut passed = Passed::new(public, native(dialect, element));
    let (value, copy) = (local_for(name, "Value"), local(name));
    passed.before.push(format!("{element} {value} = {};", stored.to_element().of(name, name)).into());
    let bytes = dialect.pick(format!("new ReadOnlySpan<{element}>(in {value})"), format!("FfiMemory.Raw(new[] {{ {value} }})"));
    let written = scoped(dialect, element, &mut passed, &copy, format!("{bytes}, {align}"), None);
    if access == Access::Write {
        passed.after.push(format!("{name} = {};", stored.out_of_element().apply(written)).into());
    }
    passed
}

/// As a reference goes in otherwise that may be null, but by another copy.
pub(crate) fn nullable(dialect: Dialect, stored: &Stored, access: Access, align: usize, name: &Identifier) -> Passed {
    let element = &stored.element;
    let public = ParameterType::new(modifiers::of_nullable(access), stored.public.nullable());
    let mut passed = Passed::new(public, native(dialect, element));
    let (value, copy) = (local_for(name, "Value"), local(name));
    let some = stored.to_element().of(Expr::from(name).member("Value"), name);
    passed.before.push(format!("{element} {value} = {name}.HasValue ? {some} : default({element});").into());
    let bytes = match dialect {
        Dialect::DotNet => format!("{name}.HasValue ? new ReadOnlySpan<{element}>(in {value}) : default"),
        Dialect::Unity => format!("{name}.HasValue ? FfiMemory.Raw(new[] {{ {value} }}) : null"),
    };
    let written = scoped(dialect, element, &mut passed, &copy, format!("{bytes}, {align}"), Some(format!("{name}.HasValue")));
    if access == Access::Write {
        let assign = format!("{name} = {};", stored.out_of_element().apply(written));
        passed.after.push(Statement::only_if(&format!("{name}.HasValue"), assign));
    }
    passed
}

/// As elements go in otherwise that are `public` to users, but by a copy of all.
pub(crate) fn elements(
    dialect: Dialect,
    element: &CsType,
    public: ParameterType,
    access: Access,
    is_nullable: bool,
    align: usize,
    name: &Identifier,
) -> Passed {
    let mut passed = Passed::new(public, native(dialect, element));
    let copy = local(name);
    let is_some = is_nullable.then(|| format!("{name} != null"));
    let bytes = dialect.pick(name.to_string(), format!("FfiMemory.Raw({name})"));
    scoped(dialect, element, &mut passed, &copy, format!("{bytes}, {align}"), is_some.clone());
    if access == Access::Write {
        let back = match dialect {
            Dialect::DotNet => format!("{copy}.AsSpan().CopyTo({name});"),
            Dialect::Unity => format!("FfiMemory.ReadArray<{element}>({copy}.Address, {name}.Length).CopyTo({name}, 0);"),
        };
        passed.after.push(match is_some {
            None => back.into(),
            Some(is_some) => Statement::only_if(&is_some, back),
        });
    }
    passed
}

/// The address of the copy.
fn native(dialect: Dialect, element: &CsType) -> CsType {
    dialect.pick(element.pointer(), dialect.address())
}

/// The copy and its address; and the expression for what native code wrote to its beginning.
fn scoped(
    dialect: Dialect,
    element: &CsType,
    passed: &mut Passed,
    copy: &str,
    arguments: String,
    is_some: Option<String>,
) -> Expr {
    let member = |name: &str| Expr::from(copy).member(name);
    passed.parts.add(Part::Aligned);
    let (ty, pointer, written) = match dialect {
        Dialect::DotNet => {
            let first = Expr::from(format!("{copy}.Pointer[0]"));
            (CsType::generic("FfiAligned", element.clone()), member("Pointer"), first)
        }
        Dialect::Unity => {
            passed.parts.add(Part::Memory);
            let first = generic_call("FfiMemory", "Read", [element.clone()], [member("Address")]);
            (CsType::Known("FfiAligned"), member("Address"), first)
        }
    };
    passed.arguments.push(match is_some.filter(|_| dialect == Dialect::DotNet) {
        Some(is_some) => Expr::from(is_some).choose(pointer, "null".into()),
        None => pointer,
    });
    passed.scopes.push(Disposed { ty, name: copy.to_owned(), arguments });
    written
}
