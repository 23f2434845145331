"""The real fiches of data/offers: honest, readable, and all that the client names is there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.adapters import catalogue_files, offer_files
from bot.orientation.circumstances import BOOLEAN, CIRCUMSTANCES, NUMBER
from bot.orientation.condition_sentences import condition_lines
from bot.orientation.figures import MEASURE, MONEY, sentences_of
from bot.orientation.levers import LEVERS
from bot.orientation.offer import ENDED, MEMORY, SUSPENDED, Offer, facts_of
from bot.orientation.offer_check import ERROR, check_offers
from bot.orientation.offer_sentences import card
from bot.orientation.publication import HIDDEN, TO_CHECK, level_of, publish
from bot.settings import ROOT

# The day the fiches were written: what they say is judged as on that day.
WRITTEN_ON = datetime.date(2026, 11, 22)
IN_FORCE = WRITTEN_ON + datetime.timedelta(days=30)
MOST_WORDS = 18
OFFERS = offer_files.read(ROOT / "data" / "offers")
BY_ID = {offer.offer_id: offer for offer in OFFERS}

NAMED_BY_THE_CLIENT = {
    "Mobilize and Renault": "renault-club-mobilite-loa renault-garages-solidaires",
    "solidarity garages": "garages-solidaires-mesaides",
    "Adie": "adie-microcredit-mobilite microcredit-accompagne",
    "Wimoov": "wimoov-accompagnement",
    "Ecov and its lines": "ecov-lane ecov-mcovoit-lignes ecov-plaine-ain",
    "carpooling": "lyon-encovoit savoie-covoiturage genevois-covoiturage prime-covoiturage-100",
    "France Travail's travel aids": (
        "ft-mobilite-recherche ft-mobilite-reprise ft-mobilite-formation ft-bon-sncf "
        "ft-bilan-mobilite"
    ),
    "licence": (
        "cpf-permis-b permis-1-euro aura-permis-200 dept07-permis villeurbanne-permis "
        "ft-aide-permis-b aide-permis-apprenti"
    ),
    "public transport": (
        "aura-ter-illico-solidaire aura-ter-liberte-jeunes lyon-tcl-solidaire-gratuit "
        "lyon-tcl-solidaire-reduit grenoble-tarif-solidaire employeur-transport"
    ),
    "vehicles": (
        "fastt-location mobilite-07-26 mobil-emploi-38-73 leasing-social cee-coup-de-pouce-ve "
        "prime-conversion lyon-freevelov pfm-03 pfm-63"
    ),
    "training": (
        "poei poec aif cpf pmsmp-immersion apprentissage contrat-pro vae ptp periode-reconversion "
        "formation-remuneration aura-bourse-sante-social aura-formtoit"
    ),
    "child care": "ft-age creche-avip cmg fastt-garde",
    "young people": "cej mission-locale epide e2c service-civique lyon-rsj",
    "seniors": "cve-senior atout-senior",
    "disability": "agefiph-deplacements pch-transport cap-emploi rqth emploi-accompagne",
    "housing": "visale mobili-jeune loca-pass mobili-pass mon-job-mon-logement",
    "inclusion": "iae plie pec emplois-francs hope ofii-francais",
    "rights and income": (
        "numerique-conseiller acre prime-activite are-cumul justice-sortants cidff css"
    ),
}
ENDED_OFFERS = {
    "ft-aide-permis-b",
    "aide-permis-apprenti",
    "prime-conversion",
    "prime-covoiturage-100",
    "mon-job-mon-logement",
    "emplois-francs",
}


def shown(offer: Offer) -> Iterator[str]:
    """All that people may ever read of an offer: today, and once somebody has verified it."""
    verified = replace(offer, verified_on=WRITTEN_ON, expires=IN_FORCE)
    for one in (offer, verified):
        seen = card(publish(one, WRITTEN_ON, BY_ID))
        yield from filter(None, (seen.title, seen.notice, *seen.lines))


@pytest.mark.parametrize("ids", NAMED_BY_THE_CLIENT.values(), ids=NAMED_BY_THE_CLIENT.keys())
def test_what_the_client_names_has_its_fiche(ids: str) -> None:
    assert [offer_id for offer_id in ids.split() if offer_id not in BY_ID] == []


def test_no_fiche_is_forgotten_by_this_test() -> None:
    named = {one for ids in NAMED_BY_THE_CLIENT.values() for one in ids.split()}
    assert named <= set(BY_ID) and len(named) == 88


def test_nothing_contradicts_itself() -> None:
    communes = catalogue_files.read(ROOT / "data" / "catalogue").communes
    found = check_offers(OFFERS, WRITTEN_ON, {commune.insee_code for commune in communes})
    assert [finding for finding in found if finding.severity == ERROR] == []


def test_ended_offers_are_there_with_what_replaced_them() -> None:
    assert {one.offer_id for one in OFFERS if one.status == ENDED} >= ENDED_OFFERS
    closed = [one for one in OFFERS if one.status in (ENDED, SUSPENDED)]
    assert [one.offer_id for one in closed if not (one.replaced_by or one.replacement)] == []


@pytest.mark.parametrize("offer", OFFERS, ids=BY_ID.keys())
def test_what_is_not_verified_shows_no_amount_and_no_measure(offer: Offer) -> None:
    published = publish(replace(offer, verified_on=None), WRITTEN_ON, BY_ID)
    lines = [line for line in card(published).lines if not line.startswith("À la place : ")]
    assert [line for line in lines if MEASURE.search(line)] == []
    assert published.gives or published.level != TO_CHECK


@pytest.mark.parametrize("offer", OFFERS, ids=BY_ID.keys())
def test_amounts_stand_in_their_own_lines_only(offer: Offer) -> None:
    texts = (offer.gives, offer.how_to_ask, offer.delay, offer.replacement, *(offer.steps or ()))
    assert [text for text in texts if text and MONEY.search(text)] == []


@pytest.mark.parametrize("offer", OFFERS, ids=BY_ID.keys())
def test_every_sentence_is_short_warm_and_promises_nothing(offer: Offer) -> None:
    for line in shown(offer):
        assert not re.search(r"\(e\)|\w·\w|’", line), line
        for sentence in sentences_of(line):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_what_was_written_from_memory_is_hidden() -> None:
    from_memory = [one for one in OFFERS if one.confidence == MEMORY and one.verified_on is None]
    assert from_memory
    assert {level_of(one, WRITTEN_ON) for one in from_memory} == {HIDDEN}


def test_every_fact_that_a_condition_asks_has_its_statement_and_its_question() -> None:
    asked = {fact for one in OFFERS if one.conditions for fact in facts_of(one.conditions)}
    for name in asked:
        fact = CIRCUMSTANCES[name]
        assert fact.question.endswith(" ?"), name
        assert fact.statement.endswith(".") is (fact.kind == BOOLEAN), name
        assert bool(fact.unit) is (fact.kind == NUMBER), name


def test_no_fact_is_there_for_nothing() -> None:
    asked = {fact for one in OFFERS if one.conditions for fact in facts_of(one.conditions)}
    assert sorted(set(CIRCUMSTANCES) - asked) == []


def test_facts_are_in_alphabetical_order() -> None:
    assert list(CIRCUMSTANCES) == sorted(CIRCUMSTANCES)


NEGATED = {
    "leasing-social": (
        "• L'aller : plus de 15 km.",
        "• Vos kilomètres en voiture pour le travail : plus de 8\u202f000 km par an.",
    ),
    "ft-mobilite-reprise": ("– La durée de votre contrat : plus de 3 mois.",),
    "acre": ("· Vous ne touchez pas, et ne pourriez pas toucher, d'allocation chômage.",),
    "loca-pass": ("– Votre employeur ne relève pas de l'agriculture.",),
    "cee-coup-de-pouce-ve": ("Le poids de la voiture : moins de 2\u202f400 kg.",),
    "lyon-tcl-solidaire-reduit": ("– Vous ne payez pas l'impôt sur le revenu.",),
}


@pytest.mark.parametrize(("offer_id", "expected"), NEGATED.items(), ids=NEGATED.keys())
def test_what_must_not_be_is_said_as_its_opposite(offer_id: str, expected: tuple[str, ...]) -> None:
    conditions = BY_ID[offer_id].conditions
    assert conditions is not None
    assert set(expected) <= set(condition_lines(conditions))


def test_sauf_never_stands_inside_a_list() -> None:
    lines = [line for one in OFFERS if one.conditions for line in condition_lines(one.conditions)]
    assert [line for line in lines if re.match(r"\W+ ?(?:Sauf|Ceci n'est pas)", line)] == []


def test_no_statement_promises_a_right() -> None:
    for one in CIRCUMSTANCES.values():
        said = (one.statement, one.denial or "")
        assert not re.search(r"avez(?: \w+)? droit|\bdroit à\b", " ".join(said)), one.name


GIVEN_BY = {
    "licence": (
        "adie-microcredit-mobilite agefiph-deplacements aide-permis-apprenti aura-permis-200 "
        "cpf-permis-b dept07-permis epide ft-aide-permis-b microcredit-accompagne "
        "mobil-emploi-38-73 mobilite-07-26 permis-1-euro villeurbanne-permis wimoov-accompagnement"
    ),
    "car": (
        "adie-microcredit-mobilite cee-coup-de-pouce-ve fastt-location garages-solidaires-mesaides "
        "leasing-social microcredit-accompagne mobil-emploi-38-73 mobilite-07-26 prime-conversion "
        "renault-club-mobilite-loa renault-garages-solidaires wimoov-accompagnement"
    ),
    "bike": "lyon-freevelov mobil-emploi-38-73",
    "carpool": (
        "ecov-lane ecov-mcovoit-lignes ecov-plaine-ain genevois-covoiturage lyon-encovoit "
        "prime-covoiturage-100 savoie-covoiturage"
    ),
    "minutes": (
        "aura-ter-illico-solidaire aura-ter-liberte-jeunes employeur-transport ft-mobilite-reprise "
        "grenoble-tarif-solidaire lyon-tcl-solidaire-gratuit lyon-tcl-solidaire-reduit"
    ),
    "training": (
        "aif apprentissage aura-bourse-sante-social contrat-pro cpf formation-remuneration hope "
        "periode-reconversion poec poei ptp"
    ),
    "childcare": "cmg creche-avip fastt-garde ft-age",
}


@pytest.mark.parametrize(("lever", "ids"), GIVEN_BY.items(), ids=GIVEN_BY.keys())
def test_a_lever_is_given_by_these_fiches_and_no_others(lever: str, ids: str) -> None:
    assert [one.offer_id for one in OFFERS if lever in one.levers] == ids.split()


def test_every_lever_is_given_by_some_fiche_and_has_its_words() -> None:
    assert set(GIVEN_BY) == set(LEVERS)
