//! Constants, whose values bindings contain: read from memory, as the inventory says what is there.

use crate::border::descriptions::{Describe, Named};
use crate::border::traits::{Border, Plain};
use crate::ffi;
use crate::model::{Access, Constant as ConstantModel, Inventory, Primitive, Registry, Type, TypeKind, Value};
use std::ffi::{CStr, c_char, c_long, c_ulong};

/// The type of a constant.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot cross the border",
    label = "its value cannot be written in other languages",
    note = "a constant is a number, a `bool`, a `char`, `&'static str`, `&'static CStr`, an enum or struct that is `#[ffi_type]`, a `NonZero`, an \
            array of these, or a slice `&'static [T]`"
)]
///
/// # Safety
/// [`HAS_VALUE`](Self::HAS_VALUE), the description and the value are true.
pub unsafe trait Constant {
    /// As [`Plain::HAS_VALUE`].
    const HAS_VALUE: bool;

    /// The type in the inventory.
    fn describe(registry: &mut Registry) -> Type;

    /// The value as the inventory has it, where this is of type `ty`; none if it holds something that cannot be written.
    ///
    /// # Safety
    /// `ty` is what [`describe`](Self::describe) says of this type, in `inventory`.
    unsafe fn value(&self, inventory: &Inventory, ty: Type) -> Option<Value>;
}

/// Whether a constant of type `T` can be written in other languages.
#[must_use]
pub const fn has_value<T: Constant>() -> bool {
    T::HAS_VALUE
}

// SAFETY: what is plain says the same of itself.
unsafe impl<T: Plain> Constant for T {
    const HAS_VALUE: bool = T::HAS_VALUE;

    fn describe(registry: &mut Registry) -> Type {
        <T as Border>::describe(registry)
    }

    unsafe fn value(&self, inventory: &Inventory, ty: Type) -> Option<Value> {
        // SAFETY: it is a `T`, and that is what its description says.
        unsafe { read(inventory, ty, (&raw const *self).cast()) }
    }
}

// SAFETY: as its elements.
unsafe impl<T: Plain> Constant for &[T] {
    const HAS_VALUE: bool = T::HAS_VALUE;

    fn describe(registry: &mut Registry) -> Type {
        <Self as Border>::describe(registry)
    }

    unsafe fn value(&self, inventory: &Inventory, ty: Type) -> Option<Value> {
        // SAFETY: a slice is described as what it is in memory.
        unsafe { ffi::Slice::from(*self).value(inventory, ty) }
    }
}

macro_rules! texts {
    ($($text:ty, of $given:ident: $value:expr;)*) => {$(
        // SAFETY: it is a text.
        unsafe impl Constant for $text {
            const HAS_VALUE: bool = true;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                <Self as Border>::describe(registry)
            }

            #[inline]
            unsafe fn value(&self, _: &Inventory, _: Type) -> Option<Value> {
                let $given = *self;
                $value
            }
        }

        // SAFETY: these are texts.
        unsafe impl<const N: usize> Constant for [$text; N] {
            const HAS_VALUE: bool = true;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                let element = <$text as Border>::describe(registry);
                registry.intern(TypeKind::Array { element, len: N })
            }

            #[inline]
            unsafe fn value(&self, inventory: &Inventory, ty: Type) -> Option<Value> {
                let mut values = Vec::with_capacity(self.len());
                for text in self.iter() {
                    // SAFETY: a text needs no type.
                    values.push(unsafe { text.value(inventory, ty) }?);
                }
                Some(Value::Array(values))
            }
        }

        // SAFETY: as above.
        unsafe impl Constant for &[$text] {
            const HAS_VALUE: bool = true;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                let element = <$text as Border>::describe(registry);
                let kind = TypeKind::Slice { element, access: Access::Read, nullable: false };
                registry.intern_with_layout(kind, ffi::Slice::<u8>::layout())
            }

            #[inline]
            unsafe fn value(&self, inventory: &Inventory, ty: Type) -> Option<Value> {
                let mut values = Vec::with_capacity(self.len());
                for text in self.iter() {
                    // SAFETY: a text needs no type.
                    values.push(unsafe { text.value(inventory, ty) }?);
                }
                Some(Value::Array(values))
            }
        }
    )*};
}

texts! {
    &str, of text: Some(Value::Str(text.to_owned()));
    &CStr, of text: text.to_str().ok().map(|text| Value::Str(text.to_owned()));
}

