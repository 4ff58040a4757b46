//! Documentation and deprecation of a declaration, as they stand before it.

use interoptopus::Writer;

/// The documentation and the attribute before a declaration.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documented {
    /// XML, without the slashes before each line.
    pub(crate) text: Vec<String>,
    /// The attribute of what is deprecated.
    pub(crate) obsolete: Option<String>,
}

impl Documented {
    pub(crate) fn has_text(&self) -> bool {
        !self.text.is_empty()
    }

    /// Writes nothing where there is no documentation, and nothing is deprecated.
    pub(crate) fn emit(&self, w: &mut Writer) {
        self.emit_text(w);
        self.emit_attributes(w);
    }

    /// The attributes between the text and the declaration.
    pub(crate) fn emit_attributes(&self, w: &mut Writer) {
        self.obsolete.iter().for_each(|attribute| w.line(attribute));
    }

    pub(crate) fn emit_text(&self, w: &mut Writer) {
        self.text.iter().for_each(|text| comment(w, text));
    }
}

/// Lines of documentation.
pub(crate) fn comment(w: &mut Writer, text: &str) {
    text.lines().for_each(|line| w.line(format!("/// {line}").trim_end()));
}
