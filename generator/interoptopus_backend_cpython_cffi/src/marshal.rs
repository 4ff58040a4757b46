//! How each type crosses, decided once for each: its annotations, and the expressions that turn one side's value into the other's.

use crate::names::Names;
use crate::{aligned, tagged, unions, wide};
use crate::{
    arrays, callbacks, characters, enums, nonzero, opaques, options, pointers, primitives, services, slices, strings, structs,
};
use interoptopus::model::{Access, Checked, OpaqueId, PointerKind, Primitive, Repr, ServiceId, Type, TypeKind};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What all of lowering reads.
pub(crate) struct Context<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) names: &'a Names,
    decided: RefCell<HashMap<Type, Rc<Marshal>>>,
}

/// How values of a type cross wherever they stand: as an argument, a result, a field, an item of a slice.
///
/// As a parameter of its own some have a better way, such as a slice, which is two: see [`Passage`](crate::passage::Passage).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marshal {
    /// The annotation of what goes in.
    pub(crate) takes: String,
    /// The annotation of what comes out.
    pub(crate) gives: String,
    /// The annotation of a field, which is both.
    pub(crate) holds: String,
    /// From Python's value to what cffi takes for it; or why there is none.
    pub(crate) to_c: Result<Template, String>,
    /// From cffi's value to a Python value of its own, a copy; or why there is none.
    pub(crate) from_c: Result<Template, String>,
}

impl Marshal {
    /// A value that is the same in Python and in cffi.
    pub(crate) fn same(annotation: String) -> Self {
        Marshal::converted(annotation, Template::same(), Template::same())
    }

    /// A value with one annotation.
    pub(crate) fn converted(annotation: String, to_c: Template, from_c: Template) -> Self {
        Marshal { takes: annotation.clone(), gives: annotation.clone(), holds: annotation, to_c: Ok(to_c), from_c: Ok(from_c) }
    }

    /// A type that cannot cross here.
    pub(crate) fn refused(reason: &str) -> Self {
        let [takes, gives, holds] = [const { String::new() }; 3];
        Marshal { takes, gives, holds, to_c: Err(reason.to_owned()), from_c: Err(reason.to_owned()) }
    }
}

/// An expression with `$` where a value stands, and [`Template::KEPT`] where the list stands that keeps alive what a value of C leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(String);

impl Template {
    /// The list of a call that every conversion adds its memory to, and that is there until what the call returned has been read. Who
    /// writes the expression down names it: see [`kept_by`].
    pub(crate) const KEPT: char = '@';

    /// The value itself.
    pub(crate) fn same() -> Self {
        Template::new("$")
    }

    pub(crate) fn new(text: impl Into<String>) -> Self {
        Template(text.into())
    }

    /// The expression for `value`.
    pub(crate) fn of(&self, value: &str) -> String {
        self.0.replace('$', value)
    }

    pub(crate) fn is_same(&self) -> bool {
        self.0 == "$"
    }

    /// Whether what it makes has no type to a type checker, as all that comes from cffi.
    pub(crate) fn is_untyped(&self) -> bool {
        self.is_same() || self.0.trim_start_matches('(').starts_with("ffi.")
    }

    /// Whether it mentions the value more than once, so that it should be a variable.
    pub(crate) fn repeats(&self) -> bool {
        self.0.matches('$').count() > 1
    }

    /// A variable for the items of a comprehension around this expression.
    pub(crate) fn item(&self) -> String {
        format!("item{}", "_".repeat(self.0.matches(" for item").count()))
    }
}

/// An expression made of templates, where the list that keeps memory is called `list`.
pub(crate) fn kept_by(expression: &str, list: &str) -> String {
    expression.replace(Template::KEPT, list)
}

/// What functions that convert call the list that keeps memory.
pub(crate) const KEPT: &str = "kept";

impl<'a> Context<'a> {
    pub(crate) fn new(inventory: &'a Checked, names: &'a Names) -> Self {
        Context { inventory, names, decided: RefCell::default() }
    }

    /// How values of `ty` cross.
    pub(crate) fn marshal(&self, ty: Type) -> Rc<Marshal> {
        if let Some(known) = self.decided.borrow().get(&ty) {
            return known.clone();
        }
        let decided = Rc::new(self.decide(ty));
        self.decided.borrow_mut().insert(ty, decided.clone());
        decided
    }

