"""The private Rasa channel of the web app: one request is one turn.

Only the web app knows the shared secret. A button arrives as the payload of the domain
(`/answer{"question": "licence", "value": "yes"}`) and is handed to Rasa as
understood, without another parse; typed text never is.
docs/decisions/0005-own-channel.md has the contract of its routes.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.core.lock_store import LockError
from rasa.shared.core.events import BotUttered, UserUttered
from redis.exceptions import RedisError
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import json as json_response
from sanic.response import text as text_response
from sqlalchemy.exc import SQLAlchemyError

from bot import logs
from bot.orientation.typography import french
from bot.rasa_process import metrics, turn
from bot.rasa_process.tracker_store import ConversationStore
from bot.secret import shared_secret
from bot.settings import Settings
from bot.traces import where

logger = logging.getLogger(__name__)

MAX_TEXT = 2000
ADVISOR = "advisor"
"""The author of what an advisor says at their seat; without an author, the person says it."""
HEALTH = "/webhooks/declic/health"
METRICS = "/webhooks/declic/metrics"
CODES = frozenset({"payload", "value", "question", "type", "rome_code", "mode", "url", "deck"})
_CONVERSATION_ID = re.compile(r"[0-9a-f]{32}")
_PAYLOAD = re.compile(r"/([a-z_]+)(\{.*\})?", re.DOTALL)


class BadRequest(ValueError):
    """The web app sent something that is no turn."""


class CollectedMessages(OutputChannel):  # type: ignore[misc]
    """Keeps the bot's messages of one turn in the shape of the contract."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "declic"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        kept = {key: message[key] for key in ("text", "buttons", "custom") if message.get(key)}
        if kept:
            self.messages.append(typeset(kept))


