//! Types of C, and declarations, which one function prints in C's inside-out order.

/// The longest line that declarations are printed on, in columns.
pub(crate) const WIDTH: usize = 125;

/// A type of C, without the name that is declared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CType {
    /// `uint32_t`, `plotter_Vec2`.
    Named {
        /// The name.
        name: String,
        /// Whether it is `const`.
        constant: bool,
    },
    /// `T *`.
    Pointer {
        /// The type that it leads to.
        to: Box<CType>,
        /// Whether the pointer is `const`.
        constant: bool,
    },
    /// `T [len]`.
    Array {
        /// The element.
        of: Box<CType>,
        /// How many elements.
        len: usize,
    },
    /// `T (parameters)`, of which only pointers are values.
    Function {
        /// The result.
        returns: Box<CType>,
        /// The parameters; none is `(void)`.
        parameters: Vec<Declared>,
    },
}

/// A name with its type: a parameter, field or function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: CType,
}

impl CType {
    /// The type that is called `name`.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        CType::Named { name: name.into(), constant: false }
    }

    /// A pointer to this type.
    #[must_use]
    pub fn pointer(self) -> Self {
        CType::Pointer { to: Box::new(self), constant: false }
    }

    /// A pointer to this type that may not be written through.
    #[must_use]
    pub fn const_pointer(self) -> Self {
        self.constant().pointer()
    }

    /// `len` of this type.
    #[must_use]
    pub fn array(self, len: usize) -> Self {
        CType::Array { of: Box::new(self), len }
    }

    /// This type, `const`. Of an array it is the elements that are; a function cannot be changed anyway.
    #[must_use]
    pub fn constant(self) -> Self {
        match self {
            CType::Named { name, constant: _ } => CType::Named { name, constant: true },
            CType::Pointer { to, constant: _ } => CType::Pointer { to, constant: true },
            CType::Array { of, len } => CType::Array { of: Box::new(of.constant()), len },
            CType::Function { returns, parameters } => CType::Function { returns, parameters },
        }
    }

    /// The declaration of `name` as this type, such as `bool (*visit)(uint32_t index)`; with an empty name, the type alone.
    #[must_use]
    pub fn declare(&self, name: &str) -> String {
        self.around(name.to_owned())
    }

    /// `inner` is the declarator so far. A pointer's star binds weaker than what is behind the name, hence its parentheses.
    fn around(&self, inner: String) -> String {
        match self {
            CType::Named { name, constant } => {
                let qualifier = if *constant { "const " } else { "" };
                let space = if inner.is_empty() { "" } else { " " };
                format!("{qualifier}{name}{space}{inner}")
            }
            CType::Pointer { to, constant } => {
                let space = if inner.is_empty() || !constant { "" } else { " " };
                let star = format!("*{}{space}{inner}", if *constant { "const" } else { "" });
                match **to {
                    CType::Array { .. } | CType::Function { .. } => to.around(format!("({star})")),
                    CType::Named { .. } | CType::Pointer { .. } => to.around(star),
                }
            }
            CType::Array { of, len } => of.around(format!("{inner}[{len}]")),
            CType::Function { returns, parameters } => returns.around(format!("{inner}({})", list(parameters))),
        }
    }
}

impl Declared {
    /// `name` as a `ty`.
    #[must_use]
    pub fn new(name: impl Into<String>, ty: CType) -> Self {
        Declared { name: name.into(), ty }
    }

    /// The declaration without its semicolon.
    #[must_use]
    pub fn declaration(&self) -> String {
        self.ty.declare(&self.name)
    }

    /// The same, with each parameter of a function on a line of its own if one line would have more than `width` columns.
    #[must_use]
    pub fn declaration_in_lines(&self, width: usize) -> String {
        let line = self.declaration();
        let (function, name) = match &self.ty {
            CType::Pointer { to, constant: false } => (&**to, format!("(*{})", self.name)),
            other => (other, self.name.clone()),
        };
        match function {
            CType::Function { returns, parameters } if line.chars().count() > width && !parameters.is_empty() => {
                let each: Vec<_> = parameters.iter().map(|p| format!("    {}", p.declaration())).collect();
                returns.around(format!("{name}(\n{}\n)", each.join(",\n")))
            }
            CType::Named { .. } | CType::Pointer { .. } | CType::Array { .. } | CType::Function { .. } => line,
        }
    }
}

/// In C99 `()` says nothing about parameters: that there are none is `(void)`.
fn list(parameters: &[Declared]) -> String {
    if parameters.is_empty() {
        return "void".to_owned();
    }
    parameters.iter().map(Declared::declaration).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn byte() -> CType {
        CType::named("uint8_t")
    }

    #[test]
    fn declarators_are_inside_out() {
        let visit = CType::Function {
            returns: Box::new(CType::named("bool")),
            parameters: vec![Declared::new("index", CType::named("uint32_t"))],
        };
        let nothing = CType::Function { returns: Box::new(CType::named("void")), parameters: Vec::new() };
        for (ty, expected) in [
            (byte(), "uint8_t x"),
            (byte().pointer(), "uint8_t *x"),
            (byte().const_pointer(), "const uint8_t *x"),
            (byte().const_pointer().const_pointer(), "const uint8_t *const *x"),
            (byte().pointer().const_pointer(), "uint8_t *const *x"),
            (byte().array(4), "uint8_t x[4]"),
            (byte().array(4).array(2), "uint8_t x[2][4]"),
            (byte().pointer().array(4), "uint8_t *x[4]"),
            (byte().array(4).pointer(), "uint8_t (*x)[4]"),
            (byte().array(4).const_pointer(), "const uint8_t (*x)[4]"),
            (byte().pointer().array(4).const_pointer(), "uint8_t *const (*x)[4]"),
            (visit.clone().pointer(), "bool (*x)(uint32_t index)"),
            (visit.clone().pointer().array(3), "bool (*x[3])(uint32_t index)"),
            (visit.pointer().const_pointer(), "bool (*const *x)(uint32_t index)"),
            (nothing, "void x(void)"),
        ] {
            assert_eq!(ty.declare("x"), expected);
        }
    }

    #[test]
    fn a_type_needs_no_name() {
        assert_eq!(byte().declare(""), "uint8_t");
        assert_eq!(byte().const_pointer().declare(""), "const uint8_t *");
        assert_eq!(byte().array(4).pointer().declare(""), "uint8_t (*)[4]");
        assert_eq!(byte().const_pointer().const_pointer().declare(""), "const uint8_t *const *");
    }
}
