"""Protocols of trials: the bundled ones, what is refused, and what is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.protocol_files import (
    BrokenProtocol,
    ProtocolChanged,
    ProtocolShelf,
    protocol_name,
    read,
    read_bytes,
    written,
)
from bot.adapters.whole_files import text_hash
from bot.orientation.figures import sentences_of
from bot.services.trial_protocol import Protocol, Question, Task, as_json, from_json
from bot.settings import ROOT

BUNDLED = sorted((ROOT / "data" / "protocols").glob("*.yml"))
HERE = Path("essai.yml")
GOOD = """\
protocole: Court
auteur: Noa
but: Savoir.
profil: Tout le monde.
durée: 15
tâches:
  - {titre: Parler, consigne: Dites bonjour.}
questions:
  - {question: "Bien ?", réponses: ["Oui", "Non"]}
  - {question: "Pourquoi ?"}
"""


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_protocol_can_be_used_and_its_sentences_are_short(path: Path) -> None:
    protocol = read(path)
    read_aloud = [task.instruction for task in protocol.tasks]
    read_aloud += [question.text for question in protocol.questions]
    long = [s for text in read_aloud for s in sentences_of(text) if len(s.split()) > 15]
    assert long == []


def test_there_are_two_protocols_to_begin_with() -> None:
    assert [path.stem for path in BUNDLED] == ["mobilite", "premier-essai"]


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_what_is_written_is_read_again(path: Path) -> None:
    protocol = read(path)
    assert read_bytes(path, written(protocol).encode()) == protocol
    assert from_json(as_json(protocol)) == protocol


def test_a_protocol_is_read_whole() -> None:
    assert read_bytes(HERE, GOOD.encode()) == Protocol(
        "Court", "Noa", "Savoir.", "Tout le monde.", 15,
        (Task("Parler", "Dites bonjour."),),
        (Question("Bien ?", ("Oui", "Non")), Question("Pourquoi ?")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("but: Savoir.\n", "", "but : cette clé manque", id="no goal"),
        pytest.param("durée: 15", "durée: 3", "de 10 à 120 minutes", id="too short"),
        pytest.param("durée: 15", "durée: long", "n'est pas un nombre", id="no number"),
        pytest.param("auteur: Noa", "auteur: Noa\nvote: oui", "vote : cette clé", id="unknown key"),
        pytest.param('["Oui", "Non"]', '["Oui"]', "de 2 à 6 réponses", id="one answer"),
        pytest.param("consigne: Dites", "consignes: Dites", "ligne 7", id="a key misspelt"),
        pytest.param("Savoir.", "x" * 601, "601 signes", id="too long"),
        pytest.param(GOOD, "- un\n- deux\n", "doit contenir", id="a list"),
        pytest.param(GOOD, "a: &x 1\nb: *x\n", "renvois", id="an alias"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(old: str, new: str, told: str) -> None:
    with pytest.raises(BrokenProtocol) as refused:
        read_bytes(HERE, GOOD.replace(old, new).encode())
    assert told in str(refused.value)


def test_own_protocols_come_first_and_packs_are_there(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "court.yml").write_text(GOOD, encoding="utf-8")
    (pack / "cassé.yml").write_text("but: rien", encoding="utf-8")
    shelf = ProtocolShelf(tmp_path / "own", lambda: {"bretagne": pack})
    kept = shelf.add(read_bytes(HERE, GOOD.encode()))
    ids = [one.protocol_id for one in shelf.all()]
    assert ids == [kept, "declic/mobilite", "declic/premier-essai", "bretagne/court"]
    assert shelf.find("../../etc/passwd") is None


def test_protocols_of_one_title_stand_side_by_side(tmp_path: Path) -> None:
    shelf, first = ProtocolShelf(tmp_path), read_bytes(HERE, GOOD.encode())
    other = replace(first, goal="Autre chose.")
    assert shelf.add(first) == shelf.add(first), "the same text is there once"
    assert shelf.namesake(first) is None
    assert shelf.namesake(other) == shelf.find(shelf.add(first))
    assert shelf.add(other) == f"{shelf.add(first)}-2"
    assert [one.protocol for one in shelf.all() if one.source == "ici"] == [first, other]


def test_a_protocol_replaces_only_the_text_that_was_read(tmp_path: Path) -> None:
    shelf, first = ProtocolShelf(tmp_path), read_bytes(HERE, GOOD.encode())
    kept = shelf.find(shelf.add(first))
    assert kept
    was = text_hash(shelf.read(kept))
    mine, theirs = replace(first, goal="Le mien."), replace(first, goal="Le leur.")
    shelf.replace(kept.protocol_id, theirs, was)
    for protocol_id in (kept.protocol_id, "ici/absent", "declic/mobilite", "ici/../dehors"):
        with pytest.raises(ProtocolChanged):
            shelf.replace(protocol_id, mine, was)
    assert [one.protocol for one in shelf.all() if one.source == "ici"] == [theirs]


def test_many_who_keep_at_once_lose_nothing(tmp_path: Path) -> None:
    """Threads that open the lock on their own exclude each other as processes do."""
    first, many = read_bytes(HERE, GOOD.encode()), range(12)
    with ThreadPoolExecutor(12) as crowd:
        goals = [replace(first, goal=f"But {number}.") for number in many]
        ids = list(crowd.map(lambda one: ProtocolShelf(tmp_path).add(one), goals))
    assert len(set(ids)) == len(many)
    kept = {one.protocol.goal for one in ProtocolShelf(tmp_path).all() if one.source == "ici"}
    assert kept == {f"But {number}." for number in many}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Premier essai !", "premier-essai"),
        ("Élèves & Cie", "eleves-cie"),
        ("../../secret", "secret"),
        ("日本", "protocole"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_title_is_a_name_of_a_file(title: str, name: str) -> None:
    assert protocol_name(title) == name