class DeclicChannel(InputChannel):  # type: ignore[misc]
    """Routes /turn, /conversations/<id> (read, erase), /health, /metrics of /webhooks/declic."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    @classmethod
    def name(cls) -> str:
        return "declic"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> DeclicChannel:
        return cls(shared_secret(Settings.from_environment()))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("declic_channel")

        @routes.middleware("request")  # type: ignore[untyped-decorator]
        async def check_secret(request: Request) -> HTTPResponse | None:
            given = request.headers.get("X-Declic-Secret", "")
            is_known = hmac.compare_digest(given.encode(), self.secret.encode())
            if is_known or request.path in (HEALTH, METRICS):
                return None
            return json_response({"error": "unauthorized"}, 401)

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            ready = agent is not None and agent.is_ready()
            return json_response({"status": "ok" if ready else "loading"}, 200 if ready else 503)

        @routes.get("/metrics")
        async def show_metrics(request: Request) -> HTTPResponse:
            return text_response(metrics.as_text())

        @routes.post("/turn")
        async def take_turn(request: Request) -> HTTPResponse:
            try:
                message = read_message(request.json)
            except Exception:
                return json_response({"error": "bad_request"}, 400)
            return await _answer(message, request.app.ctx.agent)

        @routes.get("/conversations/<conversation_id>")
        async def recall(request: Request, conversation_id: str) -> HTTPResponse:
            try:
                return json_response(await recalled(conversation_id, request.app.ctx.agent))
            except SQLAlchemyError:
                return json_response({"error": turn.STORAGE_UNAVAILABLE}, 503)

        @routes.delete("/conversations/<conversation_id>")
        async def erase(request: Request, conversation_id: str) -> HTTPResponse:
            agent = request.app.ctx.agent
            try:
                async with agent.lock_store.lock(conversation_id):
                    store_of(agent).erase(conversation_id)
            except (LockError, RedisError):
                return json_response({"error": turn.LOCK_UNAVAILABLE}, 503)
            except SQLAlchemyError:
                return json_response({"error": turn.STORAGE_UNAVAILABLE}, 503)
            return HTTPResponse(status=204)

        return routes


def typeset(content: Any, name: str = "") -> Any:
    """The same content with French typography in every text that a person reads."""
    if isinstance(content, dict):
        return {key: typeset(value, key) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [typeset(value, name) for value in content]
    return french(content) if isinstance(content, str) and name not in CODES else content


def read_message(body: Any) -> UserMessage:
    """The message of a turn. BadRequest, KeyError, TypeError: a field is missing or is wrong."""
    conversation_id, message_id = body["conversation_id"], body["message_id"]
    text, payload = body.get("text"), body.get("payload")
    if not _CONVERSATION_ID.fullmatch(conversation_id) or not 0 < len(message_id) <= 64:
        raise BadRequest("identifiers")
    if (text is None) == (payload is None):
        raise BadRequest("either text or payload")
    message = UserMessage(
        output_channel=CollectedMessages(),
        sender_id=conversation_id,
        message_id=message_id,
        input_channel="declic",
        metadata=_metadata(body.get("author")),
    )
    if payload is not None:
        message.parse_data = understood(payload)
        message.text = body.get("title") or payload
    else:
        message.text = _plain(text)
    return message


def _metadata(author: str | None) -> dict[str, str] | None:
    """What the conversation keeps beside the message; None: the person said it."""
    if author not in (None, ADVISOR):
        raise BadRequest("author")
    return {"author": ADVISOR} if author else None


def understood(payload: str) -> dict[str, Any]:
    """What Rasa would parse from a payload: its intent with confidence 1, and its entities."""
    match = _PAYLOAD.fullmatch(payload)
    if match is None:
        raise BadRequest("payload")
    entities = json.loads(match.group(2) or "{}")
    return {
        "text": payload,
        "intent": {"name": match.group(1), "confidence": 1.0},
        "entities": [{"entity": name, "value": value} for name, value in entities.items()],
    }


def _plain(text: str) -> str:
    """Text that Rasa cannot take for a payload: no leading slash, nothing a terminal would obey."""
    if len(text) > MAX_TEXT:
        raise BadRequest("too long")
    return text.replace("\x00", "").lstrip(" \t\r\n/\u200b\ufeff\u00a0") or "…"


async def _answer(message: UserMessage, agent: Agent) -> HTTPResponse:
    started = time.perf_counter()
    messages, failure = await answer(message, agent)
    seconds = time.perf_counter() - started
    metrics.turns.observe(seconds)
    logs.event(logger, "turn", ms=round(seconds * 1000), failure=failure)
    if failure:
        metrics.failures.labels(failure).inc()
        return json_response({"error": failure}, 503)
    return json_response({"messages": messages})


async def answer(message: UserMessage, agent: Agent) -> tuple[list[dict[str, Any]], str | None]:
    """One whole turn: the bot's messages, and what failed (a code of `turn`); None: nothing did.

    After a failure nothing is kept, and the same message may be sent again.
    """
    this_turn = turn.begin()
    messages: list[dict[str, Any]] = []
    try:
        messages = await _once(message, agent)
    except (LockError, RedisError):
        turn.fail(turn.LOCK_UNAVAILABLE)
    except SQLAlchemyError:
        turn.fail(turn.STORAGE_UNAVAILABLE)
    except Exception as error:
        logs.event(logger, "turn_failed", logging.ERROR, error=where(error))
        turn.fail(turn.ACTIONS_UNAVAILABLE)
    return messages, this_turn.failure


async def _once(message: UserMessage, agent: Agent) -> list[dict[str, Any]]:
    """What `Agent.handle_message` does, but for a message that the conversation has answered:
    that one is looked for inside the lock, and its answer is read again."""
    store = store_of(agent)
    async with agent.lock_store.lock(message.sender_id):
        if store.last_message_id(message.sender_id) == message.message_id:
            return await _said_before(store, message)
        await agent.processor.handle_message(message)
        return list(message.output_channel.messages)


async def _said_before(store: ConversationStore, message: UserMessage) -> list[dict[str, Any]]:
    """The bot's messages after the last message of the person, read again from the conversation."""
    tracker = await store.retrieve(message.sender_id)
    again = CollectedMessages()
    for event in tracker.events if tracker else ():
        if isinstance(event, UserUttered):
            again.messages.clear()
        elif isinstance(event, BotUttered):
            await again.send_response(message.sender_id, event.message())
    return again.messages


async def recalled(conversation_id: str, agent: Agent) -> dict[str, Any]:
    """What is kept of a conversation, for the person to read: `slots` now, and all `events`."""
    tracker = await store_of(agent).retrieve_full_tracker(conversation_id)
    if tracker is None:
        return {"slots": {}, "events": []}
    return {
        "slots": tracker.current_slot_values(),
        "events": [event.as_dict() for event in tracker.events],
    }


def store_of(agent: Agent) -> ConversationStore:
    """Déclic's own store, without the wrapper that falls back to memory."""
    store: ConversationStore = agent.tracker_store._tracker_store
    return store
