"""Buttons and multiple choices, in the shape that the channel hands to the web app."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label
from bot.orientation.phrases import say
from bot.orientation.profile import CONDITIONS, HOURS, REFUSAL_REASONS, SURPRISE
from bot.orientation.surprise import OPEN
from bot.orientation.territory import Commune

LEAST_COMPARED = 2
CARD = "card"
"""With /why_job: the card of the job is shown instead of the reasons."""


def payload(intent: str, **entities: Any) -> str:
    """A Rasa payload: `/intent{"entity": "value"}`."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


def button(title: str, question: str, value: str) -> dict[str, str]:
    """A button that answers a question of the interview."""
    return {"title": title, "payload": payload("answer", question=question, value=value)}


def commune_buttons(
    insee_codes: Sequence[str], catalogue: Catalogue, easy: bool = False
) -> list[dict[str, str]]:
    """The communes that a text may mean, told apart by postcode or department, and none of them.

    Two of the same name also bear the name of their department.
    """
    known = [catalogue.commune_by_code[c] for c in insee_codes if c in catalogue.commune_by_code]
    names = Counter(commune.name for commune in known)
    buttons = [
        button(_commune_title(commune, names[commune.name] > 1), "commune", commune.insee_code)
        for commune in known
    ]
    none = button(say("title.commune.none", easy), "commune", "other")
    return [*buttons, none] if buttons else []


def _commune_title(commune: Commune, has_homonym: bool) -> str:
    where = next(iter(commune.postcodes), commune.department)
    department = DEPARTMENTS.get(commune.department)
    named = f"{commune.name}, {department}" if has_homonym and department else commune.name
    return f"{named} ({where})"


def hours_choice(easy: bool = False) -> dict[str, Any]:
    """The hours one may refuse."""
    return _multiple(
        "hours_refused", _boxes("hours", HOURS, easy), say("title.hours.none", easy), easy
    )


def conditions_choice(easy: bool = False) -> dict[str, Any]:
    """The working conditions one may want to avoid."""
    boxes = _boxes("condition", CONDITIONS, easy)
    return _multiple("conditions_refused", boxes, say("title.condition.none", easy), easy)


def jobs_choice(
    candidates: Sequence[dict[str, Any]], catalogue: Catalogue, easy: bool = False
) -> dict[str, Any]:
    """The jobs understood from the person's words; sure ones come ticked."""
    none = say("title.past_job.none", easy)
    choice = {**_multiple("past_job_choice", (), none, easy), "others": []}
    choice["options"] = [
        {
            "title": job_label(catalogue.job_by_code[c["rome_code"]]),
            "value": c["rome_code"],
            "selected": bool(c["sure"]),
        }
        for c in candidates
        if c["rome_code"] in catalogue.job_by_code
    ]
    return choice


def reason_buttons(rome_code: str, easy: bool = False) -> list[dict[str, str]]:
    """Why a proposed job is put aside."""
    return [
        {
            "title": say(f"title.refusal.{reason}", easy),
            "payload": payload("refuse_job", rome_code=rome_code, reason=reason),
        }
        for reason in REFUSAL_REASONS
    ]


def stale_button(easy: bool = False, **about: str) -> dict[str, str]:
    """ "Ce n'est plus vrai", about an offer (offer_id) or a job (rome_code)."""
    return {"title": say("title.stale", easy), "payload": payload("report_stale", **about)}


def after_why_buttons(
    rome_code: str, proposed: Collection[str], easy: bool = False
) -> list[dict[str, str]]:
    """What one may do after reading why a job is in the list, or why it is not."""
    buttons = [(say("title.job.try", easy), payload("try_job", rome_code=rome_code))]
    if rome_code in proposed:
        buttons.append((say("title.job.refuse", easy), payload("refuse_job", rome_code=rome_code)))
    buttons.append((say("title.jobs.back", easy), payload("back_to_jobs")))
    shown = [{"title": title, "payload": written} for title, written in buttons]
    return [*shown, stale_button(easy, rome_code=rome_code)] if rome_code in proposed else shown


def question_left_buttons(question: str, easy: bool = False) -> list[dict[str, str]]:
    """To answer a question that can still change the list, or to leave the list as it is."""
    return [
        {"title": say("title.left.answer", easy), "payload": payload("go_back", question=question)},
        {"title": say("title.left.no", easy), "payload": payload("deny")},
    ]


def job_buttons(
    intent: str, rome_codes: Sequence[str], catalogue: Catalogue
) -> list[dict[str, str]]:
    """One button for each job, to say which one is meant."""
    return [
        {
            "title": job_label(catalogue.job_by_code[code]),
            "payload": payload(intent, rome_code=code),
        }
        for code in rome_codes
        if code in catalogue.job_by_code
    ]


def dial_buttons(dial: str | None, easy: bool = False) -> list[dict[str, str]]:
    """The other positions of the dial of surprise."""
    return [
        {
            "title": say(f"title.dial.{position}", easy),
            "payload": payload("set_surprise", surprise=position),
        }
        for position in SURPRISE
        if position != (dial or OPEN)
    ]


def compare_button(kept: Collection[str], easy: bool = False) -> list[dict[str, str]]:
    """To set the kept jobs side by side; none before there are LEAST_COMPARED."""
    if len(kept) < LEAST_COMPARED:
        return []
    return [{"title": say("title.jobs.compare", easy), "payload": payload("compare_jobs")}]


def after_jobs_buttons(
    dial: str | None, kept: Collection[str] = (), easy: bool = False
) -> list[dict[str, str]]:
    """What one may do once jobs are shown; starting over is in the menu."""
    return [
        {"title": say("title.jobs.sheet", easy), "payload": payload("ask_sheet")},
        *compare_button(kept, easy),
        {"title": say("title.jobs.more", easy), "payload": payload("more_jobs")},
        *dial_buttons(dial, easy),
        {"title": say("title.human", easy), "payload": payload("talk_to_human")},
    ]


def _boxes(kind: str, codes: Sequence[str], easy: bool) -> list[tuple[str, str]]:
    return [(say(f"title.{kind}.{code}", easy), code) for code in codes]


def _multiple(
    question: str, options: Sequence[tuple[str, str]], none_title: str, easy: bool
) -> dict[str, Any]:
    return {
        "type": "multiple",
        "question": question,
        "options": [{"title": title, "value": value} for title, value in options],
        "none_title": none_title,
        "submit_title": say("title.submit", easy),
        "others": [
            button(say("title.unknown", easy), question, "unknown"),
            button(say("title.declined", easy), question, "declined"),
        ],
    }
