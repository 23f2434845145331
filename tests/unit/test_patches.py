"""The patches of Rasa do what the patched code did, and fail here when that code changes."""

from __future__ import annotations

import inspect

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered

from bot.rasa_process import patches

ORIGINAL = inspect.getsource(RemoteAction)
SEARCHED = inspect.getsource(Event.resolve_by_type)
patches.apply()
ACTION = RemoteAction("action_x", None)


def test_the_patched_code_is_the_one_that_was_read() -> None:
    assert "validate(result, self.action_response_format_spec())" in ORIGINAL
    assert "self._validate_action_result(response)" in ORIGINAL


@pytest.mark.parametrize(
    "answer",
    [
        {"events": [], "responses": []},
        {"events": [{"event": "slot", "name": "commune", "value": None, "timestamp": None}]},
        {"responses": [{"text": "Bonjour"}]},
    ],
)
def test_a_right_answer_is_accepted(answer: dict) -> None:
    assert ACTION._validate_action_result(answer) is True


@pytest.mark.parametrize(
    "answer",
    [{"events": [{"name": "no event key"}]}, {"responses": "text"}, {"responses": [1]}, []],
)
def test_a_wrong_answer_is_refused_as_before(answer: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, RemoteAction.action_response_format_spec())
    with pytest.raises(jsonschema.ValidationError):
        ACTION._validate_action_result(answer)


def test_the_search_for_classes_of_events_is_the_one_that_was_read() -> None:
    assert "all_subclasses(Event)" in SEARCHED
    assert "cls.type_name == type_name" in SEARCHED
    assert "Event.resolve_by_type(event_name, default)" in inspect.getsource(Event.from_parameters)


@pytest.mark.parametrize("event", [SlotSet("commune", "38053"), BotUttered("Bonjour")])
def test_an_event_is_read_back_as_it_was(event: Event) -> None:
    for _ in range(2):
        assert Event.from_parameters(event.as_dict()) == event


def test_an_event_of_no_class_is_refused_each_time_or_is_the_default() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="Unknown event name"):
            Event.resolve_by_type("unheard-of")
        assert Event.resolve_by_type("unheard-of", UserUttered) is UserUttered
