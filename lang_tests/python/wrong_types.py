"""Arguments of wrong types: whatever a parameter takes, a `TypeError` names it, and the library is not called."""

import array
import collections.abc
import contextlib
import dataclasses
import enum
import inspect
import types
import typing
import warnings
from unittest import mock

import reference_project as r

WRONG = object()
ADDRESS = r.ffi.cast("void *", 16)


def sample(hint, depth=0):
    """A value that fits."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        return None if type(None) in inner and depth > 4 else sample([one for one in inner if one is not memoryview][0], depth)
    if origin is collections.abc.Callable:
        return lambda *_: None
    if origin is r.Ref:
        return r.Ref(sample(inner[0], depth))
    if origin:
        return [sample(inner[0], depth + 1)]
    if hint in (int, float, bool, str):
        return {int: 1, float: 1.5, bool: True, str: "x"}[hint]
    if hint is typing.Any:
        return ADDRESS
    if issubclass(hint, enum.Enum):
        return next(iter(hint))
    if dataclasses.is_dataclass(hint):
        made = hint.__new__(hint)
        for name in hint.__slots__:
            setattr(made, name, 1)
        for name, field in typing.get_type_hints(hint).items():
            setattr(made, name, sample(field, depth + 1))
        return made
    if hint.__subclasses__():
        return sample(hint.__subclasses__()[-1], depth)
    made = hint() if issubclass(hint, r._UnionValue) else hint.__new__(hint)
    if not issubclass(hint, r._UnionValue):
        made._c = ADDRESS
    return made


def wrong(hint, depth=0):
    """Values that do not fit, and where in them what is wrong is."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    yield WRONG, ""
    if origin is typing.Union and depth < 4:
        for one in inner:
            if one not in (type(None), memoryview):
                yield from wrong(one, depth)
    elif origin is r.Ref:
        yield from ((r.Ref(value), f".value{path}") for value, path in wrong(inner[0], depth))
    elif origin in (list, collections.abc.Sequence, collections.abc.MutableSequence):
        yield from (([value], f"[0]{path}") for value, path in wrong(inner[0], depth + 1))
    elif dataclasses.is_dataclass(hint) and depth < 4:
        for name, field in typing.get_type_hints(hint).items():
            for value, path in wrong(field, depth + 1):
                made = sample(hint)
                setattr(made, name, value)
                yield made, f".{name}{path}"
    elif isinstance(hint, type) and hint is not typing.Any and hint.__subclasses__() and not issubclass(hint, int):
        for kind in hint.__subclasses__():
            yield from wrong(kind, depth)


def functions():
    """Every function and method, and how it is called."""
    for name, item in vars(r).items():
        if isinstance(item, types.FunctionType) and item.__module__.startswith(r.__name__) and name in r.__all__ and name != "load":
            yield item.__qualname__, item, item
        elif hasattr(item, "close") and name in r.__all__:
            for member, method in vars(item).items():
                if not member.startswith("_") or (member == "__init__" and "lib." in inspect.getsource(method)):
                    made = item.__new__(item)
                    made._c = ADDRESS
                    called = item if member == "__init__" else getattr(made, member)
                    yield f"{item.__qualname__}.{member}".replace(".__init__", ""), called, getattr(item, member)


@contextlib.contextmanager
def arrays_of_any_length():
    fitting = r._array
    with mock.patch.object(r, "_array", lambda items, n: fitting(items * n if type(items) is list else items, n)):
        yield


def refusal(call, arguments):
    try:
        call(**arguments)
    except TypeError as error:
        return str(error)
    raise AssertionError(f"{call} took {arguments}")


