"""The files of the deck of pictures, and nothing else of its folder."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.adapters.picture_images import MEDIA_TYPES
from bot.orientation.pictures import Deck
from bot.web.errors import ApiError
from bot.web.kept_files import KeptFile

DRAWN = ".svg"
HEADERS = {
    "Cache-Control": "public, max-age=86400",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}
"""Kept a day: a picture that is drawn again is seen soon, and none is loaded twice in a
conversation. A drawing may hold markup: opened alone, it runs nothing and loads nothing."""


class PictureFiles:
    """`/pictures/<deck id>/<file>`."""

    def __init__(self, deck: Deck, folder: Path) -> None:
        self._deck_id = deck.deck_id
        paths = [folder / picture.file for picture in deck.pictures]
        self._drawings = {
            path.name: KeptFile(path, HEADERS) for path in paths if path.suffix.lower() == DRAWN
        }
        self._photographs = {path.name: path for path in paths if path.name not in self._drawings}

    def routes(self) -> list[Route]:
        return [Route("/pictures/{deck_id}/{file}", self.picture, methods=["GET"])]

    async def picture(self, request: Request) -> Response:
        name = request.path_params["file"]
        if request.path_params["deck_id"] != self._deck_id:
            raise ApiError("not_found")
        if drawing := self._drawings.get(name):
            return drawing.response(request)
        if path := self._photographs.get(name):
            return FileResponse(path, headers=HEADERS, media_type=MEDIA_TYPES[path.suffix.lower()])
        raise ApiError("not_found")
