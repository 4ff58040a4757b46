// Types that lead to themselves: lists, trees, rings, each other, and terms.
using System;
using ReferenceProject;
using Xunit;

public class RecursiveTests
{
    [Fact]
    public void A_list_is_walked_to_its_end()
    {
        using (var memory = new Memory())
        {
            var last = new Node(0x01020304, IntPtr.Zero);
            var middle = new Node(int.MaxValue, memory.Of(last));
            var first = new Node(int.MinValue, memory.Of(middle));
            Assert.Equal(Digest.Of(int.MinValue, int.MaxValue, 0x01020304), Interop.ListDigest(first));
            Assert.Equal(Digest.Of(int.MaxValue, 0x01020304), Interop.ListDigest(middle));
            Assert.Equal(Digest.Of(0x01020304), Interop.ListDigest(last));
        }
    }

    [Fact]
    public void A_node_leads_to_the_list_that_it_is_put_in_front_of()
    {
        using (var memory = new Memory())
        {
            IntPtr list = memory.Of(new Node(-2, IntPtr.Zero));
            var node = Interop.NodeBefore(list, int.MinValue);
            Assert.Equal(new Node(int.MinValue, list), node);
            Assert.Equal(Digest.Of(int.MinValue, -2), Interop.ListDigest(node));
            Assert.Equal(new Node(7, IntPtr.Zero), Interop.NodeBefore(IntPtr.Zero, 7));
        }
    }

    [Fact]
    public void A_tree_is_walked_in_order()
    {
        using (var memory = new Memory())
        {
            Func<IntPtr, byte, IntPtr, IntPtr> tree = (left, key, right) => memory.Of(new Tree(left, key, right));
            IntPtr none = IntPtr.Zero;
            IntPtr root = tree(tree(none, 1, tree(none, 2, none)), 128, tree(tree(none, 254, none), 255, none));
            Assert.Equal(Digest.Of(1, 2, 128, 254, 255), Interop.TreeDigest(root));
            Assert.Equal(0ul, Interop.TreeDigest(none));
        }
    }

    [Fact]
    public void Two_types_lead_to_each_other()
    {
        using (var memory = new Memory())
        {
            var unanswered = new Question(65535, IntPtr.Zero);
            var answer = new Answer(long.MinValue, memory.Of(unanswered));
            var question = new Question(1, memory.Of(answer));
            Assert.Equal(Digest.Of(1, long.MinValue, 65535, 0), Interop.DialogueDigest(question));
            Assert.Equal(Digest.Of(65535, 0), Interop.DialogueDigest(unanswered));
        }
    }

    [Fact]
    public void A_ring_has_no_end()
    {
        using (var memory = new Memory())
        {
            IntPtr second = memory.Room(Memory.Size<Ring>());
            var first = new Ring(uint.MaxValue, second);
            Memory.Set(second, new Ring(0x01020304, memory.Of(first)));
            Assert.Equal(Digest.Of(uint.MaxValue, 0x01020304, uint.MaxValue, 0x01020304, uint.MaxValue), Interop.RingDigest(first, 5));
            Assert.Equal(0ul, Interop.RingDigest(first, 0));
            Assert.Throws<ArgumentNullException>(() => Interop.RingDigest(new Ring(1, IntPtr.Zero), 1));
        }
    }

    [Fact]
    public void A_term_is_made_of_terms()
    {
        using (var memory = new Memory())
        {
            IntPtr big = memory.Of<Term>(new Term.Number(1e300)), small = memory.Of<Term>(new Term.Number(-0.25));
            IntPtr difference = memory.Of<Term>(new Term.Difference(small, big));
            Assert.Equal(1e300, Interop.TermValue(new Term.Number(1e300)));
            Assert.Equal(0.25, Interop.TermValue(new Term.Negative(small)));
            Assert.Equal(-1e300, Interop.TermValue(new Term.Difference(small, big)));
            Assert.Equal(1e300, Interop.TermValue(new Term.Negative(difference)));
            Assert.Equal(-0.5, Interop.TermValue(new Term.Difference(small, memory.Of<Term>(new Term.Negative(small)))));
        }
    }
}
