"""`/console/banc/mallettes`: territory packs, looked at, sent, taken in, let go, made."""

from __future__ import annotations

from typing import Any

from sqlalchemy.engine import Engine
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.adapters.pack_desk import Arrival
from bot.adapters.packs.keys import PublicKey
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.pack_store import KINDS, PackUploads, TrustedKey
from bot.orientation.administrative_areas import REGIONS
from bot.replay import packs as replay_packs
from bot.replay.own_texts import OwnTexts
from bot.services import clock
from bot.services.pack_differences import told_moves
from bot.settings import Settings
from bot.web.bodies import SENDING
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench import pack_words as words
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.pages import back_to
from bot.web.console.seats import ADMIN, TESTER, Seat
from bot.web.errors import ApiError
from bot.web.tokens import now

PACKS = f"{BENCH}/mallettes"
ARRIVAL, ONE = f"{PACKS}/recue/{{upload_id}}", f"{PACKS}/installee/{{pack_id}}"
NOBODY = "declic"
"""Chosen for pictures or game: those of Déclic."""


class PackPages:
    """Admins take packs in and make them; testers look."""

    def __init__(self, engine: Engine, settings: Settings, doors: Doors, pages: BenchPages) -> None:
        self._desk = replay_packs.pack_desk(engine, settings)
        self._uploads = PackUploads(engine)
        self._accounts = AccountStore(engine)
        self._engine = engine
        self._settings = settings
        self._own_texts = OwnTexts(settings)
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        door = self._doors.door
        done = {
            SENDING: self.take,
            ARRIVAL: self.decide,
            f"{PACKS}/usages": self.use,
            f"{PACKS}/cle": self.make_key,
            f"{PACKS}/cles": self.trust,
            f"{PACKS}/exporter": self.export,
        }
        return [
            door(PACKS, self.packs, TESTER, ADMIN),
            door(ARRIVAL, self.arrival, ADMIN),
            *asking(self._doors, f"{ONE}/retirer", self.remove, ADMIN),
            *(door(path, act, ADMIN, method="POST") for path, act in done.items()),
        ]

    async def packs(self, request: Request, seat: Seat) -> Response:
        """What is installed, whose pictures and game are used, the keys, and what one may do."""
        return await self._front(request, seat)

    async def take(self, request: Request, seat: Seat) -> Response:
        """Keeps a pack that was sent, until somebody decides; nothing of one that is refused."""
        content = request.state.form.file
        if content is None:
            return await self._front(request, seat, 422, (words.NO_FILE,))
        try:
            await run_in_threadpool(self._desk.read, content)
        except RefusedPack as error:
            return await self._front(request, seat, 422, error.reasons)
        upload_id = await run_in_threadpool(self._uploads.keep, seat.advisor_id, content, now())
        return RedirectResponse(f"{PACKS}/recue/{upload_id}", 303)

    async def arrival(self, request: Request, seat: Seat) -> Response:
        """Who signed, and what would change."""
        try:
            return await self._previewed(request, seat)
        except RefusedPack as error:
            return await self._front(request, seat, 422, error.reasons)

    async def decide(self, request: Request, seat: Seat) -> Response:
        """Takes the pack in, whole or not at all, or lets it be."""
        form, upload_id = request.state.form, request.path_params["upload_id"]
        if form.one("act") == "abandon":
            await run_in_threadpool(self._uploads.drop, seat.advisor_id, upload_id)
            return back_to(PACKS, request, words.GIVEN_UP)
        try:
            arrival = await self._arrival(request, seat)
            if arrival.known_as is None and not form.one("compared"):
                return await self._previewed(request, seat, 422, words.COMPARE)
            accepted = form.one("fingerprint")
            # The organisation alone: other organisations read it, and the log has who it was.
            await run_in_threadpool(self._desk.install, arrival, seat.org.name, now(), accepted)
        except RefusedPack as error:
            return await self._front(request, seat, 422, error.reasons)
        if form.one("trust-as"):
            signer = arrival.sealed.signer
            await self._trust(seat, signer, form.one("trust-as"))
        about = arrival.sealed.about
        await self._note(seat, "pack_imported", f"{about.pack_id} {about.version}")
        await run_in_threadpool(self._uploads.drop, seat.advisor_id, upload_id)
        return back_to(PACKS, request, words.imported(about.title))

    async def _removal(self, request: Request, seat: Seat, pack_id: str) -> Response:
        """What would go with the pack, and what would stay."""
        one = await run_in_threadpool(self._desk.one, pack_id)
        if one is None:
            raise ApiError("not_found")
        preview = await run_in_threadpool(self._desk.preview_removal, pack_id)
        return self._page(request, seat, "pack_removal", one=one, preview=preview)

    async def remove(self, request: Request, seat: Seat) -> Response:
        """Lets a pack go once somebody has seen what goes with it and said yes."""
        pack_id = request.path_params["pack_id"]
        if not has_said_yes(request):
            return await self._removal(request, seat, pack_id)
        try:
            kept = await run_in_threadpool(self._desk.remove, pack_id)
        except LookupError as error:
            raise ApiError("not_found") from error
        await self._note(seat, "pack_removed", pack_id)
        return back_to(PACKS, request, words.removed(pack_id, kept))

    async def use(self, request: Request, seat: Seat) -> Response:
        """Whose pictures and game are used from the next start on."""
        form = request.state.form
        kind, pack_id = form.one("kind"), form.one("pack")
        if kind not in KINDS:
            raise ApiError("bad_request")
        try:
            chosen = None if pack_id == NOBODY else pack_id
            await run_in_threadpool(self._desk.use, kind, chosen)
        except (LookupError, RefusedPack):
            return await self._front(request, seat, 422, (words.NOT_THERE,))
        await self._note(seat, "pack_used", f"{kind} {pack_id}")
        return back_to(PACKS, request, words.CHOSEN)

    async def make_key(self, request: Request, seat: Seat) -> Response:
        """The key of this installation, made once."""
        await run_in_threadpool(self._keys.make)
        await self._note(seat, "pack_key_made", "")
        return back_to(PACKS, request, words.KEY_MADE)

    async def trust(self, request: Request, seat: Seat) -> Response:
        """Trusts a key that was pasted, or one no longer."""
        form = request.state.form
        if form.one("forget"):
            await run_in_threadpool(self._desk.keys.forget, form.one("forget"))
            await self._note(seat, "pack_key_forgotten", form.one("forget"))
            return back_to(PACKS, request, words.KEY_FORGOTTEN)
        try:
            key = PublicKey.of_text(form.one("key"))
        except RefusedPack as error:
            return await self._front(request, seat, 422, error.reasons)
        if not form.one("name"):
            return await self._front(request, seat, 422, (words.NAME_KEY,))
        await self._trust(seat, key, form.one("name"))
        return back_to(PACKS, request, words.KEY_TRUSTED)

    async def export(self, request: Request, seat: Seat) -> Response:
        """The pack of a region of this installation, signed, to download."""
        form = request.state.form
        asked = replay_packs.Asked(
            form.one("region"),
            form.one("version"),
            seat.org.name,
            stories=form.all("histoire"),
            protocols=form.all("protocole"),
        )
        try:
            pack = await run_in_threadpool(
                replay_packs.region_pack, self._engine, self._settings, asked, clock.today()
            )
        except RefusedPack as error:
            return await self._front(request, seat, 422, error.reasons, asked)
        await self._note(seat, "pack_exported", f"{pack.about.pack_id} {pack.about.version}")
        headers = {"Content-Disposition": f'attachment; filename="{pack.file_name}"'}
        return Response(pack.content, 200, headers, "application/octet-stream")

    @property
    def _keys(self) -> replay_packs.KeyFolder:
        return replay_packs.KeyFolder(self._settings.var)

    async def _arrival(self, request: Request, seat: Seat) -> Arrival:
        upload_id = request.path_params["upload_id"]
        content = await run_in_threadpool(self._uploads.of, seat.advisor_id, upload_id)
        if content is None:
            raise ApiError("not_found")
        return await run_in_threadpool(self._desk.read, content)

    async def _previewed(
        self, request: Request, seat: Seat, status: int = 200, error: str | None = None
    ) -> Response:
        arrival = await self._arrival(request, seat)
        preview = await run_in_threadpool(self._desk.preview, arrival)
        content = {"arrival": arrival, "preview": preview, "error": error}
        return self._page(request, seat, "pack_arrival", status, **content)

    async def _front(
        self,
        request: Request,
        seat: Seat,
        status: int = 200,
        refused: tuple[str, ...] = (),
        asked: replay_packs.Asked | None = None,
    ) -> Response:
        """asked: what was asked for and refused, to be asked again otherwise."""
        version = f"{clock.today():%Y.%-m.%-d}"
        content: dict[str, Any] = {
            "refused": refused,
            "is_admin": ADMIN in seat.roles,
            "is_tester": TESTER in seat.roles,
            "packs": await run_in_threadpool(self._desk.installed),
            "uses": await run_in_threadpool(self._desk.uses),
            "holding": {kind: await run_in_threadpool(self._desk.holding, kind) for kind in KINDS},
            "keys": await run_in_threadpool(self._desk.keys.all),
            "own": await run_in_threadpool(self._keys.own),
            "known_regions": await run_in_threadpool(replay_packs.known_regions, self._engine),
            "asked": asked or replay_packs.Asked("", version, seat.org.name),
            "own_stories": await run_in_threadpool(self._own_texts.stories),
            "own_protocols": await run_in_threadpool(self._own_texts.protocols),
            "sending": SENDING,
        }
        return self._page(request, seat, "packs", status, **content)

    def _page(
        self, request: Request, seat: Seat, template: str, status: int = 200, **content: Any
    ) -> Response:
        given = {"regions": REGIONS, "told_moves": told_moves, "words": words}
        return self._pages.page(request, seat, template, status, **given, **content)

    async def _trust(self, seat: Seat, key: PublicKey, name: str) -> None:
        kept = name[: words.LONGEST_NAME]
        trusted = TrustedKey(key.fingerprint, key.text, kept, seat.org.name, now())
        await run_in_threadpool(self._desk.keys.trust, trusted)
        await self._note(seat, "pack_key_trusted", key.fingerprint)

    async def _note(self, seat: Seat, act: str, detail: str) -> None:
        await run_in_threadpool(self._accounts.note, seat.account, act, now(), None, detail or None)
