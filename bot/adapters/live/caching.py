"""How an answer is kept: under the hash of its question, without what nobody reads."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Protocol

from bot.adapters.live.exchange import Answer, Question

CACHE_FORMAT = 1
"""To raise when what a client keeps changes shape: answers kept before are then never found."""


class AnswerCache(Protocol):
    """Keeps answers for later calls; never raises, and never finds an expired one."""

    def get(self, api: str, key: str) -> Any | None: ...

    def put(self, api: str, key: str, answer: Any, keep_seconds: float) -> None: ...


def key_of(question: Question) -> str:
    """SHA-256 of the question: what was asked cannot be read in the database."""
    asked = [question.method, question.url, question.params, question.document, question.form]
    text = json.dumps([CACHE_FORMAT, *asked], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def as_kept(answer: Answer) -> dict[str, Any]:
    kept_headers = {"content-range"} & answer.headers.keys()
    return {
        "status": answer.status,
        "headers": {name: answer.headers[name] for name in kept_headers},
        "document": answer.document,
        "fetched_at": answer.fetched_at.isoformat(),
    }


def answer_of(kept: Mapping[str, Any]) -> Answer:
    return Answer(
        kept["status"],
        kept["headers"],
        kept["document"],
        datetime.datetime.fromisoformat(kept["fetched_at"]),
    )
