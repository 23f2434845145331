"""The panel "Comprendre": what is understood and from which words, what is not, tastes to read.

Its query: `commune` and `metier` are searched, `metier_de` is the job that another one is to
replace, `noter` the question on aids whose answer is to be noted. What it corrects or asks goes
through the conversation, as said by the advisor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bot import wiring
from bot.orientation.shown_list import FIRST, NEXT
from bot.orientation.typography import french
from bot.services.case import Case
from bot.services.correcting import BOXES, Correction, WrongCorrection, correction
from bot.services.correction_choices import (
    Choices,
    Option,
    choices_of,
    communes_found,
    jobs_found,
)
from bot.services.fact_words import slot_and_key
from bot.services.interest_view import ENOUGH_SAID, InterestView, interest_view
from bot.services.open_questions import open_questions
from bot.services.still_unknown import NOW, StillUnknown, still_unknown
from bot.services.told_when import traces
from bot.services.understood_lines import Line, print_of, understood
from bot.web.console.forms import Form
from bot.web.console.interest_drawing import Corner, balance, hexagon
from bot.web.console.panels import Panel
from bot.web.console.speaking import Say
from bot.web.console.visits import Visit
from bot.web.errors import ApiError

MOST_FOR_OFFERS = 6
"""Questions on aids that stand open; the others are a click away."""
LONGEST_SEARCH = 200


@dataclass(frozen=True)
class Row:
    """A line with the ways to correct it; is_open: its search is on screen."""

    line: Line
    choices: Choices
    is_open: bool


def understand_panel(say: Say) -> Panel:
    async def correct(visit: Visit, form: Form) -> str:
        return await _send(visit, form.one("fact"), form.one("seen"), _value(form), say)

    async def take_back(visit: Visit, form: Form) -> str:
        return await _send(visit, form.one("fact"), form.one("seen"), None, say)

    async def ask(visit: Visit, form: Form) -> str:
        return await _ask(visit, form.one("question"), say)

    return Panel(
        "comprendre",
        "Comprendre",
        "console/understand.html",
        _content,
        {"corriger": correct, "retirer": take_back, "demander": ask},
    )


async def _send(visit: Visit, fact: str, seen: str, value: Any, say: Say) -> str:
    made = await run_in_threadpool(_made, visit.case, fact, seen, value)
    await say(visit, made.title, made.payload)
    return made.title


def _made(case: Case, fact: str, seen: str, value: Any) -> Correction:
    """The correction of what was on screen. ApiError: it changed since, or cannot be made."""
    try:
        trace = traces(case.events).get(fact)
        if (print_of(trace.value) if trace else "") != seen:
            raise WrongCorrection("gone")
        return correction(fact, value, case.slots, wiring.understanding(), case.person.easy)
    except WrongCorrection as wrong:
        refused = ApiError("wrong_body")
        refused.message = french(str(wrong))
        raise refused from wrong


def _value(form: Form) -> Any:
    """What the form of a line sends: pressed, ticked, typed, or a job with the words for it."""
    slot, key = slot_and_key(form.one("fact"))
    given = form.one("value").strip()
    if slot in BOXES and not given:
        return form.all("values")
    if slot == "past_jobs":
        return {"rome_code": given, "said": form.one("said")}
    if slot == "statements":
        return _number(given)
    return given


def _number(given: str) -> float | str:
    try:
        return float(given)
    except ValueError:
        return given


async def _ask(visit: Visit, name: str, say: Say) -> str:
    """ApiError: the question is not open any more, or another one would be lost."""
    found = await run_in_threadpool(_unknown, visit.case)
    asked = found.named(name)
    if asked is None or asked.when != NOW:
        raise ApiError("stale_choice")
    payload, title = asked.asking
    await say(visit, title, payload)
    return title


def _unknown(case: Case) -> StillUnknown:
    return still_unknown(case, wiring.catalogue(), wiring.offers().by_id.values())


async def _content(visit: Visit, request: Request) -> dict[str, Any]:
    query = {name: value[:LONGEST_SEARCH] for name, value in request.query_params.items()}
    return await run_in_threadpool(_drawn, visit, query)


def _drawn(visit: Visit, query: Mapping[str, str]) -> dict[str, Any]:
    case, catalogue = visit.case, wiring.catalogue()
    found = understood(case, catalogue)
    values = {fact: trace.value for fact, trace in traces(case.events).items()}
    unknown, view = _unknown(case), interest_view(case.person.profile)
    noted = unknown.named(query.get("noter", ""))
    return {
        "sections": {
            code: [_row(line, values.get(line.fact), query) for line in lines]
            for code, lines in found.sections.items()
        },
        "understood": found,
        "unknown": unknown,
        "noted": noted.name if noted else None,
        "noted_choices": choices_of(noted.name) if noted else None,
        "most_for_offers": MOST_FOR_OFFERS,
        "first_jobs": (FIRST, NEXT),
        "turns": {said.message_id: said.number for said in visit.said},
        "view": view,
        "corners": _corners(view),
        "hexagon": hexagon,
        "balance": balance,
        "open_questions": open_questions(case, catalogue),
        "communes": _searched(query.get("commune"), communes_found),
        "jobs": _searched(query.get("metier"), jobs_found),
        "query": query,
        "has_agreed": case.slots.get("consent") == "yes",
    }


def _row(line: Line, value: Any, query: Mapping[str, str]) -> Row:
    _, key = slot_and_key(line.fact)
    is_job = line.fact.startswith("past_jobs.") and query.get("metier_de") == key
    is_place = line.fact == "commune" and "commune" in query
    return Row(line, choices_of(line.fact, value), is_job or is_place)


def _searched(
    text: str | None, find: Callable[[str, Any], tuple[Option, ...]]
) -> tuple[Option, ...]:
    return find(text, wiring.understanding()) if text and text.strip() else ()


def _corners(view: InterestView) -> list[Corner]:
    return [
        Corner(axis.more.replace(" et ", " et|"), axis.score, axis.sure == ENOUGH_SAID)
        for axis in view.letters
    ]
