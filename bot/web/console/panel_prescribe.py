"""The panel "Prescrire": the offers around the person, and what became of those prescribed."""

from __future__ import annotations

from typing import Any

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bot import wiring
from bot.adapters.sql.prescriptions import Prescription, PrescriptionStore, Shelf
from bot.orientation.eligibility import VERDICTS
from bot.orientation.eligibility_sentences import question_words
from bot.orientation.labels import job_label, upper_first
from bot.orientation.levers import LEVERS
from bot.orientation.offer import Offer
from bot.orientation.phrases import say
from bot.orientation.prescription import PROPOSED, REFUSALS, Step, WrongStep, checked_step
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.unlocking_sentences import lever_words
from bot.services import clock
from bot.services.aids_for_levers import answer_choices
from bot.services.choices import payload
from bot.services.prescribing import Prescribable, Wanted, chosen, prescribable, themes_of
from bot.web.console.forms import Form
from bot.web.console.panels import Panel
from bot.web.console.prescribe_forms import (
    MOST_NOTE_SIGNS,
    WrongEntry,
    read_day,
    read_fact,
    read_step,
    read_text,
)
from bot.web.console.prescribe_view import delays_by_offer, followed, withdrawn
from bot.web.console.speaking import Say
from bot.web.console.visits import Visit
from bot.web.tokens import now

MOST_DIGITS = 6


class PrescribePanel:
    """Reads offers and prescriptions; every act is dated and signed."""

    def __init__(self, store: PrescriptionStore, say: Say) -> None:
        self._store = store
        self._say = say

    @property
    def panel(self) -> Panel:
        return Panel(
            "prescrire",
            "Prescrire",
            "console/prescribe.html",
            self.content,
            {
                "proposer": self.propose,
                "etape": self.step,
                "annuler": self.undo,
                "note": self.note,
                "question": self.ask,
                "reponse": self.answer,
            },
        )

    async def content(self, visit: Visit, request: Request) -> dict[str, Any]:
        wanted = _wanted(request)
        return await run_in_threadpool(self._content, visit, wanted)

    def _content(self, visit: Visit, wanted: Wanted) -> dict[str, Any]:
        person, offers = visit.case.person, tuple(wiring.offers().by_id.values())
        found = prescribable(wiring.catalogue(), offers, person)
        kept = self._store.of(_shelf(visit))
        shown = chosen(found, wanted)
        return {
            "wanted": wanted,
            "themes": themes_of(found),
            "levers": {lever: upper_first(lever_words([lever])) for lever in LEVERS},
            "jobs": _jobs(visit, found),
            "groups": [(verdict, _of(shown, verdict)) for verdict in VERDICTS],
            "followed": followed(kept, person.today),
            "withdrawn": withdrawn(kept),
            "running": {one.offer_id for one in kept if one.state is not None},
            "delays": delays_by_offer(self._store.of_organisation(visit.seat.org.org_id)),
            "answers": {one.offer_id: _answers(one) for one in shown},
            "refusals": {code: say(f"prescription.reason.{code}") for code in REFUSALS},
            "today": person.today,
        }

    async def propose(self, visit: Visit, form: Form) -> str:
        offer = _offer(form)
        first = Step(1, PROPOSED, read_day(form), visit.seat.name)
        await run_in_threadpool(self._begin, visit, offer, first)
        return say("prescription.kept.proposed")

    def _begin(self, visit: Visit, offer: Offer, first: Step) -> None:
        try:
            checked_step((), first, clock.today())
            is_new = self._store.begin(_shelf(visit), offer.offer_id, offer.name, first, now())
        except WrongStep as error:
            raise WrongEntry(str(error)) from error
        except IntegrityError as error:
            raise WrongEntry("running") from error
        if not is_new:
            raise WrongEntry("running")

    async def step(self, visit: Visit, form: Form) -> str:
        kind = form.one("etape")
        await run_in_threadpool(self._change, visit, form)
        return say(f"prescription.kept.{kind}")

    def _change(self, visit: Visit, form: Form) -> None:
        def following(one: Prescription) -> Step:
            step = read_step(form, len(one.steps) + 1, visit.seat.name)
            return checked_step(one.steps, step, clock.today())

        try:
            self._store.change(_shelf(visit), form.one("aide"), following, now())
        except WrongStep as error:
            raise WrongEntry(str(error)) from error
        except (KeyError, IntegrityError) as error:
            raise WrongEntry("order") from error

    async def undo(self, visit: Visit, form: Form) -> str:
        given = form.one("numero")
        number = int(given) if given.isdecimal() and len(given) < MOST_DIGITS else 0
        shelf, prescription_id, by = _shelf(visit), form.one("aide"), visit.seat.name
        try:
            undo_last = self._store.undo_last
            done = await run_in_threadpool(undo_last, shelf, prescription_id, number, by, now())
        except KeyError as error:
            raise WrongEntry("order") from error
        if not done:
            raise WrongEntry("order")
        return say("prescription.kept.undone")

    async def note(self, visit: Visit, form: Form) -> str:
        note = read_text(form, "note", MOST_NOTE_SIGNS)
        try:
            await run_in_threadpool(self._store.keep_note, _shelf(visit), form.one("aide"), note)
        except KeyError as error:
            raise WrongEntry("order") from error
        return say("prescription.kept.note")

    async def ask(self, visit: Visit, form: Form) -> str:
        """The bot asks what decides for one offer, in the conversation; sensitive things are not
        asked there."""
        offer = _offer(form)
        words = say("prescription.said.question", name=offer.name)
        about = payload("tell_circumstance", offer_id=offer.offer_id)
        await self._say(visit, words, about)
        return say("prescription.kept.question")

    async def answer(self, visit: Visit, form: Form) -> str:
        """What the person answered aloud, written into the conversation."""
        fact, given, answer = read_fact(form)
        question = question_words(fact)
        words = say("prescription.said.answer", question=question, answer=answer)
        told = payload("tell_circumstance", fact=fact, value=given)
        await self._say(visit, words, told)
        return say("prescription.kept.answer")


def _shelf(visit: Visit) -> Shelf:
    return Shelf(visit.case.conversation_id, visit.seat.org.org_id)


def _offer(form: Form) -> Offer:
    offer = wiring.offers().by_id.get(form.one("offre"))
    if offer is None or level_of(offer, clock.today()) not in PROPOSABLE:
        raise WrongEntry("offer")
    return offer


def _wanted(request: Request) -> Wanted:
    asked = request.query_params
    return Wanted(
        theme=asked.get("theme") or None,
        lever=asked.get("levier") or None,
        rome_code=asked.get("metier") or None,
        only_professional=asked.get("pro") == "1",
    )


def _of(found: tuple[Prescribable, ...], verdict: str) -> tuple[Prescribable, ...]:
    return tuple(one for one in found if one.verdict == verdict)


def _jobs(visit: Visit, found: tuple[Prescribable, ...]) -> list[tuple[str, str]]:
    """Jobs to filter by, code and label: those kept, those shown, then the first ones opened."""
    case, known = visit.case, wiring.catalogue().job_by_code
    opened = [code for one in found for lever in one.opens for code, _ in lever.first]
    codes = dict.fromkeys((*case.kept, *case.proposed, *opened))
    return [(code, job_label(known[code])) for code in codes if code in known]


def _answers(one: Prescribable) -> list[tuple[str, str]]:
    """The answers to the question that decides, words and value; a number is typed."""
    return answer_choices(one.question.fact) if one.question else []
