"""What an editor is told, what two of them lose (nothing), what comes first, who is touched."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters import offer_files
from bot.adapters.offer_proposal import FIELDS, Base, Proposal, proposal
from bot.orientation import offer_check
from bot.orientation.offer import Amount, IsTrue, Offer, Within, Zone
from bot.orientation.profile import Profile
from bot.services.editing import editor_words as labels
from bot.services.editing.changes import (
    CONFLICT,
    FILE,
    WAITING,
    WRITTEN,
    Change,
    Signature,
    former_marks,
    mark_of,
    standing,
)
from bot.services.editing.document import KEYS
from bot.services.editing.editor_words import CLOSED, EMPTY, label_of
from bot.services.editing.effects import effects
from bot.services.editing.fields import empty_fields, fields_of
from bot.services.editing.merging import merged
from bot.services.editing.queue import REASONS, filtered, queue
from bot.services.editing.text_checks import text_checks
from bot.services.editing.words import differences, words_of
from bot.services.team_words import Subject
from bot.settings import ROOT

FOLDER = ROOT / "data" / "offers"
OFFERS = {offer.offer_id: offer for offer in offer_files.read(FOLDER)}
TODAY = datetime.date(2026, 11, 27)
Fields = dict[str, list[str]]


def base_of(offer_id: str) -> Base:
    path = FOLDER / f"{offer_id}.yml"
    return Base(path.read_text(encoding="utf-8"), OFFERS[offer_id])


def proposed(offer_id: str, **typed: str | list[str]) -> Proposal:
    """The proposal after these fields are typed; "__" stands for "-" in their names."""
    fields = fields_of(OFFERS[offer_id])
    for name, text in typed.items():
        fields[name.replace("__", "-")] = [text] if isinstance(text, str) else text
    return proposal(fields, base_of(offer_id), OFFERS, TODAY, {"01053"})


def remarks(proposal: Proposal, is_error: bool = True) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for remark in proposal.remarks:
        if remark.is_error is is_error:
            found.setdefault(remark.field, []).append(remark.message)
    return found


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"name": ""}, "name", EMPTY),
        ({"gives": "Vous avez droit au permis."}, "gives", "écrivez pas «\u00a0avez droit\u00a0»"),
        ({"gives": "Une prime de 200 € pour le permis."}, "gives", "les montants vont dans"),
        ({"status": ""}, "status", EMPTY),
        ({"official_url": "http://exemple.fr"}, "official_url", "sinon, laissez vide"),
        ({"expires": "le 3 mai"}, "expires", "n’est pas un jour"),
        ({"amounts__1__value": "beaucoup"}, "amounts-1-value", "n’est pas un nombre"),
        ({"amounts__1__value": ""}, "amounts-1-value", EMPTY),
        ({"amounts__1__what": ""}, "amounts-1-what", EMPTY),
        ({"sources__2__read_on": ""}, "sources-2-read_on", EMPTY),
        ({"zone__level": "department", "zone__codes": "Savoie"}, "zone-codes", "lieu connu"),
        ({"zone__level": "department", "zone__codes": ""}, "zone-level", "dites lesquels"),
        ({"zone__level": "area", "zone__codes": ""}, "zone-level", "donnez un nom"),
        ({"zone__level": "commune", "zone__codes": "01999"}, "zone", "01999"),
        ({"c__1__most": "quinze"}, "c-1-most", "n’est pas un nombre"),
        ({"c__1__most": "", "c__1__least": ""}, "c-1-fact", "un minimum, un maximum"),
        ({"c__1__fact": ""}, "c-1-fact", "choisissez un fait"),
        ({"c__1__fact": "status"}, "c-1-fact", "cochez au moins une réponse"),
        ({"c__kind": "any", "c__parts": "1"}, "c-kind", "au moins 2 condition"),
        ({"c__1__least": "19"}, "conditions", "minimum dépasse le maximum"),
        ({"replaced_by": ["aide-inconnue"]}, "replaced_by", "n’existe pas"),
        (
            {"ended_on": "2026-01-01"},
            "ended_on",
            "arrêtée le 1er janvier 2026, mais son état est «\u00a0en cours",
        ),
        ({"verified_on": "2030-01-01"}, "sources", "dans l’avenir"),
        ({"themes": [], "themes__main": ""}, "themes", "au moins un thème"),
        ({"sources__rows": "0"}, "sources", "sans source"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    typed: Mapping[str, str | list[str]], field: str, message: str
) -> None:
    found = proposed("aura-permis-200", **typed)
    told = remarks(found)
    assert any(message.lower() in text.lower() for text in told.get(field, ())), told
    assert not found.is_publishable


def test_all_faults_are_told_at_once_and_each_has_a_label() -> None:
    found = proposed("aura-permis-200", name="", status="", expires="demain", amounts__1__value="x")
    assert set(remarks(found)) == {"name", "status", "expires", "amounts-1-value"}
    assert label_of("amounts-1-value") == "Montants, ligne 1 : montant"
    assert {label_of(one.field) for one in found.remarks} <= {
        *labels.LABELS.values(),
        "Montants, ligne 1 : montant",
    }


def test_no_remark_speaks_of_files_keys_or_codes() -> None:
    everything = [
        proposed("aura-permis-200", **typed)
        for typed in (
            {"name": "", "zone__level": "region", "zone__codes": ""},
            {"c__1__fact": "", "sources__rows": "0", "how_to_ask": "Payez 3 €."},
            {"asked_by": [], "official_url": "", "nicknames": "un", "unknown": []},
        )
    ]
    texts = [remark.message for found in everything for remark in found.remarks]
    assert texts
    for text in texts:
        assert not re.search(r"\bYAML\b|null|\.py\b|\.yml|_|« (?:amounts|zone|codes)", text), text


def test_every_finding_of_the_checks_has_a_field_of_the_form() -> None:
    source = Path(offer_check.__file__).read_text(encoding="utf-8")
    codes = set(re.findall(r'_(?:error|warning)\(offer, "(\w+)"', source))
    assert codes == {*FIELDS, "long_sentence", "wording"}
    assert set(FIELDS.values()) <= set(KEYS)


def test_a_good_change_may_be_published_and_one_that_changes_nothing_may_not() -> None:
    good = proposed("aura-permis-200", verified_on="2026-11-27", expires="2027-05-31")
    assert good.is_publishable and good.changed == ("verified_on", "expires")
    assert not proposed("aura-permis-200").is_publishable


def test_a_new_offer_needs_a_name_of_its_own() -> None:
    fields = empty_fields() | {
        "offer_id": ["cpf"],
        "name": ["Bourse du vélo"],
        "nicknames": ["bourse vélo\nBDV"],
        "provider": ["Ville d’Exemple"],
        "gives": ["Un vélo prêté pour aller au travail."],
        "themes": ["mobilite--financer-ma-mobilite"],
        "type": ["aide-materielle"],
        "confidence": ["memory"],
    }
    refused = proposal(fields, None, OFFERS, TODAY, ())
    assert remarks(refused) == {"offer_id": ["Ce repère est déjà pris\u202f; changez-le."]}
    made = proposal({**fields, "offer_id": ["bourse-velo"]}, None, OFFERS, TODAY, ())
    assert made.is_publishable and made.offer and made.offer.nicknames == ("bourse vélo", "BDV")


def test_of_two_editors_nothing_is_lost() -> None:
    base = fields_of(OFFERS["cej"])
    mine = base | {"name": ["Mon nom"], "c-4-fact": ["receives_rsa"], "delay": ["Deux semaines."]}
    theirs = base | {"name": ["Leur nom"], "gives": ["Leur texte."], "zone-level": ["region"]}
    theirs |= {"zone-codes": ["84"]}
    found = merged(base, mine, theirs)
    assert found.both == ("name",) and found.mine == ("name", "conditions", "delay")
    assert found.theirs == ("name", "gives", "zone")
    expected = {
        "name": ["Mon nom"],
        "gives": ["Leur texte."],
        "delay": ["Deux semaines."],
        "c-4-fact": ["receives_rsa"],
        "zone-codes": ["84"],
    }
    assert {name: found.fields[name] for name in expected} == expected
    assert found.fields.keys() == base.keys()


def change(content: str, base: str | None, version: int = 1) -> Change:
    at = datetime.datetime(2026, 11, 27, 9)
    signature = Signature("a1", "Anne", "Mission locale", at, "montant changé")
    return Change(version, "cej", version, content, base, base and mark_of(base), signature)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("first", WAITING),
        ("second", WAITING),
        ("third", WRITTEN),
        ("by hand", CONFLICT),
        (None, CONFLICT),
    ],
    ids=["as before", "an export ago", "as published", "edited elsewhere", "taken away"],
)
def test_where_a_change_stands_beside_its_file(file: str | None, expected: str) -> None:
    history = (change("second", "first"), change("third", "first", 2))
    mark = None if file is None else mark_of(file)
    assert standing(history[-1], mark, former_marks(history)) == expected
    assert standing(None, mark, frozenset()) == FILE


def test_an_edit_by_hand_of_a_file_that_held_the_change_counts_more() -> None:
    history = (replace(change("second", "first"), is_written=True),)
    assert standing(history[0], mark_of("by hand"), former_marks(history)) == FILE
    assert standing(history[0], mark_of("first"), former_marks(history)) == WAITING


def test_a_new_offer_waits_as_long_as_it_has_no_file() -> None:
    history = (change("new", None),)
    assert standing(history[0], None, former_marks(history)) == WAITING


GOOD = replace(
    OFFERS["cpf"], verified_on=TODAY, expires=datetime.date(2027, 5, 1), amounts=(), unknown=()
)


def reported(offer_id: str, count: int, oldest: datetime.date = TODAY) -> Subject:
    references = tuple(f"S{at}" for at in range(count))
    return Subject("offer", offer_id, "nom", references, oldest, None, {"ended": count})


def test_what_is_reported_most_comes_first_then_by_reason_then_by_age() -> None:
    old, older = TODAY - datetime.timedelta(10), TODAY - datetime.timedelta(400)
    offers = [
        replace(GOOD, offer_id="fine"),
        replace(GOOD, offer_id="never", verified_on=None),
        replace(GOOD, offer_id="past", expires=old),
        replace(GOOD, offer_id="past-longer", expires=older, verified_on=older),
        replace(GOOD, offer_id="hidden", confidence="memory", verified_on=None),
        replace(GOOD, offer_id="twice"),
        replace(GOOD, offer_id="once"),
        replace(GOOD, offer_id="amount", amounts=(Amount("prime", 3, "EUR", None, old),)),
        replace(GOOD, offer_id="ended", status="ended", verified_on=None, expires=None),
    ]
    subjects = [reported("once", 1, older), reported("twice", 2), reported("job-like", 5)]
    found = queue(offers, subjects, {"fine": WAITING, "never": WRITTEN}, TODAY)
    assert [entry.offer.offer_id for entry in found] == [
        "twice", "once", "past-longer", "past", "amount", "hidden", "never", "fine", "ended",
    ]  # fmt: skip
    assert [why.code for why in found[2].why] == ["expired", "read_long_ago"]
    assert found[2].age_days(TODAY) == 400 and found[3].age_days(TODAY) == 10
    assert found[0].subject and found[0].why[0].count == 2
    assert {why.code for entry in found for why in entry.why} <= REASONS.keys()


def test_the_queue_is_filtered_by_reason_place_and_theme() -> None:
    ain, isere = (replace(GOOD, zone=Zone("department", (code,))) for code in ("01", "38"))
    offers = [
        replace(ain, offer_id="ain", verified_on=None),
        replace(isere, offer_id="isere"),
        replace(GOOD, offer_id="all", themes=("numerique--acquerir-un-equipement",)),
    ]
    entries = queue(offers, [], {}, TODAY)

    def ids(**wanted: str) -> set[str]:
        return {entry.offer.offer_id for entry in filtered(entries, **wanted)}

    assert ids() == {"ain", "isere", "all"}
    assert ids(department="01") == {"ain", "all"}
    assert ids(why="never_verified") == {"ain"}
    assert ids(theme="numerique", department="38") == {"all"}


PEOPLE = [Profile(insee_code="38185"), Profile(insee_code="01053")] * 40


@pytest.mark.parametrize(
    ("before", "after", "gains", "losses"),
    [
        (GOOD, GOOD, False, False),
        (None, GOOD, True, False),
        (GOOD, replace(GOOD, status="ended"), False, True),
        (GOOD, replace(GOOD, conditions=IsTrue("working")), False, True),
        (replace(GOOD, conditions=IsTrue("working")), GOOD, True, False),
        (
            replace(GOOD, conditions=Within("age", 18, 25)),
            replace(GOOD, conditions=Within("age", 26, 30)),
            True,
            True,
        ),
        (GOOD, replace(GOOD, zone=Zone("department", ("01",))), False, True),
        (replace(GOOD, verified_on=None), GOOD, True, False),
    ],
    ids=[
        "nothing", "new", "ended", "a condition", "no condition", "other ages", "smaller", "read",
    ],
)  # fmt: skip
def test_who_gains_and_who_loses_an_offer(
    before: Offer | None, after: Offer, gains: bool, losses: bool
) -> None:
    free = replace(after, conditions=after.conditions)
    found = effects(before, free, PEOPLE, TODAY)
    assert (bool(found.gains), bool(found.losses)) == (gains, losses)
    assert sum(found.before.values()) == sum(found.after.values()) == found.count == 80
    assert all(move.before != move.after for move in (*found.gains, *found.losses))
    assert (found.before[CLOSED] == 80) is (before is None)


def test_the_same_people_are_invented_every_time_and_say_what_is_asked() -> None:
    asked = replace(GOOD, conditions=Within("age", 18, 25))
    one, other = (effects(GOOD, asked, PEOPLE, TODAY) for _ in range(2))
    assert one == other
    assert all(example.who.told()[0].startswith("Quel âge avez-vous ?") for example in one.examples)
    assert {example.state for example in one.examples} == set(one.after)
    assert all(example.reasons and example.easy_reasons for example in one.examples)


def test_differences_are_told_in_words() -> None:
    before = OFFERS["cej"]
    after = replace(
        before,
        zone=Zone("department", ("01", "38")),
        conditions=Within("age", 16, 25),
        papers=("une pièce d'identité",),
        verified_on=TODAY,
    )
    found = {one.key: one for one in differences(before, after)}
    assert set(found) == {"zone", "conditions", "papers", "verified_on"}
    assert found["zone"].come == ("Ain (01)", "Isère (38)")
    assert found["papers"].before == ("pas connu",)
    assert "de 16 à 25 ans" in found["conditions"].after[0]
    assert found["verified_on"].after == ("27 novembre 2026",)


def test_every_field_of_every_offer_has_words() -> None:
    for offer in OFFERS.values():
        for key in KEYS:
            assert all(isinstance(line, str) and line for line in words_of(offer, key))


@pytest.mark.parametrize(
    ("text", "is_long", "level"),
    [
        ("Un vélo prêté pour aller au travail.", False, "facile"),
        ("Institutionnalisation de l’intermédiation professionnelle.", False, "difficile"),
        (" ".join(["Un vélo est prêté"] * 6) + ".", True, "facile"),
    ],
)
def test_a_text_is_measured_while_it_is_written(text: str, is_long: bool, level: str) -> None:
    (found,) = text_checks({"gives": [text], "delay": [""]}).values()
    assert (found.is_long, found.level) == (is_long, level)
    assert found.signs == len(text)