    fn decide(&self, ty: Type) -> Marshal {
        match *self.inventory.kind(ty) {
            TypeKind::Void => Marshal::same("None".to_owned()),
            TypeKind::Primitive(Primitive::Char) => characters::marshal(self),
            TypeKind::Primitive(Primitive::I128 | Primitive::U128) => wide::marshal(),
            TypeKind::Primitive(primitive) => Marshal::same(self.names.python(primitives::annotation(primitive))),
            TypeKind::NonZero { primitive: _, nullable } => nonzero::marshal(self, nullable),
            TypeKind::Struct(id) => structs::marshal(self, id),
            TypeKind::Enum(id) => enums::marshal(self, id),
            TypeKind::Tagged(id) => tagged::marshal(self, id),
            TypeKind::Union(id) => unions::marshal(self, id),
            TypeKind::Opaque(_) => Marshal::refused("an opaque type crosses only behind a pointer"),
            TypeKind::Callback { id: _, nullable: _ } => callbacks::marshal(),
            TypeKind::Service(id) => services::marshal(self, id),
            TypeKind::Array { element, len } => arrays::marshal(self, element, len),
            TypeKind::Pointer { pointee, access, kind } => match self.opaque(pointee) {
                Some(id) => opaques::marshal(self, id, kind),
                None => pointers::marshal(self, pointee, access, kind),
            },
            TypeKind::Slice { element, access, nullable } => slices::marshal(self, element, access, nullable),
            TypeKind::Str { nullable } => strings::marshal(self, nullable),
            TypeKind::CStr { nullable } => strings::marshal_c(self, nullable),
            TypeKind::Option { value } => options::marshal(self, value),
            TypeKind::Outcome { value: _ } => Marshal::refused("a result crosses only as what a function returns"),
        }
    }

    /// Which opaque type `ty` is, if it is one.
    pub(crate) fn opaque(&self, ty: Type) -> Option<OpaqueId> {
        if let TypeKind::Opaque(id) = *self.inventory.kind(ty) { Some(id) } else { None }
    }

    /// Which service `ty` is, if it is one.
    pub(crate) fn service(&self, ty: Type) -> Option<ServiceId> {
        if let TypeKind::Service(id) = *self.inventory.kind(ty) { Some(id) } else { None }
    }

    /// Whether cffi unpacks many of `ty` at once.
    pub(crate) fn is_primitive(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => !matches!(primitive, Primitive::Char | Primitive::I128 | Primitive::U128),
            TypeKind::Void
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => false,
        }
    }

    /// Whether any bytes are a value of `ty` and mean the same in every process, so that a buffer may hold it.
    pub(crate) fn is_plain(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => {
                !matches!(primitive, Primitive::Bool | Primitive::Char | Primitive::I128 | Primitive::U128)
            }
            // Formats of buffers know no other layouts.
            TypeKind::Struct(id) if matches!(self.inventory[id].repr, Repr::C | Repr::Transparent) => {
                let fields = self.inventory[id].fields.iter();
                aligned::beyond_cffi(self.inventory, ty).is_none() && fields.map(|f| f.ty).all(|ty| self.is_plain(ty))
            }
            TypeKind::Struct(_) => false,
            TypeKind::Array { element, len: _ } => self.is_plain(element),
            TypeKind::Void
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => false,
        }
    }

    /// Whether Rust may write the address of another argument to where `ty` leads.
    pub(crate) fn may_receive(&self, ty: Type) -> bool {
        let kind = *self.inventory.kind(ty);
        matches!(kind, TypeKind::Pointer { pointee, access: Access::Write, kind: _ } if self.borrows(pointee))
    }

    /// Whether a value of `ty` that goes in points to memory that was made for it.
    pub(crate) fn borrows(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Struct(id) => self.inventory[id].fields.iter().any(|f| self.borrows(f.ty)),
            TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } => self.borrows(inner),
            TypeKind::Pointer { pointee, access: _, kind } => {
                let is_made = self.opaque(pointee).is_none() && self.service(pointee).is_none();
                is_made && matches!(kind, PointerKind::Reference | PointerKind::Nullable)
            }
            TypeKind::Tagged(id) => {
                let fields = self.inventory[id].cases.iter().flat_map(|case| &case.fields);
                fields.map(|f| f.ty).any(|ty| self.borrows(ty))
            }
            TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::CStr { .. } => true,
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Outcome { .. } => false,
        }
    }
}
