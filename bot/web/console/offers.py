"""`/console/offres`: the queue of the support offers, the page of each, its form, its preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import wiring
from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.labels import upper_first
from bot.orientation.offer import Offer
from bot.orientation.offer_sentences import OfferCard, card
from bot.orientation.phrases import say
from bot.orientation.publication import publish
from bot.orientation.vocabulary import THEMES
from bot.orientation.wording import plain
from bot.services import clock
from bot.services.editing import editor_words as words
from bot.services.editing.changes import AlreadyChanged, mark_of
from bot.services.editing.effects import effects
from bot.services.editing.fields import Typed, read_fields
from bot.services.editing.queue import Entry, filtered
from bot.services.editing.words import differences, zone_words
from bot.web.console.doors import ConsoleRoute, Doors
from bot.web.console.offer_desk import NEW, Editing, OfferDesk, history_words
from bot.web.console.offer_forms import OfferForm, after_act, drawing, with_reading
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import EDITOR, Seat

OFFERS = "/console/offres"
ONE = f"{OFFERS}/{{offer_id}}"
LEAST_WHY = 3
ZIP = "declic-offres.zip"


class OfferPages:
    """For editors of any organisation: the offers are common to the installation."""

    def __init__(self, desk: OfferDesk, doors: Doors, pages: Pages) -> None:
        self._desk = desk
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        shown = {
            OFFERS: self.queue,
            f"{OFFERS}/changees": self.download,
            ONE: self.offer,
            f"{ONE}/modifier": self.form,
            f"{ONE}/apercu": self.preview,
        }
        done = {
            "modifier": self.keep,
            "publier": self.publish,
            "abandonner": self.give_up,
            "rassembler": self.put_together,
            "signalements": self.close,
            "fichier": self.settle,
        }
        door = self._doors.door
        return [
            *(door(path, handler, EDITOR) for path, handler in shown.items()),
            *(door(f"{ONE}/{name}", act, EDITOR, method="POST") for name, act in done.items()),
        ]

    async def queue(self, request: Request, seat: Seat) -> Response:
        """What to look at first, and the rest on demand."""
        asked = {name: request.query_params.get(name, "") for name in _FILTERS}
        entries = await run_in_threadpool(self._desk.queue)
        drafts = await run_in_threadpool(self._desk.drafts)
        content: dict[str, Any] = {
            "asked": asked,
            "entries": _chosen(entries, asked),
            "counts": Counter(why.code for entry in entries for why in entry.why),
            "reasons": words.REASONS,
            "departments": DEPARTMENTS,
            "themes": _themes_of(entries),
            "waiting": await run_in_threadpool(self._desk.waiting),
            "mine": [one for one in drafts if one.advisor_id == seat.advisor_id],
            "others": Counter(one.offer_id for one in drafts if one.advisor_id != seat.advisor_id),
            "names": {entry.offer.offer_id: entry.offer.name for entry in entries},
        }
        return self._page(request, seat, "offers", **content)

    async def download(self, request: Request, seat: Seat) -> Response:
        """The files that changed, to copy into data/offers."""
        packed = await run_in_threadpool(self._desk.zip_of_waiting, seat)
        headers = {"Content-Disposition": f'attachment; filename="{ZIP}"'}
        return Response(packed, 200, headers, "application/zip")

    async def offer(self, request: Request, seat: Seat) -> Response:
        """One offer: what people see of it, what they said of it, what was changed and by whom."""
        offer_id = request.path_params["offer_id"]
        found = await run_in_threadpool(self._desk.one, offer_id)
        entries = await run_in_threadpool(self._desk.queue)
        content: dict[str, Any] = {
            "found": found,
            "entry": next(one for one in entries if one.offer.offer_id == offer_id),
            "cards": self._cards(found.offer),
            "reports": await run_in_threadpool(self._desk.reports, offer_id),
            "reason_words": _reason_words,
            "history": history_words(found),
            "drafts": [
                one
                for one in await run_in_threadpool(self._desk.drafts)
                if one.offer_id == offer_id
            ],
        }
        return self._page(request, seat, "offer", **content)

    async def form(self, request: Request, seat: Seat) -> Response:
        """The form, with what is wrong beside each field once a draft is begun."""
        editing = await self._editing(request, seat)
        theirs = editing.theirs
        content: dict[str, Any] = {
            "editing": editing,
            "form": OfferForm(editing.fields, editing.proposal),
            "base_mark": mark_of(theirs.content) if theirs else "",
            "offers": sorted(self._desk.in_use().support.by_id.values(), key=lambda one: one.name),
            "is_new": editing.offer_id == NEW,
            **drawing(),
        }
        return self._page(request, seat, "offer_form", **content)

    async def keep(self, request: Request, seat: Seat) -> Response:
        """Keeps what was typed, whatever it is worth, then does what the button says."""
        offer_id, form = request.path_params["offer_id"], request.state.form
        typed = read_fields(Typed(form.one, form.all))
        if offer_id != NEW:
            typed["offer_id"] = [offer_id]
        read = with_reading(typed, bool(form.one("read-today")), clock.today())
        fields, place = after_act(read, form.one("act"))
        await run_in_threadpool(self._desk.keep, seat, offer_id, fields, form.one("base"))
        if form.one("act") == "preview":
            return RedirectResponse(f"{OFFERS}/{quote(offer_id)}/apercu", 303)
        where = f"#{place}" if place else ""
        return RedirectResponse(f"{OFFERS}/{quote(offer_id)}/modifier{where}", 303)

    async def preview(self, request: Request, seat: Seat) -> Response:
        """What people would see, what changes and for whom; then the way to publish it."""
        editing = await self._editing(request, seat)
        if not editing.is_begun or editing.proposal.offer is None:
            return RedirectResponse(f"{OFFERS}/{quote(editing.offer_id)}/modifier", 303)
        return await self._previewed(request, seat, editing)

    async def publish(self, request: Request, seat: Seat) -> Response:
        """Publishes the draft, signed, with its reason; not what somebody has not seen."""
        editing = await self._editing(request, seat)
        if not editing.is_begun or not editing.proposal.is_publishable:
            return RedirectResponse(f"{OFFERS}/{quote(editing.offer_id)}/modifier", 303)
        why = request.state.form.one("why")
        if len(why) < LEAST_WHY:
            return await self._previewed(request, seat, editing, 422, words.SAY_WHY)
        if request.state.form.one("seen") != mark_of(editing.proposal.content):
            error = words.READ_AGAIN
            return await self._previewed(request, seat, editing, 409, error)
        try:
            offer_id = await run_in_threadpool(self._desk.publish, seat, editing, why)
        except AlreadyChanged:
            again = await self._editing(request, seat)
            return await self._previewed(request, seat, again, 409, words.BEHIND)
        return back_to(f"{OFFERS}/{offer_id}", request, words.PUBLISHED)

    async def give_up(self, request: Request, seat: Seat) -> Response:
        offer_id = request.path_params["offer_id"]
        await run_in_threadpool(self._desk.give_up, seat, offer_id)
        where = OFFERS if offer_id == NEW else f"{OFFERS}/{quote(offer_id)}"
        return back_to(where, request, words.GIVEN_UP)

    async def put_together(self, request: Request, seat: Seat) -> Response:
        """The draft on top of what was published meanwhile."""
        offer_id = request.path_params["offer_id"]
        found = await run_in_threadpool(self._desk.put_together, seat, offer_id)
        said = words.PUT_TOGETHER + (words.BOTH_TOUCHED if found and found.both else "")
        return back_to(f"{OFFERS}/{quote(offer_id)}/apercu", request, said)

    async def close(self, request: Request, seat: Seat) -> Response:
        """Notes what was decided of reports."""
        offer_id, form = request.path_params["offer_id"], request.state.form
        where, decision = f"{OFFERS}/{quote(offer_id)}", form.one("decision")
        if not decision:
            return back_to(where, request, words.SAY_DECISION)
        references = form.all("reference")
        count = await run_in_threadpool(self._desk.close, seat, offer_id, references, decision)
        return back_to(where, request, words.closed_words(count))

    async def settle(self, request: Request, seat: Seat) -> Response:
        """Says which is right: the file that was changed elsewhere, or what was published."""
        offer_id = request.path_params["offer_id"]
        where = f"{OFFERS}/{quote(offer_id)}"
        keeps_file = request.state.form.one("right") == "file"
        try:
            await run_in_threadpool(self._desk.settle, seat, offer_id, keeps_file)
        except AlreadyChanged:
            return back_to(where, request, words.BEHIND)
        return back_to(where, request, words.SETTLED)

    async def _editing(self, request: Request, seat: Seat) -> Editing:
        return await run_in_threadpool(self._desk.editing, seat, request.path_params["offer_id"])

    async def _previewed(
        self,
        request: Request,
        seat: Seat,
        editing: Editing,
        status: int = 200,
        error: str | None = None,
    ) -> Response:
        content = await run_in_threadpool(self._preview, editing)
        content["error"] = error or (words.BEHIND if editing.is_behind else None)
        why = request.state.form.one("why") if request.method == "POST" else ""
        return self._page(request, seat, "offer_preview", status, why=why, **content)

    def _preview(self, editing: Editing) -> dict[str, Any]:
        offer, base = editing.proposal.offer, editing.base
        assert offer is not None
        theirs = editing.theirs
        return {
            "editing": editing,
            "offer": offer,
            "form": OfferForm(editing.fields, editing.proposal),
            "cards": self._cards(offer),
            "changes": differences(editing.before, offer),
            "mine": differences(base.offer if base else None, offer),
            "meanwhile": differences(base.offer, theirs.offer) if base and theirs else (),
            "effects": effects(editing.before, offer, wiring.example_people(), clock.today()),
            "states": words.STATES,
            "commune": _commune,
            "seen": mark_of(editing.proposal.content),
        }

    def _cards(self, offer: Offer) -> list[tuple[str, OfferCard]]:
        others = self._desk.in_use().support.by_id
        shown = publish(offer, clock.today(), others)
        return [
            (words.STANDARD, card(shown)),
            (words.EASY_READ, card(shown, easy=True)),
        ]

    def _page(
        self, request: Request, seat: Seat, name: str, status: int = 200, **content: Any
    ) -> Response:
        common: dict[str, Any] = {
            "today": clock.today(),
            "levels": words.LEVELS,
            "zone_words": zone_words,
        }
        common["up"] = upper_first
        template = f"console/{name}.html"
        return self._pages.page(request, seat, template, status, **common, **content)


_FILTERS = ("motif", "departement", "theme", "texte", "toutes")


def _chosen(entries: Sequence[Entry], asked: dict[str, str]) -> Sequence[Entry]:
    """Without a filter: those that there is a reason to look at."""
    found = filtered(entries, asked["motif"], asked["departement"], asked["theme"])
    if wanted := plain(asked["texte"]):
        return [entry for entry in found if wanted in plain(_searched(entry.offer))]
    return found if asked["toutes"] else [entry for entry in found if entry.why]


def _searched(offer: Offer) -> str:
    return " ".join((offer.offer_id, offer.name, offer.provider, *offer.nicknames))


def _themes_of(entries: Iterable[Entry]) -> dict[str, str]:
    """The themes of some offer, in the order of their names."""
    used = {code for entry in entries for code in entry.offer.themes}
    return dict(sorted(((code, THEMES[code]) for code in used), key=lambda one: one[1]))


def _reason_words(code: str | None) -> str:
    """What is wrong, as the button of the conversation says it."""
    return words.NO_REASON if code is None else say(f"title.report.{code}")


def _commune(insee_code: str | None) -> str:
    found = wiring.catalogue().commune_by_code.get(insee_code or "")
    return found.name if found else words.NO_PLACE
