//! Blocks, statements and members that override others.

use interoptopus::Writer;

/// `head`, then a block in braces.
pub(crate) fn open(w: &mut Writer, head: &str, body: impl FnOnce(&mut Writer)) {
    w.line(head);
    w.block("{", "}", body);
}

/// Statements, with a blank line after each block.
pub(crate) fn statements(w: &mut Writer, lines: &[impl AsRef<str>]) {
    for line in lines {
        w.line(line);
        if line.as_ref() == "}" {
            w.blank();
        }
    }
}

/// A member whose documentation is that of what it overrides.
pub(crate) fn inherited(w: &mut Writer, line: &str) {
    w.line("/// <inheritdoc/>");
    w.line(line);
    w.blank();
}
