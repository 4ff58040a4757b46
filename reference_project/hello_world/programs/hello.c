/* What C makes of the library. */
#include "hello_world.h"

#include <stdio.h>

static void say(uint32_t number, hello_world_Str name) {
    printf("guest %u is %.*s\n", (unsigned)number, (int)name.len, name.data);
}

int main(void) {
    printf("from (0, 0) to (3, 4) it is %g m\n", (double)hello_world_distance((hello_world_Vec2){0, 0}, (hello_world_Vec2){3, 4}));
    const double values[] = {1, 2, 6};
    printf("the mean of 1, 2 and 6 is %g\n", hello_world_mean(values, 3).value.value);

    hello_world_GuestBook *book = hello_world_guest_book_new().value;
    hello_world_guest_book_welcome(book, "Ada", 3);
    hello_world_guest_book_welcome(book, "Zo\xc3\xab", 4);
    if (hello_world_guest_book_welcome(book, "", 0).status == HELLO_WORLD_REFUSAL_NO_NAME) {
        puts("a guest without a name is refused");
    }
    hello_world_guest_book_each(book, say);
    hello_world_guest_book_destroy(book);
    return 0;
}
