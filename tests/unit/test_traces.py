"""What is logged of an error."""

from __future__ import annotations

from bot.traces import where
from bot.web.offers import chosen


def test_an_error_is_named_by_its_kind_and_our_line_without_its_text() -> None:
    try:
        chosen(["Marie Dupont"], is_list=True)  # type: ignore[list-item]
    except Exception as error:
        said = where(error)
    assert said.startswith("AttributeError at bot/web/offers.py:")
    assert "Marie" not in said


def test_an_error_from_outside_our_code_has_no_place() -> None:
    assert where(ValueError("Marie Dupont")) == "ValueError at ?"
