"""What the functions of a generated module call, whatever its library."""

from __future__ import annotations

import atexit
import struct
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, NoReturn, Optional

from my_module import (
    _BUSY,
    _PANIC,
    BusyError,
    CallError,
    ClosedError,
    MyLibraryError,
    PanicError,
    _alignment,
    _changeable,
    ffi,
    lib,
)

# Included from here on.


_NONE = {"is_some": False}
"""An `Option` without a value."""


def _enum(value: Any, kind: type[Any], variants: dict[int, Any]) -> Any:
    """A variant of `kind`: to Rust, a value of no variant is undefined behaviour, also where `int.__new__` made it."""
    return value if variants.get(value) is value else _variant(value, kind)


def _variant(value: Any, kind: type[Any]) -> Any:
    """The variant that an integer is."""
    if not isinstance(value, int):
        name, other = kind.__name__, type(value).__name__
        raise TypeError(f"a {name} must be {name}, not {other}")
    return kind(int(value))


def _flags(value: Any, kind: type[Any], bits: int) -> int:
    """The bits of a set: to Rust, a bit of no flag is an error, and without a status to say so the end."""
    if not isinstance(value, int):
        name, other = kind.__name__, type(value).__name__
        raise TypeError(f"a set of {name} must be {name}, not {other}")
    flags = int(value)
    if flags & ~bits:
        name = kind.__name__
        raise ValueError(f"{value!r} has bits of no {name}")
    return flags


def _scalar(text: str) -> int:
    """The number of a character, which is not half of a surrogate pair."""
    if not isinstance(text, str):
        kind = type(text).__name__
        raise TypeError(f"a character must be str, not {kind}")
    if len(text) != 1:
        raise ValueError(f"{text!r} is not one character")
    code = ord(text)
    if 0xD800 <= code < 0xE000:
        raise ValueError(f"{text!r} is no character of Unicode")
    return code


def _nonzero(value: int) -> int:
    """An integer that Rust takes to be something else than 0."""
    if value == 0:
        raise ValueError("0 is no value of an integer that is never 0")
    return value


def _not_null(c: Any) -> Any:
    """A pointer as cffi has it, which leads somewhere."""
    if not c:
        raise ValueError("a pointer that must not be null is")
    return c


def _array(items: Any, length: int) -> Any:
    """Exactly `length` items: cffi would fill a shorter array with zeros. A copy, as an item may be code that changes a list."""
    if type(items) is not tuple:
        items = tuple(items)
    if len(items) != length:
        got = len(items)
        raise ValueError(f"an array of {length} items cannot be made from {got}")
    return items


def _str(text: str, kept: list[Any]) -> tuple[Any, int]:
    """A string where it is a struct."""
    data = str.encode(text)
    return _keep(ffi.from_buffer(data), kept), len(data)


def _utf8(text: str) -> tuple[bytes, int]:
    """The two arguments that stand for a string. By `str` itself: a class of the user's might answer with another length."""
    data = str.encode(text)
    return data, len(data)


def _c_str(text: str) -> bytes:
    """What cffi passes as a `char *`, which ends at the first NUL."""
    data = str.encode(text)
    if 0 in data:
        raise ValueError("a C string cannot contain a NUL")
    return data


def _text(c: Any) -> str:
    """A copy of a string that Rust owns."""
    text: str = ffi.unpack(c.data, c.len).decode() if c.len else ""
    return text


def _c_text(c: Any) -> str:
    """A copy of a C string that Rust owns."""
    text: str = ffi.string(c).decode()
    return text


def _keep(c: Any, kept: list[Any]) -> Any:
    """The memory at `c`, for as long as there is the list of the call, whatever becomes of this object."""
    kept.append(c)
    return c


def _new(kind: Any, initial: Any, kept: list[Any]) -> Any:
    """Memory of its own for `initial`, which other memory may then lead to."""
    return _keep(ffi.new(kind, initial), kept)


_CHARS = ffi.typeof("char[]")


