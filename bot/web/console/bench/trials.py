"""`/console/banc/essais`: crash tests, from their protocol to their codes and their end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from secrets import token_hex
from urllib.parse import urlsplit

from markupsafe import Markup
from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.protocol_files import Kept, ProtocolChanged, ProtocolShelf, protocol_name, written
from bot.adapters.whole_files import text_hash
from bot.services import clock
from bot.services.trial_protocol import MOST_QUESTIONS, MOST_TASKS, faults
from bot.services.trial_records import Participant, Trial
from bot.services.trial_steps import waited_for
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.bench.trial_desk import ONE, PATH, ROLE, TrialDesk, in_words
from bot.web.console.bench.trial_forms import Planned, read_plan, read_protocol
from bot.web.console.doors import Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import Seat
from bot.web.console.table_codes import TableCodes
from bot.web.errors import ApiError
from bot.web.resume_codes import in_groups
from bot.web.tokens import now

DOOR = "/essai"
TRIES = 5
BAD = 400
BESIDE, REPLACE = "nouveau", "remplacer"


@dataclass(frozen=True)
class PlaceCode:
    """name: P1, P2… shown: the code in groups. drawing: where it leads, as a QR code."""

    name: str
    shown: str
    drawing: Markup


class TrialPages:
    """How a trial is defined, opened, invited to and closed. public_url: where people come."""

    def __init__(
        self,
        desk: TrialDesk,
        shelf: ProtocolShelf,
        codes: TableCodes,
        doors: Doors,
        pages: BenchPages,
        public_url: str,
    ) -> None:
        self._desk = desk
        self._shelf = shelf
        self._codes = codes
        self._doors = doors
        self._pages = pages
        self._public_url = public_url

    def routes(self) -> list[BaseRoute]:
        door = self._doors.door
        return [
            door(PATH, self.all, ROLE),
            door(PATH, self.add, ROLE, method="POST"),
            door(ONE, self.show, ROLE),
            door(f"{ONE}/preparer", self.prepare, ROLE, method="POST"),
            door(f"{ONE}/ouvrir", self.open, ROLE, method="POST"),
            door(f"{ONE}/codes", self.codes, ROLE),
            door(f"{ONE}/protocole.yml", self.file, ROLE),
            door(f"{ONE}/garder", self.keep, ROLE, method="POST"),
            *asking(self._doors, f"{ONE}/supprimer", self.delete, ROLE),
            *asking(self._doors, f"{ONE}/clore", self.close, ROLE),
        ]

    async def all(self, request: Request, seat: Seat) -> Response:
        return await self._all(request, seat)

    async def add(self, request: Request, seat: Seat) -> Response:
        """A trial out of a protocol, to be looked over before it is opened."""
        form: Form = request.state.form
        try:
            plan = read_plan(form)
            kept = await run_in_threadpool(self._shelf.find, form.one("from"))
            if kept is None:
                raise ApiError("wrong_trial")
        except ApiError as error:
            return await self._all(request, seat, form, error)
        made = Trial(
            token_hex(8),
            seat.org.org_id,
            seat.advisor_id,
            protocol=kept.protocol,
            is_voting=False,
            created_at=now(),
            **vars(plan),
        )
        await run_in_threadpool(self._desk.store.add, made)
        return back_to(f"{PATH}/{made.trial_id}", request)

    async def show(self, request: Request, seat: Seat) -> Response:
        """Its preparation, to be changed; once it is open, how far it is."""
        trial = await self._desk.own(request, seat)
        if trial.opened_at is None:
            return self._form(request, seat, trial)
        return await self._state(request, seat, trial)

    async def prepare(self, request: Request, seat: Seat) -> Response:
        """Another definition. What is wrong is told above the form, which stays as it was sent."""
        trial = await self._desk.own(request, seat)
        form: Form = request.state.form
        if trial.opened_at:
            raise ApiError("trial_open")
        protocol = read_protocol(form)
        try:
            plan = read_plan(form)
        except ApiError as error:
            return self._form(request, seat, replace(trial, protocol=protocol), error)
        sent = replace(trial, protocol=protocol, **vars(plan))
        wrong = list(faults(protocol))
        if wrong:
            return self._form(request, seat, sent, ApiError("wrong_trial"), wrong)
        await run_in_threadpool(self._keep, sent, plan)
        return back_to(f"{PATH}/{trial.trial_id}", request, in_words("saved"))

    async def open(self, request: Request, seat: Seat) -> Response:
        """Its codes work from now on, and its preparation stays as it is; that of the form, when
        it is sent with it, is kept first."""
        if request.state.form.one("protocol"):
            saved = await self.prepare(request, seat)
            if saved.status_code >= BAD:
                return saved
        trial = await self._desk.own(request, seat)
        if trial.opened_at:
            raise ApiError("trial_open")
        wrong = list(faults(trial.protocol))
        if wrong:
            return self._form(request, seat, trial, ApiError("wrong_trial"), wrong)
        await run_in_threadpool(self._open, trial)
        return back_to(f"{PATH}/{trial.trial_id}", request, in_words("opened"))

    async def codes(self, request: Request, seat: Seat) -> Response:
        """A card for each participant, to print."""
        trial = await self._desk.opened(request, seat)
        people = await run_in_threadpool(self._desk.store.gathered, trial)
        cards = [self._card(trial, one) for one in people.participants]
        site = urlsplit(self._public_url).netloc + DOOR
        return self._desk.page(request, seat, "trial_codes", trial, cards=cards, site=site)

    async def file(self, request: Request, seat: Seat) -> Response:
        """The protocol as a file, for another installation."""
        trial = await self._desk.own(request, seat)
        name = protocol_name(trial.protocol.title)
        headers = {"Content-Disposition": f'attachment; filename="{name}.yml"'}
        text = written(trial.protocol)
        return Response(text, headers=headers, media_type="application/yaml")

    async def keep(self, request: Request, seat: Seat) -> Response:
        """Its protocol among those of this installation. One of the same title that says something
        else is shown first: the new one goes beside it, or in its place as it was read."""
        trial, form = await self._desk.own(request, seat), request.state.form
        if list(faults(trial.protocol)):
            raise ApiError("wrong_trial")
        shelf, protocol, act = self._shelf, trial.protocol, form.one("faire")
        other = await run_in_threadpool(shelf.namesake, protocol)
        try:
            if act == REPLACE:
                read = (form.one("lu"), protocol, form.one("avant"))
                await run_in_threadpool(shelf.replace, *read)
            elif other is None or act == BESIDE:
                await run_in_threadpool(shelf.add, protocol)
            else:
                return await self._namesake(request, seat, trial, other)
        except ProtocolChanged:
            if other is None:
                raise ApiError("protocol_changed") from None
            return await self._namesake(request, seat, trial, other)
        return back_to(f"{PATH}/{trial.trial_id}", request, in_words("kept"))

    async def _namesake(self, request: Request, seat: Seat, trial: Trial, other: Kept) -> Response:
        text = await run_in_threadpool(self._shelf.read, other)
        content = {"other": other, "text": text, "hash": text_hash(text)}
        error = ApiError("protocol_twice")
        return self._desk.page(request, seat, "trial_namesake", trial, error, **content)

    async def delete(self, request: Request, seat: Seat) -> Response:
        """One that nobody was invited to, once its page has asked."""
        trial = await self._desk.own(request, seat)
        if trial.opened_at:
            raise ApiError("trial_open")
        if not has_said_yes(request):
            return self._desk.page(request, seat, "trial_delete", trial)
        await run_in_threadpool(self._desk.store.delete, trial.trial_id)
        return back_to(PATH, request)

    async def close(self, request: Request, seat: Seat) -> Response:
        """Once each who came has been heard, and its page has asked. ApiError shown on the page of
        the trial: somebody has not."""
        trial = await self._desk.opened(request, seat)
        found = await self._desk.gathered(trial)
        if waited_for(found.participants, found.inputs):
            return await self._state(request, seat, trial, ApiError("trial_waits"))
        if not has_said_yes(request):
            return self._desk.page(request, seat, "trial_close", trial)
        await run_in_threadpool(self._desk.store.close, trial.trial_id, now())
        return back_to(f"{PATH}/{trial.trial_id}", request, in_words("closed_now"))

    async def _all(
        self, request: Request, seat: Seat, form: Form | None = None, error: ApiError | None = None
    ) -> Response:
        trials = await run_in_threadpool(self._desk.store.of_organisation, seat.org.org_id)
        protocols = await run_in_threadpool(self._shelf.all)
        names = ("title", "day", "places", "from")
        return self._pages.page(
            request,
            seat,
            "trials",
            error.status if error else 200,
            error=error.message if error else None,
            trials=trials,
            protocols=protocols,
            given={name: form.one(name) if form else "" for name in names},
            today=clock.today(),
        )

    def _form(
        self,
        request: Request,
        seat: Seat,
        trial: Trial,
        error: ApiError | None = None,
        wrong: list[tuple[str, str]] | None = None,
    ) -> Response:
        given = {"wrong": wrong or [], "most": (MOST_TASKS, MOST_QUESTIONS)}
        return self._desk.page(request, seat, "trial_form", trial, error, **given)

    async def _state(
        self, request: Request, seat: Seat, trial: Trial, error: ApiError | None = None
    ) -> Response:
        found = await self._desk.gathered(trial)
        waiting = waited_for(found.participants, found.inputs)
        return self._desk.page(request, seat, "trial", trial, error, found=found, waiting=waiting)

    def _keep(self, trial: Trial, plan: Planned) -> None:
        of_it = (trial.trial_id, plan.title, plan.day, plan.places, trial.protocol)
        if not self._desk.store.prepare(*of_it):
            raise ApiError("trial_open")

    def _open(self, trial: Trial) -> None:
        """ApiError: it is open already, or no codes are free, which does not happen in practice."""
        for _ in range(TRIES):
            try:
                is_new = self._desk.store.open(trial.trial_id, self._places(trial), now())
            except IntegrityError:
                continue
            if not is_new:
                raise ApiError("trial_open")
            return
        raise ApiError("failed")

    def _places(self, trial: Trial) -> Iterator[Participant]:
        for number in range(1, trial.places + 1):
            who = token_hex(8)
            hashed = self._codes.hash_of(self._codes.code_of(who, number))
            yield Participant(who, trial.trial_id, number, hashed)

    def _card(self, trial: Trial, one: Participant) -> PlaceCode:
        from bot.adapters.printing.codes import qr_svg

        code = self._codes.code_of(one.participant_id, one.number)
        drawing = qr_svg(f"{self._public_url}{DOOR}/{code}").decode()
        return PlaceCode(one.name, in_groups(code), Markup(drawing))  # noqa: S704
