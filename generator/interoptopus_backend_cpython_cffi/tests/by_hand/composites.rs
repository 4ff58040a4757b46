//! Structs of every `repr`, unions and enums with data, laid out as C lays them out.

use super::Library;
use interoptopus::docs::Docs;
use interoptopus::model::{
    Case, Enum, Field, FieldLayout, Head, Layout, Marks, Primitive, Repr, Struct, Tagged, Type, TypeKind, Union, Value, Variant,
    Visibility,
};

/// A case's name, tag and fields.
pub(crate) type CaseOf<'a> = (&'a str, i128, &'a [(&'a str, Type)]);

impl Library {
    /// A struct; fields whose names begin with `_` are internal.
    pub(crate) fn record<T>(&mut self, name: &str, repr: Repr, fields: &[(&str, Type)], default: Option<Vec<Value>>) -> Type {
        let most = if let Repr::Packed(most) = repr { most as usize } else { usize::MAX };
        let mut layout = self.laid(fields, 0, most);
        if let Repr::Aligned(align) = repr {
            layout.align = layout.align.max(align as usize);
        }
        layout.size = layout.size.next_multiple_of(layout.align);
        let item = Struct {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            repr,
            fields: self.fields(fields),
            default,
        };
        self.registry.define_struct::<T>(|_| (item, layout))
    }

    pub(crate) fn union<T>(&mut self, name: &str, fields: &[(&str, Type)]) -> Type {
        let parts: Vec<Layout> = fields.iter().map(|field| self.laid(&[*field], 0, usize::MAX)).collect();
        let layout = overlaid(&parts);
        let item = Union {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            fields: self.fields(fields),
        };
        self.registry.define_union::<T>(|_| (item, layout))
    }

    /// An enum with data.
    pub(crate) fn tagged<T>(&mut self, name: &str, repr: Primitive, cases: &[CaseOf<'_>]) -> Type {
        let named = |case: &str, mut part: Layout| {
            part.fields.iter_mut().for_each(|field| field.name = format!("{case}.{}", field.name));
            part
        };
        let parts: Vec<Layout> = cases.iter().map(|(case, _, fields)| named(case, self.laid(fields, 0, usize::MAX))).collect();
        let mut payload = overlaid(&parts);
        let start = repr.size().next_multiple_of(payload.align);
        payload.fields.iter_mut().for_each(|field| field.offset += start);
        let align = payload.align.max(repr.size());
        let tag = FieldLayout { name: "tag".to_owned(), offset: 0, size: repr.size() };
        let fields = [tag].into_iter().chain(payload.fields).collect();
        let layout = Layout { size: (start + payload.size).next_multiple_of(align), align, fields };
        let cases = cases.iter().map(|(case, value, fields)| Case {
            name: (*case).to_owned(),
            docs: Docs::new(&self.docs),
            value: *value,
            fields: self.fields(fields),
        });
        let item = Tagged {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            repr,
            cases: cases.collect(),
        };
        self.registry.define_tagged::<T>(|_| (item, layout))
    }

    pub(crate) fn flags<T>(&mut self, name: &str, variants: &[(&str, i128)]) -> Type {
        let variant = |&(name, value): &(&str, i128)| Variant { name: name.to_owned(), docs: Docs::new(&self.docs), value };
        let item = Enum {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            repr: Primitive::U32,
            variants: variants.iter().map(variant).collect(),
            flags: true,
            error: false,
        };
        self.registry.define_enum::<T>(|| (item, Layout::of::<u32>(&[])))
    }

    /// What everything that follows is marked with.
    pub(crate) fn mark(&mut self, namespace: &str, deprecated: Option<&str>) {
        self.marks =
            Marks { namespace: namespace.to_owned(), visibility: Visibility::Public, deprecated: deprecated.map(str::to_owned) };
    }

    pub(crate) fn array(&mut self, element: Type, len: usize) -> Type {
        self.registry.intern(TypeKind::Array { element, len })
    }

    fn fields(&self, fields: &[(&str, Type)]) -> Vec<Field> {
        let field = |&(name, ty): &(&str, Type)| Field {
            name: name.trim_start_matches('_').to_owned(),
            docs: Docs::new(&self.docs),
            visibility: if name.starts_with('_') { Visibility::Internal } else { Visibility::Public },
            ty,
        };
        fields.iter().map(field).collect()
    }

    /// Fields one behind the other, none aligned to more than `most`; the size is without padding at the end.
    fn laid(&self, fields: &[(&str, Type)], start: usize, most: usize) -> Layout {
        let mut layout = Layout { size: start, align: 1, fields: Vec::new() };
        for &(name, ty) in fields {
            let (size, align) = self.memory(ty);
            let align = align.min(most);
            let offset = layout.size.next_multiple_of(align);
            layout.fields.push(FieldLayout { name: name.trim_start_matches('_').to_owned(), offset, size });
            (layout.size, layout.align) = (offset + size, layout.align.max(align));
        }
        layout
    }

    fn memory(&self, ty: Type) -> (usize, usize) {
        let inventory = self.registry.so_far();
        match *inventory.kind(ty) {
            TypeKind::Primitive(primitive) => (primitive.size(), primitive.size()),
            TypeKind::Array { element, len } => (self.memory(element).0 * len, self.memory(element).1),
            _ => inventory.layout(ty).map_or((size_of::<usize>(), align_of::<usize>()), |layout| (layout.size, layout.align)),
        }
    }
}

/// All of them in one place.
fn overlaid(parts: &[Layout]) -> Layout {
    let align = parts.iter().map(|part| part.align).max().unwrap_or(1);
    let size = parts.iter().map(|part| part.size).max().unwrap_or(0).next_multiple_of(align);
    Layout { size, align, fields: parts.iter().flat_map(|part| part.fields.clone()).collect() }
}