def _carried(carrier: Any, kind: Any, initial: Any) -> Any:
    """`initial` in a struct that libffi can pass by value."""
    c = ffi.new(carrier)
    ffi.cast(kind, c)[0] = initial
    return c[0]


def _opened(kind: Any, carried: Any) -> Any:
    """What came in a struct that libffi can pass by value, as what it is, for as long as that struct is there."""
    return ffi.cast(kind, ffi.addressof(carried))[0]


def _opened_copy(kind: Any, carried: Any) -> Any:
    """As `_opened`, of an argument of a callback, in memory of its own."""
    c = ffi.new(kind)
    ffi.memmove(c, ffi.addressof(carried), ffi.sizeof(kind.item))
    return c[0]


def _aligned_array(array: Any, items: list[Any], align: int) -> Any:
    """An array in memory of its own, aligned to more than cffi aligns to."""
    size = len(items) * ffi.sizeof(array.item)
    memory = bytearray(size + align)
    at = -int(ffi.cast("uintptr_t", ffi.from_buffer(memory))) % align
    c = ffi.from_buffer(array, memoryview(memory)[at : at + size], True)
    for i, item in enumerate(items):
        c[i] = item
    return c


def _aligned_new(array: Any, initial: Any) -> Any:
    """Memory of its own for `initial`, which has an alignment that cffi does not know of: an array of one."""
    return _aligned_array(array, [initial], _alignment(array))


_ORDER = "<" if sys.byteorder == "little" else ">"


def _codes(kind: Any, prefix: str) -> str:
    """The codes that `struct` has for a number of C, with this prefix for size and order."""
    name: str = kind.cname
    if name in ("float", "double"):
        return name[0]
    codes = "BHILQN" if name[0] == "u" or name == "size_t" else "bhilqn"
    size = ffi.sizeof(kind)
    native = prefix in ("", "@")
    return "".join(code for code in codes if (native or code not in "nN") and struct.calcsize(prefix + code) == size)


def _struct_format(kind: Any, prefix: str, pad: Callable[[int], str]) -> str:
    """The format of buffers of numbers and structs of numbers, where `pad` writes the bytes between two fields."""
    if kind.kind == "primitive":
        codes = _codes(kind, prefix)
        return prefix + (codes[0] if prefix else next((code for code in codes if code in "lL"), codes[0]))  # as numpy prefers
    if kind.kind == "array":
        shape = []
        while kind.kind == "array":
            shape.append(str(kind.length))
            kind = kind.item
        dimensions = ",".join(shape)
        return f"({dimensions}){_struct_format(kind, prefix, pad)}"
    parts = []
    end = 0
    for name, field in kind.fields:
        parts.append(f"{pad(field.offset - end)}{_struct_format(field.type, prefix, pad)}:{name}:")
        end = field.offset + ffi.sizeof(field.type)
    inner = "".join(parts)
    return f"T{{{inner}{pad(ffi.sizeof(kind) - end)}}}"


def _formats(kind: Any) -> frozenset[str]:
    """The formats of buffers that hold items of a C type, as `array`, `ctypes` and `numpy` write them."""
    if kind.kind == "primitive":
        return frozenset(prefix + code for prefix in ("", "@", "=", _ORDER) for code in _codes(kind, prefix))
    numpy = _struct_format(kind, "", lambda n: n * "x")
    ctypes = _struct_format(kind, _ORDER, lambda n: f"{n}x" if n > 1 else n * "x")
    return frozenset((numpy, ctypes))


def _cells(kind: Any) -> frozenset[str]:
    """The formats of buffers that are tables, where a row is an item; and of structs as `ctypes` writes them before Python 3.12."""
    return _formats(kind) if kind.kind == "primitive" else frozenset((_struct_format(kind, _ORDER, lambda _: ""),))


