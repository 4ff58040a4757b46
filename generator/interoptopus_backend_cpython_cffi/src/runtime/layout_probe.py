"""Prints what cffi says about the memory of each type, one JSON object a line."""

import json

import my_module
from my_module import ffi

TYPES = [
    # TYPES
]


def signed(kind):
    """Whether an integer can be negative; nothing for what is no integer."""
    if kind.kind != "primitive" or kind.cname in ("float", "double", "_Bool"):
        return {}
    return {"signed": int(ffi.cast(kind, -1)) < 0}


def align(kind):
    """What the module itself says where cffi knows no more than the alignment of the fields."""
    return max(ffi.alignof(kind), getattr(my_module, "_ALIGNMENTS", {}).get(kind, 1))


def place(kind, path):
    """The type and the offset of what a path of names leads to."""
    offset = 0
    for name in path.split("."):
        field = dict(kind.fields)[name]
        kind, offset = field.type, offset + field.offset
    return kind, offset


for name, c_name, names in TYPES:
    kind = ffi.typeof(c_name)
    print(json.dumps({"type": name, "size": ffi.sizeof(kind), "align": align(kind), **signed(kind)}, ensure_ascii=False))
    for field, path in names:
        at, offset = place(kind, path)
        measured = {"type": name, "field": field, "offset": offset, "size": ffi.sizeof(at), **signed(at)}
        print(json.dumps(measured, ensure_ascii=False))
