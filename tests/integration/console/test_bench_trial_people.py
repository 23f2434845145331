"""A crash test for its participants: from the welcome to the thanks, and what they take back."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.trial_tables import (
    trial_conversations,
    trial_inputs,
    trial_moments,
)
from bot.web.limits import Limits
from tests.integration.console.conftest import Chair
from tests.integration.console.trial_phone import (
    Phone,
    Sit,
    opened,
    rows,
)


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("tester")


def test_the_welcome_tells_what_is_kept_and_has_an_easy_way(chair: Chair, web: TestClient) -> None:
    _, codes = opened(chair)
    usual = web.get(f"/essai/{codes[0]}").text
    assert "Vos avis sont gardés un an" in usual and "P1" in usual
    assert "30 minutes" in usual and "refuser" in usual
    easy = web.get(f"/essai/{codes[0]}?facile=1").text
    assert "Vos avis sont gardés un an.\nVotre nom n’est pas gardé." in easy
    assert web.get(f"/essai?code={codes[0].lower()}").url.path == f"/essai/{codes[0]}"


def test_what_cannot_be_a_code_is_told_where_it_was_typed(web: TestClient) -> None:
    told = web.get("/essai?code=AAAA-BBBB")
    assert told.status_code == 404 and "Ce code ne marche pas" in told.text


def test_a_participant_goes_from_the_tasks_to_the_thanks(chair: Chair, web: TestClient) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter(observer="1")
    assert "Tâche 1 sur 4" in phone.page() and "<declic-chat>" in phone.page()
    phone.post("tache", tache="task:0", fin="done")
    phone.post("tache", tache="task:0", fin="done")
    assert "Tâche 2 sur 4" in phone.page(), "a form sent twice does not skip a task"
    assert "Tâche 2 sur 4" in phone.page(), "a reload changes nothing"
    phone.do_tasks()
    assert "Quelques questions" in phone.page()
    phone.post("questions", **{"question-0": "Oui", "question-2": "Les images"})
    phone.post("avis", keep="Les images", improve="Le temps")
    assert "Voulez-vous ajouter quelque chose" in phone.page()
    phone.post("mot", mots="Bravo")
    assert "Vos mots seront lus" in phone.page()
    mine = phone.web.get(f"{phone.path}/moi").text
    assert all(word in mine for word in ("Les images", "Le temps", "Bravo"))


def test_leaving_passes_through_the_chance_to_speak(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.post("arreter")
    assert "Voulez-vous ajouter quelque chose" in phone.page()
    assert "n’a pas encore parlé" in chair.get(path).text
    phone.post("mot")
    assert "n’a rien souhaité ajouter" in chair.get(path).text
    assert [row.kind for row in rows(engine, trial_inputs)] == ["nothing"]


def test_words_of_a_page_that_is_sent_again_are_not_lost(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter().do_tasks("skipped")
    phone.post("questions")
    phone.post("avis", keep="un")
    phone.post("avis", keep="un", stop="deux")
    assert [row.words for row in rows(engine, trial_inputs)] == ["un", "deux"]


def test_a_reaction_is_tied_to_the_answer_that_it_is_about(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.say("Bourgoin")
    assert phone.react("wrong", "ce n'est pas ma ville").status_code == 200
    phone.react("liked", joined=False)
    (wrong, liked) = rows(engine, trial_moments)
    assert wrong.turn == liked.turn == 2 and wrong.said and liked.said is None
    page = chair.get(f"{path}/observer").text
    assert "ce n&#39;est pas ma ville" in page and "C’est faux" in page
    assert phone.react("autre").status_code == 422


def test_a_place_is_taken_once_until_the_team_frees_it(chair: Chair, web: TestClient) -> None:
    path, codes = opened(chair)
    Phone.at(web, codes[0]).enter()
    other = Phone.at(web, codes[0])
    assert "Cette place est prise" in other.page()
    assert other.web.post(other.path).status_code == 409
    assert other.react("liked").status_code == 409
    assert "Cette place est prise" in other.web.get(f"{other.path}/moi").text
    one = f"{path}/participants/1"
    assert "La place est libre" in chair.post(f"{one}/liberer", on=one).text
    other.enter()
    assert "Tâche 1" in other.page()


@pytest.mark.parametrize("code", ["CCCCCC", "x", "K7R-M4X-TPQ", "é" * 6])
def test_a_wrong_code_opens_nothing(web: TestClient, engine: Engine, code: str) -> None:
    for answer in (web.get(f"/essai/{code}"), web.post(f"/essai/{code}")):
        assert answer.status_code == 404 and "carton" in answer.text
    assert rows(engine, trial_conversations) == []


def test_codes_are_not_guessed_for_long(engine: Engine, chair: Chair) -> None:
    burst = int(Limits().guesses.burst)
    tried = [chair.web.get("/essai/CCCCCC").status_code for _ in range(burst + 1)]
    assert tried == [404] * burst + [429]


def test_what_is_too_long_or_too_much_is_refused(chair: Chair, web: TestClient) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    assert phone.react("liked", "x" * 2001).status_code == 422
    for number in range(200):
        phone.react("liked", str(number), joined=False)
    assert phone.react("liked", "encore").status_code == 429
