"""Whether this process lives, and whether it can serve: for supervisors and load balancers."""

from __future__ import annotations

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate


class Health:
    """`/healthz` and `/readyz`. They have no limit, and ask little."""

    def __init__(self, engine: Engine, rasa: RasaClient) -> None:
        self._engine = engine
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
        """Rasa and the database answer too; else 503, and which of them does not.

        schema: of the database, beside this program's. One that is older, or empty, has to be
        migrated before it can serve; one that is newer is that of the next version, which may be
        starting beside this one.
        """
        away = [] if await self._rasa.is_ready() else ["rasa"]
        schema = await run_in_threadpool(self._schema)
        if schema is None:
            away.append("database")
        elif schema == migrate.OLDER:
            away.append("migrations")
        document = {"status": "away" if away else "ok", "away": away, "schema": schema}
        return JSONResponse(document, 503 if away else 200)

    def _schema(self) -> str | None:
        """None: the database does not answer."""
        try:
            with self._engine.connect() as connection:
                return migrate.schema(connection).state
        except SQLAlchemyError:
            return None
