"""What a report "ce n'est plus vrai" is about: an offer or a job, as it was shown.

A subject is written "offer:ID" or "job:CODE" in the slot `report_subject`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.feedback_words import JOB_REASONS, OFFER_REASONS
from bot.orientation.labels import job_label
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.asides import ASIDES, REPORT, said
from bot.services.choices import button
from bot.services.chosen_job import told_job
from bot.services.ports import Shown, StaleReport
from bot.services.questions import SKIPPED, Message
from bot.services.support_offers import SupportOffers
from bot.services.understanding import Understanding

OFFER, JOB = "offer", "job"
MOST_SUBJECTS = 6

Contents = Sequence[Mapping[str, Any]]
"""What was shown in the conversation beside text, oldest first: cards and lists of offers."""


def subject_of(
    message: Message,
    offers: SupportOffers,
    understanding: Understanding,
    proposed: Collection[str],
) -> str | None:
    """The offer or job that a button or the words name; None when they name none, or several.

    proposed: the jobs on screen; words name no other one ("une aide" is also a job).
    """
    offer_id, rome_code = (message.entities.get(name) for name in ("offer_id", "rome_code"))
    if offer_id in offers.by_id:
        return f"{OFFER}:{offer_id}"
    if rome_code in understanding.catalogue.job_by_code:
        return f"{JOB}:{rome_code}"
    named = [one.offer for one in offers.index.find(message.text) if one.how == "name"]
    if len(named) == 1:
        return f"{OFFER}:{named[0].offer_id}"
    job = told_job(message, understanding)
    return f"{JOB}:{job}" if job in proposed else None


def on_screen(contents: Contents) -> list[str]:
    """The subjects of the list that was shown last: what "cette aide" may mean."""
    for content in reversed(contents):
        found = list(_items(content))
        if found:
            return found[:MOST_SUBJECTS]
    return []


def _items(content: Mapping[str, Any]) -> Iterator[str]:
    for item in content.get("items") or ():
        offer_id = _offer_id(item)
        if offer_id:
            yield f"{OFFER}:{offer_id}"
    for card in content.get("cards") or ():
        yield f"{JOB}:{card['rome_code']}"


def _offer_id(item: Mapping[str, Any]) -> str | None:
    for one in item.get("buttons") or ():
        intent, _, entities = str(one["payload"]).partition("{")
        if intent == "/report_stale":
            found = json.loads("{" + entities).get("offer_id")
            return None if found is None else str(found)
    return None


def shown(
    subject: str | None, contents: Contents, offers: SupportOffers, catalogue: Catalogue
) -> Shown:
    """What is known of a subject, and the words last shown of it; nothing of an unknown one."""
    kind, _, subject_id = (subject or "").partition(":")
    if kind == OFFER and subject_id in offers.by_id:
        offer = offers.by_id[subject_id]
        words = _words_of_offer(subject_id, contents)
        source = offer.official_url or next((one.where for one in offer.sources), None)
        return Shown(OFFER, subject_id, french(offer.name), words, source, offer.verified_on)
    if kind == JOB and subject_id in catalogue.job_by_code:
        label = french(job_label(catalogue.job_by_code[subject_id]))
        hiring = _hiring(subject_id, contents)
        words = french(hiring["sentence"]) if hiring else None
        return Shown(JOB, subject_id, label, words, hiring.get("source"))
    return Shown()


def _words_of_offer(offer_id: str, contents: Contents) -> str | None:
    items = [item for content in contents for item in content.get("items") or ()]
    last = next((one for one in reversed(items) if _offer_id(one) == offer_id), None)
    return french("\n".join(last["lines"])) if last else None


def _hiring(rome_code: str, contents: Contents) -> Mapping[str, Any]:
    cards = [card for content in contents for card in content.get("cards") or ()]
    of_job = (card["hiring"] for card in reversed(cards) if card["rome_code"] == rome_code)
    return next(of_job, {})


def report_of(slots: Mapping[str, Any], about: Shown, opening: str) -> StaleReport | None:
    """What is reported so far; None while nothing is: no subject, and nothing said.

    opening: the words that began it, the only trace of a subject that was not recognised.
    """
    reason, detail = (said(slots.get(name)) for name in ("report_reason", "report_detail"))
    if about.kind is None:
        detail = "\n".join(dict.fromkeys(line for line in (opening, detail) if line)) or None
    is_empty = about.kind is None and reason is None and detail is None
    return None if is_empty else StaleReport(about, reason, detail)


def subject_buttons(
    subjects: Sequence[str], offers: SupportOffers, catalogue: Catalogue, easy: bool = False
) -> list[dict[str, str]]:
    """One button for each subject, then what is none of them, and the way out."""
    named = [(one, shown(one, (), offers, catalogue).name) for one in subjects]
    titles = [(name, subject) for subject, name in named if name]
    titles.append((say("title.report.elsewhere", easy), SKIPPED))
    return _buttons(ASIDES[REPORT][0], titles, easy)


def reason_buttons(subject: str | None, easy: bool = False) -> list[dict[str, str]]:
    """What may be wrong: fewer words fit a job than an offer."""
    reasons = JOB_REASONS if (subject or "").startswith(JOB) else OFFER_REASONS
    titles = [(say(f"title.report.{reason}", easy), reason) for reason in reasons]
    return _buttons(ASIDES[REPORT][1], titles, easy)


def _buttons(question: str, titles: Sequence[tuple[str, str]], easy: bool) -> list[dict[str, str]]:
    ways = [*titles, (say("title.aside.stop", easy), "stop")]
    return [button(title, question, value) for title, value in ways]
