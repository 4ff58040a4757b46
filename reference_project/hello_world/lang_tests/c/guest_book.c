/* What the header promises, checked in C. */
#include "hello_world.h"
#include "interop_test.h"

static uint32_t last;

static void keep(uint32_t number, hello_world_Str name) {
    CHECK_EQ(name.len, 3);
    last = number;
}

TEST(a_book_keeps_its_guests) {
    hello_world_GuestBook *const book = hello_world_guest_book_new().value;
    CHECK_EQ(hello_world_guest_book_welcome(book, "Ada", 3).value, 1);
    CHECK_EQ(hello_world_guest_book_welcome(book, "Bob", 3).value, 2);
    CHECK_EQ(hello_world_guest_book_each(book, keep), HELLO_WORLD_STATUS_OK);
    CHECK_EQ(last, 2);
    hello_world_guest_book_destroy(book);
}

TEST(a_book_refuses_whom_it_must) {
    hello_world_GuestBook *const book = hello_world_guest_book_new().value;
    CHECK_EQ(hello_world_guest_book_welcome(book, "", 0).status, HELLO_WORLD_REFUSAL_NO_NAME);
    for (uint32_t i = 0; i < HELLO_WORLD_MAX_GUESTS; i++) {
        CHECK_EQ(hello_world_guest_book_welcome(book, "Ada", 3).status, HELLO_WORLD_STATUS_OK);
    }
    CHECK_EQ(hello_world_guest_book_welcome(book, "Bob", 3).status, HELLO_WORLD_REFUSAL_FULL);
    hello_world_guest_book_destroy(book);
}
