"""Four people reach their jobs, in their own words and by buttons; what is shown is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from bot.orientation.catalogue import Catalogue
from tests.interview_steps import FIRST_STATEMENT, answer_statements
from tests.stack import Person, Stack

NOTHING = ()


@dataclass(frozen=True)
class Life:
    """Someone's answers. Each is given as (words, button or ticks)."""

    name: str
    home: str
    commune: tuple[str, str]
    likes: Sequence[str]
    past: tuple[str, str]
    past_job: str | None
    licence: tuple[str, str]
    vehicle: tuple[str, str]
    transport: tuple[str, str] | None
    minutes: tuple[str, str]
    hours: tuple[str, Sequence[str]]
    conditions: tuple[str, Sequence[str]]
    training: tuple[str, str]


LIVES = (
    Life(
        name="Nadia, former cashier, no licence, thirty minutes by bus",
        home="Bourgoin-Jallieu",
        commune=("bourgoin jalieu", "38300"),
        likes=("accueillir", "aider", "ranger", "prendre soin", "écoute", "agréable", "étapes"),
        past=("j'étais caissière chez leclerc", "caissière"),
        past_job="D1505",
        licence=("non j'ai pas le permis", "Non"),
        vehicle=("aucun véhicule", "Aucun véhicule"),
        transport=("oui il y a un bus", "Oui"),
        minutes=("une demi-heure maximum", "30 minutes"),
        hours=("tout me va", NOTHING),
        conditions=("rien", NOTHING),
        training=("une formation courte", "Oui, quelques mois"),
    ),
    Life(
        name="Thierry, baker, no more loads, a car",
        home="Aurillac",
        commune=("j'habite à Aurillac", "15000"),
        likes=("fabriquer", "réparer", "soigné", "étapes", "rangé"),
        past=("boulanger pendant vingt ans", "boulanger"),
        past_job="D1102",
        licence=("oui", "Oui"),
        vehicle=("j'ai une voiture", "Une voiture"),
        transport=None,
        minutes=("45 min", "45 minutes"),
        hours=("pas la nuit", ["Travailler la nuit"]),
        conditions=("je ne dois plus porter de charges lourdes", ["Porter des charges lourdes"]),
        training=("oui une formation courte", "Oui, quelques mois"),
    ),
    Life(
        name="Sofiane, never worked, likes repairing",
        home="Vénissieux",
        commune=("venissieux", "Vénissieux"),
        likes=("réparer", "machine", "fabriquer", "comprendre", "plusieurs"),
        past=("j'ai jamais travaillé", "Je n’ai jamais travaillé"),
        past_job=None,
        licence=("non", "Non"),
        vehicle=("un vélo", "Un vélo"),
        transport=("ouais le tram", "Oui"),
        minutes=("45 minutes", "45 minutes"),
        hours=("tous les horaires me vont", NOTHING),
        conditions=("aucune", NOTHING),
        training=("quelques mois ça va", "Oui, quelques mois"),
    ),
    Life(
        name="Élodie, mother, licence but no car, school hours",
        home="Privas",
        commune=("Privas", "07000"),
        likes=("prendre soin", "expliquer", "écoute", "dossiers", "rangé"),
        past=("je gardais des enfants", "je gardais des enfants"),
        past_job=None,
        licence=("j'ai le permis", "Oui"),
        vehicle=("plus de voiture", "Aucun véhicule"),
        transport=("non", "Non"),
        minutes=("20 minutes", "30 minutes"),
        hours=(
            "seulement pendant les heures d'école",
            ["Travailler en dehors des heures d’école", "Travailler le week-end"],
        ),
        conditions=("rien de tout ça", NOTHING),
        training=("une formation de quelques mois", "Oui, quelques mois"),
    ),
)


