"""A crash test for its team: prepared, opened, read with agreement, grouped, voted, decided."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.console_tables import console_audit
from bot.adapters.sql.trial_tables import (
    trial_inputs,
    trial_participants,
)
from bot.adapters.sql.trials import TrialStore
from tests.integration.console.conftest import MISSION, Chair
from tests.integration.console.trial_phone import (
    PATH,
    Fields,
    Phone,
    Sit,
    made,
    opened,
    rows,
)


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("tester")


def test_a_trial_is_prepared_from_a_protocol_changed_and_opened(chair: Chair) -> None:
    path = made(chair)
    page = chair.get(path).text
    assert "Préparer : Essai du jeudi" in page and "Trouver des métiers" in page
    fields: Fields = {
        "title": "Essai de vendredi", "day": "2026-11-27", "places": "3",
        "protocol": "Le mien", "author": "Noa", "minutes": "20", "goal": "Savoir.",
        "profile": "Tout le monde.", "task-0-title": "Parler", "task-0-text": "Faites.",
        "question-0-text": "Bien ?", "question-0-answers": "Oui\nNon",
    }  # fmt: skip
    saved = chair.post(f"{path}/preparer", fields, on=path)
    assert "C’est enregistré" in saved.text and "Trouver des métiers" not in saved.text
    file = chair.get(f"{path}/protocole.yml")
    assert "protocole: Le mien" in file.text and "- Oui" in file.text
    chair.post(f"{path}/garder", on=path)
    assert '<option value="ici/le-mien"' in chair.get(PATH).text
    chair.post(f"{path}/ouvrir", on=path)
    assert chair.post(f"{path}/preparer", fields, on=PATH).status_code == 409
    assert chair.post(f"{path}/supprimer", on=PATH).status_code == 409


def test_a_protocol_of_a_title_that_is_there_is_shown_before_it_is_replaced(chair: Chair) -> None:
    path = made(chair)
    chair.post(f"{path}/garder", on=path)
    fields: Fields = {
        "title": "Essai", "day": "2026-11-27", "places": "3", "protocol": "Premier essai",
        "author": "N", "minutes": "20", "goal": "Un autre but.", "profile": "Tous.",
        "task-0-title": "Parler", "task-0-text": "Faites.",
    }  # fmt: skip
    chair.post(f"{path}/preparer", fields, on=path)
    asked = chair.post(f"{path}/garder", on=path)
    assert asked.status_code == 409 and "Un autre but." not in asked.text
    read = dict(re.findall(r'name="(lu|avant)" value="([^"]+)"', asked.text))
    stale = chair.post(f"{path}/garder", {**read, "avant": "0", "faire": "remplacer"}, on=path)
    assert stale.status_code == 409, "it is no longer what was read"
    beside = chair.post(f"{path}/garder", {**read, "faire": "nouveau"}, on=path)
    assert "gardé parmi les vôtres" in beside.text
    assert "ici/premier-essai-2" in chair.get(PATH).text
    chair.post(f"{path}/preparer", {**fields, "goal": "Le dernier but."}, on=path)
    asked = chair.post(f"{path}/garder", on=path)
    read = dict(re.findall(r'name="(lu|avant)" value="([^"]+)"', asked.text))
    done = chair.post(f"{path}/garder", {**read, "faire": "remplacer"}, on=path)
    assert "gardé parmi les vôtres" in done.text
    assert "ici/premier-essai-3" not in chair.get(PATH).text


@pytest.mark.parametrize(
    ("other", "told"),
    [
        pytest.param({"task-0-title": ""}, "tâche 1, titre", id="a task without a title"),
        pytest.param({"task-0-title": "", "task-0-text": ""}, "1 à 8 tâches", id="no task"),
        pytest.param({"minutes": "5"}, "10 à 120 minutes", id="too short"),
        pytest.param({"question-0-answers": "Oui"}, "2 à 6 réponses", id="one answer"),
        pytest.param({"places": "21"}, "1 à 20 places", id="too many places"),
        pytest.param({"day": "demain"}, "un jour", id="no day"),
    ],
)
def test_a_protocol_that_cannot_be_used_is_shown_again(
    chair: Chair, other: dict[str, str], told: str
) -> None:
    path = made(chair)
    fields: Fields = {
        "title": "Essai", "day": "2026-11-27", "places": "3", "protocol": "P", "author": "N",
        "minutes": "20", "goal": "Savoir.", "profile": "Tous.", "task-0-title": "Parler",
        "task-0-text": "Faites.", "question-0-text": "Bien ?", "question-0-answers": "Oui\nNon",
        **other,
    }  # fmt: skip
    answer = chair.post(f"{path}/preparer", fields, on=path)
    assert answer.status_code == 422 and told in answer.text
    assert "Savoir." in answer.text, "what was written is still there"


def test_codes_are_printed_again_and_only_their_hashes_are_kept(
    chair: Chair, engine: Engine
) -> None:
    path, codes = opened(chair, 3)
    assert len(set(codes)) == 3 and all(len(code) == 6 for code in codes)
    again = re.findall(r'class="code">([^<]+)<', chair.get(f"{path}/codes").text)
    assert [code.replace("-", "") for code in again] == codes
    assert not any(code in str(rows(engine, trial_participants)) for code in codes)


def test_a_trial_of_another_organisation_does_not_exist(
    chair: Chair, sit: Sit, engine: Engine
) -> None:
    path, _ = opened(chair, 1)
    assert sit("advisor").get(path).status_code == 403, "advisors do not lead trials"
    trial_id = path.rpartition("/")[2]
    assert TrialStore(engine).find(trial_id, "org0000000000002") is None
    assert TrialStore(engine).for_story(trial_id, "org0000000000002", 1) is None


def test_a_conversation_is_read_only_with_agreement_and_each_reading_is_noted(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    read = Phone.at(web, codes[0]).enter(observer="1")
    private = Phone.at(web, codes[1]).enter()
    read.say("zythologue")
    private.say("quincaillier")
    follow = chair.get(f"{path}/observer").text
    assert "zythologue" in follow and "quincaillier" not in follow
    assert "zythologue" in chair.get(f"{path}/participants/1").text
    assert "quincaillier" not in chair.get(f"{path}/participants/2").text
    noted = [row.detail for row in rows(engine, console_audit) if row.act == "trial_read"]
    assert noted == ["Essai du jeudi · P1"]
    read.post("accords")
    assert "zythologue" not in chair.get(f"{path}/participants/1").text, "no longer agreed"


def test_a_conversation_becomes_a_story_only_with_its_own_agreement(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    Phone.at(web, codes[0]).enter(observer="1")
    Phone.at(web, codes[1]).enter(histoire="1")
    trial_id, store = path.rpartition("/")[2], TrialStore(engine)
    assert store.for_story(trial_id, MISSION.org_id, 1) is None
    assert store.for_story(trial_id, MISSION.org_id, 2)
    link = f"/console/banc/histoires/enregistrer?essai={trial_id}&amp;participant=2"
    assert link in chair.get(f"{path}/participants/2").text
    assert "enregistrer?essai" not in chair.get(f"{path}/participants/1").text


def test_ideas_are_grouped_voted_for_weighed_and_decided(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phones = [Phone.at(web, code).enter() for code in codes[:2]]
    for number, phone in enumerate(phones):
        phone.react("confused", f"mot {number}")
        phone.leave()
        phone.post("mot")
    ids = [str(row.input_id) for row in rows(engine, trial_inputs) if row.words]
    on = f"{path}/idees"
    chair.post(on, {"title": "Mots plus simples", "input": ids}, on=on)
    page = chair.get(on).text
    assert "Mots plus simples" in page and "Tout est regroupé" in page
    idea = re.search(r'action="[^"]+/idees/(\d+)"', page)
    assert idea
    assert "idee-" not in phones[0].page(), "the vote is not open"
    chair.post(f"{on}/vote", {"vote": "1"}, on=on)
    assert "Mots plus simples" in phones[0].page()
    phones[0].post("voter", **{f"idee-{idea.group(1)}": "3"})
    assert phones[1].post("voter", **{f"idee-{idea.group(1)}": "9"}).status_code == 422
    chair.post(f"{on}/voter", {f"idee-{idea.group(1)}": "2"}, on=on)
    assert "5 points en tout" in chair.get(on).text
    fields: Fields = {
        "title": "Mots plus simples", "input": ids, "worth": "3", "effort": "1",
        "decision": "Réécrire trois phrases.", "who": "la rédaction", "due": "2026-12-15",
    }  # fmt: skip
    chair.post(f"{on}/{idea.group(1)}", fields, on=on)
    report = chair.get(f"{path}/restitution").text
    for word in ("Réécrire trois phrases.", "la rédaction", "15 décembre 2026", "P1, P2"):
        assert word in report
