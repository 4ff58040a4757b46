"""Names that mean something else in some language."""

import reference_project as r
from reference_project import Door, Keywords, Noun, Object, Renamed


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def test_fields_that_are_keywords():
    k = Keywords(
        int=1,
        class_=-2,
        try_=3,
        lambda_=4,
        in_=-5,
        namespace=6,
        template=-7,
        register=8,
        def_=-9,
        event=10.5,
        value=-11.5,
        errno=12,
        str=13,
        none=14,
    )
    back = r.keywords_inverted(k)
    assert (back.int, back.class_, back.try_, back.lambda_, back.in_) == (254, 1, 252, 65531, 4)
    assert (back.namespace, back.template, back.register, back.def_) == (2**32 - 7, 6, 2**64 - 9, 8)
    assert (back.event, back.value, back.errno, back.str, back.none) == (-10.5, 11.5, 243, 242, 241)


def test_variants_that_are_keywords():
    names = ["NONE", "TRUE", "NULL", "CLASS", "LAMBDA", "NAME", "TO_STRING", "MRO"]
    assert [noun.name for noun in Noun] == names
    assert [noun.value for noun in Noun] == [1, 2, 4, 8, 16, 32, 64, 128]
    noun = Noun.NONE
    for name in names[1:] + names[:1]:
        noun = r.noun_after(noun)
        assert noun is Noun[name]


def test_parameters_that_are_keywords():
    values = (255, -1, 65535, -2, 2**32 - 3, -4, 2**64 - 5, 1.5, 6, 7, 8, 9, 10, 11)
    expected = digest(*values[:7], 0x3FC00000, *values[8:])
    assert r.lambda_(*values) == expected
    assert r.lambda_(255, -1, class_=65535, def_=-2, **dict(namespace=2**32 - 3, template=-4, true=2**64 - 5, float=1.5, errno=6, lib_=7, ffi_=8, status=9, value=10, result=11)) == expected


def test_a_function_that_is_a_keyword():
    assert r.pass_(from_=2**32 - 1) == 0


def test_functions_under_other_names():
    assert r.template_of(0) == 2**32 - 1
    assert abs(r.natural_log(2.718281828459045) - 1) < 1e-15
    assert not hasattr(r, "log") and not hasattr(r, "template")


def test_a_type_that_other_languages_have():
    assert r.object_exchanged(Object(string=1, decimal=2**32 - 1)) == Object(2**32 - 1, 1)


def test_a_type_under_another_name():
    assert r.renamed_after(Renamed(number=2**32 - 1)) == Renamed(0)
    assert not hasattr(r, "Plain")


def test_a_constant_under_another_name():
    assert r.ANSWER == 42 and not hasattr(r, "FORTY_TWO")


def test_a_service_whose_methods_are_called_as_others():
    with Door(True) as door, Door(False) as other:
        assert door.is_(this=True) and not door.as_(other)
        assert door.close_() is True and door.close_() is False
        assert door.as_(other=other) and other.is_(False)
    try:
        door.is_(True)
    except r.ClosedError:
        return
    raise AssertionError("`close` frees it, and `close_` is the library's")
