// What the bindings promise, checked in C#.
using System.Collections.Generic;
using HelloWorld;
using Xunit;

public class GuestBookTests
{
    [Fact]
    public void A_book_keeps_its_guests()
    {
        using (var book = new GuestBook())
        {
            Assert.Equal(1u, book.Welcome("Ada"));
            Assert.Equal(2u, book.Welcome("Zoë"));
            var names = new List<string>();
            book.Each((number, name) => names.Add($"{number} {name}"));
            Assert.Equal(new[] { "1 Ada", "2 Zoë" }, names.ToArray());
        }
    }

    [Fact]
    public void A_book_refuses_whom_it_must()
    {
        using (var book = new GuestBook())
        {
            Assert.Equal(Refusal.NoName, Assert.Throws<RefusalException>(() => book.Welcome("")).Error);
            for (int i = 0; i < Interop.MaxGuests; i++) book.Welcome("Ada");
            Assert.Equal(Refusal.Full, Assert.Throws<RefusalException>(() => book.Welcome("Bob")).Error);
        }
    }
}
