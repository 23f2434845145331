"""How one fact of a person is named and told: "Permis B", "oui".

A fact is a slot, or one entry of a slot that holds several: "licence", "past_jobs.D1106",
"statements.repair", "choices.picture:garden", "circumstances.age".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import read_answer
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.eligibility_sentences import answer_words, question_words
from bot.orientation.labels import job_label, lower_first, quote
from bot.orientation.phrases import say
from bot.orientation.statements import STATEMENT_BY_ID
from bot.services.questions import DECLINED, SKIPPED, UNKNOWN

CLOSED = {UNKNOWN: "title.unknown", DECLINED: "title.declined", SKIPPED: "understood.skipped"}
"""Answers that tell nothing, whatever the question."""


def slot_and_key(fact: str) -> tuple[str, str]:
    """The slot of a fact, and the entry of it; an empty entry: the whole slot."""
    slot, _, key = fact.partition(".")
    return slot, key


def fact_name(fact: str, easy: bool = False) -> str:
    """What the fact is called at the head of its line."""
    slot, key = slot_and_key(fact)
    if slot == "circumstances":
        return question_words(key, easy) if key in CIRCUMSTANCES else key
    if slot == "statements":
        return say("understood.name.statement", easy)
    if slot == "choices":
        return say(f"understood.name.{key.partition(':')[0] or 'words'}", easy)
    return say(f"understood.name.{slot}", easy)


def value_words(fact: str, value: Any, catalogue: Catalogue, easy: bool = False) -> str:
    """What is told of the fact, in French; None: "sans réponse"."""
    slot, key = slot_and_key(fact)
    if value is None and not key:
        return say("understood.no_answer", easy)
    if isinstance(value, str) and value in CLOSED:
        return lower_first(say(CLOSED[value], easy))
    return _WORDS[slot](key, value, catalogue, easy)


def told(fact: str, value: Any, catalogue: Catalogue, easy: bool = False) -> str:
    """The name and the value, to be said in a message: "permis B, oui"."""
    facts = {
        "what": lower_first(fact_name(fact, easy)),
        "value": value_words(fact, value, catalogue, easy),
    }
    return say("understood.told", easy, **facts)


def _yes_no(_key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
    return say(f"condition.answer.{value}", easy)


def _of_table(prefix: str) -> Callable[[str, Any, Catalogue, bool], str]:
    def words(_key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
        return lower_first(say(f"{prefix}.{value}", easy))

    return words


def _minutes(_key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
    return say("sheet.word.minutes", easy, minutes=value)


def _list_of(kind: str) -> Callable[[str, Any, Catalogue, bool], str]:
    """Boxes that were ticked, in the words of their titles."""

    def words(_key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
        codes = value or ["none"]
        return ", ".join(lower_first(say(f"title.{kind}.{code}", easy)) for code in codes)

    return words


def _commune(_key: str, value: Any, catalogue: Catalogue, easy: bool) -> str:
    home = catalogue.commune_by_code.get(value)
    if home is None:
        return str(value)
    return f"{home.name} ({next(iter(home.postcodes), home.department)})"


def _past_job(key: str, value: Any, catalogue: Catalogue, easy: bool) -> str:
    """The person's words with the job; an entry that goes away is named by its job."""
    if value is None:
        return f"{job_name(key, catalogue)}, {say('understood.removed', easy)}"
    job, said = job_name(value["rome_code"], catalogue), value["said"]
    if said.casefold() == job.casefold():
        return job
    return say("sheet.word.past", easy, said=quote(said), job=job)


def _statement(key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
    statement = STATEMENT_BY_ID.get(key)
    said = quote(statement.text) if statement else key
    agreement = "unknown" if value is None else f"{value:g}"
    return f"{said}, {lower_first(say(f'title.agree.{agreement}', easy))}"


def _taste(key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
    """value: the piece as the slot holds it, or the words of new ones."""
    if isinstance(value, str):
        return quote(value)
    if value.get("is_gone"):
        return f"{quote(value['text'])}, {say('understood.removed', easy)}"
    refused = value["kind"] == "words" and value["agreement"] < 0
    code = "no" if refused else "own_words" if value["is_own_words"] else value["kind"]
    return say(f"portrait.piece.{code}", easy, text=value["text"], quoted=quote(value["text"]))


def _circumstance(key: str, value: Any, _catalogue: Catalogue, easy: bool) -> str:
    if value is None:
        return say("understood.no_answer", easy)
    return answer_words(key, read_answer(CIRCUMSTANCES[key], value), easy)


def _refusal(key: str, value: Any, catalogue: Catalogue, easy: bool) -> str:
    job = job_name(key, catalogue)
    if value is None:
        return f"{job}, {say('understood.removed', easy)}"
    reason = lower_first(say(f"title.refusal.{value}", easy))
    return say("sheet.word.put_aside", easy, job=job, reason=reason)


def _kept(key: str, value: Any, catalogue: Catalogue, easy: bool) -> str:
    job = job_name(key, catalogue)
    return job if value else f"{job}, {say('understood.removed', easy)}"


def job_name(rome_code: str, catalogue: Catalogue) -> str:
    """The label of a job; its code when the catalogue does not know it any more."""
    job = catalogue.job_by_code.get(rome_code)
    return job_label(job) if job else rome_code


_WORDS: Mapping[str, Callable[[str, Any, Catalogue, bool], str]] = {
    "commune": _commune,
    "licence": _yes_no,
    "vehicle": _of_table("sheet.vehicle"),
    "public_transport": _yes_no,
    "max_minutes": _minutes,
    "hours_refused": _list_of("hours"),
    "conditions_refused": _list_of("condition"),
    "training": _of_table("sheet.training"),
    "past_jobs": _past_job,
    "statements": _statement,
    "choices": _taste,
    "circumstances": _circumstance,
    "refusals": _refusal,
    "kept": _kept,
    "surprise": _of_table("title.dial"),
}
FACT_SLOTS = tuple(_WORDS)
"""The slots whose facts have a line of their own, in the order of the lines."""
