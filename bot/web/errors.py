"""What the API answers when it cannot do what was asked: a code, and one or two kind sentences."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse

from bot.orientation.phrases import say
from bot.orientation.typography import french

STATUS: Mapping[str, int] = {
    "bad_json": 400,
    "bad_request": 400,
    "unknown_choice": 400,
    "unknown_session": 401,
    "wrong_origin": 403,
    "no_role": 403,
    "own_account": 403,
    "wrong_form": 403,
    "person_only": 403,
    "advisor_only": 403,
    "session_expired": 401,
    "not_found": 404,
    "unknown_message": 404,
    "unknown_code": 404,
    "unknown_table_code": 404,
    "unknown_trial_code": 404,
    "no_accompaniment": 404,
    "no_story": 404,
    "scene_gone": 404,
    "nothing_to_record": 409,
    "wrong_method": 405,
    "stale_choice": 409,
    "too_slow": 408,
    "busy": 409,
    "no_code_shared": 409,
    "old_consent": 409,
    "no_advisor": 409,
    "accompanied_already": 409,
    "proposal_gone": 409,
    "story_changed": 409,
    "workshop_full": 409,
    "workshop_over": 409,
    "trial_open": 409,
    "trial_closed": 409,
    "trial_not_open": 409,
    "protocol_twice": 409,
    "protocol_changed": 409,
    "trial_waits": 409,
    "trial_withdrawn": 409,
    "body_too_large": 413,
    "wrong_type": 415,
    "wrong_body": 422,
    "wrong_region": 422,
    "wrong_workshop": 422,
    "wrong_trial": 422,
    "wrong_note": 422,
    "wrong_idea": 422,
    "wrong_dots": 422,
    "wrong_reaction": 422,
    "wrong_decision": 422,
    "text_empty": 422,
    "text_too_long": 422,
    "too_many": 429,
    "head_too_large": 431,
    "failed": 500,
    "refused": 502,
    "cannot_open": 503,
    "cannot_erase": 503,
    "cannot_export": 503,
    "bot_away": 503,
    "crowded": 503,
    "storage_away": 503,
}
"""HTTP status of each code; its French words are the phrase "web.<code>"."""


class ApiError(Exception):
    """A refusal, by a code of STATUS."""

    def __init__(self, code: str, retry_after_seconds: int | None = None) -> None:
        super().__init__(code)
        self.code, self.status = code, STATUS[code]
        self.message = french(say(f"web.{code}"))
        self.retry_after_seconds = retry_after_seconds

    def response(self) -> JSONResponse:
        wait = self.retry_after_seconds
        headers = {"Retry-After": str(wait)} if wait else None
        return JSONResponse({"error": self.code, "message": self.message}, self.status, headers)