class _Items:
    """The items of slices of one type: how they are copied in and out, and which buffers hold them as Rust does."""

    __slots__ = ("align", "array", "cell", "cells", "copy", "formats", "read", "size")

    def __init__(
        self,
        array: Any,
        copy: Callable[..., list[Any]],
        read: Callable[[Any], list[Any]],
        cell: Any = None,
    ) -> None:
        """Items of C arrays such as `float[]`, each so many cells of a table; without cells, they are not taken from buffers.

        Of items that lead to memory of their own, `copy` also takes the list that keeps it.
        """
        self.array = array
        self.copy = copy
        self.read = read
        self.size = ffi.sizeof(self.array.item)
        self.align = ffi.alignof(self.array.item)
        self.formats = _formats(self.array.item) if cell else frozenset[str]()
        self.cell = _cells(cell) if cell else frozenset[str]()
        self.cells = self.size // ffi.sizeof(cell) if cell else 0

    def taken(self, copied: list[Any]) -> Any:
        """What a call takes for a copy."""
        return copied

    def new(self, copied: list[Any]) -> Any:
        """Memory of its own for a copy."""
        return ffi.new(self.array, copied)


class _AlignedItems(_Items):
    """The items of slices of a type that is aligned to more than cffi aligns to."""

    __slots__ = ()

    def __init__(self, array: Any, copy: Callable[..., list[Any]], read: Callable[[Any], list[Any]]) -> None:
        super().__init__(array, copy, read)
        self.align = _alignment(self.array)

    def new(self, copied: list[Any]) -> Any:
        return _aligned_array(self.array, copied, self.align)

    taken = new


