"""A crash test with five simulated people on a real installation: what each does and says."""

from __future__ import annotations

import re

import httpx

from bot.adapters.sql.engine import connect
from tests.accounts import have_account
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.stack import Person, Stack

PATH = "/console/banc/essais"
SAID = (
    "Je ne sais pas ce qu’est un bassin d’emploi.",
    "Les images m’ont donné une idée.",
    "Le ton, on se sent accueilli.",
    "C’est long avant de voir les métiers.",
    "Une carte avec les arrêts de bus.",
    "Les sigles.",
    "Je reviendrai avec ma fille.",
    "Ce bus ne passe plus le dimanche.",
    "Une urgence à la maison.",
    "J’ai eu peur de me tromper, puis plus du tout.",
    "On me comprend quand j’écris mal.",
)
"""All the words that the restitution must hold."""
NOTED = "Sourit quand les métiers arrivent."


class Team:
    """A tester at the console of the real installation."""

    def __init__(self, stack: Stack) -> None:
        have_account(connect(stack.settings.database_url), ACCOUNTS["tester"])
        self.http = httpx.Client(base_url=stack.url, timeout=60, follow_redirects=True)
        entered = {"login": ACCOUNTS["tester"].login, "password": PASSWORD}
        assert self.send("/console/entrer", entered, "/console/entrer").url.path == "/console"

    def send(self, to: str, fields: dict[str, str | list[str]], on: str) -> httpx.Response:
        """The form of a page, with the token that it has."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.http.get(on).text)
        assert found
        return self.http.post(to, data={"csrf": found.group(1), **fields})

    def trial(self, places: int, day: str) -> tuple[str, list[str]]:
        """The path of a new trial, and its codes."""
        fields: dict[str, str | list[str]] = {"title": "Essai du jeudi", "day": day}
        fields |= {"places": str(places), "from": "declic/premier-essai"}
        path = str(self.send(PATH, fields, PATH).url.path)
        self.send(f"{path}/ouvrir", {}, path)
        shown = re.findall(r'class="code">([^<]+)<', self.http.get(f"{path}/codes").text)
        return path, [code.replace("-", "") for code in shown]


class Participant:
    """A phone: the pages of the trial, and the conversation beside them."""

    def __init__(self, stack: Stack, code: str, **agreed: str) -> None:
        self.web = httpx.Client(base_url=stack.url, timeout=60, follow_redirects=True)
        self.path = f"/essai/{code}"
        page = self.web.post(self.path, data=agreed)
        assert page.status_code == 201, page.text
        token = re.search(r'data-token="([^"]+)"', page.text)
        assert token
        self.talk = Person(stack.url, token.group(1))

    def post(self, part: str, **fields: str) -> str:
        answer = self.web.post(f"{self.path}/{part}", data=fields)
        assert answer.status_code == 200, answer.text
        return answer.text

    def task(self, number: int, outcome: str = "done") -> str:
        return self.post("tache", tache=f"task:{number}", fin=outcome)

    def react(self, kind: str, words: str = "") -> None:
        self.post("reaction", avis=kind, mots=words, joindre="1")


def played(stack: Stack, codes: list[str]) -> list[Participant]:
    """The five: P1 does all; P2 vanishes; P3 erases; P4 refuses to be read; P5 speaks aloud."""
    return [
        _to_the_end(Participant(stack, codes[0], observer="1", histoire="1")),
        _vanishing(Participant(stack, codes[1], observer="1")),
        _erasing(Participant(stack, codes[2], observer="1")),
        _private(Participant(stack, codes[3])),
        _blocked(Participant(stack, codes[4], observer="1", histoire="1")),
    ]


def _to_the_end(one: Participant) -> Participant:
    one.talk.choose("C’est parti")
    one.talk.say("blorp fzzt grmbl")
    one.react("confused", SAID[0])
    one.talk.say("Bourgoin-Jallieu")
    one.task(0)
    one.talk.say("je préfère répondre à des phrases")
    one.react("liked")
    for number in (1, 2, 3):
        one.task(number)
    one.post(
        "questions", **{"question-0": "Oui", "question-1": "La plupart", "question-2": SAID[1]}
    )
    one.post("avis", keep=SAID[2], improve=SAID[3], start=SAID[4], stop=SAID[5])
    one.post("mot", mots=SAID[6])
    return one


def _vanishing(one: Participant) -> Participant:
    one.talk.choose("C’est parti")
    one.react("liked")
    one.task(0)
    return one


def _erasing(one: Participant) -> Participant:
    one.talk.choose("C’est parti")
    one.talk.say("Voiron")
    one.react("wrong", SAID[7])
    one.task(0)
    assert one.talk.erase().status_code == 204
    one.post("arreter", oui="1")
    one.post("mot")
    return one


def _private(one: Participant) -> Participant:
    one.talk.choose("C’est parti")
    one.talk.say("Privas")
    for number in range(4):
        one.task(number, "skipped")
    one.post("questions", **{"question-0": "Non"})
    one.post("avis")
    one.post("mot", mots=SAID[10])
    return one


def _blocked(one: Participant) -> Participant:
    one.talk.choose("C’est parti")
    one.task(0)
    one.task(1, "blocked")
    return one
