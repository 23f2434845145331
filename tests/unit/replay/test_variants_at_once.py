"""Variants that several testers change at the same time."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import FactChange
from bot.replay.runs.variants import Variants

DAY = datetime.date(2026, 11, 28)
MANY = range(12)


def test_changes_that_many_make_at_once_are_all_there(tmp_path: Path) -> None:
    slug = Variants(tmp_path).make("Sans permis", DAY).slug

    def close(number: int) -> None:
        change = FactChange("job", f"J11{number:02}", "removed", True)
        Variants(tmp_path).change(slug, lambda now: now.with_change(change))

    with ThreadPoolExecutor(12) as crowd:
        list(crowd.map(close, MANY))
    assert {one.key for one in Variants(tmp_path).find(slug).changes} == {
        f"J11{number:02}" for number in MANY
    }


def test_one_name_is_made_once_by_many_who_want_it(tmp_path: Path) -> None:
    def make(number: int) -> bool:
        try:
            return bool(Variants(tmp_path).make("Sans permis", DAY))
        except WrongData:
            return False

    with ThreadPoolExecutor(12) as crowd:
        assert sum(crowd.map(make, MANY)) == 1


def test_a_variant_that_is_gone_does_not_come_back(tmp_path: Path) -> None:
    variants = Variants(tmp_path)
    slug = variants.make("Sans permis", DAY).slug
    variants.forget(slug)
    with pytest.raises(WrongData):
        variants.change(slug, lambda now: now)
    assert variants.all() == ()
