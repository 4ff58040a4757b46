"""What users of a generated module see of it, whatever its library: exceptions, and what stands for pointers."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, get_type_hints

from my_module import ffi

# Included from here on.


class MyLibraryError(Exception):
    """What all exceptions of this module derive from."""


class PanicError(MyLibraryError):
    """Rust panicked, with the message that is this exception's text: a defect of the library."""


class ClosedError(MyLibraryError, ValueError):
    """An object was used after its `close`."""


class BusyError(MyLibraryError):
    """An object is in use by another call, on this thread or another, that excludes this one."""


class LoadError(MyLibraryError, ImportError):
    """The library was not found, or is not the one that this module was made for."""


CData = Any
"""A pointer as cffi has it, such as `ffi.new` returns: nothing about it is checked."""


_T = TypeVar("_T")


class Ref(Generic[_T]):
    """A variable that Rust may change."""

    __slots__ = ("value",)

    def __init__(self, value: _T) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Ref({self.value!r})"


class _Opaque:
    """The address of something that only Rust sees into. Who frees it is the library's matter."""

    __slots__ = ("_c",)

    def __init__(self, c: Any) -> None:
        if not c:
            raise ValueError("the address of nothing is None")
        self._c = c

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Opaque) and type(self) is type(other) and bool(self._c == other._c)

    def __hash__(self) -> int:
        return hash(self._c)

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"{name}({self._c!r})"


class _UnionValue:
    """Memory that each of the fields reads as its own: which of them is meant, only the library and its users know."""

    __slots__ = ("_c",)

    _c: Any
    __hash__ = None  # type: ignore[assignment]

    def __bytes__(self) -> bytes:
        return bytes(ffi.buffer(self._c))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _UnionValue) and type(self) is type(other) and bytes(self) == bytes(other)

    def __reduce__(self) -> tuple[Any, ...]:
        return _union_of_bytes, (type(self), bytes(self))

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name} {bytes(self).hex()}>"


_UnionT = TypeVar("_UnionT", bound=_UnionValue)


def _union_of(kind: type[_UnionT], c: Any) -> _UnionT:
    """A copy of a union that Rust owns."""
    union = kind()
    union._c[0] = c
    return union


def _union_of_bytes(kind: type[_UnionT], data: bytes) -> _UnionT:
    """What `bytes` made of a union, and pickle keeps."""
    union = kind()
    ffi.memmove(union._c, data, ffi.sizeof(union._c[0]))
    return union


def _move(item: Any, namespace: str, name: str) -> None:
    """Says where users find an item of a namespace, and by what name."""
    if isinstance(item, type):
        # What a class is annotated with is looked up in its module, which has no more than the namespace has.
        item.__annotations__ = get_type_hints(item, globals()) if "__annotations__" in vars(item) else {}
    item.__module__ = f"{__name__}.{namespace}"
    item.__qualname__ = name
    item.__name__ = name.split(".")[-1]
