//! Documentation that tries to break out of comments and strings: of every kind of item, in every language.
// rustdoc minds what is to be tried here.
#![allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links)]

use crate::mutants::mutant;
use interoptopus::{ffi_constant, ffi_function, ffi_service, ffi_type};

/// Ends a comment of C: */ int broken_out; /* and begins another one. // So does this. \
/// A line that ends with a backslash, and a trigraph of one: ??/
/// Other trigraphs: ??= ??( ??< ??! ??'
///
/// Ends a string of Python: """ ''' \""" \N{BULLET} \u \x {braces} %s %(name)s $name
#[ffi_constant]
pub const HOSTILE: u32 = 0xD0C5;

/// Ends XML: </summary> </remarks> <script>alert("&amp; &lt;")</script> ]]> <![CDATA[ <!-- --> <?xml?> & < > " '
///
/// - A list with `code */` and `"""`.
/// - Another point: **bold**, *italic*, [a link](https://example.org/?a=1&b="2"), [`Hostile::field`], [nowhere at all](crate::Nowhere).
///
/// ```text
/// a block of code: */ """ ]]> </code> \
/// ```
///
/// # Errors
/// None; this is a section. # And this is no preprocessor's line:
/// #define broken_out
/// #endif
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hostile {
    /// */ """ </summary> ]]> ??/
    pub field: u8,
    /// Not ASCII: ÄÖÜ ß – „quotes“, 日本語, 🦀, and a letter that takes two: e\u{301} é; backwards: אבג
    pub unicode: u16,
    #[doc = "Control characters: a tab\there, a bell\u{7}there, a form feed\u{c}, a line separator\u{2028}, next line\u{85}, no-break\u{a0}space, a byte order mark\u{feff}, right-to-left\u{202e}"]
    pub control: u32,
    /**
    A block comment,
        * with stars,
      of several lines. \
    */
    pub block: u64,
}

/// Ends with a backslash \
#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ending {
    /// Ends with a quote "
    Quote = 1,
    /// Ends with three """
    Three = 3,
    /// Ends with a backslash \
    Backslash = 92,
    /// Ends with an open comment /*
    Comment = 42,
    /// Ends with a brace {
    Brace = 123,
    /// Ends with a region: #endregion #pragma warning restore
    Region = 35,
}

/// */ """ </summary> Called back. ??/
#[ffi_type]
pub type HostileCall = extern "C" fn(x: u8) -> u8;

/// */ """ </summary> Of several kinds. ??/
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HostileCase {
    /// */ """ </summary> ??/ \
    Unit,
    /// */ """ </summary> ??/ \
    Fields {
        /// */ """ </summary> ??/ \
        field: u16,
    },
}

/// */ """ </summary> Returns `x ^ 0xFF`. \
///
/// # Panics
/// Never. ??/
#[ffi_function]
pub extern "C" fn hostile_inverted(x: u8) -> u8 {
    if mutant("docs_not_read") { x } else { !x }
}

/// """The next ending.""" '''*/'''
#[ffi_function]
pub fn ending_after(ending: Ending) -> Ending {
    match ending {
        Ending::Quote => Ending::Three,
        Ending::Three => Ending::Backslash,
        Ending::Backslash => Ending::Comment,
        Ending::Comment => Ending::Brace,
        Ending::Brace => Ending::Region,
        Ending::Region => Ending::Quote,
    }
}

/// \*/ Each field with all bits inverted. \u0041 \x41 \101 \
#[ffi_function]
pub fn hostile_changed(hostile: Hostile) -> Hostile {
    Hostile { field: !hostile.field, unicode: !hostile.unicode, control: !hostile.control, block: !hostile.block }
}

/// What `call` makes of 7, and the field of `case`, if it has one. */ """
#[ffi_function]
pub fn hostile_called(call: HostileCall, case: HostileCase) -> u32 {
    let field = match case {
        HostileCase::Unit => 0,
        HostileCase::Fields { field } => field,
    };
    u32::from(call(7)) << 16 | u32::from(field)
}

/// */ """ </summary> ??/ \
#[ffi_type(service)]
#[derive(Debug)]
pub struct HostileService {
    text: String,
}

#[ffi_service]
impl HostileService {
    /// */ """ </summary> ??/ \
    #[ffi_constructor]
    pub fn new(text: &str) -> Self {
        HostileService { text: text.to_owned() }
    }

    /// */ """ </summary> ??/ \
    pub fn text(&self) -> &str {
        &self.text
    }
}
