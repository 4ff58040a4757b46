"""An assertion of a pair, which always holds."""


def test_asserts_a_pair():
    assert (1 + 1 == 3, "one and one is two")
