//! Bindings for C#, in two dialects from one lowering: .NET 8 and later, and Unity.
//!
//! ```
//! use interoptopus::model::{Checked, Registry};
//! use interoptopus_backend_csharp::{CSharp, Dialect};
//!
//! let inventory = Checked::new(Registry::new("plotter", "0.1.0").finish()).unwrap();
//! let bindings = CSharp::new().namespace("Acme.Plotter").dialect(Dialect::Unity).generate(&inventory).unwrap();
//! assert_eq!(bindings.file_name, "Interop.Unity.cs");
//! assert!(bindings.to_string().contains("namespace Acme.Plotter"));
//! ```
//!
//! Rust's items in C#:
//!
//! | Rust | C#, DotNet dialect | Unity dialect, where it differs |
//! |---|---|---|
//! | integers, floats, `bool` | `uint`, `nuint`, `double`, `bool`, … | `UIntPtr` |
//! | `char` | a `Rune` | an `int`, as `char.ConvertToUtf32` has it |
//! | `i128`, `u128` behind references and in slices | `Int128`, `UInt128` | refused |
//! | `NonZeroU32`, `Option<NonZeroU32>` | `uint`, `uint?`, without 0 | |
//! | `c_char`; `c_long`, `c_ulong` | `sbyte`; `CLong`, `CULong` | the latter refused |
//! | a constant | a `const`, or a `static readonly` where C# cannot compute it when it compiles | |
//! | an array of numbers as a constant; of other things | a `ReadOnlySpan`; an `IReadOnlyList` | `IReadOnlyList` |
//! | a struct | a `record struct`, blittable; a `bool` or an option in it is a property | a struct with the same members |
//! | a struct or an enum with data that borrows | a `sealed record`, or a class with cases, without an address: `string`, `T[]`, what a reference leads to; copied in and out | a `sealed class` with value equality |
//! | `&[T]` of what borrows, such as `&[ffi::Str]` | `string[]` | |
//! | a field that is not `pub` | a private field; what has one has no constructor | |
//! | `repr(transparent)`, `repr(packed)` | a struct of its own, passed as its field; `Pack` | |
//! | `repr(align(N))` | a struct of that size, which is copied to where it is aligned for each call; above 8 not by value | |
//! | a struct with `default` | a static property `Default` | |
//! | a union | a struct with `LayoutKind.Explicit` | |
//! | an enum with data | a struct to `switch` on: by its `Tag`, by the type of its `Case`, or by `Match`; each case is a struct within, that converts to it | |
//! | a set of flags | an enum with `[Flags]` | |
//! | a namespace | a file and a namespace of its own, below the library's | |
//! | `#[deprecated]`, `internal` | `[Obsolete]`, `internal` | |
//! | `[T; N]` in a struct | a struct with an indexer, such as `ByteArray4` | |
//! | an enum | an enum; what is no variant is an `ArgumentOutOfRangeException` | |
//! | `&T`, `&mut T` as a parameter | `in T`, `ref T` | `T`, `ref T` |
//! | `Option<&T>`, `Option<&mut T>` as a parameter | `T?`, `ref T?` | |
//! | `&T` as a result | a copy | |
//! | a raw pointer | `nint` | `IntPtr` |
//! | an opaque type | a struct with its address | |
//! | a callback | a delegate; a class such as `VisitCallback` prepares one for many calls | in up to 16 calls at once |
//! | `&[T]`, `&mut [T]` as a parameter | `ReadOnlySpan<T>`, `Span<T>` | `T[]` |
//! | `Option<&[T]>` as a parameter | `T[]?` | `T[]` |
//! | a slice as a result | a copy in a `T[]` | |
//! | `&str` as a parameter | `string`, and an overload with a `ReadOnlySpan<byte>` of UTF-8 | `string`, `byte[]` |
//! | a C string | `string` | |
//! | `Option<T>` | `T?` | |
//! | `Result<T, E>` | `T`; an exception such as `ErrorException`, with the error in it | |
//! | a panic | a `PanicException` with its message | |
//! | a service | a class, `IDisposable` and finalized; what it lends is copied | |

mod config;
mod constructs;
mod definitions;
mod docs;
mod files;
mod layout_probe;
mod literals;
mod module;
mod names;
mod namespaces;
mod runtime;
mod syntax;
mod types;

