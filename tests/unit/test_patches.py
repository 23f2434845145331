"""The one patch of Rasa does what the patched code did, and fails here when that code changes."""

from __future__ import annotations

import inspect

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction

from bot.rasa_process import patches

ORIGINAL = inspect.getsource(RemoteAction)
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
