"""Text that others wrote."""

from __future__ import annotations

import pytest

from bot.adapters.live.outside_text import line, needed_line


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Aide-soignant", "Aide-soignant"),
        ("  deux \r\n lignes\t ", "deux lignes"),
        ("une\u2028ligne", "une ligne"),
        ("fin\u202eniF", "finniF"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("nul\x00", "nul"),
        ("Œuvre d'art, 5 €", "Œuvre d'art, 5 €"),
        ("", None),
        (" \u200b\x07", None),
        (None, None),
        (12, None),
        (["a"], None),
    ],
)
def test_a_line_shows_what_can_be_seen(value: object, shown: str | None) -> None:
    assert line(value) == shown


def test_a_long_line_is_cut_with_a_sign() -> None:
    assert line("mot " * 100, most=10) == "mot mot m…"
    assert line("x" * 10, most=10) == "x" * 10


def test_a_needed_line_that_is_missing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no text"):
        needed_line("\u200b")
