"""A crash test for its participants: from the welcome to the thanks, and what they take back."""

from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.trial_tables import (
    trial_conversations,
    trial_inputs,
    trial_moments,
    trial_notes,
    trial_participants,
)
from bot.web.limits import Limits
from tests.integration.console.conftest import Chair
from tests.integration.console.trial_phone import (
    Fields,
    Phone,
    Sit,
    close,
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
    phone.leave()
    assert "Voulez-vous ajouter quelque chose" in phone.page()
    assert "n’a pas encore parlé" in chair.get(path).text
    phone.post("mot")
    assert "n’a rien souhaité ajouter" in chair.get(path).text
    assert [row.kind for row in rows(engine, trial_inputs)] == ["nothing"]


def test_stopping_is_asked_once_and_what_is_typed_is_kept(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter().do_tasks("skipped")
    answers = {"question-0": "Oui", "question-2": "Les images", "page": "questions"}
    asked = phone.post("arreter", **answers).text
    assert "Arrêter l’essai\u202f?" in asked and "déjà écrit est gardé" in asked
    page = phone.page()
    assert "Quelques questions" in page, "one press does not stop"
    assert "Les images</textarea>" in page and 'value="Oui" checked' in page
    phone.post("questions", **{"question-0": "Oui", "question-2": "Les images, surtout"})
    assert [row.words for row in rows(engine, trial_inputs)] == ["Oui", "Les images, surtout"]
    phone.post("arreter", keep="le ton", page="sheet", oui="1")
    assert "Voulez-vous ajouter quelque chose" in phone.page()
    assert rows(engine, trial_inputs)[-1].words == "le ton"


def test_words_that_one_erases_before_going_on_are_not_kept(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter().do_tasks("skipped")
    phone.post("questions")
    phone.post("arreter", keep="le ton", stop="les sigles", page="sheet")
    phone.post("avis", stop="les sigles")
    assert [row.words for row in rows(engine, trial_inputs)] == ["les sigles"]


def test_a_reaction_that_is_typed_goes_with_the_end_of_the_task(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.post("tache", tache="task:0", fin="done", avis="liked", mots="Les images")
    phone.post("tache", tache="task:1", fin="done", avis="liked", mots="")
    phone.post("arreter", avis="wrong", mots="Le bus")
    told = [(row.kind, row.words, row.step) for row in rows(engine, trial_inputs)]
    assert told == [("liked", "Les images", "task:0"), ("wrong", "Le bus", "task:2")]
    assert "Tâche 3 sur 4" in phone.page()


def test_words_beside_nothing_to_add_are_neither_sent_nor_lost(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.leave()
    answer = phone.post("mot", mots="Merci", rien="1")
    assert answer.status_code == 422 and "Merci</textarea>" in answer.text
    assert rows(engine, trial_inputs) == []
    phone.post("mot", mots="", rien="1")
    assert [row.kind for row in rows(engine, trial_inputs)] == ["nothing"]


def test_words_are_taken_back_only_once_it_was_asked(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    _, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.react("liked", "mot")
    assert "Retirer tous vos mots\u202f?" in phone.post("retirer").text
    assert rows(engine, trial_inputs)
    assert "Vos mots sont effacés" in phone.take_back().text
    assert rows(engine, trial_inputs) == []


def test_who_took_their_words_back_says_nothing_before_another_yes(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter(observer="1").do_tasks("skipped", 1)
    phone.react("liked", "mot")
    phone.take_back()
    assert "Vous avez retiré vos mots" in phone.page()
    phone.react("wrong", "encore")
    phone.post("tache", tache="task:1", fin="done")
    phone.post("questions", **{"question-2": "encore"})
    phone.post("avis", keep="encore")
    phone.post("accords", observer="1")
    one = f"{path}/participants/1"
    note: Fields = {"step": "task:0", "words": "encore"}
    assert chair.post(f"{one}/note", note, on=one).status_code == 409
    said: Fields = {"kind": "aloud", "words": "encore"}
    assert chair.post(f"{one}/entendre", said, on=one).status_code == 409
    phone.post("reprendre")
    assert rows(engine, trial_inputs) == rows(engine, trial_notes) == []
    (who,) = (row for row in rows(engine, trial_participants) if row.number == 1)
    assert who.withdrawn_at and not who.is_observed and who.step == "task:1"
    phone.post("reprendre", oui="1", observer="1")
    assert "Tâche 2 sur 4" in phone.page()
    phone.react("wrong", "de nouveau")
    assert [row.words for row in rows(engine, trial_inputs)] == ["de nouveau"]
    assert "a donné son avis par écrit" in chair.get(path).text


def test_who_speaks_again_after_the_end_of_their_way_is_asked_for_a_word(
    chair: Chair, web: TestClient
) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.leave()
    phone.post("mot", mots="Merci")
    phone.take_back()
    phone.post("reprendre", oui="1")
    assert "Voulez-vous ajouter quelque chose" in phone.page()
    assert "n’a pas encore parlé" in chair.get(path).text
    phone.take_back()
    assert close(chair, path).status_code == 200
    phone.post("reprendre", oui="1")
    mine = phone.web.get(f"{phone.path}/moi").text
    assert "ne garde plus vos mots" in mine and "reprendre" not in mine


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
