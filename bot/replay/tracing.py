"""From the events of a turn: what was understood, and which rule and action spoke."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rasa.nlu.constants import RESPONSE_SELECTOR_UTTER_ACTION_KEY as RESPONSE_SAID
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.replay.record import Spoke, Trace
from bot.replay.rules import Rule

SILENT = frozenset({"action_listen", "action_session_start", "action_extract_slots"})
LOOP = "la question en cours"


@dataclass(frozen=True)
class Tracing:
    """Tells the turns of a conversation from its events."""

    rules: tuple[Rule, ...]

    def last_turn(self, tracker: DialogueStateTracker | None, payload: str | None) -> Trace:
        """The newest turn; an empty trace when there is none."""
        events = list(tracker.events) if tracker else []
        at = next((i for i in reversed(range(len(events))) if _is_said(events[i])), None)
        if at is None:
            return Trace()
        return replace(self._trace(events[at:]), question=_question(events[:at]), payload=payload)

    def _trace(self, events: Sequence[Event]) -> Trace:
        said = events[0]
        assert isinstance(said, UserUttered)
        intent = said.intent.get("name")
        entities = tuple((e["entity"], _short(e["value"])) for e in said.entities or ())
        confidence = float(said.intent.get("confidence") or 0.0)
        spoke = tuple(self._spoke(events, intent))
        return Trace(None, intent, confidence, entities, None, spoke)

    def _spoke(self, events: Sequence[Event], intent: str | None) -> Iterable[Spoke]:
        """The actions in order; what was said belongs to the action before it."""
        ended: str | None = None
        active: str | None = None
        found: list[Spoke] = []
        for event in events:
            if isinstance(event, ActiveLoop):
                ended, active = (active, None) if event.name is None else (ended, event.name)
            elif isinstance(event, ActionExecuted) and event.action_name not in SILENT:
                rule = self._rule(event, intent, ended)
                active = event.action_name if rule == LOOP else active
                found.append(Spoke(str(event.action_name), event.policy, rule))
            elif isinstance(event, BotUttered) and found:
                said = event.metadata.get(RESPONSE_SAID)
                if said:
                    last = found[-1]
                    found[-1] = replace(last, responses=(*last.responses, said))
        return found

    def _rule(self, event: ActionExecuted, intent: str | None, ended: str | None) -> str | None:
        """The rule's name; LOOP for a form that goes on; None when a story led to the action."""
        for rule in self.rules:
            begins = rule.intent == intent if rule.intent else ended and rule.after == ended
            if begins and event.action_name in rule.actions:
                return rule.name
        return LOOP if str(event.action_name).endswith("_form") else None


def _is_said(event: Event) -> bool:
    return isinstance(event, UserUttered)


def _question(events: Iterable[Event]) -> str | None:
    """The last question asked before these events ended."""
    asked = None
    for event in events:
        if event.type_name == "slot" and event.key == "requested_slot":
            asked = event.value
    return asked


def _short(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def slots_of(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    """Slots that have a value."""
    current = tracker.current_slot_values() if tracker else {}
    return {name: value for name, value in current.items() if value is not None}


def offered(sent: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Payload and title of all that the messages let one press; an option as `question=value`."""
    found: list[tuple[str, str]] = []
    for message in sent:
        custom = message.get("custom") or {}
        buttons = [*message.get("buttons", ()), *custom.get("others", ())]
        buttons += [one for card in custom.get("cards", ()) for one in card.get("buttons", ())]
        found += [(one["payload"], one["title"]) for one in buttons]
        question = custom.get("question")
        found += [(f"{question}={o['value']}", o["title"]) for o in custom.get("options", ())]
    return tuple(found)