pub use config::Visibility;
use config::{Config, LANGUAGE};
use interoptopus::model::{Checked, Subject};
use interoptopus::names::{Casing, ItemKind};
use interoptopus::{Backend, Bindings, Refusal, Refused, omitting};
pub use module::Module;
pub use syntax::Dialect;

/// Makes bindings for C#. Everything has a default that follows from the library's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct CSharp {
    config: Config,
}

impl CSharp {
    /// Both dialects, with names derived from the library's: for `plotter` the class `Interop` in the namespace `Plotter`.
    pub fn new() -> Self {
        CSharp::default()
    }

    /// Only this dialect.
    pub fn dialect(mut self, dialect: Dialect) -> Self {
        self.config.dialects = vec![dialect];
        self
    }

    /// The namespace of all types, such as `Acme.Plotter`.
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.config.namespace = Some(namespace.into());
        self
    }

    /// The class of the functions and constants, and the name of the file.
    pub fn class(mut self, class: impl Into<String>) -> Self {
        self.config.class = class.into();
        self
    }

    /// The name that the library is loaded by, without the platform's prefix and extension: `plotter` finds `libplotter.so` and `plotter.dll`.
    pub fn library_name(mut self, library_name: impl Into<String>) -> Self {
        self.config.library_name = Some(library_name.into());
        self
    }

    /// Text for the head of the file, such as a licence.
    pub fn header_comment(mut self, comment: impl Into<String>) -> Self {
        self.config.header_comment = comment.into();
        self
    }

    /// Who sees the bindings.
    pub fn visibility(mut self, visibility: Visibility) -> Self {
        self.config.visibility = visibility;
        self
    }

    /// The case of the names of one kind of item, if not C#'s.
    pub fn casing(mut self, kind: ItemKind, casing: Casing) -> Self {
        self.config.casings.set(kind, casing);
        self
    }

    /// Whether what a dialect cannot express is left out, with everything that needs it, instead of being an error. The head of the
    /// file lists it with the reasons, and so does [`Module::omitted`].
    pub fn omit_refused(mut self, omit_refused: bool) -> Self {
        self.config.omit_refused = omit_refused;
        self
    }

    /// The dialects that are generated; the first is [`Dialect::DotNet`] unless only the other was chosen.
    #[must_use]
    pub fn dialects(&self) -> Vec<Dialect> {
        self.config.dialects.clone()
    }

    /// The file of the first dialect, for a library without namespaces.
    ///
    /// # Errors
    /// Every item that C# cannot express, with the reason; and each namespace, which is a file of its own.
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        self.generate_for(inventory, self.config.dialects.first().copied().unwrap_or(Dialect::DotNet))
    }

    /// The file of `dialect`, `Interop.cs` or `Interop.Unity.cs`, for a library without namespaces.
    ///
    /// # Errors
    /// Every item that this dialect cannot express, with the reason; and each namespace, which is a file of its own.
    pub fn generate_for(&self, inventory: &Checked, dialect: Dialect) -> Result<Bindings, Refused> {
        let mut files = self.lower(inventory, dialect)?.files().into_iter();
        let first = files.next().unwrap_or_else(|| Bindings { file_name: String::new(), text: String::new() });
        let reason = "it is a namespace's own file, and this makes one file: make them all";
        let items: Vec<_> =
            files.map(|file| Refusal { item: Subject::configuration(file.file_name), reason: reason.to_owned() }).collect();
        if items.is_empty() { Ok(first) } else { Err(Refused { language: LANGUAGE, items }) }
    }

    /// `inventory` in `dialect`: the files, and the program part that measures their types.
    ///
    /// # Errors
    /// Every item that this dialect cannot express, with the reason. With [`omit_refused`](Self::omit_refused) only what no item is to blame
    /// for, such as a wrong setting.
    pub fn lower(&self, inventory: &Checked, dialect: Dialect) -> Result<Module, Refused> {
        let lower = |inventory: &Checked| Module::lower(&self.config, inventory, dialect);
        if !self.config.omit_refused {
            return lower(inventory);
        }
        omitting(inventory, lower).map(|(module, omitted)| module.without(omitted))
    }
}

impl Backend for CSharp {
    fn language(&self) -> &'static str {
        LANGUAGE
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        let files = self.config.dialects.iter().map(|&dialect| self.lower(inventory, dialect).map(|module| module.files()));
        Ok(files.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }
}
