"""Testers react to a step of a conversation that was replayed, and note what is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest
from sqlalchemy.engine import Engine

from bot.adapters.sql.bench_reactions import Reaction, Reactions
from bot.adapters.sql.rights import RightsStore
from bot.replay.runs.desk import RunDesk
from bot.settings import Settings
from tests.bench_runs import NOW, ended_run
from tests.integration.console.conftest import Chair, on_sqlite

LIST = "/console/banc/reactions"


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setattr(RunDesk, "wake", lambda desk: None)
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def conversation(engine: Engine, settings: Settings, web: object) -> str:
    """The page of a conversation whose last step is not as expected."""
    run_id = ended_run(RunDesk(engine, settings))
    return f"/console/banc/passages/{run_id}/conversations/0"


def read(answer: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def react(tester: Chair, page: str, **fields: str) -> httpx.Response:
    given = {"etape": "1", "reaction": "wrong", "mots": "Le permis n’a pas été dit.", **fields}
    return tester.post(f"{page}/reagir", given, on=page)


def test_the_step_that_changed_is_proposed_first(tester: Chair, conversation: str) -> None:
    page = tester.get(conversation).text
    assert re.search(r'<option value="1" selected>[^<]*pas comme prévu', page)
    chosen = tester.get(f"{conversation}?etape=0").text
    assert re.search(r'<option value="0" selected>', chosen)


def test_a_reaction_is_kept_with_what_it_is_about(
    tester: Chair, conversation: str, engine: Engine
) -> None:
    answer = react(tester, conversation)
    assert "Votre réaction est gardée." in read(answer)
    assert "C’est faux , étape 1, Noa : « Le permis n’a pas été dit. »" in read(answer)
    (kept,) = Reactions(engine).all()
    assert (kept.turn, kept.kind, kept.story_id) == (1, "wrong", "declic/nadia")
    assert (kept.said, kept.answered) == ("réponse 1", "Et ensuite ?")
    told = read(tester.get(LIST))
    for words in ("À décider (1)", "Nadia & le permis", "réponse 1", "Et ensuite ?", "Noa"):
        assert words in told


def test_a_decision_closes_it_and_may_be_taken_back(
    tester: Chair, conversation: str, engine: Engine
) -> None:
    react(tester, conversation)
    (kept,) = Reactions(engine).all()
    one = f"{LIST}/{kept.reaction_id}"
    told = read(tester.post(one, {"decision": "Corriger l’aide."}, on=LIST))
    assert "Décidé (1)" in told and "Corriger l’aide." in told and "À décider" not in told
    assert "À décider (1)" in read(tester.post(one, {"rouvrir": "oui"}, on=LIST))


def test_reactions_are_chosen_by_kind(tester: Chair, conversation: str) -> None:
    react(tester, conversation)
    react(tester, conversation, reaction="liked", mots="Bien dit.")
    assert "Bien dit." not in read(tester.get(f"{LIST}?genre=wrong"))
    assert "Bien dit." in read(tester.get(f"{LIST}?genre=liked"))
    assert "Aucune réaction ne répond" in read(tester.get(f"{LIST}?genre=confused"))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"etape": "2"}, id="a step after the last"),
        pytest.param({"etape": "-1"}, id="a step before the first"),
        pytest.param({"etape": "¹"}, id="a digit that is none"),
        pytest.param({"reaction": "hated"}, id="another reaction"),
        pytest.param({"reaction": ""}, id="no reaction"),
        pytest.param({"mots": "x" * 2001}, id="too many words"),
    ],
)
def test_a_wrong_reaction_says_what_to_do(
    tester: Chair, conversation: str, engine: Engine, fields: dict[str, str]
) -> None:
    answer = react(tester, conversation, **fields)
    assert answer.status_code == 422 and "Choisissez une étape" in read(answer)
    assert Reactions(engine).all() == []


def test_an_empty_decision_and_an_unknown_reaction_are_refused(
    tester: Chair, conversation: str, engine: Engine
) -> None:
    react(tester, conversation)
    (kept,) = Reactions(engine).all()
    empty = tester.post(f"{LIST}/{kept.reaction_id}", {"decision": " "}, on=LIST)
    assert empty.status_code == 422
    assert tester.post(f"{LIST}/999", {"decision": "Oui."}, on=LIST).status_code == 404
    assert Reactions(engine).all()[0].is_open


def test_what_is_written_is_never_markup(tester: Chair, conversation: str) -> None:
    react(tester, conversation, mots="<script>alert(1)</script>{{ 1234 * 4321 }}")
    for page in (LIST, conversation):
        told = tester.get(page).text
        assert "<script>alert" not in told and "&lt;script&gt;" in told and "5332114" not in told


def test_those_that_wait_come_first_then_the_newest(engine: Engine, conversation: str) -> None:
    store = Reactions(engine)
    for number in range(3):
        store.add(made(words=str(number)))
    first = store.all()[-1]
    assert first.words == "0"
    store.decide(store.all()[0].reaction_id, "Vu.", "Noa", first.at)
    assert [one.words for one in store.all()] == ["1", "0", "2"]


def test_a_reaction_is_erased_after_a_year_with_what_the_purge_erases(
    engine: Engine, conversation: str
) -> None:
    store, rights = Reactions(engine), RightsStore(engine)
    store.add(made("vieux"))
    assert rights.told_before(NOW) == rights.erase_told_before(NOW) == 0
    later = NOW + timedelta(seconds=1)
    assert rights.told_before(later) == rights.erase_told_before(later) == 1
    assert store.all() == []


def made(words: str) -> Reaction:
    about = ("r" * 16, "Passage", 0, "Nadia", None, 1, "oui", "Bonjour.")
    return Reaction(*about, "liked", words, "Noa", "Mission locale", NOW)
