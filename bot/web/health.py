"""Two questions for who watches over the service: does this process answer, and do the others?"""

from __future__ import annotations

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.sessions import SessionStore


class Health:
    """The routes, over the store and Rasa."""

    def __init__(self, store: SessionStore, rasa: RasaClient) -> None:
        self._store = store
        self._rasa = rasa

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self.live, methods=["GET"]),
            Route("/readyz", self.ready, methods=["GET"]),
        ]

    async def live(self, request: Request) -> Response:
        """This process answers."""
        return JSONResponse({"status": "ok"})

    async def ready(self, request: Request) -> Response:
        """Rasa and the database answer too; else 503, and which of them does not."""
        away = [] if await self._rasa.is_ready() else ["rasa"]
        try:
            await run_in_threadpool(self._store.check)
        except SQLAlchemyError:
            away.append("database")
        status = "away" if away else "ok"
        return JSONResponse({"status": status, "away": away}, 503 if away else 200)
