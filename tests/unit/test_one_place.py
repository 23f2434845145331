"""What the bot says stands in the domain, the phrases and the contents; the code names it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.orientation.phrases import PHRASES, say, say_count
from bot.settings import ROOT

ZONES = ("bot/orientation", "bot/services", "bot/web", "bot/rasa_process", "actions")
FILES = [
    path
    for zone in ZONES
    for path in sorted((ROOT / zone).rglob("*.py"))
    if "phrases" not in path.parts
]
CONTENTS = {
    "circumstances": "the facts that offers ask for, with their questions",
    "export": "keys of the file of all that is kept of a person",
    "kept_words": "names of what is kept of a person",
    "statements": "the statements on tastes",
    "taste_topics": "names of tastes, as they are quoted back",
    "vocabulary": "labels of national codes",
}
NAMES = {
    "administrative_areas", "borders", "departments", "everyday_names", "islands", "relief",
    "waters",
}  # fmt: skip
"""Proper names of places and jobs."""
READ = {
    "address_text", "common_answers", "durations", "help_words", "job_surroundings", "list_answers",
    "near_words", "offer_words", "opinions", "picture_words", "place_words", "polarity",
    "readability", "sayings", "spelling_words", "title_words", "told_clauses", "vehicle_words",
    "wishes", "wording",
}  # fmt: skip
"""Words that people type, to be read."""
TOLD_TO_EDITORS = {"content_check", "deck_check", "editor_words", "offer_check", "story_check"}
TOLD_TO_TESTERS = {
    "pack_differences",
    "pack_words",
    "run_forms",
    "scene_words",
    "tabs",
    "trial_protocol",
}
KEYS = {"garde d'enfants"}
"""Subjects as people type them, by which offers are found."""

_LETTER = "[a-zàâçéèêëîïôöùûüœæA-ZÀÂÇÉÈÊËÎÏÔÖÙÛÜŒÆ]"
_SEVERAL_WORDS = re.compile(rf"^[\s«•–·]*(?:{_LETTER}|\d)[^\n]*[ \u00a0'’]{_LETTER}{{2,}}")
_FRENCH = re.compile(
    r"(?:^|[\s'’«(])(?:le|la|les|un|une|des|du|de|et|ou|est|sont|pas|plus|pour|avec|sans|sur|dans|"
    r"votre|vos|vous|je|ce|cette|que|qui|au|aux|en|[ldnjqsmc]['’]\w+|[^\W\d_]*[àâçéèêîôùû]"
    r"[^\W\d_]*)(?:$|[\s.,;:!?»)])",
    re.IGNORECASE,
)
_PATTERN = re.compile(r"\\[wbds]|\(\?|\[\^?|[|*+]|\)\?")
_NOT_SHOWN = {"phrases", "compile", "debug", "info", "warning", "error"}


def french_in(source: str) -> list[str]:
    """Strings of several French words that are no docstring, pattern, log or error."""
    tree = ast.parse(source)
    apart = {id(node) for node in _apart(tree)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
        if not _PATTERN.search(node.value) and not node.value.startswith("/")
        if _SEVERAL_WORDS.match(node.value) and _FRENCH.search(node.value)
    ]


def _apart(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        called = getattr(node, "func", None)
        name = getattr(called, "id", None) or getattr(called, "attr", None)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.Raise) or name in _NOT_SHOWN:
            yield from ast.walk(node)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_french_that_is_shown_stands_in_the_code(path: Path) -> None:
    """Put it in bot/orientation/phrases/ or in domain.yml, and name its code here."""
    if path.stem in {*CONTENTS, *NAMES, *READ, *TOLD_TO_EDITORS, *TOLD_TO_TESTERS}:
        return
    assert [text for text in french_in(path.read_text(encoding="utf-8")) if text not in KEYS] == []


def test_what_is_let_through_is_there_and_needs_it() -> None:
    allowed = {*CONTENTS, *NAMES, *READ, *TOLD_TO_EDITORS, *TOLD_TO_TESTERS}
    french = {path.stem for path in FILES if french_in(path.read_text(encoding="utf-8"))}
    assert allowed - french == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('say("Le trajet est trop long.")', ["Le trajet est trop long."]),
        ('text = f"Environ {x} minutes de trajet"', [" minutes de trajet"]),
        ('"""Une phrase de documentation."""', []),
        ('raise ValueError("Le fichier est vide.")', []),
        ('X = phrases("je suis (?:la|le)")', []),
        ('say("reason.licence_needed")', []),
        ('{"type": "cards", "title": "Oui"}', []),
    ],
)
def test_french_is_told_from_code(source: str, found: list[str]) -> None:
    assert french_in(source) == found


def codes_named() -> tuple[set[str], list[re.Pattern[str]]]:
    """Codes written in the code, and patterns of those that are put together there."""
    plain: set[str] = set()
    made: list[re.Pattern[str]] = []
    topics = "|".join(sorted({code.partition(".")[0] for code in PHRASES}))
    begins = re.compile(rf"(?:{topics})\.")
    for path in [*FILES, *(ROOT / "bot").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if begins.match(node.value):
                    plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]*"
                    for part in node.values
                ]
                if begins.match("".join(parts).replace("\\", "")):
                    made.append(re.compile("".join(parts)))
    return plain, made


def test_every_phrase_is_said_and_every_code_that_is_said_has_its_phrase() -> None:
    plain, made = codes_named()
    for code in PHRASES:
        base = re.sub(r"\.(?:one|many|all)$", "", code)
        is_named = {code, base} & plain or any(p.fullmatch(code) or p.fullmatch(base) for p in made)
        assert is_named, f"{code} is never said"
    counted = {code.rpartition(".")[0] for code in PHRASES if code.endswith((".one", ".many"))}
    assert codes_asked() - PHRASES.keys() - counted == set()


def codes_asked() -> set[str]:
    """Codes given whole to the functions that say them."""
    return {
        node.args[0].value
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("say", "say_count", "words")
        if node.args and isinstance(node.args[0], ast.Constant) and "." in str(node.args[0].value)
    }


def test_the_words_of_a_code_are_filled_in_the_way_that_is_asked() -> None:
    facts = {"minutes": 40, "mode": "à vélo"}
    assert say("reason.too_far", **facts).startswith("Environ 40 minutes à vélo")
    assert say("reason.too_far", easy=True, **facts).count("\n") == 1
    assert say_count("lever.jobs_gained", 1) == "1 métier de plus"
    assert say_count("lever.jobs_gained", 2, easy=True) == "2 métiers de plus"
    with pytest.raises(KeyError):
        say("reason.nothing_such")
