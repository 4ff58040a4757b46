//! Names that generated code has for itself.

use interoptopus::model::{Declared, TypeKind};

/// Names of types that generated code uses, and so would mistake for a type of the library.
pub(crate) const USED_TYPES: &[&str] = &[
    "@nint",
    "@nuint",
    "@unmanaged",
    "@var",
    "AOT",
    "ArgumentException",
    "ArgumentNullException",
    "ArgumentOutOfRangeException",
    "Array",
    "AttributeTargets",
    "BitConverter",
    "BusyException",
    "CLong",
    "CULong",
    "CallingConvention",
    "DllImport",
    "EncoderFallbackException",
    "Encoding",
    "Exception",
    "ExceptionDispatchInfo",
    "FfiAligned",
    "FfiArena",
    "FfiCall",
    "FfiCallback",
    "FfiChars",
    "FfiChecks",
    "FfiHandle",
    "FfiLease",
    "FfiMemory",
    "FfiNonZero",
    "FfiOption",
    "FfiOwned",
    "FfiPin",
    "FfiResult",
    "FfiSlice",
    "FfiSlot",
    "FfiStatus",
    "FfiStr",
    "FfiUtf8",
    "FfiValues",
    "GC",
    "GCHandle",
    "GCHandleType",
    "HashCode",
    "IDisposable",
    "IndexOutOfRangeException",
    "InlineArray",
    "Int128",
    "IntPtr",
    "Interlocked",
    "InvalidOperationException",
    "InteropException",
    "LayoutKind",
    "Marshal",
    "MemoryMarshal",
    "Native",
    "NativeMemory",
    "NotNullIfNotNull",
    "PanicException",
    "Rune",
    "SafeHandle",
    "Serializable",
    "StructLayout",
    "StructuralComparisons",
    "System",
    "Thread",
    "ThreadAbortException",
    "ThreadStatic",
    "UInt128",
    "UIntPtr",
    "Unmanaged",
    "UnmanagedFunctionPointer",
    "UnscopedRef",
    "Unsafe",
    "UTF8Encoding",
    "Volatile",
];

/// Members that every class inherits or generated ones have: a member of that name would hide them.
pub(crate) const INHERITED: &[&str] =
    &["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

/// Names in the bodies of methods: a method of that name would be found instead.
pub(crate) const USED_IN_BODIES: &[&str] = &[
    "ArgumentNullException",
    "Array",
    "BitConverter",
    "FfiArena",
    "FfiChars",
    "FfiMemory",
    "FfiNonZero",
    "FfiOwned",
    "FfiStatus",
    "FfiUtf8",
    "IntPtr",
    "Native",
    "UIntPtr",
];

/// Names within an enum with data: a case of that name would be found instead.
pub(crate) const USED_IN_CASES: &[&str] = &[
    "CLong",
    "CULong",
    "Deconstruct",
    "Int128",
    "IntPtr",
    "InvalidOperationException",
    "FfiChars",
    "FfiNonZero",
    "FfiOption",
    "FfiSlice",
    "FfiStr",
    "Func",
    "IEquatable",
    "LayoutKind",
    "PrintMembers",
    "Rune",
    "TResult",
    "UInt128",
    "UIntPtr",
];

/// Members that generated code declares in a type of `kind`, and cannot call otherwise.
pub(crate) fn own_members(kind: &TypeKind) -> &'static [&'static str] {
    match kind.declared() {
        Some(Declared::Struct(_)) => &["Deconstruct", "EqualityContract", "PrintMembers"],
        Some(Declared::Opaque(_)) => &["Address", "Deconstruct", "IsNull", "PrintMembers"],
        Some(Declared::Service(_)) => &["Dispose"],
        Some(Declared::Callback(_) | Declared::Enum(_) | Declared::Tagged(_) | Declared::Union(_)) | None => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::USED_TYPES;
    use std::path::Path;

    /// The types that a file of the runtime declares.
    fn declared(text: &str) -> impl Iterator<Item = &str> {
        let words = text.lines().filter(|line| !line.starts_with(' ')).flat_map(|line| {
            let mut words = line.split([' ', '<', '(', ':']);
            words.find(|word| ["class", "struct", "enum", "interface"].contains(word)).and_then(|_| words.next())
        });
        words.filter(|word| !word.is_empty())
    }

    #[test]
    fn each_type_of_the_runtime_is_reserved() {
        for dialect in ["dot_net", "unity"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/runtime").join(dialect);
            let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
            let files: Vec<_> = files.collect();
            let types: Vec<_> = files.iter().flat_map(|file| declared(file)).collect();
            assert!(types.len() > 15, "{types:?}");
            let free: Vec<_> = types.iter().filter(|name| !USED_TYPES.contains(name)).collect();
            assert!(free.is_empty(), "{free:?}");
        }
    }
}
