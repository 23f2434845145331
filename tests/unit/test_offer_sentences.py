"""The French of an offer's card: what is said at each level, and how figures are written."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from bot.orientation.condition_sentences import condition_lines
from bot.orientation.french_values import day, measure, number, phone, with_unit
from bot.orientation.offer import (
    AllOf,
    Amount,
    AnyOf,
    Condition,
    Deadline,
    IsTrue,
    Not,
    OneOf,
    Within,
    Zone,
)
from bot.orientation.offer_sentences import (
    amount_line,
    card,
    deadline_line,
    offer_title,
    zone_line,
)
from bot.orientation.publication import publish
from tests.unit.small_offers import OFFER, TODAY, by_id, offer

NARROW = "\u202f"


def card_of(**changes: Any) -> Any:
    return card(publish(offer(**changes), TODAY, by_id(OFFER)))


def test_a_verified_offer_reads_from_what_it_gives_to_who_verified_it() -> None:
    shown = card_of()
    assert shown.title == "Bourse de la route" and shown.notice is None
    assert list(shown.lines) == [
        "Une partie de vos trajets est payée. Comptez 3 mois.",
        "Demandez au plus tard 7 jours après l'entretien.",
        "Par kilomètre : 0,23 € par km. Chiffre en vigueur depuis le 1er décembre 2022.",
        "Vous pourriez la demander dans ce cas :",
        "Vous avez une inscription à France Travail.",
        "Vous pouvez faire la demande vous-même.",
        "À qui demander : Association Exemple.",
        "Remplissez le formulaire. Vous avez 7 jours.",
        "Contact : 04 00 00 00 00.",
        "Lieu : Ardèche, Drôme.",
        "À préparer : une facture.",
        "1. Demandez avant le départ.",
        "Délai de réponse : un mois.",
        "Page officielle relue le 1er novembre 2026.",
    ]


def test_an_offer_to_check_says_that_more_exists_without_saying_what() -> None:
    shown = card_of(verified_on=None)
    assert shown.notice == "À vérifier avant de compter dessus."
    assert list(shown.lines) == [
        "Une partie de vos trajets est payée.",
        "Il y a une date limite : renseignez-vous vite.",
        "Vous pouvez faire la demande vous-même.",
        "À qui demander : Association Exemple.",
        "Remplissez le formulaire.",
        "Contact : 04 00 00 00 00.",
        "Lieu : Ardèche, Drôme.",
        "Il y a des conditions : faites-les préciser.",
    ]


def test_a_hidden_offer_says_that_no_source_is_sure_and_whom_to_ask() -> None:
    shown = card_of(confidence="memory", verified_on=None)
    assert shown.notice == "Je n'ai pas de source sûre pour cette aide."
    assert shown.lines == ("À qui demander : Association Exemple.",)
    assert (shown.url, shown.url_title) == (None, None)


def test_an_ended_offer_says_so_and_what_to_do_instead() -> None:
    shown = card_of(
        offer_id="old", status="ended", ended_on="2026-04", replaced_by=("bourse-route",)
    )
    assert shown.notice == "Cette aide n'existe plus depuis avril 2026."
    assert shown.lines == ("À la place : Bourse de la route.",)


@pytest.mark.parametrize(
    ("ended_on", "since"),
    [
        ("2026-04-01", "Cette aide n'existe plus depuis le 1er avril 2026."),
        ("2025", "Cette aide n'existe plus depuis 2025."),
        (None, "Cette aide n'existe plus."),
    ],
)
def test_the_end_is_told_once_as_far_as_its_day_is_known(ended_on: str | None, since: str) -> None:
    shown = card_of(status="ended", ended_on=ended_on)
    assert shown.notice == since
    assert not any("Arrêt" in line for line in shown.lines)


def test_an_end_that_only_the_press_tells_is_not_affirmed() -> None:
    shown = card_of(status="ended", confidence="secondary", verified_on=None, ended_on="2026-04")
    assert shown.notice == "Cette aide semble arrêtée : faites-le vérifier."
    assert shown.lines == ()


REPLACEMENTS = {
    "to check": ({"verified_on": None}, "À la place : Bourse de la route, à vérifier."),
    "hidden": (
        {"verified_on": None, "confidence": "memory"},
        "À la place : Bourse de la route, sans source sûre.",
    ),
}


@pytest.mark.parametrize(("changes", "line"), REPLACEMENTS.values(), ids=REPLACEMENTS.keys())
def test_a_replacement_carries_its_own_caution(changes: dict[str, Any], line: str) -> None:
    old = offer(offer_id="old", status="ended", replaced_by=("bourse-route",))
    shown = card(publish(old, TODAY, by_id(old, offer(**changes))))
    assert shown.lines[-1] == line


NOTICES = {
    "suspended": ({"status": "suspended"}, "Cette aide est suspendue pour le moment."),
    "by waves": (
        {"status": "by_waves"},
        "Cette aide ouvre par vagues : vérifiez qu'une vague est ouverte.",
    ),
    "by waves, to check": (
        {"status": "by_waves", "verified_on": None},
        "À vérifier : cette aide ouvre par vagues.",
    ),
    "phasing out": (
        {"status": "phasing_out"},
        "Cette aide s'arrête peu à peu : les places sont rares.",
    ),
    "state not known": (
        {"status": "unknown"},
        "À vérifier : je ne sais pas si cette aide existe encore.",
    ),
}


@pytest.mark.parametrize(("changes", "notice"), NOTICES.values(), ids=NOTICES.keys())
def test_the_state_of_an_offer_is_told(changes: dict[str, Any], notice: str) -> None:
    assert card_of(**changes).notice == notice


def test_what_is_unknown_is_said_and_what_is_unsure_is_to_confirm() -> None:
    lines = card_of(delay=None, papers=None, unknown=("amounts", "zone", "steps")).lines
    assert "Non connu : délai de réponse, papiers à fournir." in lines
    assert "À confirmer : montant, étapes, lieux concernés." in lines


def test_what_is_announced_is_not_also_called_unknown() -> None:
    lines = card_of(verified_on=None, unknown=("conditions", "deadlines", "steps")).lines
    assert lines[-1] == "Non connu : étapes."


def test_a_card_is_an_item_of_the_message_places() -> None:
    item = card_of().as_item()
    assert set(item) == {"title", "lines", "url", "url_title", "notice"}
    assert isinstance(item["lines"], list)
    assert item["url_title"] == "Voir la page de l'organisme"


LONG_LIST = (
    "une pièce d'identité",
    "votre permis",
    "trois relevés de compte",
    "un devis",
    "un bail signé",
    "une attestation",
)


def test_many_papers_are_one_line_each() -> None:
    lines = card_of(papers=LONG_LIST).lines
    at = lines.index("À préparer :")
    assert lines[at + 1 : at + 7] == tuple(f"• {paper}" for paper in LONG_LIST)


AMOUNTS = {
    "money with cents": (Amount("par km", 0.2, "EUR/km"), "Par km : 0,20 € par km."),
    "round money": (Amount("au plus", 5200, "EUR"), f"Au plus : 5{NARROW}200 €."),
    "a share": (Amount("réduction", 37.7, "percent"), "Réduction : 37,7 %."),
    "by month": (Amount("dès 18 ans", 561.68, "EUR/month"), "Dès 18 ans : 561,68 € par mois."),
    "since a day": (
        Amount("une fois", 200, "EUR", datetime.date(2024, 6, 12)),
        "Une fois : 200 €. Chiffre en vigueur depuis le 12 juin 2024.",
    ),
}


@pytest.mark.parametrize(("amount", "line"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_amounts_are_written_as_in_french(amount: Amount, line: str) -> None:
    assert amount_line(amount) == line


DEADLINES = {
    "after": (Deadline(7, "after", "l'examen"), "Demandez au plus tard 7 jours après l'examen."),
    "one day after": (Deadline(1, "after", "la fin"), "Demandez au plus tard 1 jour après la fin."),
    "before": (Deadline(15, "before", "la fin"), "Demandez au moins 15 jours avant la fin."),
    "at once, before": (Deadline(0, "before", "le départ"), "Demandez avant le départ."),
    "at once, after": (Deadline(0, "after", "l'entrée"), "Demandez dès l'entrée."),
}


@pytest.mark.parametrize(("deadline", "line"), DEADLINES.values(), ids=DEADLINES.keys())
def test_deadlines_are_instructions(deadline: Deadline, line: str) -> None:
    assert deadline_line(deadline) == line


ZONES = {
    "country": (Zone("country"), None),
    "region": (Zone("region", ("84",)), "Lieu : Auvergne-Rhône-Alpes."),
    "departments": (Zone("department", ("2A", "974")), "Lieu : Corse-du-Sud, La Réunion."),
    "metropole": (Zone("metropole", ("200046977",)), "Lieu : Métropole de Lyon."),
    "named area": (Zone("area", ("38",), "le Vercors"), "Lieu : le Vercors."),
    "named commune": (Zone("commune", ("69266",), "Villeurbanne"), "Lieu : Villeurbanne."),
    "commune without a name": (Zone("commune", ("69266",)), None),
}


@pytest.mark.parametrize(("zone", "line"), ZONES.values(), ids=ZONES.keys())
def test_a_zone_is_named(zone: Zone, line: str | None) -> None:
    assert zone_line(zone) == line


COVERED = {
    "the country covers Brest": (Zone("country"), "29019", True),
    "the region covers Bourg": (Zone("region", ("84",)), "01053", True),
    "the region leaves Brest out": (Zone("region", ("84",)), "29019", False),
    "the department covers Ajaccio": (Zone("department", ("2A",)), "2A004", True),
    "the department covers Saint-Denis": (Zone("department", ("974",)), "97411", True),
    "the department leaves Lille out": (Zone("department", ("974",)), "59350", False),
    "the commune covers itself": (Zone("commune", ("69266",)), "69266", True),
    "the commune covers its arrondissement": (Zone("commune", ("69123",)), "69383", True),
    "Paris covers its arrondissement": (Zone("commune", ("75056",)), "75112", True),
    "the commune leaves its neighbour out": (Zone("commune", ("69266",)), "69383", False),
    "a metropole may cover its department": (Zone("metropole", ("200046977",)), "69266", None),
    "a metropole covers the city it is named after": (
        Zone("metropole", ("243500139",)),
        "35238",
        True,
    ),
    "a metropole covers the arrondissements of its city": (
        Zone("metropole", ("200046977",)),
        "69383",
        True,
    ),
    "a metropole leaves others out": (Zone("metropole", ("200046977",)), "38185", False),
    "an area may cover its department": (Zone("area", ("38",), "Vercors"), "38185", None),
    "an area leaves others out": (Zone("area", ("38",), "Vercors"), "69266", False),
    "an area without codes is not known": (Zone("area", (), "Vercors"), "69266", None),
}


@pytest.mark.parametrize(("zone", "code", "expected"), COVERED.values(), ids=COVERED.keys())
def test_a_zone_covers_a_commune_or_not_or_may(
    zone: Zone, code: str, expected: bool | None
) -> None:
    assert zone.covers(code) is expected


CONDITIONS: dict[str, tuple[Condition, list[str]]] = {
    "a fact": (IsTrue("has_licence_b"), ["Vous avez le permis B."]),
    "not a fact": (Not(IsTrue("has_licence_b")), ["Sauf si vous avez le permis B."]),
    "a number between": (Within("age", 18, 25), ["Votre âge : de 18 à 25 ans."]),
    "a number from": (Within("age", 18, None), ["Votre âge : au moins 18 ans."]),
    "a number up to": (Within("age", None, 1), ["Votre âge : au plus 1 an."]),
    "an exact number": (Within("age", 18, 18), ["Votre âge : 18 ans."]),
    "not a number": (Not(Within("age", 60, None)), ["Votre âge : moins de 60 ans."]),
    "not a number up to": (Not(Within("one_way_km", None, 15)), ["L'aller : plus de 15 km."]),
    "not a number between": (
        Not(Within("age", 18, 25)),
        ["Votre âge : moins de 18 ans ou plus de 25 ans."],
    ),
    "not a choice": (Not(OneOf("status", ("student",))), ["Sauf votre situation : en études."]),
    "exclusions inside a list": (
        AnyOf(
            (
                Not(Within("one_way_km", None, 15)),
                Not(IsTrue("unemployment_rights")),
                Not(IsTrue("working")),
                Not(OneOf("status", ("student",))),
            )
        ),
        [
            "Un de ces cas suffit :",
            "• L'aller : plus de 15 km.",
            "• Vous ne touchez pas, et ne pourriez pas toucher, d'allocation chômage.",
            "• Ceci n'est pas votre cas : vous travaillez.",
            "• Votre situation, sauf : en études.",
        ],
    ),
    "a choice": (OneOf("status", ("student",)), ["Votre situation : en études."]),
    "choices": (
        OneOf("status", ("student", "trainee", "apprentice")),
        ["Votre situation : en études, en formation ou en apprentissage."],
    ),
    "many choices": (
        OneOf("status", ("student", "trainee", "apprentice", "employee")),
        [
            "Votre situation :",
            "• en études",
            "• en formation",
            "• en apprentissage",
            "• en emploi",
        ],
    ),
    "all, exclusions last": (
        AllOf((Not(IsTrue("working")), IsTrue("has_licence_b"))),
        ["Vous avez le permis B.", "Sauf si vous travaillez."],
    ),
    "any": (
        AnyOf((IsTrue("working"), AllOf((IsTrue("has_licence_b"), Within("age", 18, None))))),
        [
            "Un de ces cas suffit :",
            "• Vous travaillez.",
            "• Tout ceci à la fois :",
            "– Vous avez le permis B.",
            "– Votre âge : au moins 18 ans.",
        ],
    ),
    "not any": (
        Not(AnyOf((IsTrue("working"), IsTrue("has_licence_b")))),
        ["Aucun de ces cas :", "• Vous travaillez.", "• Vous avez le permis B."],
    ),
    "not all": (
        Not(AllOf((IsTrue("working"), IsTrue("has_licence_b")))),
        ["Pas tout ceci à la fois :", "• Vous travaillez.", "• Vous avez le permis B."],
    ),
    "not not": (Not(Not(IsTrue("working"))), ["Vous travaillez."]),
}


@pytest.mark.parametrize(("condition", "lines"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_conditions_are_short_lines(condition: Condition, lines: list[str]) -> None:
    assert condition_lines(condition) == lines


def test_numbers_and_days_are_written_as_in_french() -> None:
    assert [number(value) for value in (5, 0.5, 1234.5)] == ["5", "0,50", f"1{NARROW}234,50"]
    assert [measure(value) for value in (60.0, 37.7, 0.25)] == ["60", "37,7", "0,25"]
    assert [with_unit(1, "ans"), with_unit(1, "mois"), with_unit(0, "jours")] == [
        "1 an",
        "1 mois",
        "0 jour",
    ]
    assert [day("2026-04-01"), day("2026-12-22"), day("2026-02"), day("2026")] == [
        "1er avril 2026",
        "22 décembre 2026",
        "février 2026",
        "2026",
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0400000000", "04 00 00 00 00"),
        ("04.00.00.00.00", "04 00 00 00 00"),
        ("+33476000000", "+33 4 76 00 00 00"),
        ("+33 (0)4 76 00 00 00", "+33 4 76 00 00 00"),
        ("0033476000000", "+33 4 76 00 00 00"),
        ("3949", "3949"),
        ("0400000000 poste 2", "0400000000 poste 2"),
    ],
)
def test_telephones_are_written_in_pairs(typed: str, written: str) -> None:
    assert phone(typed) == written


def test_the_acronym_after_a_name_is_left_out_in_easy_read() -> None:
    name = "Immersion en entreprise (PMSMP)"
    assert (offer_title(name), offer_title(name, easy=True)) == (name, "Immersion en entreprise")
    assert offer_title("Le CPF", easy=True) == "Le CPF"
