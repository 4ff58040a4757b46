"""Documentation, as `help` shows it."""

import inspect

import hostile


def test_a_block_has_no_stars() -> None:
    assert inspect.getdoc(hostile.documented_block) == "Opens the door.\n\nThen waits:\n\n- for the key,\n- for the wind."


def test_a_line_is_a_line() -> None:
    assert inspect.getdoc(hostile.documented_line) == "Closes it."


def test_a_table_keeps_its_rows() -> None:
    rows = ["| code | what |", "|------|------|", "| 1    | one */ |"]
    table = "\n".join(f"    {row}" for row in rows)
    assert inspect.getdoc(hostile.documented_table) == f"What a code means:\n\n{table}\n\nNothing else."


def test_what_is_documented_can_be_called() -> None:
    for function in (hostile.documented_block, hostile.documented_line, hostile.documented_table):
        function()
