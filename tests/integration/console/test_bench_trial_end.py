"""The end of a crash test: who was heard, what stays, and five people in the restitution."""

from __future__ import annotations

import json
from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trial_tables import (
    TABLES,
    trial_conversations,
    trial_inputs,
    trial_moments,
    trials,
)
from bot.web.tokens import now
from tests.integration.console.conftest import Chair
from tests.integration.console.trial_phone import (
    Fields,
    Phone,
    Sit,
    close,
    opened,
    rows,
    squeezed,
)


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("tester")


def test_a_trial_closes_once_each_who_came_was_heard(chair: Chair, web: TestClient) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.react("liked")
    answer = close(chair, path)
    assert answer.status_code == 409 and "Qui n’a pas encore parlé" in answer.text
    one = f"{path}/participants/1"
    noted: Fields = {"kind": "unheard", "words": "Parti pour son bus."}
    chair.post(f"{one}/entendre", noted, on=one)
    assert "L’essai est terminé" in close(chair, path).text
    assert "Cet essai est terminé" in phone.page()
    assert "P1\u00a0: Parti pour son bus." in chair.get(f"{path}/restitution").text
    phone.react("wrong")
    assert "C’est faux" not in chair.get(one).text, "nothing is said after the end"


def test_words_can_be_taken_back_also_after_the_end(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.react("liked", "à reprendre")
    close(chair, path)
    assert "à reprendre" in chair.get(f"{path}/restitution").text
    assert "Vos mots sont effacés" in phone.take_back().text
    assert rows(engine, trial_inputs) == []
    report = chair.get(f"{path}/restitution").text
    assert "à reprendre" not in report and "a retiré ses mots" in report


def test_who_takes_their_words_back_is_read_no_more(chair: Chair, web: TestClient) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter(observer="1", histoire="1")
    phone.say("Bourgoin")
    one = f"{path}/participants/1"
    before = chair.get(one).text
    assert "Bourgoin" in before and "En faire une histoire" in before
    phone.take_back()
    after = chair.get(one).text
    assert "Bourgoin" not in after and "En faire une histoire" not in after
    assert "Bourgoin" not in chair.get(f"{path}/observer").text


def test_erasing_the_conversation_takes_the_tie_and_what_declic_said_not_the_words(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter(observer="1", histoire="1")
    phone.say("Bourgoin")
    phone.react("wrong", "faux")
    assert phone.web.delete("/api/session", headers=phone.headers).status_code == 204
    assert rows(engine, trial_conversations) == rows(engine, trial_moments) == []
    assert [row.words for row in rows(engine, trial_inputs)] == ["faux"]
    page = chair.get(f"{path}/participants/1").text
    assert "faux" in page and "elle a été effacée" in page
    assert "effacées ou absentes\u00a0: P1" in chair.get(f"{path}/restitution").text


def test_a_conversation_whose_time_is_over_leaves_the_answer_without_its_tie(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.react("wrong", "faux")
    (link,) = rows(engine, trial_conversations)
    store = SessionStore(engine)
    store.detach_told(link.conversation_id)
    store.erase(link.conversation_id)
    (moment,) = rows(engine, trial_moments)
    assert moment.conversation_id is None and moment.said
    assert rows(engine, trial_conversations) == []


def test_a_trial_is_deleted_whole_a_year_after_its_day(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    Phone.at(web, codes[0]).enter().react("liked", "mot")
    store = RightsStore(engine)
    store.erase_told_before(now() - timedelta(days=365))
    assert rows(engine, trials)
    store.erase_told_before(now() + timedelta(days=1))
    assert [rows(engine, table) for table in TABLES] == [[]] * len(TABLES)


def test_five_people_one_vanishes_one_erases_one_is_private_and_all_are_in_the_restitution(
    chair: Chair, web: TestClient
) -> None:
    path, codes = opened(chair)
    first = Phone.at(web, codes[0]).enter(observer="1", histoire="1")
    first.say("Bourgoin")
    first.react("confused", "je ne sais pas ce qu’est un bassin")
    first.do_tasks()
    first.post("questions", **{"question-0": "Oui", "question-2": "les images <b>en couleur</b>"})
    first.post("avis", keep="le ton", improve="la longueur", start="une carte", stop="les sigles")
    first.post("mot", mots="merci à vous")
    vanished = Phone.at(web, codes[1]).enter(observer="1")
    vanished.react("liked")
    erased = Phone.at(web, codes[2]).enter(observer="1")
    erased.react("wrong", "ce bus n’existe plus")
    erased.web.delete("/api/session", headers=erased.headers)
    erased.leave()
    erased.post("mot")
    private = Phone.at(web, codes[3]).enter().do_tasks("skipped")
    private.post("questions")
    private.post("avis")
    private.post("mot")
    aloud = Phone.at(web, codes[4]).enter().do_tasks("blocked", 2)
    assert aloud.page()
    for number, kind, words in (
        (2, "unheard", "Parti sans rien dire."),
        (5, "aloud", "J’ai eu peur de me tromper."),
    ):
        on = f"{path}/participants/{number}"
        chair.post(f"{on}/entendre", {"kind": kind, "words": words}, on=on)
    on = f"{path}/participants/1"
    note: Fields = {"quadrant": "feels", "step": "task:1", "words": "Soulagement aux métiers."}
    chair.post(f"{on}/note", note, on=on)
    assert "L’essai est terminé" in close(chair, path).text
    said = (
        "je ne sais pas ce qu’est un bassin", "les images <b>en couleur</b>", "le ton",
        "la longueur", "une carte", "les sigles", "merci à vous", "ce bus n’existe plus",
        "Parti sans rien dire.", "J’ai eu peur de me tromper.", "Soulagement aux métiers.",
        "n’a rien souhaité ajouter", "n’a pas pu répondre", "Aucun avis, aucun mot\u00a0: P4.",
        "Conversations sans accord de lecture\u00a0: P4, P5.",
    )  # fmt: skip
    page = chair.get(f"{path}/restitution").text
    for words in said:
        assert words.replace("<", "&lt;").replace(">", "&gt;") in page
    pdf = chair.get(f"{path}/restitution.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    printed = squeezed("".join(one.get_textpage().get_text_range()
                               for one in pypdfium2.PdfDocument(pdf.content)))  # fmt: skip
    assert [words for words in said if squeezed(words) not in printed] == []
    told = json.loads(chair.get(f"{path}/restitution.json").text)
    assert [one["name"] for one in told["each"]] == ["P1", "P2", "P3", "P4", "P5"]
    table = chair.get(f"{path}/restitution.csv").text
    assert "P3;Tâche 1" in table and "ce bus n’existe plus" in table


def test_hostile_words_are_text_everywhere(chair: Chair, web: TestClient) -> None:
    path, codes = opened(chair)
    hostile = '=cmd <script>alert(1)</script>{{ 7*7 }} #panic("x") $x^2$'
    phone = Phone.at(web, codes[0]).enter(observer="1")
    phone.react("wrong", hostile)
    pages = [chair.get(f"{path}{part}").text
             for part in ("/observer", "/participants/1", "/idees", "/restitution")]  # fmt: skip
    for page in (*pages, phone.web.get(f"{phone.path}/moi").text):
        assert "<script>alert" not in page and "{{ 7*7 }}" in page
    assert "'=cmd" in chair.get(f"{path}/restitution.csv").text
    assert chair.get(f"{path}/restitution.pdf").content.startswith(b"%PDF")
