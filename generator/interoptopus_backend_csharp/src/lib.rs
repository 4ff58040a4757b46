//! Bindings for C#, in two dialects from one lowering: .NET 8 and later, and Unity.
//!
//! ```
//! use interoptopus::model::Registry;
//! use interoptopus_backend_csharp::{CSharp, Dialect};
//!
//! let inventory = Registry::new("plotter", "0.1.0").finish().check().unwrap();
//! let bindings = CSharp::new().namespace("Acme.Plotter").dialect(Dialect::Unity).generate(&inventory).unwrap();
//! assert_eq!(bindings.file_name, "Interop.Unity.cs");
//! assert!(bindings.to_string().contains("namespace Acme.Plotter"));
//! ```
//!
//! What a Rust item becomes:
//!
//! | Rust | C#, DotNet dialect | Unity dialect, where it differs |
//! |---|---|---|
//! | integers, floats, `bool` | `uint`, `nuint`, `double`, `bool`, … | `UIntPtr` |
//! | a constant | a `const`, or a `static readonly` where C# cannot compute it when it compiles | |
//! | a struct | a `record struct`, blittable; a `bool` or an option in it is a property | a struct with the same members |
//! | `[T; N]` in a struct | a struct with an indexer, such as `ByteArray4` | |
//! | an enum | an enum; what is no variant is an `ArgumentOutOfRangeException` | |
//! | `&T`, `&mut T` as a parameter | `in T`, `ref T` | `T`, `ref T` |
//! | `Option<&T>`, `Option<&mut T>` as a parameter | `T?`, `ref T?` | |
//! | `&T` as a result | a copy | |
//! | a raw pointer | `nint` | `IntPtr` |
//! | an opaque type | a struct with its address | |
//! | a callback | a delegate; a class such as `VisitCallback` prepares one for many calls | |
//! | `&[T]`, `&mut [T]` as a parameter | `ReadOnlySpan<T>`, `Span<T>` | `T[]` |
//! | `Option<&[T]>` as a parameter | `T[]?` | `T[]` |
//! | a slice as a result | a copy in a `T[]` | |
//! | `&str` as a parameter | `string`, and an overload with a `ReadOnlySpan<byte>` of UTF-8 | `string`, `byte[]` |
//! | a C string | `string` | |
//! | `Option<T>` | `T?` | |
//! | `Result<T, E>` | `T`; an exception such as `ErrorException`, with the error in it | |
//! | a panic | a `PanicException` with its message | |
//! | a service | a class, `IDisposable` and finalized; what it lends is copied | |

mod api_guard;
mod arrays;
mod callbacks;
mod checks;
mod constants;
mod context;
mod decide;
mod dialect;
mod docs;
mod enums;
mod file;
mod functions;
mod layout_probe;
mod marshal;
mod module;
mod names;
mod natives;
mod not_yet;
mod opaques;
mod options;
mod patterns;
mod pointers;
mod primitives;
mod refusals;
mod results;
mod services;
mod slices;
mod strings;
mod structs;
mod template;
mod value_types;

pub use dialect::Dialect;

use context::Context;
use interoptopus::model::{Checked, Type};
use interoptopus::{Backend, Bindings, Refused};
use module::Module;
use refusals::Refusals;

/// What to generate for C#, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct CSharp {
    dialects: Vec<Dialect>,
    namespace: Option<String>,
    class: Option<String>,
    library_name: Option<String>,
    header_comment: String,
    visibility: Visibility,
}

/// Who sees the bindings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Everybody.
    Public,
    /// The assembly that they are compiled into.
    Internal,
}

impl Default for CSharp {
    fn default() -> Self {
        Self::new()
    }
}

impl CSharp {
    /// Both dialects, with names derived from the library's: for `plotter` the class `Interop` in the namespace `Plotter`.
    pub fn new() -> Self {
        CSharp {
            dialects: vec![Dialect::DotNet, Dialect::Unity],
            namespace: None,
            class: None,
            library_name: None,
            header_comment: String::new(),
            visibility: Visibility::Public,
        }
    }

    /// Only this dialect.
    pub fn dialect(self, dialect: Dialect) -> Self {
        CSharp { dialects: vec![dialect], ..self }
    }

    /// The namespace of all types, such as `Acme.Plotter`.
    pub fn namespace(self, namespace: impl Into<String>) -> Self {
        CSharp { namespace: Some(namespace.into()), ..self }
    }

    /// The class of the functions and constants, and the name of the file.
    pub fn class(self, class: impl Into<String>) -> Self {
        CSharp { class: Some(class.into()), ..self }
    }

    /// What the library is loaded as, without what the platform puts around it: `plotter` finds `libplotter.so` and `plotter.dll`.
    pub fn library_name(self, library_name: impl Into<String>) -> Self {
        CSharp { library_name: Some(library_name.into()), ..self }
    }

    /// Text for the head of the file, such as a licence.
    pub fn header_comment(self, comment: impl Into<String>) -> Self {
        CSharp { header_comment: comment.into(), ..self }
    }

    /// Who sees the bindings.
    pub fn visibility(self, visibility: Visibility) -> Self {
        CSharp { visibility, ..self }
    }

    /// The dialects that are generated; the first is [`Dialect::DotNet`] unless only the other was chosen.
    #[must_use]
    pub fn dialects(&self) -> Vec<Dialect> {
        self.dialects.clone()
    }

    /// The file of the first dialect.
    ///
    /// # Errors
    /// Every item that C# cannot express, with the reason.
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        self.generate_for(inventory, self.dialects.first().copied().unwrap_or(Dialect::DotNet))
    }

    /// The file of `dialect`: `Interop.cs` or `Interop.Unity.cs`.
    ///
    /// # Errors
    /// Every item that this dialect cannot express, with the reason.
    pub fn generate_for(&self, inventory: &Checked, dialect: Dialect) -> Result<Bindings, Refused> {
        self.lowered(inventory, dialect, |cx, module| Bindings {
            file_name: format!("{}{}.cs", cx.class, dialect.pick("", ".Unity")),
            text: file::emit(cx, module),
        })
    }

    /// A program part that measures the bindings' own types: `LayoutProbe.Print` writes a line of JSON for each type of
    /// [`layout_types`](Self::layout_types) and for each of its fields. It is compiled together with the bindings for `dialect`.
    ///
    /// # Errors
    /// Every item that this dialect cannot express, with the reason.
    pub fn layout_probe(&self, inventory: &Checked, dialect: Dialect) -> Result<String, Refused> {
        self.lowered(inventory, dialect, layout_probe::emit)
    }

    /// The types that the probe measures.
    #[must_use]
    pub fn layout_types(&self, inventory: &Checked, _dialect: Dialect) -> Vec<Type> {
        layout_probe::types(inventory)
    }

    fn lowered<T>(
        &self,
        inventory: &Checked,
        dialect: Dialect,
        emit: impl FnOnce(&Context<'_>, &Module<'_>) -> T,
    ) -> Result<T, Refused> {
        let mut refusals = Refusals::default();
        not_yet::refusals(inventory).into_iter().for_each(|r| refusals.add(&r.item, r.reason));
        let context = Context::new(self, inventory, dialect, &mut refusals);
        let module = Module::lower(&context, &mut refusals);
        let items = refusals.into_items();
        if items.is_empty() { Ok(emit(&context, &module)) } else { Err(Refused { language: "csharp", items }) }
    }
}

impl Backend for CSharp {
    fn language(&self) -> &'static str {
        "csharp"
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.dialects.iter().map(|&dialect| self.generate_for(inventory, dialect)).collect()
    }
}
