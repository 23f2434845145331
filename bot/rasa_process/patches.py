"""The two patches of Rasa, for the cost of a turn.

Rasa 3.6.21 checks every answer of an action with `jsonschema.validate`, which first checks the
schema itself against its meta-schema, every time: about half of a turn's CPU. Here the schema is
checked once. The answers are validated as before.

It also looks through all classes of events for the class of each event that it reads, at each
turn: the cost of a turn grows with the conversation. Here the class of a name is found once.

docs/decisions/0004-cost-of-a-turn.md and 0019-under-load.md have the measured gains;
tests/unit/test_patches.py fails when the patched code of Rasa changes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jsonschema
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event


@lru_cache(maxsize=1)
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    return validator_class(schema)


def _validate_action_result(_self: RemoteAction, result: dict[str, Any]) -> bool:
    error = jsonschema.exceptions.best_match(_validator().iter_errors(result))
    if error is not None:
        raise error
    return True


_searched = Event.resolve_by_type


@lru_cache(maxsize=256)
def _resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """As Rasa does; a name that is not found raises each time."""
    found: type[Event] | None = _searched(type_name, default)
    return found


def apply() -> None:
    """Puts the patches in place; calling it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result
    Event.resolve_by_type = staticmethod(_resolve_by_type)
