"""The restitution of a trial: its figures, everybody's words, and the paper opened again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from bot.adapters.printing.restitution import printed_restitution
from bot.services.restitution import _counted, duration, restitution
from bot.services.trial_records import Input
from tests.unit.test_picture_cards import A4_POINTS
from tests.unit.test_printed_sheet import squeezed, tag_names
from tests.unit.trial_people import FOUND, INPUTS, LATE, NOTES, PEOPLE, participant

TODAY = date(2026, 11, 28)
EMPTY = replace(FOUND, participants=(), inputs=(), tasks=(), notes=(), ideas=())


@cache
def content() -> dict[str, Any]:
    return restitution(FOUND, TODAY)


@cache
def paper() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(printed_restitution(content()))


def text_of(document: pypdfium2.PdfDocument) -> str:
    return squeezed(
        "".join(one.get_textpage().get_text_range() for one in document).replace("\ufffe", "")
    )


def figures(told: dict[str, Any]) -> dict[str, str]:
    return {one["told"]: one["figure"] for one in told["key"]}


def test_the_figures_count_what_is_known() -> None:
    assert figures(content()) == {
        "personnes sur 6 places": "5",
        "tâches faites sur 20": "12",
        "avis donnés": "13",
        "en moyenne par personne": "8\u00a0min",
        "messages en tout": "56",
        "messages non compris": "4",
    }


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "message non compris"), (1, "message non compris"), (2, "messages non compris")],
)
def test_one_is_told_in_the_singular(number: int, told: str) -> None:
    assert _counted(number, "lost") == (str(number), told)


def test_a_task_tells_how_it_ended_and_what_it_took() -> None:
    (first, second, _, last) = content()["tasks"]
    assert first["outcomes"] == {"done": 4, "blocked": 0, "skipped": 1, "left": 0}
    assert second["outcomes"]["blocked"] == 1 and second["lost"] == "4"
    assert last["outcomes"]["left"] == 1
    assert second["turns"] == "4,5", "of the four whose conversation is known"


def test_what_is_not_known_is_no_zero() -> None:
    blind = replace(FOUND, tasks=tuple(replace(one, turns=None, misunderstood=None)
                                       for one in FOUND.tasks))  # fmt: skip
    told = restitution(blind, TODAY)
    assert "messages en tout" not in figures(told)
    assert [one["turns"] for one in told["tasks"]] == [None] * 4


def test_reactions_are_counted_by_step() -> None:
    assert [(row["step"], row["counts"]) for row in content()["reactions"]] == [
        ("Tâche 1\u00a0: Commencer", {"confused": 1, "liked": 0, "wrong": 0}),
        ("Tâche 2\u00a0: Trouver des métiers", {"confused": 0, "liked": 2, "wrong": 1}),
    ]


def test_everybody_has_a_line_and_every_word_is_there() -> None:
    each = content()["each"]
    assert [one["name"] for one in each] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert each[0]["heard"] == "a donné son avis par écrit, n’a rien souhaité ajouter"
    assert each[3]["heard"] == "n’a rien souhaité ajouter"
    assert each[5]["heard"] == "place non utilisée"
    told = json.dumps(each, ensure_ascii=False)
    assert [one.words for one in INPUTS if one.words and one.words not in told] == []


def test_verbatims_are_grouped_and_chosen_answers_are_counted_instead() -> None:
    titles = [group["title"] for group in content()["verbatims"]]
    assert titles[0] == "Qu’avez-vous préféré ?" and "À garder" in titles
    (found, _) = content()["answers"]
    assert [(one["answer"], one["count"]) for one in found["counts"]] == [
        ("Oui", 1), ("Peut-être", 0), ("Non", 1),
    ]  # fmt: skip


def test_ideas_are_ranked_by_dots_and_weighed_in_a_table() -> None:
    told = content()
    assert [one["dots"] for one in told["ideas"]] == [7, 4, 1]
    assert told["matrix"][0]["cells"] == [
        ["Dire « bassin » autrement"], [], ["Vérifier les bus du dimanche"],
    ]  # fmt: skip
    assert (
        told["not_weighed"] == "Il reste à dire l’utilité et l’effort de\u00a0: Montrer une carte."
    )
    assert told["ideas"][0]["from"] == "P1, P5"
    assert [one["due"] for one in told["decisions"]] == ["15 décembre 2026"]


def test_what_was_not_heard_is_told() -> None:
    assert content()["unheard"] == [
        "P2\u00a0: Une urgence à la maison.",
        "Places non utilisées\u00a0: P6.",
        "Aucun avis, aucun mot\u00a0: P4.",
        "Conversations effacées ou absentes\u00a0: P3. Les avis donnés restent.",
        "Conversations sans accord de lecture\u00a0: P4.",
    ]
    assert content()["stories"].endswith("P1, P5.")


def test_who_took_their_words_back_is_told_so_and_not_as_silent() -> None:
    gone = replace(PEOPLE[0], is_observed=False, withdrawn_at=LATE)
    left = tuple(one for one in INPUTS if one.participant_id != "p1")
    told = restitution(replace(FOUND, participants=(gone, *PEOPLE[1:]), inputs=left), TODAY)
    assert told["unheard"][2:4] == ["Aucun avis, aucun mot\u00a0: P4.", "Mots retirés\u00a0: P1."]
    assert told["unheard"][-1] == "Conversations sans accord de lecture\u00a0: P1, P4."
    assert "lues" not in str(told["unheard"]), "whether anybody read is not known"


@pytest.mark.parametrize(
    ("kind", "words", "is_silent"),
    [
        ("nothing", None, True),
        ("liked", None, False),
        ("word", "Merci.", False),
        ("aloud", "C’est long.", False),
        ("unheard", "Parti pour son bus.", False),
    ],
)
def test_who_came_and_said_nothing_is_named(kind: str, words: str | None, is_silent: bool) -> None:
    quiet = participant(1, is_observed=True, finished_at=LATE, step="thanks")
    alone = replace(EMPTY, participants=(quiet,), linked=frozenset({"p1"}))
    silent = "Aucun avis, aucun mot\u00a0: P1."
    assert restitution(alone, TODAY)["unheard"] == [silent]
    given = Input(1, "p1", kind, "word", None, words, LATE)
    told = restitution(replace(alone, inputs=(given,)), TODAY)["unheard"]
    assert (silent in told) is is_silent


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (8, "8 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (60, "1 min"),
        (3599, "1 h 00"),
        (3900, "1 h 05"),
    ],
)
def test_a_duration_is_told_in_words(seconds: float, told: str) -> None:
    assert duration(seconds).replace("\u00a0", " ") == told


@pytest.mark.parametrize("many", [6, 9, 12])
def test_a_row_stays_whole_and_a_heading_with_what_follows_it(many: int) -> None:
    row = {**content()["decisions"][0], "who": None}
    decisions = [
        {**row, "decision": "\n".join([f"d{number}.", *"bcdefghijkl", f"f{number}."])}
        for number in range(many)
    ]
    told = {**content(), "decisions": decisions}
    paper = pypdfium2.PdfDocument(printed_restitution(told))
    pages = [one.get_textpage().get_text_range().split("\r\n") for one in paper]
    place = {line.split()[-1]: at for at, page in enumerate(pages) for line in page if line}
    assert [place[f"d{one}."] for one in range(many)] == [place[f"f{one}."] for one in range(many)]
    heads = set(told["sections"].values())
    assert [page[-1] for page in pages if page[-1] in heads] == []


def test_an_empty_trial_has_a_restitution_too() -> None:
    told = restitution(EMPTY, TODAY)
    assert told["unheard"] == ["Chaque personne venue a pu parler."]
    assert len(pypdfium2.PdfDocument(printed_restitution(told))) >= 1


def test_the_paper_holds_every_word_on_a4() -> None:
    document, text = paper(), text_of(paper())
    assert all(page.get_size() == pytest.approx(A4_POINTS, abs=0.1) for page in document)
    told = [one.words for one in (*INPUTS, *NOTES) if one.words]
    told += [one.said for one in INPUTS if one.said]
    told += [idea.title for idea in FOUND.ideas] + content()["unheard"] + content()["method"]
    assert [words for words in told if squeezed(words) not in text] == []
    assert squeezed("n’a rien souhaité ajouter") in text


def test_a_screen_reader_finds_title_headings_and_tables() -> None:
    document = paper()
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "Essai du jeudi à Voiron"
    tags = [tag for page in tags_of(document) for tag in page]
    assert tags.count("H1") == len(content()["sections"]) - 3
    assert tags.count("Table") == 5 and tags.count("TH") > 10


def tags_of(document: pypdfium2.PdfDocument) -> list[list[str]]:
    """The kinds of all parts of each page."""
    return [tag_names(document, number) for number in range(len(document))]


def test_nothing_runs_over_the_edge() -> None:
    for page in paper():
        width, height = page.get_size()
        texts = page.get_textpage()
        for at in range(texts.count_rects()):
            left, bottom, right, top = texts.get_rect(at)
            assert 30 < left < right < width - 30 and 25 < bottom < top < height - 25


def test_hostile_and_endless_words_are_set_as_text() -> None:
    words = '#panic("x") *g* $x^2$ @ref <l> // fin 😀 ' + "a" * 400
    hostile = replace(FOUND, inputs=(replace(INPUTS[0], words=words, said=words),))
    text = text_of(pypdfium2.PdfDocument(printed_restitution(restitution(hostile, TODAY))))
    assert squeezed('#panic("x") *g* $x^2$ @ref <l> // fin […]') in text
