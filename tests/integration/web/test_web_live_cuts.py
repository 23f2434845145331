"""Random acts of two screens whose network is cut again and again: both end up with the truth."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from tests.fake_rasa import FakeRasa
from tests.integration.web.companions import Advisor, act, new_id
from tests.integration.web.person import Person, offers
from tests.integration.web.screens import Screen, State

ACTS, CUTS, SEED = 260, 200, 20261127
KEYS = ("last_turn", "pending", "asked", "proposal", "paused", "refused")


class Model:
    """What both screens must show, by the rules alone; `said`: who said what, in order."""

    def __init__(self) -> None:
        self.said: list[tuple[str | None, str | None, bool, str | None]] = [
            (None, None, False, None)
        ]
        self.asked: str | None = None
        self.proposal: dict[str, str] | None = None
        self.is_refused = self.is_paused = False

    def speak(self, author: str | None, words: str, is_proposed: bool = False) -> None:
        is_person = author is None
        self.said.append((author, words, is_proposed, self.asked if is_person else None))
        self.proposal, self.is_refused = None, False
        if is_person:
            self.asked, self.is_paused = None, False

    def shown(self) -> State:
        asked = {"text": self.asked} if self.asked else None
        shown = (len(self.said), None, asked, self.proposal, self.is_paused, self.is_refused)
        return dict(zip(KEYS, shown, strict=True))


class Pair:
    """A person and an advisor, their screens, and what they do at random."""

    def __init__(self, person: Person, advisor: Advisor, screens: dict[str, Screen]) -> None:
        self.person, self.advisor, self.screens = person, advisor, screens
        self.model = Model()
        self.chance = Random(SEED)  # noqa: S311 (the same each time, on purpose)

    def step(self) -> None:
        if self.chance.random() < CUTS / ACTS + 0.1:
            self.screens[self.chance.choice(("person", "advisor"))].cut()
        acts = (self.say, self.say, self.say, self.press, self.ask, self.propose, self.reply)
        self.chance.choice((*acts, self.reply, self.pause, self.hand_back, self.type))()

    def say(self) -> None:
        """Sent twice, as a widget does that does not know whether it has arrived."""
        who = self.chance.choice((self.person, self.advisor))
        words, message_id = f"mot {self.chance.randrange(10**6)}", new_id()
        answers = [who.post(message_id, text=words) for _ in range(self.chance.choice((1, 2)))]
        assert {answer.status_code for answer in answers} == {200}
        self._spoke(who, words)

    def press(self) -> None:
        """Not a thing to press any more when there is none."""
        who = self.chance.choice((self.person, self.advisor))
        found = offers(who.read().json()["turns"][-1])
        if found:
            title = self.chance.choice(sorted(found))
            answer = who.post(choice=found[title])
            if answer.status_code == 200:
                self._spoke(who, who.read().json()["turns"][-1]["you"])

    def ask(self) -> None:
        question = self.chance.choice(("Qu’aimez-vous ?", "Et avant ?", None))
        assert act(self.advisor, asked=question).status_code == 204
        self.model.asked = question

    def propose(self) -> None:
        words = f"idée {self.chance.randrange(10**6)}"
        assert act(self.advisor, propose={"text": words}).status_code == 204
        told = self.screens["person"].until(
            lambda told: told["proposal"] and told["proposal"]["title"] == words
        )
        self.model.proposal, self.model.is_refused = told["proposal"], False

    def reply(self) -> None:
        proposal = self.model.proposal
        if proposal is None:
            return
        is_confirmed = self.chance.random() < 0.6
        reply = {"id": proposal["id"], "yes": is_confirmed}
        statuses = {act(self.person, answer_proposal=reply).status_code for _ in range(2)}
        if is_confirmed:
            assert statuses == {200}
            self.model.speak(None, proposal["title"], is_proposed=True)
        else:
            assert statuses <= {204, 409}
            self.model.proposal, self.model.is_refused = None, True

    def pause(self) -> None:
        is_paused = self.chance.random() < 0.5
        who = self.chance.choice((self.person, self.advisor))
        assert act(who, paused=is_paused).status_code == 204
        self.model.is_paused = is_paused

    def hand_back(self) -> None:
        assert act(self.advisor, hand_back=True).status_code == 204
        self.model.asked = self.model.proposal = None
        self.model.is_paused = self.model.is_refused = False

    def type(self) -> None:
        who = self.chance.choice((self.person, self.advisor))
        assert act(who, typing=self.chance.random() < 0.7).status_code == 204

    def _spoke(self, who: Person, words: str) -> None:
        self.model.speak("advisor" if who is self.advisor else None, words)


@pytest.fixture
def pair(device: Person, advisor: Advisor, url: str) -> Iterator[Pair]:
    advisor.join(device)
    screens = {"person": Screen(url, device.token), "advisor": Screen(url, advisor.token)}
    yield Pair(device, advisor, screens)
    for screen in screens.values():
        screen.leave()


def test_two_hundred_cuts_lose_and_double_nothing(pair: Pair, rasa: FakeRasa) -> None:
    for number in range(ACTS):
        pair.step()
        if number % 5 == 0:
            _both_show(pair)
    _both_show(pair)
    assert sum(screen.cuts for screen in pair.screens.values()) >= CUTS
    for who in (pair.person, pair.advisor):
        turns: list[dict[str, Any]] = who.read().json()["turns"]
        said = [(one["author"], one["you"], one["proposed"], one["asked"]) for one in turns]
        assert said == pair.model.said
    assert len(rasa.handled) == len(pair.model.said)


def _both_show(pair: Pair) -> None:
    wanted = pair.model.shown()
    for screen in pair.screens.values():
        screen.until(lambda told: {key: told[key] for key in KEYS} == wanted)
