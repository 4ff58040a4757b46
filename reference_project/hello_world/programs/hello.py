"""What Python makes of the library."""

import hello_world
from hello_world import GuestBook, Refusal, Vec2

print(f"from (0, 0) to (3, 4) it is {hello_world.distance(Vec2(0, 0), Vec2(3, 4)):g} m")
print(f"the mean of 1, 2 and 6 is {hello_world.mean([1, 2, 6]):g}")

with GuestBook() as book:
    book.welcome("Ada")
    book.welcome("Zoë")
    try:
        book.welcome("")
    except hello_world.HelloWorldError as refused:
        if refused.error is Refusal.NO_NAME:
            print("a guest without a name is refused")
    book.each(lambda number, name: print(f"guest {number} is {name}"))
