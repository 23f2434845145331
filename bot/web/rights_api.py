"""The JSON routes of a person's rights: other devices, shared computers, consent, copy."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.web.access import Access
from bot.web.export import EXPORT_FILE, Export
from bot.web.menu import later_text
from bot.web.requests import read_json
from bot.web.rights import Rights
from bot.web.rights_requests import read_shared, read_typed_code, read_version


class RightsApi:
    """The routes, over the use cases. public_url: where people reach Déclic."""

    def __init__(self, access: Access, rights: Rights, export: Export, public_url: str) -> None:
        self._access = access
        self._rights = rights
        self._export = export
        self._public_url = public_url

    def routes(self) -> list[Route]:
        return [
            Route("/api/session", self.share, methods=["PATCH"]),
            Route("/api/session/consent", self.agree, methods=["POST"]),
            Route("/api/session/code", self.code, methods=["POST"]),
            Route("/api/session/export", self.export, methods=["GET"]),
            Route("/api/resume", self.resume, methods=["POST"]),
        ]

    async def share(self, request: Request) -> Response:
        conversation_id = await self._access.conversation_of(request)
        is_shared = read_shared(await read_json(request))
        await self._rights.set_shared(conversation_id, is_shared)
        return JSONResponse({"shared": is_shared})

    async def agree(self, request: Request) -> Response:
        conversation_id = await self._access.conversation_of(request)
        await self._rights.accept(conversation_id, read_version(await read_json(request)))
        return Response(status_code=204)

    async def code(self, request: Request) -> Response:
        code = await self._rights.code(await self._access.conversation_of(request))
        url = code.address(self._public_url)
        text = later_text(request.query_params.get("reading") == "easy", code.expires)
        kept = {"code": code.shown, "expires": code.expires.isoformat(), "url": url, "text": text}
        return JSONResponse(kept)

    async def resume(self, request: Request) -> Response:
        self._access.take_guess(request)
        token = await self._rights.resume(read_typed_code(await read_json(request)))
        self._access.give_guess_back(request)
        return JSONResponse({"token": token})

    async def export(self, request: Request) -> Response:
        kept = await self._export.everything(await self._access.conversation_of(request))
        headers = {"Content-Disposition": f'attachment; filename="{EXPORT_FILE}"'}
        return Response(kept, media_type="application/json", headers=headers)
