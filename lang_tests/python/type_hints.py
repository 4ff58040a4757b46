"""What Python's own `typing.get_type_hints` says of the module: each function, class and method can be asked for it."""

import types
import typing

import reference_project as r
from reference_project import geometry, printing


def everything():
    """Every function, class and method of the module, those that users do not see among them."""
    for name, item in [*vars(r).items(), *vars(geometry).items(), *vars(printing).items()]:
        is_own = getattr(item, "__module__", "").startswith(r.__name__)
        if is_own and isinstance(item, (type, types.FunctionType)):
            yield name, item
            if isinstance(item, type):
                for member, method in vars(item).items():
                    method = getattr(method, "fget", None) or getattr(method, "__func__", method)
                    if isinstance(method, types.FunctionType):
                        yield f"{name}.{member}", method


def test_everything_has_type_hints():
    count = 0
    for name, item in everything():
        hints = typing.get_type_hints(item)
        assert not any(isinstance(hint, (str, typing.ForwardRef)) for hint in hints.values()), name
        count += bool(hints)
    assert count > 500, count


def test_what_they_say():
    assert typing.get_type_hints(r.checksum) == {"text": str, "return": int}
    assert typing.get_type_hints(r.area)["return"] == typing.Optional[float]
    assert typing.get_type_hints(r.Vec2) == {"x": float, "y": float}
    assert typing.get_type_hints(r.copy_bytes)["from_"].__args__[0] is memoryview


def test_namespaces_have_them_too():
    fields = [typing.get_type_hints(item) for item in vars(geometry).values() if hasattr(item, "__slots__")]
    assert any(fields)
