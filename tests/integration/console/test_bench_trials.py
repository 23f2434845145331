"""A crash test from its protocol to its restitution: five people, one vanishes, one erases, one
refuses to be read, and everybody's words are found again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import httpx
import pypdfium2
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.console_tables import console_audit
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.trial_tables import (
    TABLES,
    trial_conversations,
    trial_inputs,
    trial_moments,
    trial_participants,
    trials,
)
from bot.adapters.sql.trials import TrialStore
from bot.settings import Settings
from bot.web.limits import Limits
from bot.web.tokens import now
from tests.integration.console.conftest import MISSION, SITE, Chair

Sit = Callable[[str], Chair]
Fields = dict[str, str | list[str]]
PATH = "/console/banc/essais"


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Own protocols go to a folder of the test."""
    return Settings.from_environment({"DECLIC_VAR": str(tmp_path_factory.mktemp("var"))})


@pytest.fixture
def chair(sit: Sit) -> Chair:
    return sit("tester")


def made(chair: Chair, places: int = 5, protocol: str = "declic/premier-essai") -> str:
    """The path of a trial of today, in preparation."""
    day = now().date().isoformat()
    fields: Fields = {"title": "Essai du jeudi", "day": day, "places": str(places)}
    answer = chair.post(PATH, {**fields, "from": protocol}, on=PATH)
    assert re.fullmatch(rf"{PATH}/[0-9a-f]{{16}}", answer.url.path), answer.text
    return str(answer.url.path)


def opened(chair: Chair, places: int = 5) -> tuple[str, list[str]]:
    """A trial that is open, and its codes."""
    path = made(chair, places)
    assert "L’essai est ouvert" in chair.post(f"{path}/ouvrir", on=path).text
    shown = re.findall(r'class="code">([^<]+)<', chair.get(f"{path}/codes").text)
    return path, [code.replace("-", "") for code in shown]


@dataclass
class Phone:
    """A participant's browser at a place of a trial."""

    web: TestClient
    code: str
    token: str = ""

    @classmethod
    def at(cls, web: TestClient, code: str) -> Phone:
        client = TestClient(web.app, base_url=SITE)
        client.portal = web.portal
        return cls(client, code)

    @property
    def path(self) -> str:
        return f"/essai/{self.code}"

    def enter(self, **agreed: str) -> Phone:
        answer = self.web.post(self.path, data=agreed)
        assert answer.status_code == 201, answer.text
        found = re.search(r'data-token="([^"]+)"', answer.text)
        assert found
        self.token = found.group(1)
        return self

    def say(self, text: str) -> httpx.Response:
        body = {"message_id": str(uuid4()), "text": text}
        answer = self.web.post("/api/messages", json=body, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, part: str, **fields: str) -> httpx.Response:
        return self.web.post(f"{self.path}/{part}", data=fields)

    def react(self, kind: str, words: str = "", joined: bool = True) -> httpx.Response:
        return self.post("reaction", avis=kind, mots=words, joindre="1" if joined else "")

    def do_tasks(self, outcome: str = "done", tasks: int = 4) -> Phone:
        for number in range(tasks):
            self.post("tache", tache=f"task:{number}", fin=outcome)
        return self

    def page(self) -> str:
        return self.web.get(self.path).text


def rows(engine: Engine, table: sa.Table) -> list[sa.engine.Row]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table)))


def squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("\ufffe", "").split())


# --- Preparing ------------------------------------------------------------------------------------


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


# --- A participant --------------------------------------------------------------------------------


def test_the_welcome_tells_what_is_kept_and_has_an_easy_way(chair: Chair, web: TestClient) -> None:
    _, codes = opened(chair)
    usual = web.get(f"/essai/{codes[0]}").text
    assert "Vos avis sont gardés un an" in usual and "P1" in usual
    assert "30 minutes" in usual and "refuser" in usual
    easy = web.get(f"/essai/{codes[0]}?facile=1").text
    assert "Vos avis sont gardés un an.\nVotre nom n’est pas gardé." in easy
    assert web.get(f"/essai?code={codes[0].lower()}").url.path == f"/essai/{codes[0]}"


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


# --- What the team may read -----------------------------------------------------------------------


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


# --- Ideas, votes, decisions ----------------------------------------------------------------------


def test_ideas_are_grouped_voted_for_weighed_and_decided(
    chair: Chair, web: TestClient, engine: Engine
) -> None:
    path, codes = opened(chair)
    phones = [Phone.at(web, code).enter() for code in codes[:2]]
    for number, phone in enumerate(phones):
        phone.react("confused", f"mot {number}")
        phone.post("arreter")
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


# --- The end, and what stays ----------------------------------------------------------------------


def test_a_trial_closes_once_each_who_came_was_heard(chair: Chair, web: TestClient) -> None:
    path, codes = opened(chair)
    phone = Phone.at(web, codes[0]).enter()
    phone.react("liked")
    answer = chair.post(f"{path}/clore", on=path)
    assert answer.status_code == 409 and "Qui n’a pas encore parlé" in answer.text
    one = f"{path}/participants/1"
    noted: Fields = {"kind": "unheard", "words": "Parti pour son bus."}
    chair.post(f"{one}/entendre", noted, on=one)
    assert "L’essai est terminé" in chair.post(f"{path}/clore", on=path).text
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
    chair.post(f"{path}/clore", on=path)
    assert "à reprendre" in chair.get(f"{path}/restitution").text
    assert "Vos mots sont effacés" in phone.post("retirer").text
    assert rows(engine, trial_inputs) == []
    report = chair.get(f"{path}/restitution").text
    assert "à reprendre" not in report and "a retiré ses mots" in report


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
    from bot.adapters.sql.sessions import SessionStore

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
    erased.post("arreter")
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
    assert "L’essai est terminé" in chair.post(f"{path}/clore", on=path).text
    said = (
        "je ne sais pas ce qu’est un bassin", "les images <b>en couleur</b>", "le ton",
        "la longueur", "une carte", "les sigles", "merci à vous", "ce bus n’existe plus",
        "Parti sans rien dire.", "J’ai eu peur de me tromper.", "Soulagement aux métiers.",
        "n’a rien souhaité ajouter", "n’a pas pu répondre",
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