def test_everything_wrong_is_named():
    count = 0
    with arrays_of_any_length(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, call, function in functions():
            hints = typing.get_type_hints(function)
            hints.pop("return", None)
            for parameter, hint in hints.items():
                for value, path in wrong(hint):
                    arguments = {other: sample(kind) for other, kind in hints.items()}
                    arguments[parameter] = value
                    said = refusal(call, arguments)
                    assert said.startswith(f"{name}() argument '{parameter}{path}'"), (name, parameter, path, said)
                    count += 1
    assert count > 500, count


def test_fields_of_unions_are_named():
    unions = [item for item in vars(r).values() if isinstance(item, type) and issubclass(item, r._UnionValue) and item is not r._UnionValue]
    assert unions
    with arrays_of_any_length():
        for union in unions:
            for field, hint in typing.get_type_hints(union.__init__).items():
                for value, path in wrong(hint) if field != "return" else ():
                    said = refusal(union, {field: value})
                    assert said.startswith(f"{union.__qualname__}() argument '{field}{path}'"), said


def test_fields_of_unions_are_named_when_they_are_assigned_to():
    unions = [item for item in vars(r).values() if isinstance(item, type) and issubclass(item, r._UnionValue) and item is not r._UnionValue]
    count = 0
    with arrays_of_any_length():
        for union in unions:
            for field, member in vars(union).items():
                hint = typing.get_type_hints(member.fset)["value"] if isinstance(member, property) else None
                for value, path in wrong(hint) if hint else ():
                    made = union()
                    said = refusal(lambda **given: setattr(made, *given.popitem()), {field: value})
                    assert said.startswith(f"{union.__qualname__} field '{field}{path}' must be "), said
                    count += 1
    assert count > 20, count


TABLE = [
    (r.checksum, (12,), "checksum() argument 'text' must be str, not int"),
    (r.checksum, (b"x",), "checksum() argument 'text' must be str, not bytes"),
    (r.check_name, (None,), "check_name() argument 'name' must be str, not NoneType"),
    (r.arguments_2, (1.0, "7"), "arguments_2() argument 'b' must be int, not str"),
    (r.arguments_2, ("1.0", 7), "arguments_2() argument 'a' must be float, not str"),
    (r.arguments_2, (1, 7.0), "arguments_2() argument 'b' must be int, not float"),
    (r.count_hidden, ([r.Marker.HIDDEN, "x"],), "count_hidden() argument 'markers[1]' must be Marker, not str"),
    (r.copy_bytes, (b"", ()), "copy_bytes() argument 'to' must be a buffer or MutableSequence[int], not tuple"),
    (r.fill_steps, ((1.0, 2.0, 3.0, 4.0), 1.0), "fill_steps() argument 'steps': Rust writes to these values"),
    (r.centroid, (array.array("d", [1, 2]),), "centroid() argument 'points': a buffer of format 'd'"),
    (r.copy_bytes, (12, []), "copy_bytes() argument 'from_' must be a buffer or Sequence[int], not int"),
    (r.combine, (12,), "combine() argument 'with_' must be callable, not int"),
    (r.sum_from, (r.ffi.new("float *"), 1), "sum_from() argument 'first'"),
    (r.area, (12,), "area() argument 'shape' must be Shape, not int"),
]


def test_the_words():
    for call, arguments, words in TABLE:
        try:
            call(*arguments)
        except TypeError as error:
            assert str(error).startswith(words), error
            assert type(error.__cause__) in (AttributeError, TypeError)
        else:
            raise AssertionError(words)


def test_objects_are_told_apart():
    with r.Recorder(5) as recorder:
        said = refusal(r.count_both, {"a": recorder, "b": 12})
        assert said == "count_both() argument 'b' must be Recorder or None, not int"


def raised(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        return error
    raise AssertionError(arguments)


def test_wrong_values_are_no_wrong_types():
    assert type(raised(r.arguments_1, 128)) is OverflowError
    assert type(raised(r.count_hidden, [77])) is ValueError
    assert type(raised(r.char_after, "xy")) is ValueError
    assert type(raised(r.fill_steps, [1.0], 1.0)) is ValueError
    assert type(raised(r.permissions_include, 0x100, 1)) is ValueError
    assert type(raised(r.copy_bytes, b"1", b"2")) is BufferError


def test_what_callbacks_and_sequences_raise_passes_as_it_is():
    for kind in (TypeError, AttributeError):
        own = kind("own")

        def raises(*_):
            raise own

        assert raised(r.combine, raises) is own

        class Own(list):
            def __iter__(self):
                raise own

            def __len__(self):
                raise own

        assert raised(r.count_true, Own([True])) is own
