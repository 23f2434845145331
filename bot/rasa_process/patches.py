"""The one patch of Rasa, for the cost of a turn.

Rasa 3.6.21 checks every answer of an action with `jsonschema.validate`, which first checks the
schema itself against its meta-schema, every time: about half of a turn's CPU. Here the schema is
checked once. The answers are validated as before.
docs/decisions/0004-cost-of-a-turn.md has the measured gain; tests/unit/test_patches.py fails when
the patched code of Rasa changes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jsonschema
from rasa.core.actions.action import RemoteAction


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


def apply() -> None:
    """Puts the patch in place; calling it again changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result
