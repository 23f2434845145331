"""Stories are read with all their faults, each at its line, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replay.reading import read_stories
from bot.replay.story import (
    Depending,
    KeptCheck,
    Menu,
    Pick,
    Press,
    RowsCheck,
    Say,
    Step,
    TextCheck,
    Tick,
)

HEAD = "histoire: Essai\nauteur: test\ndate: 2026-11-27\nétapes:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("personas", "fragments"):
        (tmp_path / name).mkdir()
    return tmp_path


def read(folder: Path, steps: str, head: str = HEAD) -> tuple[tuple[Step, ...], list[str]]:
    (folder / "story.yml").write_text(head + steps, encoding="utf-8")
    stories, problems = read_stories([folder / "story.yml"])
    told = [str(problem).removeprefix(f"{folder}/") for problem in problems]
    return (stories[0].steps if stories else ()), told


@pytest.mark.parametrize(
    ("written", "saying"),
    [
        pytest.param("oui d'accord", Say("oui d'accord"), id="words"),
        pytest.param("45", Say("45"), id="a number is words"),
        pytest.param('""', Say(""), id="nothing"),
        pytest.param("{bouton: Passer}", Press("Passer"), id="a button"),
        pytest.param("{bouton: 2}", Press(2), id="the second button"),
        pytest.param("{bouton: '38300'}", Press("38300"), id="a button that is a postcode"),
        pytest.param("{cocher: [La nuit, Le bruit]}", Tick(("La nuit", "Le bruit")), id="ticks"),
        pytest.param("{cocher: []}", Tick(), id="no tick"),
        pytest.param("{cocher: premier}", Tick(word="premier"), id="the first tick"),
        pytest.param("{images: [7, 12, 23]}", Pick((7, 12, 23)), id="pictures"),
        pytest.param("{menu: retour}", Menu("go_back"), id="the menu"),
    ],
)
def test_what_is_said_is_read(folder: Path, written: str, saying: object) -> None:
    steps, problems = read(folder, f"  - Candidat: {written}\n")
    assert problems == [] and steps[0].saying == saying


def test_what_is_checked_is_read(folder: Path) -> None:
    steps, problems = read(
        folder,
        '  - Déclic: ["un", {parmi: [deux, trois]}, {sans: [quatre, cinq]}]\n'
        "    Retenu: {max_minutes: 45, insee_code: null}\n"
        "    En base: {events: [{type_name: user, nombre: 2, contient: mots}], web_turns: 0}\n",
    )
    assert problems == []
    texts = [(c.how, c.texts) for c in steps[0].checks if isinstance(c, TextCheck)]
    assert texts == [
        ("contient", ("un",)),
        ("parmi", ("deux", "trois")),
        ("sans", ("quatre",)),
        ("sans", ("cinq",)),
    ]
    kept = [(c.name, c.expected) for c in steps[0].checks if isinstance(c, KeptCheck)]
    assert kept == [("max_minutes", "45"), ("insee_code", None)]
    rows = [c for c in steps[0].checks if isinstance(c, RowsCheck)]
    assert [(r.table, r.count, r.fields, r.words) for r in rows] == [
        ("events", 2, {"type_name": "user"}, "mots"),
        ("web_turns", 0, {}, None),
    ]


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        pytest.param("  - Candidate: oui\n", "vouliez-vous dire « Candidat »", id="a key"),
        pytest.param("  - Candidat: {buton: Oui}\n", "vouliez-vous dire « bouton »", id="a way"),
        pytest.param("  - Candidat:\n", "écrivez ici un texte", id="nothing without quotes"),
        pytest.param("  - oui\n", "une suite de « clé: valeur »", id="a step that is words"),
        pytest.param(
            "  - {Candidat: oui, Conseiller: non}\n", "coupez-la en deux", id="two people at once"
        ),
        pytest.param("  - Retenu: {licance: yes}\n", "vouliez-vous dire « licence »", id="a slot"),
        pytest.param("  - Répondre jusqu’à: permis\n", "« permis » n'existe pas", id="a question"),
        pytest.param("  - En base: {event: 1}\n", "vouliez-vous dire « events »", id="a table"),
        pytest.param("  - En base: {events: x}\n", "n'est pas un nombre", id="a count"),
        pytest.param("  - Déclic: {motif: '('}\n", "ce motif ne peut pas être lu", id="a pattern"),
        pytest.param("  - Candidat: {menu: sortir}\n", "« sortir » n'existe pas", id="the menu"),
        pytest.param("  - Fragment: départ\n", "aucun fichier fragments/départ.yml", id="no file"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_write(
    folder: Path, steps: str, problem: str
) -> None:
    _, problems = read(folder, steps)
    assert len(problems) == 1
    assert problems[0].startswith("story.yml, ligne 5") and problem in problems[0]


def test_all_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    (folder / "other.yml").write_text("histoire: Sans étapes\n", encoding="utf-8")
    (folder / "story.yml").write_text(
        f"{HEAD}  - Candidate: x\n  - Retenu: {{a: 1}}\n", encoding="utf-8"
    )
    _, problems = read_stories([folder])
    lines = [(problem.path.name, problem.line) for problem in problems]
    assert lines == [("other.yml", 1)] * 3 + [("story.yml", 5), ("story.yml", 6)]


def test_two_stories_of_the_same_name_are_refused(folder: Path) -> None:
    (folder / "lieux").mkdir()
    for path in (folder / "story.yml", folder / "lieux" / "story.yml"):
        path.write_text(f"{HEAD}  - Candidat: x\n", encoding="utf-8")
    _, problems = read_stories([folder])
    assert len(problems) == 1 and "ce nom de fichier est aussi celui de" in str(problems[0])


FRAGMENT = "fragment: Saluer\nparamètres: [nom]\nétapes:\n  - Candidat: je suis <nom>\n"


def test_a_fragment_stands_for_its_steps(folder: Path) -> None:
    (folder / "fragments" / "salut.yml").write_text(FRAGMENT, encoding="utf-8")
    steps, problems = read(folder, "  - Fragment: salut\n    avec: {nom: Zoé}\n    Déclic: Zoé\n")
    assert problems == []
    assert steps[0].saying == Say("je suis Zoé") and steps[0].place.path.name == "salut.yml"
    assert steps[1].saying is None and len(steps[1].checks) == 1


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        pytest.param("  - Fragment: salut\n", "demande le paramètre nom", id="missing"),
        pytest.param(
            "  - Fragment: salut\n    avec: Zoé\n", "« paramètre: valeur »", id="a value alone"
        ),
        pytest.param(
            "  - Fragment: salut\n    avec: {nom: x, nomm: y}\n",
            "vouliez-vous dire « nom »",
            id="unknown",
        ),
        pytest.param(
            "  - Candidat: x\n    avec: {nom: x}\n", "cette clé « avec »", id="without a fragment"
        ),
    ],
)
def test_the_parameters_of_a_fragment_are_checked(folder: Path, steps: str, problem: str) -> None:
    (folder / "fragments" / "salut.yml").write_text(FRAGMENT, encoding="utf-8")
    _, problems = read(folder, steps)
    assert problem in problems[0]


def test_a_fragment_that_calls_itself_is_refused(folder: Path) -> None:
    (folder / "fragments" / "rond.yml").write_text(
        "fragment: Rond\nétapes:\n  - Fragment: rond\n", encoding="utf-8"
    )
    _, problems = read(folder, "  - Fragment: rond\n")
    assert any("trop de fragments" in problem for problem in problems)


BASE = """persona: base
présentation: Quelqu’un
réponses:
  licence: {bouton: Oui}
  statement: {selon: [aider], oui: {bouton: Oui}, non: non}
