"""An offer that goes through the form and back: the file keeps every sign that did not change."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.offer_files import read_one
from bot.adapters.offer_text import new_text, rewritten
from bot.orientation.offer import Offer
from bot.services.editing.condition_fields import (
    ALL,
    ANY,
    FACT,
    ROOT,
    Node,
    read_node,
    with_part,
    without_part,
)
from bot.services.editing.document import document_of, document_of_offer
from bot.services.editing.fields import (
    fields_of,
    read_fields,
    typed,
    with_new_row,
    without_row,
)
from bot.settings import ROOT as HOUSE

FILES = sorted((HOUSE / "data" / "offers").glob("*.yml"))
Fields = dict[str, list[str]]


def read(path: Path, text: str) -> Offer:
    offer, problems = read_one(path, text.encode())
    assert offer is not None, problems
    return offer


def lines_changed(before: str, after: str) -> list[str]:
    """The lines of a diff without context, as git would show them."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def of(name: str) -> tuple[Path, str, Offer]:
    path = next(file for file in FILES if file.stem == name)
    text = path.read_text(encoding="utf-8")
    return path, text, read(path, text)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_offer_of_the_house_goes_through_the_form_unchanged(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    offer = read(path, text)
    former = document_of_offer(offer)
    again = document_of(read_fields(typed(fields_of(offer))))
    assert again.values == former.values and not again.changed_from(former)
    assert rewritten(text, {}) == text
    for written in (rewritten(text, former.values), new_text(former.values)):
        assert document_of_offer(read(path, written)).values == former.values


def gives(fields: Fields) -> None:
    fields["gives"] = ["Une part du prix du permis : « la leçon », par exemple."]


def expires(fields: Fields) -> None:
    fields["expires"], fields["verified_on"] = ["2027-06-30"], ["2026-11-27"]


def amount(fields: Fields) -> None:
    fields["amounts-1-value"] = ["250,5"]


def source(fields: Fields) -> None:
    fields.update(with_new_row(fields, "sources"))
    fields.update({"sources-4-where": ["la Région"], "sources-4-read_on": ["2026-11-27"]})


def condition(fields: Fields) -> None:
    root = read_node(typed(fields).one, typed(fields).all, ROOT)
    added = with_part(root, ROOT, Node(FACT, fact="registered_jobseeker", is_denied=True))
    fields.update(added.fields(ROOT))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            gives,
            [
                "-gives: Une somme fixe pour payer une partie des leçons de conduite. Elle "
                "s'ajoute à l'aide du Pass'Région.",
                '+gives: "Une part du prix du permis : « la leçon », par exemple."',
            ],
        ),
        (
            expires,
            [
                "-verified_on: null",
                "-expires: 2026-11-22",
                "+verified_on: 2026-11-27",
                "+expires: 2027-06-30",
            ],
        ),
        (
            amount,
            [
                "-  - {what: aide au permis, value: 200, unit: EUR, valid_from: 2024-06-12, "
                "valid_until: null}",
                "+  - {what: aide au permis, value: 250.5, unit: EUR, valid_from: 2024-06-12, "
                "valid_until: null}",
            ],
        ),
        (source, ["+  - {where: la Région, read_on: 2026-11-27, dated: null}"]),
        (condition, ["+    - not: {fact: registered_jobseeker}"]),
    ],
    ids=["a text", "two days", "an amount", "one source more", "one condition more"],
)
def test_only_the_lines_of_what_changed_are_written(
    change: Callable[[Fields], None], expected: list[str]
) -> None:
    path, text, offer = of("aura-permis-200")
    fields = fields_of(offer)
    change(fields)
    written = rewritten(text, document_of(fields).changed_from(document_of_offer(offer)))
    assert lines_changed(text, written) == expected
    assert "# the sources disagree: 17 or 18" in written
    assert document_of_offer(read(path, written)).values == document_of(fields).values


