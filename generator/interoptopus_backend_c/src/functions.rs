//! Functions: one uniform way from what crosses to a prototype, for free functions, constructors and methods alike.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::{notes, passing, visibility};
use interoptopus::Writer;
use interoptopus::model::{AbiParameter, Crossing, Function, Item, TypeKind};

/// A prototype.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prototype {
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    /// The attribute of what takes an integer of 16 bytes by value.
    pub(crate) takes_wide: Option<String>,
    pub(crate) declared: Declared,
}

/// All free functions, by symbol.
pub(crate) fn lower(marshal: &Marshal<'_>) -> Vec<Prototype> {
    let functions = marshal.inventory.functions().iter().enumerate();
    let mut all: Vec<_> =
        functions.map(|(at, f)| one(marshal, f, Item::Function(at), marshal.inventory.abi_parameters(f))).collect();
    all.sort_by(|a, b| a.declared.name.cmp(&b.declared.name));
    all
}

/// The prototype of `function`, which takes `abi` in all: of a method that is the object too.
pub(crate) fn one(marshal: &Marshal<'_>, function: &Function, item: Item, abi: Vec<AbiParameter>) -> Prototype {
    let Function { name: _, path: _, docs, symbol, is_unsafe: _, parameters, returns, abi_returns, crossing, marks } = function;
    let names = marshal.names.parameters(abi.iter().map(|p| p.name.as_str()));
    let mut declared = Vec::new();
    for (name, parameter) in names.iter().zip(&abi) {
        declared.push(Declared::new(name, marshal.parameter(parameter.ty)));
    }
    let mut comment = visibility::of_item(marshal.comment(docs, item), marks);
    let mut at = abi.len() - parameters.iter().map(|p| marshal.inventory.abi_of_parameter(p).len()).sum::<usize>();
    for parameter in parameters {
        if let Some(note) = notes::of_parameter(marshal.inventory, parameter.ty) {
            comment = comment.param(&names[at], note);
        }
        at += marshal.inventory.abi_of_parameter(parameter).len();
    }
    if let Some(note) = notes::of_return(marshal.inventory, *returns) {
        comment = comment.returns(note);
    }
    if let TypeKind::Service(id) = *marshal.inventory.kind(*returns) {
        let on_success = match crossing {
            Crossing::Bare => "",
            Crossing::Guarded { error: _ } => "on success ",
        };
        comment = comment.returns(&format!("{on_success}an object that {}() must free", marshal.inventory[id].destroy));
    }
    let plain = Prototype::new(symbol, declared, marshal.of(*abi_returns), deprecated::comment(comment, marks));
    let takes_wide = marshal.inventory.take_wide(parameters).then(|| marshal.names.value(passing::ATTRIBUTE));
    Prototype { deprecated: Deprecated::of(marshal.names, marks), takes_wide, ..plain }
}

impl Prototype {
    pub(crate) fn new(name: &str, parameters: Vec<Declared>, returns: CType, comment: Comment) -> Self {
        let ty = CType::Function { returns: Box::new(returns), parameters };
        Prototype { comment, deprecated: Deprecated::default(), takes_wide: None, declared: Declared::new(name, ty) }
    }

    pub(crate) fn emit(&self, w: &mut Writer) {
        let Prototype { comment, deprecated, takes_wide, declared } = self;
        comment.emit(w);
        takes_wide.iter().for_each(|attribute| w.line(attribute));
        w.lines(format!("{deprecated}{};", declared.declaration_in_lines()));
    }
}
