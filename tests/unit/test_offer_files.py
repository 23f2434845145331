"""The fiches of a folder: read whole, refused with file, line, reason and what to do."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.adapters.offer_files import BrokenOffers, read, read_all
from bot.orientation.offer import AllOf, Amount, AnyOf, Deadline, IsTrue, Not, OneOf, Within, Zone

FICHE = """\
offer_id: bourse-route
name: Bourse de la route
nicknames: [bourse route, BDR]
provider: Association Exemple
status: active
gives: Une partie de vos trajets est payée.
amounts:
  - {what: par kilomètre, value: 0.23, unit: EUR/km, valid_from: 2022-12-01, valid_until: null}
themes: [mobilite--financer-ma-mobilite]
levers: [minutes]
type: aide-financiere
publics: [demandeurs-emploi]
fees: gratuit
reception: [a-distance]
asked_by: [usagers, professionnels]
asking: [utiliser-lien-mobilisation]
how_to_ask: Remplissez le formulaire.
zone: {level: department, codes: ["07", "2A"]}
conditions:
  all:
    - {fact: registered_jobseeker}
    - any: [{fact: round_trip_km, at_least: 60}, {fact: round_trip_minutes, at_least: 120}]
    - not: {fact: licence_suspended}
    - {fact: status, one_of: [student, trainee]}
    - {fact: age, at_least: 18, at_most: 25}