def test_a_list_of_texts_in_several_lines_stays_so() -> None:
    path, text, offer = of("ft-mobilite-recherche")
    fields = fields_of(offer)
    fields["steps"] = [fields["steps"][0] + "\nGardez vos billets."]
    written = rewritten(text, document_of(fields).changed_from(document_of_offer(offer)))
    assert lines_changed(text, written) == ["+  - Gardez vos billets."]
    assert read(path, written).steps == (*(offer.steps or ()), "Gardez vos billets.")


def test_conditions_deep_inside_keep_the_lines_and_comments_of_their_neighbours() -> None:
    path, text, offer = of("iae")
    fields = fields_of(offer)
    root = read_node(typed(fields).one, typed(fields).all, ROOT)
    fields.update(with_part(root, "c-6", Node(FACT, fact="age", least="26")).fields(ROOT))
    written = rewritten(text, document_of(fields).changed_from(document_of_offer(offer)))
    changed = lines_changed(text, written)
    assert "+        - {fact: age, at_least: 26}" in changed and len(changed) <= 3
    assert "    - {fact: iae_other_criteria, at_least: 2}" in written
    assert document_of_offer(read(path, written)).values == document_of(fields).values


HOSTILE = (
    "null",
    "true",
    "12",
    "2026-11-22",
    "~",
    "- un",
    "a: b",
    "clé : valeur",
    "# commentaire",
    "un # deux",
    "&ancre",
    "*ancre",
    "!!python/object:os.system",
    "{{ 7*7 }}",
    "[liste",
    "{clé",
    'des "guillemets" et \\ une barre',
    "l'apostrophe",
    "'",
    "@a `b` %c |d >e",
    "une\u2028ligne\u0085coupée\x7f",
    "\ufeffmarque",
    "<script>alert(1)</script>",
    "😀 emoji, virgule",
    "nlu:",
    "fin:",
    "? question",
    "…",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_read_back_as_it_was_typed(text: str) -> None:
    path, former, offer = of("aura-permis-200")
    fields = fields_of(offer)
    fields |= {"contact": [text], "papers": [text], "amounts-1-what": [text]}
    written = rewritten(former, document_of(fields).changed_from(document_of_offer(offer)))
    again = read(path, written)
    expected = text.strip()
    assert (again.contact, again.amounts[0].what, again.papers) == (expected, expected, (expected,))
    assert replace(again, contact=None, papers=None, amounts=offer.amounts) == replace(
        offer, contact=None, papers=None
    )


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=60))
def test_no_text_breaks_a_file(text: str) -> None:
    path, former, offer = of("aura-permis-200")
    fields = fields_of(offer)
    fields |= {"contact": [text], "nicknames": [f"{text}\nautre nom"]}
    document = document_of(fields)
    written = rewritten(former, document.changed_from(document_of_offer(offer)))
    again, problems = read_one(path, written.encode())
    if again is not None:
        assert document_of_offer(again).values == document.values
    else:
        assert {problem.key.partition("[")[0] for problem in problems} <= {"contact", "nicknames"}


def test_rows_and_parts_are_added_and_taken_away_by_their_number() -> None:
    _, _, offer = of("cej")
    fields = fields_of(offer)
    assert document_of(without_row(fields, "amounts", 2)).values["amounts"] == [
        row
        for at, row in enumerate(document_of(fields).values["amounts"], 1)
        if at != 2  # type: ignore[arg-type]
    ]
    tree = Node(ALL, (Node(FACT, fact="working"), Node(ANY, (Node(FACT, fact="age"),))))
    assert without_part(tree, "c-2-1") == Node(ALL, (tree.parts[0], Node(ANY)))
    assert without_part(tree, "c-1") == Node(ALL, tree.parts[1:])
    assert without_part(tree, "c") == Node("none")
    assert without_part(tree, "c-9-1") == tree
    grown = with_part(Node("none"), "c", Node(FACT))
    assert grown == Node(ALL, (Node(FACT),))
