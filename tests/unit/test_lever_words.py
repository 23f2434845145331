"""Which levers a person asks about, in their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.lever_words import read_levers, wished_levers
from bot.orientation.levers import LEVERS
from tests.unit.small_world import always

SAID = {
    "the licence": ("et si j'avais le permis ?", "licence"),
    "the licence, misspelt": ("si javais le permi", "licence"),
    "the licence, in SMS": ("é si g le permis sa change koi", "licence"),
    "learning to drive": ("si j'apprenais à passer le code", "licence training"),
    "a car": ("si j'avais une voiture", "car"),
    "a car, misspelt": ("avec une voitur", "car"),
    "a car, slang": ("si je trouvais une bagnole", "car"),
    "a car that needs no licence is neither": ("avec une voiture sans permis", ""),
    "a bike": ("avec un vélo ça change quoi", "bike"),
    "an electric bike": ("et en VAE ?", "bike"),
    "carpooling": ("j'ai le covoit", "carpool"),
    "carpooling, in full": ("et avec du covoiturage ?", "carpool"),
    "carpooling, in two words": ("si je fais du co-voiturage", "carpool"),
    "more minutes": ("et si j'acceptais 15 minutes de plus", "minutes"),
    "more minutes, short": ("si je fais 10 min de plus de route", "minutes"),
    "a quarter of an hour": ("avec un quart d'heure en plus", "minutes"),
    "farther": ("si j'allais plus loin", "minutes"),
    "a course": ("et si je faisais une formation", "training"),
    "learning": ("si je me formais", "training"),
    "children looked after": ("si on gardait mes enfants", "childcare"),
    "children are looked after": ("si mes enfants étaient gardés", "childcare"),
    "a nanny": ("avec une nounou", "childcare"),
    "a nursery": ("si j'avais une place en crèche", "childcare"),
    "a daughter": ("si quelqu'un garde ma fille", "childcare"),
    "two at once": ("si j'avais le permis et une voiture", "licence car"),
    "three at once": ("permis + voiture + formation ?", "licence car training"),
    "one is lacking": ("avec un vélo mais sans permis", "bike"),
    "without a licence": ("sans permis", ""),
    "without a car": ("si j'ai pas de voiture", ""),
    "never the licence": ("je n'ai jamais passé le permis", ""),
    "no licence and no car": ("sans permis ni voiture", ""),
    "no longer": ("j'ai plus de voiture", ""),
    "why not is a wish": ("et pourquoi pas une formation ?", "training"),
    "not farther": ("pas plus loin", ""),
    "nothing": ("et si on parlait d'autre chose", ""),
}


@pytest.mark.parametrize(("text", "levers"), SAID.values(), ids=SAID)
def test_levers_are_read_from_words(text: str, levers: str) -> None:
    assert read_levers(text) == tuple(levers.split())


@pytest.mark.parametrize(
    ("text", "levers"),
    [
        ("et si ma fille allait à la crèche", ("childcare",)),
        ("ouais mais avec une caisse", ("car",)),
        ("une voiture ça change quoi", ("car",)),
        ("j'ai une voiture", ()),
        ("une formation", ()),
        ("si on parlait d'autre chose", ()),
    ],
)
def test_only_a_what_if_wishes_for_a_lever(text: str, levers: tuple[str, ...]) -> None:
    assert wished_levers(text) == levers


@always
@given(st.text(max_size=200))
def test_any_text_is_read_as_levers_in_their_order(text: str) -> None:
    found = read_levers(text)
    assert found == tuple(lever for lever in LEVERS if lever in found)
