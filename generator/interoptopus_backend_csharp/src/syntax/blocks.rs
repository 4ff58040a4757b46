//! Blocks, and members that override others.

use interoptopus::Writer;

/// `head`, then a block in braces.
pub(crate) fn open(w: &mut Writer, head: &str, body: impl FnOnce(&mut Writer)) {
    w.line(head);
    w.block("{", "}", body);
}

/// A member whose documentation is that of what it overrides.
pub(crate) fn inherited(w: &mut Writer, line: &str) {
    w.line("/// <inheritdoc/>");
    w.line(line);
    w.blank();
}