deadlines: [{days: 7, when: after, event: l'entretien}]
papers: [une facture]
steps: null
delay: null
unknown: [delay]
official_url: https://exemple.fr/bourse
contact: null
confidence: verified
verified_on: null
expires: 2027-04-01
ended_on: 2026-04
replaced_by: []
replacement: null
sources:
  - {where: exemple.fr, read_on: 2026-11-22, dated: 2025-07}
"""


def folder_of(path: Path, **fiches: str) -> Path:
    for name, text in fiches.items():
        (path / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    return path


def test_a_fiche_is_read_whole(tmp_path: Path) -> None:
    (offer,) = read(folder_of(tmp_path, bourse_route=FICHE))
    assert (offer.offer_id, offer.status, offer.service_type) == (
        "bourse-route",
        "active",
        "aide-financiere",
    )
    assert offer.amounts == (Amount("par kilomètre", 0.23, "EUR/km", datetime.date(2022, 12, 1)),)
    assert offer.levers == ("minutes",)
    assert offer.zone == Zone("department", ("07", "2A"))
    assert offer.deadlines == (Deadline(7, "after", "l'entretien"),)
    assert (offer.papers, offer.steps, offer.delay) == (("une facture",), None, None)
    assert (offer.expires, offer.ended_on) == (datetime.date(2027, 4, 1), "2026-04")
    assert offer.sources[0].dated == "2025-07"


def test_conditions_are_a_tree_of_typed_facts(tmp_path: Path) -> None:
    (offer,) = read(folder_of(tmp_path, bourse_route=FICHE))
    assert offer.conditions == AllOf(
        (
            IsTrue("registered_jobseeker"),
            AnyOf((Within("round_trip_km", 60, None), Within("round_trip_minutes", 120, None))),
            Not(IsTrue("licence_suspended")),
            OneOf("status", ("student", "trainee")),
            Within("age", 18, 25),
        )
    )


# name: (what the fiche says, what is written instead, line of the fault, parts of the message)
FAULTS: dict[str, tuple[str, str, int, tuple[str, ...]]] = {
    "unknown key": ("fees: gratuit", "fees: gratuit\ncolour: red", 14, ("colour", "n'existe pas")),
    "missing key": ("fees: gratuit\n", "", 1, ("fees", "manque", "ajoutez-la")),
    "key twice": ("fees: gratuit", "fees: gratuit\nfees: payant", 14, ("fees", "deux fois")),
    "unknown status": ("status: active", "status: open", 5, ("« open »", "by_waves")),
    "unknown theme": ("[mobilite--financer-ma-mobilite]", "[mobilite]", 9, ("« mobilite »",)),
    "no theme": ("[mobilite--financer-ma-mobilite]", "[]", 9, ("themes", "vide")),
    "unknown lever": ("levers: [minutes]", "levers: [train]", 10, ("« train »", "carpool")),
    "unknown type": ("type: aide-financiere", "type: argent", 11, ("« argent »", "formation")),
    "unknown public": ("[demandeurs-emploi]", "[chômeurs]", 12, ("« chômeurs »",)),
    "unknown fees": ("fees: gratuit", "fees: free", 13, ("« free »", "payant")),
    "unknown reception": ("[a-distance]", "[ici]", 14, ("« ici »", "en-presentiel")),
    "unknown asker": ("[usagers, professionnels]", "[moi]", 15, ("« moi »", "usagers")),
    "unknown way of asking": ("[utiliser-lien-mobilisation]", "[crier]", 16, ("« crier »",)),
    "unknown unknown": ("unknown: [delay]", "unknown: [prix]", 30, ("« prix »", "amounts")),
    "unknown confidence": ("confidence: verified", "confidence: sure", 33, ("« sure »",)),
    "a value twice": ("unknown: [delay]", "unknown: [delay, delay]", 30, ("deux fois",)),
    "unknown unit": ("unit: EUR/km", "unit: dollars", 8, ("amounts[1].unit", "« dollars »")),
    "a number in letters": ("value: 0.23", "value: vingt", 8, ("« vingt »", "0.5")),
    "a number with a comma": ("value: 0.23", 'value: "0,23"', 8, ("« 0,23 »",)),
    "no number at all": ("value: 0.23", "value: .inf", 8, ("« .inf »",)),
    "a key missing in an amount": ("what: par kilomètre, ", "", 8, ("amounts[1].what", "manque")),
    "a day that does not exist": (
        "expires: 2027-04-01",
        "expires: 2027-02-30",
        35,
        ("2027-02-30",),
    ),
    "a month without a day": ("expires: 2027-04-01", "expires: 2027-04", 35, ("« 2027-04 »",)),
    "an end that is no date": ("ended_on: 2026-04", "ended_on: bientôt", 36, ("« bientôt »",)),
    "text expected, list given": (
        "name: Bourse de la route",
        "name: [a]",
        2,
        ("une seule valeur",),
    ),
    "text expected, number given": (
        "provider: Association Exemple",
        "provider: 12",
        4,
        ("guillemets",),
    ),
    "empty text": ("provider: Association Exemple", 'provider: " "', 4, ("vide", "null")),
    "list expected, text given": ("papers: [une facture]", "papers: une", 27, ("une liste",)),
    "mapping expected, text given": (
        "deadlines: [{days: 7, when: after, event: l'entretien}]",
        "deadlines: [demain]",
        26,
        ("deadlines[1]", "clé: valeur"),
    ),
    "a side that is none": ("when: after", "when: during", 26, ("« during »", "before")),
    "half a day": ("days: 7", "days: 7.5", 26, ("deadlines[1].days", "entier")),
    "codes without quotes": ('codes: ["07", "2A"]', "codes: [07]", 18, ("guillemets",)),
    "a department that does not exist": ('["07", "2A"]', '["20"]', 18, ("« 20 »", "department")),
    "a region that does not exist": (
        "level: department",
        "level: region",
        18,
        ("« 07 »", "region"),
    ),
    "a commune code that is none": ("level: department", "level: commune", 18, ("« 07 »",)),
    "codes missing": (', codes: ["07", "2A"]', "", 18, ("codes",)),
    "an area without a name": ("level: department", "level: area", 18, ("ajoutez « name »",)),
    "a country with codes": ("level: department", "level: country", 18, ("ni « codes »",)),
    "a web address without https": ("https://exemple.fr", "http://exemple.fr", 31, ("https",)),
    "a web address that is none": ("https://exemple.fr", "https:// exemple", 31, ("https",)),
    "an id in capitals": ("offer_id: bourse-route", "offer_id: Bourse", 1, ("minuscules",)),
    "an id that is not the file's": (
        "offer_id: bourse-route",
        "offer_id: bourse",
        1,
        ("bourse.yml",),
    ),
    "an unknown replacement": ("replaced_by: []", "replaced_by: [rien]", 37, ("rien.yml",)),
    "euros in a sentence": ("est payée.", "est payée. Jusqu'à 200 euros.", 6, ("« 200 euros »",)),
    "a euro sign in how to ask": ("le formulaire.", "le formulaire à 5 €.", 17, ("« 5 € »",)),
    "a share in the steps": ("steps: null", "steps: [Obtenez 30 %.]", 28, ("« 30 % »",)),
    "an amount in the delay": ("delay: null", "delay: un mois ou 20 €", 29, ("« 20 € »",)),
    "a year in a sentence": ("est payée.", "est payée. Depuis 2024.", 6, ("« 2024 »",)),
    "a measure in the first sentence": (
        "Une partie de vos trajets est payée.",
        "Un suivi de 6 mois. Il aide.",
        6,
        ("première phrase",),
    ),
    "no source, and not from memory": (
        "sources:\n  - {where: exemple.fr, read_on: 2026-11-22, dated: 2025-07}\n",
        "sources: []\n",
        39,
        ("confidence: memory",),
    ),
    "a fact that is unknown": (
        "fact: age",
        "fact: shoe_size",
        25,
        ("« shoe_size »", "circumstances"),
    ),
    "a limit asked of a yes or no": (
        "{fact: registered_jobseeker}",
        "{fact: registered_jobseeker, at_least: 1}",
        21,
        ("boolean", "rien d'autre"),
    ),
    "a choice asked of a number": (
        "{fact: age, at_least: 18, at_most: 25}",
        "{fact: age, one_of: [18]}",
        25,
        ("number", "at_least ou at_most"),
    ),
    "a limit asked of a choice": (
        "{fact: status, one_of: [student, trainee]}",
        "{fact: status, at_least: 2}",
        24,
        ("choice", "one_of"),
    ),
    "a choice without values": ("[student, trainee]", "[]", 24, ("vide",)),
    "a value that is no choice": ("[student, trainee]", "[king]", 24, ("« king »", "student")),
    "a fact that asks nothing": (", at_least: 18, at_most: 25", "", 25, ("il manque",)),
    "a limit that is no number": ("at_least: 18", "at_least: adulte", 25, ("« adulte »",)),
    "free text among conditions": (
        "{fact: registered_jobseeker}",
        "être inscrit",
        21,
        ("clé: valeur",),
    ),
    "two forms in one node": (
        "not: {fact: licence_suspended}",
        "{not: {fact: working}, fact: working}",
        23,
        ("exactement une",),
    ),
    "a choice between one": (
        "any: [{fact: round_trip_km, at_least: 60}, {fact: round_trip_minutes, at_least: 120}]",
        "any: [{fact: working}]",
        22,
        ("au moins 2",),
    ),
    "a tag": ("provider: Association Exemple", "provider: !!int 3", 4, ("guillemets",)),
}


@pytest.mark.parametrize(("said", "instead", "line", "parts"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_its_file_its_line_and_what_to_do(
    tmp_path: Path, said: str, instead: str, line: int, parts: tuple[str, ...]
) -> None:
    assert FICHE.count(said) == 1
    folder = folder_of(tmp_path, bourse_route=FICHE.replace(said, instead))
    with pytest.raises(BrokenOffers) as caught:
        read(folder)
    first = str(caught.value).splitlines()[0]
    assert f"bourse-route.yml, ligne {line}, " in first
    assert [part for part in parts if part not in first] == []


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "not UTF-8": ("provider: École".encode("cp1252"), "UTF-8"),
    "no YAML": (b"offer_id: [", "YAML lisible"),
    "empty": (b"", "vide"),
    "a list": (b"- a", "clé: valeur"),
    "too large": (b"a: " + b"b" * 100_001, "dépasse"),
    "nested without end": (b"a: " + b"[" * 5_000, "YAML lisible"),
    "an alias": (b"a: &x [1]\nb: *x\n", "renvois"),
    "aliases of aliases": (
        b"a: &a [1, 1]\n"
        + b"".join(b"%c: &%c [*%c, *%c]\n" % (n, n, n - 1, n - 1) for n in b"bcdefghijklmnop"),
        "renvois",
    ),
    "several documents": (b"a: 1\n---\nb: 2\n", "YAML lisible"),
}


@pytest.mark.parametrize(("content", "part"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, part: str) -> None:
    (tmp_path / "bourse-route.yml").write_bytes(content)
    offers, problems = read_all(tmp_path)
    assert offers == ()
    assert len(problems) == 1
    assert part in str(problems[0]) or "simplifiez" in str(problems[0])


def test_all_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    other = FICHE.replace("bourse-route", "autre").replace("status: active", "status: open")
    folder = folder_of(
        tmp_path,
        bourse_route=FICHE.replace("fees: gratuit", "fees: free").replace("days: 7", "days: x"),
        autre=other.replace("type: aide-financiere", "type: argent"),
    )
    offers, problems = read_all(folder)
    told = {(problem.path.name, problem.line) for problem in problems}
    assert told == {
        ("autre.yml", 5),
        ("autre.yml", 11),
        ("bourse-route.yml", 13),
        ("bourse-route.yml", 26),
    }
    assert offers == ()


def test_the_other_fiches_are_still_read(tmp_path: Path) -> None:
    bad = FICHE.replace("bourse-route", "autre").replace("status: active", "status: open")
    offers, problems = read_all(folder_of(tmp_path, bourse_route=FICHE, autre=bad))
    assert [offer.offer_id for offer in offers] == ["bourse-route"]
    assert len(problems) == 1


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    _, problems = read_all(folder_of(tmp_path, autre=FICHE, bourse_route=FICHE))
    told = [str(problem) for problem in problems]
    assert any("déjà dans autre.yml" in text for text in told)


def test_an_offer_may_be_replaced_by_one_of_another_file(tmp_path: Path) -> None:
    old = FICHE.replace("bourse-route", "old").replace(
        "replaced_by: []", "replaced_by: [bourse-route]"
    )
    offers = read(folder_of(tmp_path, bourse_route=FICHE, old=old))
    assert [offer.replaced_by for offer in offers] == [(), ("bourse-route",)]


def test_a_telephone_number_is_no_figure(tmp_path: Path) -> None:
    fiche = FICHE.replace("Remplissez le formulaire.", "Appelez le 39 49.")
    (offer,) = read(folder_of(tmp_path, bourse_route=fiche))
    assert offer.how_to_ask == "Appelez le 39 49."


def test_what_was_written_from_memory_needs_no_source(tmp_path: Path) -> None:
    start = FICHE.index("sources:")
    fiche = FICHE[:start].replace("confidence: verified", "confidence: memory") + "sources: []\n"
    (offer,) = read(folder_of(tmp_path, bourse_route=fiche))
    assert offer.sources == ()


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_folder_without_fiches_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BrokenOffers, match="dossier"):
        read(tmp_path / name)