/// The value of type `ty` at `at`, with the text or the elements that it leads to.
///
/// # Safety
/// A value of the Rust type that `ty` describes is there.
pub(crate) unsafe fn read(inventory: &Inventory, ty: Type, at: *const u8) -> Option<Value> {
    match *inventory.kind(ty) {
        TypeKind::Str { nullable: _ } => {
            // SAFETY: so the kind says.
            let text = unsafe { at.cast::<ffi::Str<'_>>().read() };
            Some(Value::Str(text.as_str().to_owned()))
        }
        TypeKind::CStr { nullable: false } => {
            // SAFETY: so the kind says.
            let text = unsafe { at.cast::<ffi::CStrPtr<'_>>().read() };
            text.as_str().ok().map(|text| Value::Str(text.to_owned()))
        }
        TypeKind::Slice { element, .. } => {
            // SAFETY: so the kind says, and slices are the same in memory whatever is in them.
            let (data, len) = unsafe { (*at.cast::<ffi::Slice<'_, u8>>()).raw() };
            // SAFETY: the elements are of that type.
            unsafe { elements(inventory, element, data, len) }
        }
        // SAFETY: the caller's promise.
        _ => unsafe { read_plain(inventory, ty, at) },
    }
}

/// The same, of what holds no addresses.
///
/// # Safety
/// As of [`read`].
pub(crate) unsafe fn read_plain(inventory: &Inventory, ty: Type, at: *const u8) -> Option<Value> {
    // SAFETY: the kind says what is there, and the layouts, where it is; it is aligned unless a struct is packed.
    unsafe {
        match *inventory.kind(ty) {
            TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => Some(number(primitive, at)),
            TypeKind::Enum(id) => Some(number(inventory[id].repr, at)),
            TypeKind::Array { element, len } => elements(inventory, element, at, len),
            TypeKind::Struct(id) => {
                let memory = &inventory.layout(ty)?.fields;
                let mut values = Vec::new();
                for field in &inventory[id].fields {
                    let place = memory.iter().find(|place| place.name == field.name)?;
                    values.push(read_plain(inventory, field.ty, at.add(place.offset))?);
                }
                Some(Value::Struct(values))
            }
            TypeKind::Void
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => None,
        }
    }
}

/// The elements of an array or slice.
///
/// # Safety
/// As of [`read`], for each.
unsafe fn elements(inventory: &Inventory, element: Type, at: *const u8, len: usize) -> Option<Value> {
    let size = size(inventory, element)?;
    let mut values = Vec::with_capacity(len);
    for i in 0..len {
        // SAFETY: they stand one behind the other.
        values.push(unsafe { read_plain(inventory, element, at.add(i * size)) }?);
    }
    Some(Value::Array(values))
}

/// The distance from one element to the next.
fn size(inventory: &Inventory, ty: Type) -> Option<usize> {
    match *inventory.kind(ty) {
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => Some(primitive.size()),
        TypeKind::Array { element, len } => size(inventory, element)?.checked_mul(len),
        _ => inventory.layout(ty).map(|layout| layout.size),
    }
}

/// The number at `at`.
///
/// # Safety
/// As of [`read`].
unsafe fn number(primitive: Primitive, at: *const u8) -> Value {
    macro_rules! integer {
        ($ty:ty) => {
            Value::Int(i128::from(at.cast::<$ty>().read_unaligned()))
        };
    }
    // SAFETY: it is there.
    unsafe {
        match primitive {
            Primitive::Bool => Value::Bool(at.read() != 0),
            Primitive::I8 => integer!(i8),
            Primitive::I16 => integer!(i16),
            Primitive::I32 => integer!(i32),
            Primitive::I64 => integer!(i64),
            Primitive::Isize => Value::Int(at.cast::<isize>().read_unaligned() as i128),
            Primitive::U8 => integer!(u8),
            Primitive::U16 => integer!(u16),
            Primitive::U32 => integer!(u32),
            Primitive::U64 => integer!(u64),
            Primitive::Usize => Value::Int(at.cast::<usize>().read_unaligned() as i128),
            Primitive::I128 => Value::Int(at.cast::<i128>().read_unaligned()),
            Primitive::CChar => integer!(c_char),
            Primitive::CLong => integer!(c_long),
            Primitive::CULong => integer!(c_ulong),
            Primitive::U128 => Value::Wide(at.cast::<u128>().read_unaligned()),
            Primitive::F32 => Value::F32(at.cast::<u32>().read_unaligned()),
            Primitive::F64 => Value::F64(at.cast::<u64>().read_unaligned()),
            Primitive::Char => Value::Char(at.cast::<char>().read_unaligned()),
        }
    }
}

/// Describes the constant that `K` stands for, whose value is `value`.
///
/// # Safety
/// `ty` describes `T`: the value is read as that says.
pub unsafe fn describe_constant<K: ?Sized, T: Constant>(registry: &mut Registry, named: Named, ty: Describe, value: &T) {
    let ty = ty(registry);
    // SAFETY: the caller's promise.
    match unsafe { value.value(registry.so_far(), ty) } {
        Some(value) => registry.define_constant::<K>(|_| ConstantModel { head: named.head(), ty, value }),
        None => registry.problem(
            &named.path(),
            "its value cannot be written in other languages: it is text that is not UTF-8, or holds a string or slice in a struct, an `ffi::Option`, a union or an enum with data",
        ),
    }
}
