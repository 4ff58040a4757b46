//! Layouts: what Rust knows for certain about the memory of a type, on the machine that this runs on.

/// The memory of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Layout {
    /// Size in bytes, padding at the end included.
    pub size: usize,
    /// Alignment in bytes.
    pub align: usize,
    /// The fields, by offset; none for enums.
    pub fields: Vec<FieldLayout>,
}

/// The memory of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FieldLayout {
    /// The name; of patterns: `data` and `len`, `value` and `is_some`, `status` and `value`.
    pub name: String,
    /// Distance in bytes from the start of the type.
    pub offset: usize,
    /// Size in bytes.
    pub size: usize,
}

impl Layout {
    /// The layout of a `T` with the fields `(name, offset, size)`.
    #[must_use]
    pub fn of<T>(fields: &[(&str, usize, usize)]) -> Self {
        let field = |&(name, offset, size): &(&str, usize, usize)| FieldLayout { name: name.to_owned(), offset, size };
        Layout { size: size_of::<T>(), align: align_of::<T>(), fields: fields.iter().map(field).collect() }
    }
}
