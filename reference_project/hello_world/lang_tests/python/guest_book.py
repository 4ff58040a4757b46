"""What the module promises, checked in Python."""

import hello_world
from hello_world import GuestBook, Refusal


def refusal_of(book, name):
    try:
        book.welcome(name)
    except hello_world.HelloWorldError as refused:
        return refused.error
    return None


def test_a_book_keeps_its_guests():
    with GuestBook() as book:
        assert [book.welcome("Ada"), book.welcome("Zoë")] == [1, 2]
        seen = []
        book.each(lambda number, name: seen.append((number, name)))
        assert seen == [(1, "Ada"), (2, "Zoë")]


def test_a_book_refuses_whom_it_must():
    with GuestBook() as book:
        assert refusal_of(book, "") is Refusal.NO_NAME
        for _ in range(hello_world.MAX_GUESTS):
            book.welcome("Ada")
        assert refusal_of(book, "Bob") is Refusal.FULL
