"""`/console/banc/passages/variantes` and `/donnees`: facts broken on purpose, and kept copies."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import wiring
from bot.orientation import vocabulary
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.replay.runs import facts, offer_facts
from bot.replay.runs.data import offers_here
from bot.replay.runs.fact_search import FactBook
from bot.replay.runs.facts import WrongData
from bot.replay.runs.snapshots import Snapshots
from bot.replay.runs.spec import FactChange, Value
from bot.replay.runs.variants import Variant, Variants
from bot.services import clock
from bot.settings import Settings
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.run_forms import LONGEST_NUMBER
from bot.web.console.bench.runs import RUNS
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

VARIANTS, DATA = f"{RUNS}/variantes", f"{RUNS}/donnees"
ONE = f"{VARIANTS}/{{slug}}"


class VariantPages:
    """For testers of any organisation."""

    def __init__(self, settings: Settings, doors: Doors, pages: BenchPages) -> None:
        self._settings = settings
        self._variants = Variants.of(settings)
        self._snapshots = Snapshots.of(settings)
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        shown = {VARIANTS: self.all, ONE: self.one, DATA: self.data}
        done = {
            VARIANTS: self.make,
            f"{ONE}/changer": self.change,
            f"{ONE}/enlever": self.take_away,
            DATA: self.keep_data,
        }
        door = self._doors.door
        return [
            *(door(path, handler, TESTER) for path, handler in shown.items()),
            *(door(path, act, TESTER, method="POST") for path, act in done.items()),
            *asking(self._doors, f"{ONE}/effacer", self.forget, TESTER),
            *asking(self._doors, f"{DATA}/{{slug}}/effacer", self.forget_data, TESTER),
        ]

    async def all(self, request: Request, seat: Seat) -> Response:
        return await self._all(request, seat)

    async def _all(self, request: Request, seat: Seat, status: int = 200, **told: Any) -> Response:
        found = await run_in_threadpool(self._variants.all)
        return self._pages.page(request, seat, "variants", status, variants=found, **told)

    async def make(self, request: Request, seat: Seat) -> Response:
        name = request.state.form.one("nom")
        try:
            made = await run_in_threadpool(self._variants.make, name, clock.today())
        except WrongData as error:
            return await self._all(request, seat, 422, error=str(error))
        return back_to(f"{VARIANTS}/{made.slug}", request)

    async def one(self, request: Request, seat: Seat) -> Response:
        """What it changes, and the search of one fact more."""
        return await self._one(request, seat)

    async def _one(self, request: Request, seat: Seat, status: int = 200, **told: Any) -> Response:
        variant = await self._found(request)
        content = await run_in_threadpool(self._drawn, variant, request)
        return self._pages.page(request, seat, "variant", status, **{**content, **told})

    def _drawn(self, variant: Variant, request: Request) -> dict[str, Any]:
        book = self._book()
        asked = {
            name: _asked(request, name)
            for name in ("genre", "mots", "bassin", "cle", "fait", "valeur")
        }
        content: dict[str, Any] = {"variant": variant, "asked": asked, "book": book, "facts": None}
        content["basins"] = sorted(book.catalogue.basins, key=lambda one: one.name)
        content["found"] = (
            book.search(asked["genre"], asked["mots"], asked["bassin"]) if asked["genre"] else []
        )
        key = asked["cle"]
        if not key and len(content["found"]) == 1:
            key = content["found"][0].key
        if key:
            try:
                content["facts"] = book.facts(asked["genre"], key)
            except WrongData as error:
                content["error"] = str(error)
        return {**content, "key": key, "statuses": vocabulary.STATUSES, "limit": _limit}

    async def change(self, request: Request, seat: Seat) -> Response:
        """Adds a change, or puts it in the place of that of the same fact."""
        variant = await self._found(request)
        form = request.state.form
        try:
            await run_in_threadpool(self._changed, variant, form)
        except WrongData as error:
            return await self._one(request, seat, 422, error=str(error))
        return RedirectResponse(f"{VARIANTS}/{variant.slug}", 303)

    def _changed(self, variant: Variant, form: Form) -> None:
        wanted = FactChange(form.one("genre"), form.one("cle"), form.one("fait"), _value(form))
        checked = self._book().checked(wanted)
        self._variants.change(variant.slug, lambda now: now.with_change(checked))

    async def take_away(self, request: Request, seat: Seat) -> Response:
        """By what the fact is: its place may be another's since the page was drawn."""
        variant = await self._found(request)
        form = request.state.form
        fact = form.one("genre"), form.one("cle"), form.one("fait")
        left = (variant.slug, lambda now: now.without(fact))
        await run_in_threadpool(self._variants.change, *left)
        return back_to(f"{VARIANTS}/{variant.slug}", request)

    async def forget(self, request: Request, seat: Seat) -> Response:
        """Once its page has asked."""
        variant = await self._found(request)
        if not has_said_yes(request):
            return self._pages.page(request, seat, "variant_erase", variant=variant)
        await run_in_threadpool(self._variants.forget, variant.slug)
        return back_to(VARIANTS, request)

    async def data(self, request: Request, seat: Seat) -> Response:
        """The copies that are kept."""
        return await self._data(request, seat)

    async def _data(self, request: Request, seat: Seat, status: int = 200, **told: Any) -> Response:
        found = await run_in_threadpool(self._snapshots.all)
        return self._pages.page(request, seat, "run_data", status, snapshots=found, **told)

    async def keep_data(self, request: Request, seat: Seat) -> Response:
        name = request.state.form.one("nom")
        try:
            await run_in_threadpool(self._snapshots.keep, name, clock.today(), self._settings)
        except WrongData as error:
            return await self._data(request, seat, 422, error=str(error))
        return back_to(DATA, request)

    async def forget_data(self, request: Request, seat: Seat) -> Response:
        """Once its page has asked."""
        slug = request.path_params["slug"]
        try:
            copy = await run_in_threadpool(self._snapshots.find, slug)
            if not has_said_yes(request):
                return self._pages.page(request, seat, "run_data_erase", copy=copy)
            await run_in_threadpool(self._snapshots.forget, slug)
        except WrongData as error:
            raise ApiError("not_found") from error
        return back_to(DATA, request)

    async def _found(self, request: Request) -> Variant:
        try:
            return await run_in_threadpool(self._variants.find, request.path_params["slug"])
        except WrongData as error:
            raise ApiError("not_found") from error

    def _book(self) -> FactBook:
        """The facts of this installation, as people have them today."""
        offers = wiring.offers_of(self._settings).in_use()
        names = {key: one.offer.name for key, one in offers.by_id.items()}
        return FactBook(wiring.catalogue(), offers_here(self._settings), names)


def _asked(request: Request, name: str) -> str:
    """Of the address; of the form when what it changes was refused, so that nothing is lost."""
    form = request.state.form if request.method == "POST" else Form([])
    return form.one(name) or request.query_params.get(name, "")


def _value(form: Form) -> Value:
    """What is typed or chosen, as the fact wants it. Raises WrongData."""
    field, written = form.one("fait"), form.one("valeur")
    if form.one("inconnu"):
        return None
    if field == facts.PROJECTS:
        if not written.isdecimal() or len(written) > LONGEST_NUMBER:
            raise WrongData("Projets d’embauche : écrivez un nombre entier, ou cochez inconnu.")
        return int(written)
    if field in (facts.LICENCE, facts.REMOVED):
        return written == "oui"
    if field in (facts.TRAINING, offer_facts.EXPIRES) and not written:
        return None
    return written


def _limit(field: str) -> tuple[str, str] | None:
    """Of a limit of a condition, what it is about and on which side; None: it is none."""
    if not field.startswith(offer_facts.LIMIT):
        return None
    name, side = field.removeprefix(offer_facts.LIMIT).split(":")[:2]
    return CIRCUMSTANCES[name].statement, side
