"""Points and means, in Python."""

import hello_world
from hello_world import Vec2


def test_a_distance_is_that_of_pythagoras():
    assert hello_world.distance(Vec2(1, 1), Vec2(4, 5)) == 5


def test_nothing_has_no_mean():
    assert hello_world.mean([1, 2, 6]) == 3
    assert hello_world.mean([]) is None
