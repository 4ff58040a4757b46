"""Prints what cffi says about the memory of each type, one JSON object a line."""

import json

from my_module import ffi

TYPES = [
    # TYPES
]


def signed(kind):
    """Whether an integer can be negative; nothing for what is no integer."""
    if kind.kind != "primitive" or kind.cname in ("float", "double", "_Bool"):
        return {}
    return {"signed": int(ffi.cast(kind, -1)) < 0}


for name, c_name, names in TYPES:
    kind = ffi.typeof(c_name)
    print(json.dumps({"type": name, "size": ffi.sizeof(kind), "align": ffi.alignof(kind), **signed(kind)}, ensure_ascii=False))
    fields = dict(kind.fields) if kind.kind == "struct" else {}
    for field, c_field in names:
        at = fields[c_field]
        measured = {"type": name, "field": field, "offset": at.offset, "size": ffi.sizeof(at.type), **signed(at.type)}
        print(json.dumps(measured, ensure_ascii=False))
