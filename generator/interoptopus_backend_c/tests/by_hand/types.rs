//! Types made by hand.

use super::{Fields, Library, Tag};
use interoptopus::docs::Docs;
use interoptopus::model::{
    Case, Enum, Field, Head, Layout, Primitive, Registry, Repr, Struct, Tagged, Type, Union, Value, Variant,
};

impl Library {
    /// A struct whose fields are words or what `fields` says, laid out as C does if each is as large as it is aligned.
    pub(crate) fn structure(&mut self, name: &str, fields: &[(&str, Type, usize)]) -> Type {
        let mut offset = 0;
        let mut laid = Vec::new();
        for &(field, _, size) in fields {
            offset = usize::next_multiple_of(offset, size);
            laid.push((field, offset, size));
            offset += size;
        }
        let align = fields.iter().map(|f| f.2).max().unwrap_or(1);
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (offset.next_multiple_of(align), align);
        self.structure_with(name, fields, layout)
    }

    pub(crate) fn structure_with(&mut self, name: &str, fields: &[(&str, Type, usize)], layout: Layout) -> Type {
        let docs = Docs::new(&self.docs);
        let fields = fields
            .iter()
            .map(|&(name, ty, _)| Field { name: name.to_owned(), docs: docs.clone(), visibility: self.visibility, ty })
            .collect();
        let item = Struct {
            head: Head { name: name.to_owned(), path: self.path(name), docs, marks: self.marks.clone() },
            fields,
            ..Default::default()
        };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// A struct with another memory than plain C's, whose fields are at `offsets`.
    pub(crate) fn structure_as(
        &mut self,
        name: &str,
        repr: Repr,
        fields: &[(&str, Type, usize)],
        offsets: &[usize],
        (size, align): (usize, usize),
    ) -> Type {
        let laid: Vec<_> = fields.iter().zip(offsets).map(|(&(name, _, size), &offset)| (name, offset, size)).collect();
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (size, align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let item = Struct {
            head: Head { name: name.to_owned(), path: self.path(name), docs, marks },
            repr,
            fields: self.fields(fields),
            default: None,
        };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// As [`structure`](Self::structure), with a default.
    pub(crate) fn defaulting(&mut self, name: &str, fields: &[(&str, Type, usize)], default: Vec<Value>) -> Type {
        let (laid, (size, align)) = laid(fields);
        let laid: Vec<_> = laid.iter().map(|(name, offset, size)| (name.as_str(), *offset, *size)).collect();
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (size, align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let (path, fields) = (self.path(name), self.fields(fields));
        let item =
            Struct { head: Head { name: name.to_owned(), path, docs, marks }, repr: Repr::C, fields, default: Some(default) };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// A union of fields each of which is as large as it is aligned.
    pub(crate) fn union(&mut self, name: &str, fields: &[(&str, Type, usize)]) -> Type {
        let laid: Vec<_> = fields.iter().map(|&(name, _, size)| (name, 0, size)).collect();
        let most = fields.iter().map(|f| f.2).max().unwrap_or(1);
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (most, most);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let item =
            Union { head: Head { name: name.to_owned(), path: self.path(name), docs, marks }, fields: self.fields(fields) };
        define!(self, define_union, |_: &mut Registry| (item, layout))
    }

    /// An enum with data, whose fields are each as large as they are aligned.
    pub(crate) fn tagged(&mut self, name: &str, repr: Primitive, cases: &[(&str, i128, Fields<'_>)]) -> Type {
        let align = cases.iter().flat_map(|(_, _, fields)| fields.iter()).map(|f| f.2).max().unwrap_or(1);
        let payload = repr.size().next_multiple_of(align);
        let (mut all, mut most) = (vec![("tag".to_owned(), 0, repr.size())], 0);
        for (case, _, fields) in cases {
            let (laid, (size, _)) = laid(fields);
            all.extend(laid.into_iter().map(|(field, offset, size)| (format!("{case}.{field}"), payload + offset, size)));
            most = most.max(size);
        }
        let all: Vec<_> = all.iter().map(|(name, offset, size)| (name.as_str(), *offset, *size)).collect();
        let mut layout = Layout::of::<()>(&all);
        layout.align = align.max(repr.size());
        layout.size = (payload + most.next_multiple_of(align)).next_multiple_of(layout.align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let case = |&(name, value, fields): &(&str, i128, Fields<'_>)| Case {
            name: name.to_owned(),
            docs: docs.clone(),
            value,
            fields: self.fields(fields),
        };
        let cases = cases.iter().map(case).collect();
        let item = Tagged { head: Head { name: name.to_owned(), path: self.path(name), docs, marks }, repr, cases };
        define!(self, define_tagged, |_: &mut Registry| (item, layout))
    }

    /// An enum whose values are sets.
    pub(crate) fn flags(&mut self, name: &str, repr: Primitive, variants: &[(&str, i128)]) -> Type {
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let variant = |&(name, value): &(&str, i128)| Variant { name: name.to_owned(), docs: docs.clone(), value };
        let variants = variants.iter().map(variant).collect();
        let (name, path) = (name.to_owned(), self.path(name));
        let item = Enum { head: Head { name, path, docs, marks }, repr, variants, flags: true, error: false };
        let mut layout = Layout::of::<()>(&[]);
        (layout.size, layout.align) = (repr.size(), repr.size());
        define!(self, define_enum, || (item, layout))
    }

    /// A struct with pointers to itself, and what `fields` makes of its type.
    pub(crate) fn recursive(&mut self, name: &str, fields: impl FnOnce(&mut Registry) -> Vec<(&'static str, Type)>) -> Type {
        self.recursive_as(name, Repr::C, fields)
    }

    /// The same with another memory.
    pub(crate) fn recursive_as(
        &mut self,
        name: &str,
        repr: Repr,
        fields: impl FnOnce(&mut Registry) -> Vec<(&'static str, Type)>,
    ) -> Type {
        let docs = Docs::new(&self.docs);
        let path = self.path(name);
        define!(self, define_struct, |registry: &mut Registry| {
            let fields = fields(registry);
            let word = size_of::<usize>();
            let laid: Vec<_> = fields.iter().enumerate().map(|(at, &(field, _))| (field, at * word, word)).collect();
            let mut layout = Layout::of::<()>(&laid);
            (layout.size, layout.align) = (laid.len() * word, word);
            let fields = fields
                .into_iter()
                .map(|(name, ty)| Field { name: name.to_owned(), docs: docs.clone(), visibility: self.visibility, ty })
                .collect();
            (
                Struct {
                    head: Head { name: name.to_owned(), path, docs, ..Head::default() },
                    fields,
                    repr,
                    ..Default::default()
                },
                layout,
            )
        })
    }

    pub(crate) fn enumeration(&mut self, name: &str, repr: Primitive, error: bool, variants: &[(&str, i128)]) -> Type {
        let docs = Docs::new(&self.docs);
        let variants =
            variants.iter().map(|&(name, value)| Variant { name: name.to_owned(), docs: docs.clone(), value }).collect();
        let item = Enum {
            head: Head { name: name.to_owned(), path: self.path(name), docs, marks: self.marks.clone() },
            repr,
            variants,
            error,
            flags: false,
        };
        let mut layout = Layout::of::<()>(&[]);
        (layout.size, layout.align) = (repr.size(), repr.size());
        define!(self, define_enum, || (item, layout))
    }
}

/// Where C puts fields that are each as large as they are aligned, and the size and alignment of all.
#[expect(clippy::type_complexity)]
fn laid(fields: &[(&str, Type, usize)]) -> (Vec<(String, usize, usize)>, (usize, usize)) {
    let (mut offset, mut all) = (0_usize, Vec::new());
    for &(field, _, size) in fields {
        offset = offset.next_multiple_of(size);
        all.push((field.to_owned(), offset, size));
        offset += size;
    }
    let align = fields.iter().map(|f| f.2).max().unwrap_or(1);
    (all, (offset.next_multiple_of(align), align))
}