def in_words(person: Person, life: Life) -> None:
    """The interview typed, as on a phone."""
    person.say("oui d'accord")
    person.say(life.commune[0])
    choose_home(person, life)
    person.say("plutôt des phrases")
    while FIRST_STATEMENT in person.buttons:
        person.say("oui beaucoup" if likes(life, person) else "non pas trop")
    person.say("oui c'est juste" if "C’est juste" in person.buttons else "on continue")
    person.say(life.past[0])
    while person.options:
        person.tick(*person.options[:1])
    if "Non, c’est tout" in person.buttons:
        person.say("non c'est tout")
    person.say(life.licence[0])
    if "véhicule" in person.texts or "disposition" in person.texts:
        person.say(life.vehicle[0])
    if life.transport and "bus" in person.texts:
        person.say(life.transport[0])
    person.say(life.minutes[0])
    person.say(life.hours[0])
    person.say(life.conditions[0])
    person.say(life.training[0])


def by_buttons(person: Person, life: Life) -> None:
    """The interview with as little typing as it allows: the commune and the past job."""
    person.choose("C’est parti")
    person.say(life.commune[1])
    choose_home(person, life)
    answer_statements(person, lambda _: FIRST_STATEMENT if likes(life, person) else "Non")
    if life.past[1] in person.buttons:
        person.choose(life.past[1])
    else:
        person.say(life.past[1])
        person.tick(*person.options[:1])
        person.choose("Non, c’est tout")
    person.choose(life.licence[1])
    person.choose(life.vehicle[1])
    if life.transport and "bus" in person.texts:
        person.choose(life.transport[1])
    person.choose(life.minutes[1])
    person.tick(*life.hours[1])
    person.tick(*life.conditions[1])
    person.choose(life.training[1])


def choose_home(person: Person, life: Life) -> None:
    """A postcode that several communes share is asked back."""
    if "Laquelle" in person.texts:
        person.choose(next(title for title in person.buttons if title.startswith(life.home)))


def likes(life: Life, person: Person) -> bool:
    return any(word in person.texts.lower() for word in life.likes)


@pytest.mark.parametrize("way", [in_words, by_buttons], ids=["in words", "by buttons"])
@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.name)
def test_a_person_reaches_jobs_that_are_true(stack: Stack, life: Life, way) -> None:
    person = stack.person()
    way(person, life)
    assert 2 <= len(person.cards) <= 4, person.texts
    assert sum(card["is_declic"] for card in person.cards) <= 1
    assert person.cards[-1]["is_declic"] or "métier surprise" in person.texts, "or it is said"
    check_figures(person.cards, stack.catalogue())
    check_limits(person.cards, life, stack.catalogue())


def check_figures(cards: list[dict], catalogue: Catalogue) -> None:
    """Each figure is the one of the catalogue for the job's family in the basin that is named."""
    basins = {basin.name: basin.basin_code for basin in catalogue.basins}
    for card in cards:
        job = catalogue.job_by_code[card["rome_code"]]
        row = catalogue.demand_by_family_and_basin.get(
            (job.fap_code, basins[card["hiring"]["basin"]])
        )
        assert card["hiring"]["projects"] == (row.projects if row else None)
        if card["hiring"]["projects"] is not None:
            assert card["hiring"]["year"] == row.year
            figure = "".join(c for c in card["hiring"]["sentence"] if c.isdecimal())
            assert str(card["hiring"]["projects"]) in figure
            assert card["hiring"]["source"]


def check_limits(cards: list[dict], life: Life, catalogue: Catalogue) -> None:
    """No job against a limit, too far, or the one already done."""
    refused = {
        "Travailler la nuit": "night",
        "Porter des charges lourdes": "heavy_loads",
        "Travailler en dehors des heures d’école": "outside_school",
    }
    limits = {refused[t] for t in (*life.hours[1], *life.conditions[1]) if t in refused}
    accepted = 60 if "heure" in life.minutes[1] else int(life.minutes[1].split()[0])
    for card in cards:
        job = catalogue.job_by_code[card["rome_code"]]
        assert not limits & job.contexts, (job.label_feminine, limits & job.contexts)
        assert card["rome_code"] != life.past_job
        assert card["travel"]["minutes"] is None or card["travel"]["minutes"] <= accepted + 5
        assert card["reasons"]
