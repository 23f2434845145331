"""What must hold after every turn of every conversation, whatever is said in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.replay.in_french import question_words
from bot.replay.kept_in_french import kept_value
from bot.replay.record import Difference, TurnRecord
from bot.replay.screen import Screen
from bot.replay.story import Place
from bot.services.questions import STEPS

GOING_BACK = frozenset({"go_back", "start_over"})
"""Intents after which a question may come again and progress may fall back."""
SEVERAL_TIMES = frozenset({"past_job", "portrait"})
"""Questions that are asked again by their nature: one job more, one taste more."""
MOST_BUBBLES = 9
MOST_ALIKE = 3
MISSES_BEFORE_HELP = 2
AGAIN = "_again"
NOT_UNDERSTOOD = "utter_not_understood"


@dataclass
class Watch:
    """Looks at the turns of one conversation, in order.

    last_step: of the progress bar. alike: how many times in a row the very same words were said;
    missed: how many turns in a row were not understood.
    """

    slots: Mapping[str, Any] = field(default_factory=dict)
    last_step: int | None = None
    last_text: str = ""
    last_said: str | None = None
    alike: int = 0
    missed: int = 0

    def look(
        self, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any], place: Place | None
    ) -> list[Difference]:
        """What does not hold after this turn, whose answer is on `screen`."""
        self._count(turn, screen)
        found = [
            Difference(place, expected, received)
            for rule, expected in RULES.items()
            if (received := rule(self, turn, screen, slots)) is not None
        ]
        self._remember(turn, screen, slots)
        return found

    def _count(self, turn: TurnRecord, screen: Screen) -> None:
        is_new = turn.said != self.last_said
        if screen.text and screen.text == self.last_text:
            self.alike += is_new
        else:
            self.alike = 1
        self.missed = self.missed + 1 if is_missed(turn) else 0

    def _remember(self, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]) -> None:
        if turn.refusal is None:
            self.last_text, self.last_said = screen.text, turn.said
        if screen.step is not None or _goes_back(turn):
            self.last_step = screen.step
        self.slots = dict(slots)


def is_missed(turn: TurnRecord) -> bool:
    """Whether the bot said that it had not understood."""
    said = [name for spoke in turn.trace.spoke for name in spoke.responses]
    return any(name.endswith(AGAIN) or name == NOT_UNDERSTOOD for name in said)


def _question(turn: TurnRecord, slots: Mapping[str, Any]) -> str | None:
    """The question that is asked; on pause, none is."""
    return None if slots.get("paused_form") else turn.question_after


def _goes_back(turn: TurnRecord) -> bool:
    return turn.trace.intent in GOING_BACK


def _fault(watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]) -> str | None:
    return " ; ".join(turn.faults) or None


def _stuck(watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]) -> str | None:
    if turn.refusal or _question(turn, slots) or screen.pressable:
        return None
    return "ni question, ni bouton"


def _asked_twice(
    watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]
) -> str | None:
    question = _question(turn, slots)
    if question not in STEPS or question in SEVERAL_TIMES or _goes_back(turn) or turn.refusal:
        return None
    before = watch.slots.get(question)
    if not before:
        return None
    told = kept_value(before, name=question)
    return f"la question sur {question_words(question)} revient, après la réponse « {told} »"


def _fell_back(
    watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]
) -> str | None:
    if _goes_back(turn) or screen.step is None or watch.last_step is None:
        return None
    if slots.get("consent") is None:
        # Whoever does not agree takes back what was told before the question.
        return None
    if screen.step >= watch.last_step:
        return None
    return f"de {watch.last_step} à {screen.step}"


def _talks_much(
    watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]
) -> str | None:
    count = len(screen.bubbles)
    return f"{count} bulles" if count > MOST_BUBBLES else None


def _loops(watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]) -> str | None:
    if turn.refusal or watch.alike <= MOST_ALIKE:
        return None
    return f"{watch.alike} fois de suite : {screen.text}"


def _without_help(
    watch: Watch, turn: TurnRecord, screen: Screen, slots: Mapping[str, Any]
) -> str | None:
    if watch.missed < MISSES_BEFORE_HELP or screen.titles:
        return None
    return f"{watch.missed} fois sans comprendre, et aucun bouton"


NOT_THE_SAME = f"pas les mêmes mots plus de {MOST_ALIKE} fois de suite"
Rule = Callable[[Watch, TurnRecord, Screen, Mapping[str, Any]], "str | None"]
RULES: Mapping[Rule, str] = {
    _fault: "un tour sans panne",
    _stuck: "toujours une façon de continuer",
    _asked_twice: "aucune question posée deux fois",
    _fell_back: "une progression qui ne recule pas",
    _talks_much: f"{MOST_BUBBLES} bulles au plus",
    _loops: NOT_THE_SAME,
    _without_help: f"des boutons après {MISSES_BEFORE_HELP} incompréhensions",
}
ERASED = "rien qui reste après l'effacement"


def broken_rules(turn: TurnRecord) -> Iterator[str]:
    """Which of these rules a turn broke."""
    known = {*RULES.values(), ERASED}
    return (found.expected for found in turn.differences if found.expected in known)
