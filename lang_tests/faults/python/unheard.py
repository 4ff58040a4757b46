"""Checks that fail where nobody may hear of it: on a thread, when an object dies, in a text that is no UTF-8 or has no end."""

import gc
import threading


def test_fails_on_a_thread():
    thread = threading.Thread(target=asserts_something_else)
    thread.start()
    thread.join()


def asserts_something_else():
    found = [1, 2]
    assert all(item < 2 for item in found), "an item is too large"


class Dies:
    def __del__(self):
        assert 1 + 1 == 3


def test_fails_when_an_object_dies():
    Dies()
    gc.collect()


def test_says_what_is_no_utf_8():
    assert "\udcff" == "a lone surrogate"


def test_says_too_much():
    assert False, "much " * 600_000


def test_is_not_concerned():
    assert 1 + 1 == 2
