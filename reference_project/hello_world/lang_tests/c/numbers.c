/* Points and means, in C. */
#include "hello_world.h"
#include "interop_test.h"

TEST(a_distance_is_that_of_pythagoras) {
    CHECK(hello_world_distance((hello_world_Vec2){1, 1}, (hello_world_Vec2){4, 5}) == 5);
}

TEST(nothing_has_no_mean) {
    const double values[] = {1, 2, 6};
    CHECK(hello_world_mean(values, 3).value.value == 3);
    CHECK(!hello_world_mean(NULL, 0).value.is_some);
}
