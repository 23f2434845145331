"""What a line may be corrected to: its possible values, as its question gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.circumstance_answers import NONE
from bot.orientation.circumstances import BOOLEAN, CHOICE, CIRCUMSTANCES, OTHER
from bot.orientation.labels import job_label, lower_first
from bot.orientation.phrases import say
from bot.orientation.profile import (
    CONDITIONS,
    HOURS,
    REFUSAL_REASONS,
    SURPRISE,
    TRAINING,
    VEHICLES,
)
from bot.services.correcting import AGREEMENTS
from bot.services.fact_words import slot_and_key
from bot.services.questions import DECLINED, UNKNOWN
from bot.services.readers import MINUTES_OFFERED
from bot.services.understanding import Understanding

BUTTONS, BOXES, MINUTES, PLACE, JOB, LIST, NUMBER, REMOVED = (
    "buttons", "boxes", "minutes", "place", "job", "list", "number", "removed",
)  # fmt: skip
"""How a value is given: pressed, ticked, pressed or typed, searched, chosen in a list, typed, or
only taken back."""
MOST_FOUND = 8


@dataclass(frozen=True)
class Option:
    """value: as the form sends it. is_now: the line holds it."""

    value: str
    title: str
    is_now: bool = False


@dataclass(frozen=True)
class Choices:
    """kind: one of the above. options: the values; others: answers that tell nothing ("je ne sais
    pas"). unit: of a number."""

    kind: str
    options: tuple[Option, ...] = ()
    others: tuple[Option, ...] = ()
    unit: str | None = None


def choices_of(fact: str, value: Any = None) -> Choices:
    """How a fact may be corrected. value: what its slot holds now; None: nothing."""
    slot, key = slot_and_key(fact)
    return _CHOICES[slot](key, value)


def communes_found(text: str, understanding: Understanding) -> tuple[Option, ...]:
    """The communes that a text may mean, told apart by their postcode."""
    found = understanding.places.find(text).communes[:MOST_FOUND]
    return tuple(
        Option(one.insee_code, f"{one.name} ({next(iter(one.postcodes), one.department)})")
        for one in found
    )


def jobs_found(text: str, understanding: Understanding) -> tuple[Option, ...]:
    """The jobs that a title in free words may mean, best first."""
    found = understanding.titles.search(text, MOST_FOUND)
    jobs = understanding.catalogue.job_by_code
    return tuple(
        Option(code, job_label(jobs[code]))
        for code in dict.fromkeys(one.rome_code for one in found)
    )


def _options(pairs: Iterable[tuple[str, str]], now: Any) -> tuple[Option, ...]:
    chosen = {_written(one) for one in (now if isinstance(now, list) else [now])}
    return tuple(Option(value, title, value in chosen) for value, title in pairs)


def _written(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _others(now: Any) -> tuple[Option, ...]:
    return _options(((code, say(f"title.{code}")) for code in (UNKNOWN, DECLINED)), now)


def _pressed(codes: Sequence[str], title: str) -> Callable[[str, Any], Choices]:
    def choices(_key: str, now: Any) -> Choices:
        options = _options(((code, lower_first(say(f"{title}.{code}"))) for code in codes), now)
        return Choices(BUTTONS, options, _others(now))

    return choices


def _ticked(codes: Sequence[str], title: str) -> Callable[[str, Any], Choices]:
    def choices(_key: str, now: Any) -> Choices:
        options = _options(((code, say(f"{title}.{code}")) for code in codes), now)
        return Choices(BOXES, options, _others(now))

    return choices


def _minutes(_key: str, now: Any) -> Choices:
    offered = ((str(one), say("sheet.word.minutes", minutes=one)) for one in MINUTES_OFFERED)
    return Choices(MINUTES, _options(offered, now), _others(now))


def _place(_key: str, now: Any) -> Choices:
    return Choices(PLACE, others=_others(now))


def _job(_key: str, _now: Any) -> Choices:
    return Choices(JOB)


def _statement(_key: str, now: Any) -> Choices:
    told = [f"{one:g}" for one in AGREEMENTS]
    pairs = ((one, lower_first(say(f"title.agree.{one}"))) for one in told)
    return Choices(BUTTONS, _options(pairs, None if now is None else float(now)))


def _removed(_key: str, _now: Any) -> Choices:
    return Choices(REMOVED)


def _refusal(_key: str, now: Any) -> Choices:
    reasons = ((one, lower_first(say(f"title.refusal.{one}"))) for one in REFUSAL_REASONS)
    return Choices(LIST, _options(reasons, now))


def _dial(_key: str, now: Any) -> Choices:
    return Choices(
        BUTTONS, _options(((one, lower_first(say(f"title.dial.{one}"))) for one in SURPRISE), now)
    )


def _circumstance(key: str, now: Any) -> Choices:
    circumstance = CIRCUMSTANCES[key]
    if circumstance.kind == BOOLEAN:
        return _pressed(("yes", "no"), "condition.answer")(key, now)
    if circumstance.kind == CHOICE:
        return Choices(LIST, _options(_coded(key), now), _others(now))
    none = _options([(NONE, circumstance.none)] if circumstance.none else [], now)
    return Choices(NUMBER, none, _others(now), circumstance.unit)


def _coded(key: str) -> Iterator[tuple[str, str]]:
    choices = CIRCUMSTANCES[key].choices
    yield from choices.items()
    if OTHER not in choices:
        yield OTHER, say("condition.answer.other")


_CHOICES: Mapping[str, Callable[[str, Any], Choices]] = {
    "commune": _place,
    "licence": _pressed(("yes", "no"), "condition.answer"),
    "vehicle": _pressed(VEHICLES, "sheet.vehicle"),
    "public_transport": _pressed(("yes", "no"), "condition.answer"),
    "max_minutes": _minutes,
    "hours_refused": _ticked(HOURS, "title.hours"),
    "conditions_refused": _ticked(CONDITIONS, "title.condition"),
    "training": _pressed(TRAINING, "sheet.training"),
    "past_jobs": _job,
    "statements": _statement,
    "choices": _removed,
    "circumstances": _circumstance,
    "refusals": _refusal,
    "kept": _removed,
    "surprise": _dial,
}
