"""The columns of the core give what a plain loop over the jobs gives, reason by reason."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.plain.matching as plain
import tests.plain.opening as plain_opening
from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.matching import rank
from bot.orientation.opening import choose_declics
from bot.orientation.profile import Profile
from bot.settings import ROOT
from tests.personas import PERSONAS, Persona, interviewed
from tests.unit.small_world import WORLD, always
from tests.unit.test_matching_properties import PROFILES

SEEDS = st.integers(0, 2**40)


@lru_cache(maxsize=1)
def bundled() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


def agrees(catalogue: Catalogue, profile: Profile, seed: int) -> None:
    ranking, loop = rank(catalogue, profile, seed), plain.rank(catalogue, profile, seed)
    assert [m.job.rome_code for m in ranking.matches] == [m.job.rome_code for m in loop.matches]
    assert ranking.removed == loop.removed
    for match, one in zip(ranking.matches, loop.matches, strict=True):
        assert (match.reasons, match.tier, match.feasible) == (one.reasons, one.tier, one.feasible)
        numbers = (match.score, match.fit, match.coverage)
        assert numbers == pytest.approx((one.score, one.fit, one.coverage))
    chosen, picked = choose(ranking, 3), plain.choose(loop, 3)
    assert [m.job for m in chosen] == [m.job for m in picked]
    declic = plain_opening.choose_declic(loop, picked)
    found = [match.job for match in choose_declics(ranking, 1, chosen)]
    assert found == ([declic.job] if declic else [])


@always
@given(PROFILES, SEEDS)
def test_whatever_the_answers(profile: Profile, seed: int) -> None:
    agrees(WORLD, profile, seed)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_on_the_bundled_catalogue(persona: Persona) -> None:
    agrees(bundled(), interviewed(persona, bundled(), 7), 7)