à défaut: [Passer]
"""


def test_a_persona_answers_like_another_and_in_its_own_way(folder: Path) -> None:
    (folder / "personas" / "base.yml").write_text(BASE, encoding="utf-8")
    (folder / "personas" / "zoe.yml").write_text(
        "persona: zoé\ncomme: base\nprésentation: Zoé\nréponses:\n  licence: [non, oui]\n",
        encoding="utf-8",
    )
    (folder / "story.yml").write_text(
        f"persona: zoe\n{HEAD}  - Répondre jusqu’à: fin\n", encoding="utf-8"
    )
    stories, problems = read_stories([folder])
    assert problems == []
    persona = stories[0].persona
    assert persona and persona.otherwise == ("Passer",)
    assert persona.answers["licence"] == (Say("non"), Say("oui"))
    assert persona.answers["statement"] == (Depending(("aider",), Press("Oui"), Say("non")),)


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        pytest.param("  licance: oui\n", "vouliez-vous dire « licence »", id="a question"),
        pytest.param("  licence: {persona: vehicle}\n", "ne peut pas répondre", id="endless"),
        pytest.param("  licence: {selon: [a], oui: b}\n", "cette clé manque", id="half"),
    ],
)
def test_a_fault_of_a_persona_is_told_once(folder: Path, answers: str, problem: str) -> None:
    head = "persona: zoé\nprésentation: Zoé\nréponses:\n"
    (folder / "personas" / "zoe.yml").write_text(head + answers, encoding="utf-8")
    for name in ("one.yml", "two.yml"):
        (folder / name).write_text(f"persona: zoe\n{HEAD}  - Candidat: x\n", encoding="utf-8")
    _, problems = read_stories([folder])
    assert [(p.path.name, p.line) for p in problems] == [("zoe.yml", 4)]
    assert problem in str(problems[0])
