"""The jobs that a person keeps: which one a message means, and what a new answer does to them.

The slot `kept` is a list of ROME codes, the last kept at the end. Other jobs, refusals and the dial
leave it alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.counterfactual import limits_of
from bot.orientation.counterfactual_sentences import limit_sentences
from bot.orientation.keep_words import lets_go, only_jobs
from bot.orientation.labels import job_label, quote
from bot.orientation.list_answers import read_ranks_among
from bot.orientation.matching import FEASIBLE, NO, Ranking
from bot.orientation.phrases import say
from bot.services.choices import LEAST_COMPARED, compare_button, payload
from bot.services.chosen_job import named_job, told_jobs
from bot.services.questions import Message
from bot.services.understanding import Understanding


def kept_of(slots: Mapping[str, Any], catalogue: Catalogue) -> tuple[str, ...]:
    """The kept jobs that the catalogue still knows, in the order they were kept."""
    return tuple(code for code in slots.get("kept") or () if code in catalogue.job_by_code)


def job_meant(
    message: Message, slots: Mapping[str, Any], understanding: Understanding
) -> str | None:
    """The job to keep or to let go; None when words could mean several, or none."""
    is_let_go = bool(message.text) and lets_go(message.text)
    kept = kept_of(slots, understanding.catalogue)
    among = {"proposed": kept if is_let_go else slots.get("proposed")}
    return named_job(replace(message, text=only_jobs(message.text)), among, understanding)


def with_job(kept: Sequence[str], rome_code: str, message: Message) -> list[str]:
    """The kept jobs after a message on one. Words keep it or let it go; a button does the other."""
    goes = lets_go(message.text) if message.text else rome_code in kept
    others = [code for code in kept if code != rome_code]
    return others if goes else [*others, rome_code]


def let_go(slots: Mapping[str, Any], rome_code: str) -> dict[str, Any]:
    """Slots after a job was refused: nobody keeps what they refuse. Empty when it was not kept."""
    kept = slots.get("kept") or []
    return {"kept": [code for code in kept if code != rome_code]} if rome_code in kept else {}


def jobs_to_compare(
    message: Message, slots: Mapping[str, Any], understanding: Understanding
) -> tuple[str, ...]:
    """The jobs that words name, by rank or by name; one alone is set beside those kept; without
    any, those kept."""
    proposed = [*(slots.get("proposed") or ())]
    kept = kept_of(slots, understanding.catalogue)
    ranks = read_ranks_among(message.text, len(proposed))
    bare = replace(message, text=only_jobs(message.text))
    named = told_jobs(bare, understanding, {*proposed, *kept}) if message.text else ()
    told = tuple(dict.fromkeys((*(proposed[rank - 1] for rank in ranks), *named)))
    return told if len(told) >= LEAST_COMPARED else tuple(dict.fromkeys((*told, *kept)))


def ruled_out_sentences(
    ranking: Ranking, kept: Collection[str], easy: bool = False
) -> tuple[str, ...]:
    """Each kept job that the answers rule out now, and why; it stays kept."""
    table, sentences = ranking.situation.table, []
    for code in kept:
        row = table.row_by_code.get(code)
        if row is None or ranking.feasible[row] != FEASIBLE.index(NO):
            continue
        match = ranking.match(code)
        sentences.append(say("kept.ruled_out", easy, job=quote(job_label(match.job))))
        sentences += limit_sentences(limits_of(match), easy)
    return (*sentences, say("kept.stays", easy)) if sentences else ()


def after_keeping_buttons(
    rome_code: str, kept: Sequence[str], easy: bool = False
) -> list[dict[str, str]]:
    """To undo, to compare once there are two, to go on."""
    change = "drop" if rome_code in kept else "keep"
    return [
        *compare_button(kept, easy),
        {
            "title": say(f"title.job.{change}", easy),
            "payload": payload("keep_job", rome_code=rome_code),
        },
        {"title": say("title.jobs.more", easy), "payload": payload("more_jobs")},
    ]
