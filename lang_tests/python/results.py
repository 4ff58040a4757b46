"""Results: the value, or an exception that has the error."""

import reference_project as r
from reference_project import Error, Marker, ParseError, Vec2


def error_of(call, *arguments):
    try:
        call(*arguments)
    except r.ReferenceProjectError as error:
        return error
    raise AssertionError("it succeeded")


def test_success_has_a_value():
    assert r.layer_name_len("Höhe") == 4
    assert r.parse_digits("18446744073709551615") == 2**64 - 1


def test_errors_have_their_discriminants():
    assert [(e.name, e.value) for e in Error] == [("BAD_NAME", 1), ("FULL", 2)]
    assert (ParseError.NO_DIGIT, ParseError.TOO_LARGE) == (40, 2**31 - 1)


def test_an_error_is_an_exception_with_its_value():
    caught = error_of(r.layer_name_len, "")
    assert caught.error is Error.BAD_NAME
    assert str(caught) == "Error.BAD_NAME"


def test_errors_are_told_apart():
    assert error_of(r.parse_digits, "").error is ParseError.EMPTY
    assert error_of(r.parse_digits, "12x").error is ParseError.NO_DIGIT
    assert error_of(r.parse_digits, "18446744073709551616").error is ParseError.TOO_LARGE


def test_each_error_has_an_exception_type_of_its_own():
    assert type(error_of(r.layer_name_len, "")) is not type(error_of(r.parse_digits, ""))


def test_a_result_without_a_value_is_none():
    assert r.check_name("x") is None
    assert error_of(r.check_name, "").error is Error.BAD_NAME


def test_structs_come_back_in_results():
    assert r.parse_point("12", "345") == Vec2(12, 345)
    assert error_of(r.parse_point, "1", "").error is ParseError.EMPTY


def test_options_come_back_in_results():
    assert r.marker_called("hidden") is Marker.HIDDEN
    assert r.marker_called("") is None
    assert error_of(r.marker_called, "star").error is Error.BAD_NAME
