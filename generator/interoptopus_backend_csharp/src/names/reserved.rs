//! Names that generated code has for itself.

use interoptopus::model::TypeKind;

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
    match kind {
        TypeKind::Struct(_) => &["Deconstruct", "EqualityContract", "PrintMembers"],
        TypeKind::Opaque(_) => &["Address", "Deconstruct", "IsNull", "PrintMembers"],
        TypeKind::Service(_) => &["Dispose"],
        TypeKind::Callback { .. }
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => &[],
    }
}