def _view(values: Any, of: _Items) -> Optional[memoryview]:
    """The buffer of `values`; none for a sequence of Python objects, and for items that have to be looked at one by one."""
    if type(values) is tuple or not of.formats:  # spares the usual sequence a raised and caught TypeError
        return None
    try:
        view = memoryview(values)
    except TypeError:
        return None
    if view.format not in of.formats:
        rows = view.nbytes % of.size == 0 if view.ndim == 1 else view.shape == (view.nbytes // of.size, of.cells)
        # cffi would not look at the format, and drop a part of an item silently.
        if view.format not in of.cell or not rows or view.itemsize * of.cells != of.size:
            raise TypeError(f"a buffer of format {view.format!r} and shape {view.shape} does not fit")
    return view


def _slice(values: Any, of: _Items) -> tuple[Any, int]:
    """The two arguments that stand for a slice: of a buffer, its own memory; of a sequence, what cffi copies in the call."""
    if type(values) is not list:
        view = _view(values, of)
        if view is not None:
            values_c = ffi.from_buffer(of.array, view)
            return values_c, len(values_c)
    copied = of.taken(of.copy(values))
    return copied, len(copied)


def _slice_mut(values: Any, of: _Items) -> tuple[Any, bool]:
    """Memory that Rust may write to: of a buffer, its own; of a sequence, a copy, which is to be written back."""
    if type(values) is not list:
        view = _view(values, of)
        if view is not None:
            return ffi.from_buffer(of.array, view, True), False
        _changeable(values)
    return of.new(of.copy(values)), True


def _write_back(values: Any, values_c: Any, of: _Items) -> None:
    """Stores what Rust made of a copy."""
    if type(values) is list:
        values[:] = of.read(values_c)
        return
    for i, value in enumerate(of.read(values_c)):
        values[i] = value


def _aligned(values_c: Any, of: _Items) -> Any:
    """Refuses a misaligned buffer, before a function that can only abort gets it."""
    if type(values_c) is not list and len(values_c) and int(ffi.cast("uintptr_t", values_c)) % of.align:
        raise MyLibraryError(f"a buffer whose address is no multiple of {of.align} does not have the alignment of a value")
    return values_c


def _apart(written: list[Any], read: list[Any]) -> None:
    """Refuses buffers that overlap where Rust writes, before a function that can only abort gets them."""
    spans = []
    for c in (*written, *read):
        start = 0 if type(c) is list else int(ffi.cast("uintptr_t", c))
        spans.append(range(start, start + (ffi.sizeof(c) if start else 0)))
    for i, span in enumerate(spans[: len(written)]):
        if any(span and other and span.start < other.stop and other.start < span.stop for other in spans[i + 1 :]):
            raise MyLibraryError("buffers that overlap, and Rust writes to one of them")


def _slice_kept(values: Any, of: _Items, kept: list[Any]) -> tuple[Any, int]:
    """A slice where it is a struct, or where what comes back may lead to it."""
    values_c, length = _slice(values, of)
    if type(values_c) is list:
        return _new(of.array, values_c, kept), length
    return _keep(_aligned(values_c, of), kept), length


def _slice_leading(values: Any, of: _Items, kept: list[Any]) -> tuple[Any, int]:
    """As `_slice`, of items that lead to memory of their own."""
    copied = of.taken(of.copy(values, kept))
    return copied, len(copied)


def _slice_kept_leading(values: Any, of: _Items, kept: list[Any]) -> tuple[Any, int]:
    """As `_slice_kept`, of items that lead to memory of their own."""
    values_c = _keep(of.new(of.copy(values, kept)), kept)
    return values_c, len(values_c)


def _copy_into(c: Any, values: Any, of: _Items) -> None:
    """Stores what a callback made of a slice that is Rust's."""
    copied = of.copy(values)
    if len(copied) != c.len:
        raise ValueError(f"a slice of {c.len} items cannot become one of another length")
    c.data[0 : c.len] = copied


class _Raised(list[BaseException]):
    """What the callbacks of one call raised: from then on they return zero."""

    __slots__ = ()


class _End:
    """Ends calls with callbacks in daemon threads when the interpreter ends, and begins none in finalizers.

    While it ends, Python before 3.14 ends each thread that wants to run Python code by unwinding its stack, and aborts if
    there is a frame of Rust on it.
    """

    __slots__ = ("thread",)

    def __init__(self) -> None:
        self.thread = 0
        if sys.version_info < (3, 14):
            atexit.register(self.come)

    def come(self) -> None:
        """Lets callbacks return zero, and waits until Rust has returned, for two seconds at the most."""
        self.thread = threading.get_ident()
        deadline = time.monotonic() + 2
        calls = self.calls()
        while calls and time.monotonic() < deadline:
            for raised in calls:
                if not raised:
                    raised.append(SystemExit("the interpreter ends"))
            time.sleep(0.001)
            calls = self.calls()

    def calls(self) -> list[_Raised]:
        """What stands for the calls of other threads, which is in their frames: so that no call has to note itself."""
        found: list[_Raised] = []
        for thread, top in sys._current_frames().items():
            frame = top if thread != self.thread else None
            while frame:
                if frame.f_globals is globals():
                    found.extend(value for value in frame.f_locals.values() if type(value) is _Raised)
                frame = frame.f_back
        return found

    def refuse(self) -> None:
        """Lets no other thread begin a call any more, nor a finalizer: Rust may call back on a thread of its own."""
        if threading.get_ident() != self.thread or sys.is_finalizing():
            raise SystemExit("the interpreter ends")


_END = _End()


def _noting(raised: list[BaseException]) -> Callable[[Any, BaseException, Any], None]:
    """What notes the exception of a callback; it also gets what is wrong with a callback's result."""
    if _END.thread:
        _END.refuse()

    def note(_: Any, error: BaseException, trace: Any) -> None:
        raised.append(BaseException.with_traceback(error, trace))

    return note


def _fail(status: int) -> NoReturn:
    """Raises what a status stands for that is no error of the library's own, with the words that Rust has for it."""
    message = ffi.new("uint8_t[]", lib.my_library_ffi_last_error(ffi.NULL, 0))
    lib.my_library_ffi_last_error(message, len(message))
    kinds: dict[int, type[MyLibraryError]] = {_PANIC: PanicError, _BUSY: BusyError}
    raise kinds.get(status, MyLibraryError)(bytes(message).decode(errors="replace") or f"status {status}")


def _fail_with(status: int, kind: type[CallError], errors: dict[int, Any]) -> NoReturn:
    """Raises what a status other than 0 stands for; a positive one is a key of `errors`."""
    if status in errors:
        raise kind(errors[status])
    _fail(status)


def _closed(closed: object) -> NoReturn:
    name = type(closed).__name__
    raise ClosedError(f"this {name} is closed")
