// What C# makes of the library.
using System;
using System.Globalization;
using System.Text;
using HelloWorld;

public static class Hello
{
    public static void Main()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"from (0, 0) to (3, 4) it is {Interop.Distance(new Vec2(0, 0), new Vec2(3, 4))} m");
        Console.WriteLine($"the mean of 1, 2 and 6 is {Interop.Mean(new double[] { 1, 2, 6 })}");

        using (var book = new GuestBook())
        {
            book.Welcome("Ada");
            book.Welcome("Zoë");
            try
            {
                book.Welcome("");
            }
            catch (RefusalException e) when (e.Error == Refusal.NoName)
            {
                Console.WriteLine("a guest without a name is refused");
            }

            book.Each((number, name) => Console.WriteLine($"guest {number} is {name}"));
        }
    }
}
