//! `StructLayout`: the attribute by which C# is told the layout of a struct.

/// The layout of a struct, where C# has to be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StructLayout {
    pub(crate) pack: Option<u32>,
    pub(crate) size: Option<usize>,
    /// Where each field is, if C# would place one elsewhere.
    pub(crate) offsets: Vec<usize>,
}

impl StructLayout {
    pub(crate) fn attribute(&self) -> String {
        let kind = if self.offsets.is_empty() { "Sequential" } else { "Explicit" };
        let pack = self.pack.map(|pack| format!(", Pack = {pack}")).unwrap_or_default();
        let size = self.size.map(|size| format!(", Size = {size}")).unwrap_or_default();
        format!("[StructLayout(LayoutKind.{kind}{pack}{size})]")
    }

    /// All of `count` fields at the beginning.
    pub(crate) fn overlapping(count: usize) -> Self {
        StructLayout { pack: None, size: None, offsets: vec![0; count] }
    }
}
