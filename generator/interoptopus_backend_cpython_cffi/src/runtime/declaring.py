"""What the declarations of a generated module need where cffi has no word for a type of C."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from typing import Any

from my_module import ffi

# Included from here on.


def _char() -> str:
    """The declaration of C's `char` as a number, with the sign that it has on this platform."""
    is_unsigned = platform.machine().lower().startswith(("aarch64", "arm", "ppc", "powerpc", "riscv", "s390"))
    sign = "unsigned" if is_unsigned and sys.platform not in ("cygwin", "darwin", "ios", "win32") else "signed"
    return f"typedef {sign} char c_char;"


_ALIGNMENTS: dict[Any, int] = {}
"""The alignments that cffi does not know of, by type."""


def _alignment(kind: Any) -> int:
    """The alignment of a type, whoever knows it."""
    while kind.kind == "array":
        kind = kind.item
    known: int = _ALIGNMENTS.get(kind) or ffi.alignof(kind)
    return known


def _declare_aligned(name: str, align: int, fields: list[tuple[str, str]]) -> None:
    """Declares a struct that is aligned to `align` bytes, or whose fields are, with its padding, which cffi would not add."""
    parts = []
    end = 0
    for kind_name, declaration in fields:
        kind = ffi.typeof(kind_name)
        padding = -end % _alignment(kind)
        align = max(align, _alignment(kind))
        parts += [f"uint8_t _padding{end}[{padding}];"] * (padding > 0) + [f"{declaration};"]
        end += padding + ffi.sizeof(kind)
    padding = -end % align
    parts += [f"uint8_t _padding{end}[{padding}];"] * (padding > 0)
    joined = " ".join(parts)
    ffi.cdef(f"struct {name} {{ {joined} }};")
    _ALIGNMENTS[ffi.typeof(name)] = align


def _leaves(kind: Any, at: int = 0) -> Iterator[tuple[int, int, str]]:
    """The numbers and pointers that a type is made of: where, how large, what."""
    if kind.kind == "array":
        size = ffi.sizeof(kind.item)
        for i in range(kind.length):
            yield from _leaves(kind.item, at + i * size)
    elif kind.kind in ("struct", "union"):
        for name, field in kind.fields:
            if not name.startswith("_padding"):
                yield from _leaves(field.type, at + field.offset)
    else:
        yield at, ffi.sizeof(kind), kind.cname


def _carriers(*names: str) -> str:
    """For each type, which libffi cannot pass, the declaration of a struct that it passes as C passes the type."""
    lines = []
    pointers = ", ".join(f"{name} *" for name in names)
    for name, pointer in zip(names, ffi.typeof(f"void(*)({pointers})").args):
        fields = _carrier(pointer.item, name)
        lines.append(f"typedef struct {{ {fields} }} {name}_carrier;")
    return "\n".join(lines)


def _carrier(kind: Any, of: str) -> str:
    """Fields as large as `kind` that go where C has its fields go: into the same registers or memory."""
    size, align = ffi.sizeof(kind), min(ffi.alignof(kind), 8)
    machine, word = platform.machine().lower(), ffi.sizeof("void *")
    leaves = list(_leaves(kind)) if size <= 64 else []
    integers = f"uint{8 * align}_t a[{size // align}];"
    if sys.platform == "win32" and word == 8 and machine in ("amd64", "x86_64"):
        return integers  # https://learn.microsoft.com/cpp/build/x64-calling-convention: by its size alone
    if machine in ("amd64", "x86_64") and word == 8:
        return _eightbytes(size, align, leaves) if size <= 16 else integers
    if machine in ("amd64", "i386", "i586", "i686", "x86", "x86_64"):
        return integers  # all 32-bit ABIs of x86 pass it in memory, and return it by its size
    if machine.startswith(("aarch64", "arm")):
        sort = {name for _, _, name in leaves}
        for name in sort & {"double", "float"}:
            item = ffi.sizeof(name)
            # https://github.com/ARM-software/abi-aa: up to four floats of one sort, and nothing else, not even padding
            if len(sort) == 1 and {at for at, _, _ in leaves} == set(range(0, size, item)) and size <= 4 * item:
                return f"{name} a[{size // item}];"
        return integers
    # How this machine passes them nobody has told this module. cffi refuses each function that takes or returns one when it is called.
    return f"union {{ {of} of; }} nobody_knows_how_it_is_passed_here;"


def _eightbytes(size: int, align: int, leaves: list[tuple[int, int, str]]) -> str:
    """System V's rule for x86-64: each eight bytes go to a register for floats if there is nothing else in them."""
    if any(at % item for at, item, _ in leaves):
        return "uint64_t a[3];"  # misaligned fields go to memory, as all that is larger than two registers
    parts = []
    for start in range(0, size, 8):
        length = min(8, size - start)
        floats = all(name in ("double", "float") for at, _, name in leaves if start <= at < start + 8)
        parts.append(f"float a{start}[{length // 4}];" if floats else f"uint{8 * align}_t a{start}[{length // align}];")
    return " ".join(parts)
