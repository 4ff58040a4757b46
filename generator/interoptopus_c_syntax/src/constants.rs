//! Constants: macros, and objects that each file that includes them has for itself.

use crate::attributes::Attribute;
use crate::comments::Comment;
use crate::conditions::Condition;
use crate::types::{Declared, WIDTH};
use interoptopus::Writer;

/// An object-like macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Macro {
    /// The comment above it.
    pub comment: Comment,
    /// Its name.
    pub name: String,
    /// An expression.
    pub value: String,
    /// Which compilers can use it.
    pub condition: Option<Condition>,
}

impl Macro {
    /// Prints the definition.
    pub fn emit(&self, w: &mut Writer) {
        let Macro { comment, name, value, condition } = self;
        Condition::emit(condition.as_ref(), w, |w| {
            comment.emit(w);
            w.line(format!("#define {name} {value}"));
        });
    }
}

/// A `static const` array or struct: compilers keep what is used of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// The comment above it.
    pub comment: Comment,
    /// In front of the declaration.
    pub attribute: Attribute,
    /// Name and type.
    pub declared: Declared,
    /// The initialisers between the braces.
    pub elements: Vec<String>,
    /// Which compilers see it.
    pub condition: Option<Condition>,
}

impl Object {
    /// Prints the definition.
    pub fn emit(&self, w: &mut Writer) {
        let Object { comment, attribute, declared, elements, condition } = self;
        let open = format!("{attribute}static const {} = {{", declared.declaration().trim_start_matches("const "));
        let one_line = format!("{open}{}}};", elements.join(", "));
        Condition::emit(condition.as_ref(), w, |w| {
            comment.emit(w);
            if one_line.lines().all(|line| line.chars().count() <= WIDTH) {
                return w.line(one_line);
            }
            w.block(open, "};", |w| lines(elements).iter().for_each(|line| w.line(line)));
        });
    }
}

/// A macro that initialises a variable, in C and in C++.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initialiser {
    /// The comment above it.
    pub comment: Comment,
    /// Its name.
    pub name: String,
    /// The whole value.
    pub value: String,
    /// The initialisers between the braces, if `value` has any.
    pub elements: Vec<String>,
}

impl Initialiser {
    /// Prints the definition, after an empty line.
    pub fn emit(&self, w: &mut Writer) {
        let Initialiser { comment, name, value, elements } = self;
        let one_line = format!("#define {name} {value}");
        w.blank();
        comment.emit(w);
        if one_line.chars().count() <= WIDTH || !value.starts_with('{') {
            return w.line(one_line);
        }
        w.block(format!("#define {name} {{ \\"), "}", |w| lines(elements).iter().for_each(|line| w.line(format!("{line} \\"))));
    }
}

/// `elements` with commas between them, as many on a line as fit.
fn lines(elements: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let element = format!("{element}{}", if at + 1 == elements.len() { "" } else { "," });
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + element.chars().count() <= WIDTH - 4 => {
                line.push(' ');
                line.push_str(&element);
            }
            _ => lines.push(element),
        }
    }
    lines
}
