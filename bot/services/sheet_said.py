"""What a person said, for their sheet: their own words first, nothing inferred as a fact.

What they told for support offers (income, age, family) stays out of a page that others may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.orientation.catalogue import Catalogue
from bot.orientation.evidence import PICTURE, SCENE, STATEMENT, WORDS, Evidence
from bot.orientation.interests import evidence_of
from bot.orientation.labels import job_label, lower_first, quote
from bot.orientation.phrases import say
from bot.orientation.pictures import Deck
from bot.orientation.profile import CONDITIONS, HOURS, Profile
from bot.services.sheet_room import shortened


@dataclass(frozen=True)
class Row:
    """One line of the sheet. code: what it tells, for programs. words: each is one thing told."""

    code: str
    title: str
    words: tuple[str, ...]


def said_rows(
    catalogue: Catalogue, profile: Profile, deck: Deck, easy: bool = False, signs: int | None = None
) -> tuple[Row, ...]:
    """The rows that have something to tell; what was not asked or not answered has no row.

    signs: how long what a person wrote may be at once; the rest is left out, and « … » tells so.
    None: whole.
    """
    profile = profile if signs is None else briefer(profile, signs)
    pieces = evidence_of(profile)
    told: Mapping[str, Iterator[str]] = {
        "home": _home(catalogue, profile),
        "own_words": _own_words(pieces, deck, easy),
        "pictures": (quote(one.text) for one in _chosen(pieces, PICTURE)),
        "scenes": (one.text for one in _chosen(pieces, SCENE)),
        "yes": _opinions(pieces, lambda agreement: agreement == 1),
        "a_bit": _opinions(pieces, lambda agreement: 0 < agreement < 1),
        "no": _refused(pieces),
        "past": _past(catalogue, profile, easy),
        "moves": _moves(profile, easy),
        "minutes": _minutes(profile, easy),
        "training": _training(profile, easy),
        "avoid": _avoided(profile, easy),
        "put_aside": _put_aside(catalogue, profile, easy),
    }
    rows = (Row(code, say(f"sheet.row.{code}", easy), tuple(words)) for code, words in told.items())
    return tuple(row for row in rows if row.words)


def briefer(profile: Profile, signs: int) -> Profile:
    """The same, with less of what the person wrote; never of what we wrote."""
    return replace(
        profile,
        choices=tuple(
            replace(one, text=shortened(one.text, signs)) if _is_typed(one) else one
            for one in profile.choices
        ),
        past_jobs=tuple(
            replace(past, said=shortened(past.said, signs)) for past in profile.past_jobs
        ),
    )


def _is_typed(piece: Evidence) -> bool:
    return piece.is_own_words or piece.kind == WORDS


def _home(catalogue: Catalogue, profile: Profile) -> Iterator[str]:
    """The commune; the exact address is not put on paper."""
    home = catalogue.commune_by_code.get(profile.insee_code or "")
    if home is not None:
        yield f"{home.name} ({next(iter(home.postcodes), home.department)})"


def _own_words(pieces: Sequence[Evidence], deck: Deck, easy: bool) -> Iterator[str]:
    """Why a picture was chosen, with its name, and what the person named outright."""
    for one in pieces:
        picture = deck.by_id.get(one.source_id) if one.kind == PICTURE else None
        if one.is_own_words and picture is not None:
            name = quote(picture.name)
            yield say("sheet.word.picture", easy, quoted=quote(one.text), picture=name)
        elif one.agreement > 0 and _is_typed(one):
            yield quote(one.text)


def _chosen(pieces: Sequence[Evidence], kind: str) -> Iterator[Evidence]:
    return (one for one in pieces if one.kind == kind and not one.is_own_words)


def _opinions(pieces: Sequence[Evidence], is_so: Callable[[float], bool]) -> Iterator[str]:
    """The statements, as the person read them."""
    return (quote(one.text) for one in pieces if one.kind == STATEMENT and is_so(one.agreement))


def _refused(pieces: Sequence[Evidence]) -> Iterator[str]:
    """What was named as disliked, then the statements."""
    named = [one for one in pieces if one.agreement < 0 and one.kind != STATEMENT]
    yield from (quote(one.text) for one in named)
    yield from _opinions(pieces, lambda agreement: agreement < 0)


def _past(catalogue: Catalogue, profile: Profile, easy: bool) -> Iterator[str]:
    """Their words, with the job that they confirmed."""
    for past in profile.past_jobs:
        job = catalogue.job_by_code.get(past.rome_code)
        said = quote(past.said)
        label = job_label(job) if job else ""
        is_same = not label or past.said.casefold() == label.casefold()
        yield said if is_same else say("sheet.word.past", easy, said=said, job=label)


def _moves(profile: Profile, easy: bool) -> Iterator[str]:
    yes_or_no = {True: "yes", False: "no"}
    if profile.has_licence_b is not None:
        yield say(f"sheet.licence.{yes_or_no[profile.has_licence_b]}", easy)
    if profile.vehicle is not None:
        yield say(f"sheet.vehicle.{profile.vehicle}", easy)
    if profile.has_public_transport is not None:
        yield say(f"sheet.transport.{yes_or_no[profile.has_public_transport]}", easy)


def _minutes(profile: Profile, easy: bool) -> Iterator[str]:
    if profile.max_minutes is not None:
        yield say("sheet.word.minutes", easy, minutes=profile.max_minutes)


def _training(profile: Profile, easy: bool) -> Iterator[str]:
    if profile.training_accepted is not None:
        yield say(f"sheet.training.{profile.training_accepted}", easy)


def _avoided(profile: Profile, easy: bool) -> Iterator[str]:
    """Hours and conditions refused, in the words of the boxes that were ticked."""
    for kind, codes, refused in (
        ("hours", HOURS, profile.hours_refused),
        ("condition", CONDITIONS, profile.conditions_refused),
    ):
        for code in codes:
            if code in (refused or ()):
                yield lower_first(say(f"title.{kind}.{code}", easy))


def _put_aside(catalogue: Catalogue, profile: Profile, easy: bool) -> Iterator[str]:
    """The jobs refused, each once with its last reason."""
    last = {refusal.rome_code: refusal.reason for refusal in profile.refusals}
    for rome_code, reason in last.items():
        job = catalogue.job_by_code.get(rome_code)
        if job is not None:
            why = lower_first(say(f"title.refusal.{reason}", easy))
            yield say("sheet.word.put_aside", easy, job=job_label(job), reason=why)
