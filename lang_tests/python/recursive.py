"""Types that lead to themselves through pointers."""

import reference_project as r
from reference_project import Answer, Node, Question, Ring, Term


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def test_a_list():
    new, null = r.ffi.new, r.ffi.NULL
    third = new("reference_project_Node *", (2**31 - 1, null))
    second = new("reference_project_Node *", (-2, third))
    assert r.list_digest(Node(-(2**31), second)) == digest(-(2**31), -2, 2**31 - 1)
    assert r.list_digest(Node(7, null)) == 7


def test_a_node_leads_to_what_it_was_given():
    end = r.ffi.new("reference_project_Node *", (5, r.ffi.NULL))
    node = r.node_before(end, -6)
    assert (node.value, node.next) == (-6, end)
    assert node.next.value == 5 and node.next.next == r.ffi.NULL
    assert r.list_digest(node) == digest(-6, 5)


def test_a_tree():
    def tree(left, key, right):
        made = r.ffi.new("reference_project_Tree *", (left or r.ffi.NULL, key, right or r.ffi.NULL))
        kept.append(made)
        return made

    kept = []
    root = tree(tree(None, 1, tree(None, 2, None)), 128, tree(tree(None, 200, None), 255, None))
    assert r.tree_digest(root) == digest(1, 2, 128, 200, 255)
    assert r.tree_digest(r.ffi.NULL) == 0


def test_two_types_that_lead_to_each_other():
    last = r.ffi.new("reference_project_Answer *", (-(2**63), r.ffi.NULL))
    second = r.ffi.new("reference_project_Question *", (65535, last))
    first = r.ffi.new("reference_project_Answer *", (2**63 - 1, second))
    assert r.dialogue_digest(Question(7, first)) == digest(7, 2**63 - 1, 65535, -(2**63))
    assert r.dialogue_digest(Question(8, r.ffi.NULL)) == digest(8, 0)
    assert Answer(1, second).next == second


def test_a_ring():
    ring = r.ffi.new("reference_project_Ring[3]")
    for i, value in enumerate((1, 2**32 - 1, 3)):
        ring[i] = (value, ring + (i + 1) % 3)
    assert r.ring_digest(Ring(9, ring + 1), 5) == digest(9, 2**32 - 1, 3, 1, 2**32 - 1)


def test_a_ring_has_no_end():
    try:
        r.ring_digest(Ring(1, r.ffi.NULL), 0)
    except ValueError:
        return
    raise AssertionError("null is no ring")


def test_a_term_of_terms():
    def term(tag, payload):
        made = r.ffi.new("reference_project_Term *", (tag, payload))
        kept.append(made)
        return made

    kept = []
    five, two = term(0, {"Number": (5.5,)}), term(0, {"Number": (-2.25,)})
    minus = term(1, {"Negative": (five,)})
    assert r.term_value(Term.Number(1e300)) == 1e300
    assert r.term_value(Term.Negative(two)) == 2.25
    assert r.term_value(Term.Difference(from_=minus, less=two)) == -3.25
    assert r.term_value(Term.Difference(two, minus)) == 3.25
