//! Types as a whole: head, size and alignment.

use super::instances::instance;
use super::named::Named;
use crate::model::{FieldLayout, Head, Layout};
use std::any::type_name;

/// A type as a whole.
#[derive(Debug)]
pub(crate) struct TypeInfo {
    named: Named,
    size: usize,
    pub(crate) align: usize,
    /// Its name in Rust, with its arguments.
    rust: &'static str,
}

impl TypeInfo {
    pub(crate) fn of<T>(named: Named) -> Self {
        TypeInfo { named, size: size_of::<T>(), align: align_of::<T>(), rust: type_name::<T>() }
    }

    /// The head, with the arguments of an instance of a generic type in its name and path.
    pub(crate) fn head(&self) -> Head {
        let head = self.named.head();
        let (name, path) = instance(self.rust, head.name, head.path);
        Head { name, path, ..head }
    }

    pub(crate) fn layout(&self, fields: Vec<FieldLayout>) -> Layout {
        Layout { size: self.size, align: self.align, fields }
    }
}
