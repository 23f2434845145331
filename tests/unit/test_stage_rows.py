"""What a turn changed in the database, told row by row."""

from __future__ import annotations

import pytest

from bot.replay.stage.rows import MOST_ROWS, Rows, TableChange, changes

ONE = {"number": 1, "you": "oui", "payload": None}
TWO = {"number": 2, "you": "non", "payload": '{"a": "é"}'}


def table(*rows: dict[str, object]) -> Rows:
    return {"web_turns": {(row["number"],): row for row in rows}}


@pytest.mark.parametrize(
    ("before", "after", "counts", "lines"),
    [
        (table(), table(ONE), (1, 0, 0), [("+", "number = 1 · you = oui")]),
        (table(ONE), table(), (0, 0, 1), [("-", "number = 1 · you = oui")]),
        (table(ONE), table({**ONE, "you": "non"}), (0, 1, 0), [("~", "you : oui → non")]),
        (
            table(ONE),
            table({**ONE, "payload": "x"}, TWO),
            (1, 1, 0),
            [
                ("+", 'number = 2 · you = non · payload = {"a": "é"}'),
                ("~", "payload : (rien) → x"),
            ],
        ),
    ],
    ids=["added", "removed", "changed", "both, and JSON as it reads"],
)
def test_rows_that_are_other_are_told(
    before: Rows, after: Rows, counts: tuple[int, int, int], lines: list[tuple[str, str]]
) -> None:
    assert changes(before, after) == [TableChange("web_turns", "échanges", *counts, tuple(lines))]


def test_what_stays_is_not_told() -> None:
    assert changes(table(ONE, TWO), table(TWO, ONE)) == []


def test_many_rows_are_counted_and_some_are_shown() -> None:
    rows = table(*({"number": number} for number in range(MOST_ROWS + 5)))
    (found,) = changes(table(), rows)
    assert found.added == MOST_ROWS + 5
    assert len(found.rows) == MOST_ROWS


def test_a_long_value_is_cut() -> None:
    (found,) = changes(table(), table({"number": 1, "you": "mot " * 100}))
    assert len(found.rows[0][1]) < 200 and found.rows[0][1].endswith("…")
