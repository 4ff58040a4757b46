"""What says which argument of a call is of a wrong type. Only what failed comes here: what is right is not looked at twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import is_dataclass
from typing import Any, Optional, Union, get_args, get_origin, get_type_hints

from my_module import ffi

# Included from here on.


_WRONG = (AttributeError, TypeError)
"""What arguments of wrong types raise, wherever that is noticed."""


def _refuse(error: Exception, function: str, /, **arguments: Any) -> None:
    """Raises a `TypeError` that names the argument of `function` that `error` comes from, if it comes from one."""
    owner, _, member = function.partition(".")
    found = getattr(globals()[owner], member) if member else globals()[owner]
    name = found.__qualname__.replace(".__init__", "")
    hints = get_type_hints(found, globals())
    for argument, value in arguments.items():
        problem = _mismatch(value, hints[argument], argument)
        if problem:
            raise TypeError(f"{name}() argument {problem}") from error
    # Of pointers, buffers and arrays that Rust writes to, annotations do not tell all.
    untold = [
        argument
        for argument, value in arguments.items()
        if hints[argument] is Any or type(value) is tuple or _is_buffer(value)
    ]
    if untold and isinstance(error, TypeError):
        names = " or ".join(f"'{argument}'" for argument in untold)
        raise TypeError(f"{name}() argument {names}: {error}") from error


def _refuse_field(error: Exception, union: Any, field: str, value: Any) -> None:
    """Raises a `TypeError` that names the field of a union that `error` comes from."""
    kind = type(union)
    hints = get_type_hints(getattr(kind, field).fset, globals())
    problem = _mismatch(value, hints["value"], field) or f"'{field}': {error}"
    raise TypeError(f"{kind.__name__} field {problem}") from error


def _mismatch(value: Any, hint: Any, path: str) -> Optional[str]:
    """What is wrong with the value at `path`, if it cannot be what its annotation says."""
    origin, inner = get_origin(hint), get_args(hint)
    kind = type(value).__name__
    expected = _described(hint)
    problem = f"'{path}' must be {expected}, not {kind}"
    if hint is Any:
        return None if isinstance(value, (ffi.CData, bytes, bytearray, list, tuple)) else problem
    if origin is Union:
        return _mismatch_of_all(value, inner, path, problem)
    if origin is Callable:
        return None if callable(value) else problem
    if origin in (list, Sequence, MutableSequence):
        is_fit = isinstance(value, Iterable) and not isinstance(value, Mapping)
        if not is_fit or (origin is MutableSequence and not hasattr(value, "__setitem__")):
            return problem
        items = enumerate(value) if isinstance(value, Sequence) else ()
        return _first(_mismatch(item, inner[0], f"{path}[{i}]") for i, item in items)
    if origin:  # `Ref`, the only generic class
        return _mismatch(value.value, inner[0], f"{path}.value") if isinstance(value, origin) else problem
    if hint is memoryview:
        return None if _is_buffer(value) else problem
    if issubclass(hint, int):
        is_number = hint in (int, bool) and hasattr(value, "__int__") and not isinstance(value, float)
        return None if is_number or isinstance(value, int) else problem
    if hint is float:
        return None if hasattr(value, "__float__") or hasattr(value, "__index__") else problem
    if not is_dataclass(value if isinstance(value, hint) else hint):
        return None if isinstance(value, hint) else problem
    return _mismatch_of_fields(value, hint, path, problem)


def _mismatch_of_all(value: Any, hints: Iterable[Any], path: str, problem: str) -> Optional[str]:
    """The same, of a value that may be any of some kinds: what is wrong within it says more."""
    found = [_mismatch(value, hint, path) for hint in hints]
    within = [one for one in found if one and not one.startswith(f"'{path}'")]
    return None if None in found else within[0] if within else problem


def _mismatch_of_fields(value: Any, hint: Any, path: str, problem: str) -> Optional[str]:
    """The same, of a struct or variant; what has all its fields will do."""
    is_own = isinstance(value, hint)
    fields = get_type_hints(type(value) if is_own else hint, globals())
    missing = next((name for name in fields if not hasattr(value, name)), None)
    if missing is not None:
        return f"'{path}' lacks '{missing}'" if is_own else problem
    return _first(_mismatch(getattr(value, name), field, f"{path}.{name}") for name, field in fields.items())


def _first(problems: Iterable[Optional[str]]) -> Optional[str]:
    return next((problem for problem in problems if problem), None)


def _is_buffer(value: Any) -> bool:
    try:
        memoryview(value)
    except TypeError:
        return False
    return True


def _described(hint: Any) -> str:
    """An annotation as users read it."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return "a pointer as cffi has it"
    if origin is Union:
        return " or ".join(_described(one) for one in inner)
    if origin is Callable:
        return "callable"
    if hint is memoryview:
        return "a buffer"
    name: str = "None" if hint is type(None) else getattr(origin or hint, "__qualname__", str(hint))
    inside = ", ".join(_described(one) for one in inner)
    return f"{name}[{inside}]" if inside else name


def _changeable(items: Any) -> None:
    """Refuses an array that cannot be changed, before Rust has changed its copy."""
    if not hasattr(items, "__setitem__"):
        kind = type(items).__name__
        raise TypeError(f"Rust writes to these values, and a {kind} cannot be written to")


def _callable(value: Any) -> None:
    """Refuses what cannot be called, before Rust has it called."""
    if not callable(value):
        raise TypeError("a callback must be callable")
