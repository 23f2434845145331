"""A crash test on the real installation: five people, and a restitution in which all are heard."""

from __future__ import annotations

import html

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.conversations.trial_session import NOTED, SAID, Participant, Team, played
from tests.stack import Stack


@pytest.fixture(scope="module")
def team(stack: Stack) -> Team:
    return Team(stack)


@pytest.fixture(scope="module")
def trial(team: Team) -> tuple[str, list[str]]:
    return team.trial(6, "2026-11-27")


@pytest.fixture(scope="module")
def five(stack: Stack, trial: tuple[str, list[str]]) -> list[Participant]:
    return played(stack, trial[1])


@pytest.fixture(scope="module")
def path(team: Team, trial: tuple[str, list[str]], five: list[Participant]) -> str:
    """The trial once the five were there, with what the team noted."""
    path = trial[0]
    for number, kind, words in ((2, "unheard", SAID[8]), (5, "aloud", SAID[9])):
        on = f"{path}/participants/{number}"
        assert "n’a pas encore parlé" in team.http.get(on).text
        team.send(f"{on}/entendre", {"kind": kind, "words": words}, on)
    on = f"{path}/participants/1"
    note: dict[str, str | list[str]] = {"quadrant": "feels", "step": "task:1", "words": NOTED}
    team.send(f"{on}/note", note, on)
    return path


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "").split())


def test_words_are_read_of_those_who_agreed_only(team: Team, path: str) -> None:
    page = html.unescape(team.http.get(f"{path}/observer").text)
    assert "je préfère répondre à des phrases" in page
    assert "Privas" not in page, "P4 refused"
    assert "Privas" not in team.http.get(f"{path}/participants/4").text
    assert "Voiron" not in team.http.get(f"{path}/participants/3").text, "P3 erased"


def test_what_declic_did_not_understand_is_counted(team: Team, path: str) -> None:
    told = team.http.get(f"{path}/restitution.json").json()
    first = told["tasks"][0]
    assert int(first["lost"]) >= 1 and first["outcomes"]["done"] == 4
    assert any("pas compris" in one["told"] or "non compris" in one["told"] for one in told["key"])


def test_a_reaction_holds_what_declic_had_said_but_not_of_who_erased(team: Team, path: str) -> None:
    told = team.http.get(f"{path}/restitution.json").json()
    said = {line["words"]: line["said"] for group in told["verbatims"] for line in group["lines"]}
    assert said[SAID[0]] and said[SAID[7]] is None


def test_every_word_is_in_the_restitution_on_screen_and_on_paper(team: Team, path: str) -> None:
    closed = team.send(f"{path}/clore", {"oui": "1"}, path)
    assert "L’essai est terminé" in closed.text
    page = html.unescape(team.http.get(f"{path}/restitution").text)
    document = pypdfium2.PdfDocument(team.http.get(f"{path}/restitution.pdf").content)
    paper = squeezed("".join(one.get_textpage().get_text_range() for one in document))
    wanted = (*SAID, NOTED, "n’a rien souhaité ajouter", "Places non utilisées\u00a0: P6.")
    assert [one for one in wanted if one not in page] == []
    assert [one for one in wanted if squeezed(one) not in paper] == []
    assert pdfium.FPDFCatalog_IsTagged(document)


def test_the_code_says_that_it_is_over_and_one_may_still_take_back(
    five: list[Participant], team: Team, path: str
) -> None:
    page = five[0].web.get(five[0].path).text
    assert "Cet essai est terminé" in page
    five[3].post("retirer", oui="1")
    assert SAID[10] not in html.unescape(team.http.get(f"{path}/restitution").text)
