"""What changed between two runs, in plain French for testers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.orientation.labels import lower_first, quote, upper_first
from bot.orientation.typography import french
from bot.replay.move import (
    BUTTON_IN,
    BUTTON_OUT,
    DECLIC,
    FAULT,
    HEARD,
    JOB_FACT,
    JOB_IN,
    JOB_MOVED,
    JOB_OUT,
    KEPT,
    OFFER_IN,
    OFFER_OUT,
    OFFER_STATE,
    OFFER_WORDS,
    QUESTION,
    TEXT,
    TEXT_IN,
    TEXT_OUT,
    WORDS,
    Move,
    Reason,
    by_reason,
    notes_of,
)
from bot.replay.moves import LOST, NEW, Comparison, StepMoves, StoryMoves, Totals

NOTHING_MOVED = "Rien n’a changé pour les personnes de ces histoires."
ONLY_WORDS = frozenset({*WORDS, JOB_FACT, OFFER_WORDS})
"""Changes that no list of jobs, aid or answer hangs on."""
LONGEST_QUOTE = 140
NOTHING = "rien"


def in_words(comparison: Comparison, with_words: bool = False) -> list[str]:
    """First the counts; then one line a change, in the order of the stories and of their steps.

    with_words: also each sentence and button that changed, which are only counted otherwise.
    """
    if not comparison.changed:
        return [NOTHING_MOVED]
    told = [line for story in comparison.changed for line in story_in_words(story, with_words)]
    return [*totals_in_words(comparison.totals), *told]


def totals_in_words(totals: Totals) -> list[str]:
    """Counts that say how wide the change is; those that are zero are left out."""
    counts = {name: getattr(totals, name) for name in COUNTS}
    return [
        COUNTS[name][count > 1].format(count=count, people=totals.people, stories=totals.stories)
        for name, count in counts.items()
        if count
    ]


COUNTS: Mapping[str, tuple[str, str]] = {
    "changed": (
        "1 histoire sur {stories} a changé.",
        "{count} histoires sur {stories} ont changé.",
    ),
    "other_first_job": (
        "1 personne sur {people} voit un autre métier en premier.",
        "{count} personnes sur {people} voient un autre métier en premier.",
    ),
    "declics_lost": ("1 déclic n’est plus montré.", "{count} déclics ne sont plus montrés."),
    "declics_gained": ("1 déclic de plus est montré.", "{count} déclics de plus sont montrés."),
    "declics_changed": ("1 déclic est un autre métier.", "{count} déclics sont d’autres métiers."),
    "now_failing": (
        "1 histoire échoue, qui passait.",
        "{count} histoires échouent, qui passaient.",
    ),
    "now_passing": (
        "1 histoire passe, qui échouait.",
        "{count} histoires passent, qui échouaient.",
    ),
    "new": ("1 histoire est nouvelle.", "{count} histoires sont nouvelles."),
    "lost": ("1 histoire n’a pas été rejouée.", "{count} histoires n’ont pas été rejouées."),
}
"""For one, and for several."""


def story_in_words(story: StoryMoves, with_words: bool = True) -> Iterator[str]:
    """The changes of one story, each with who it is for and at which step."""
    if story.state == NEW:
        yield f"{_of(story)} : histoire nouvelle, sans rien à comparer."
        return
    if story.state == LOST:
        yield f"{_of(story)} : histoire absente du second passage."
        return
    for step in story.changed_steps:
        yield from step_in_words(story, step, with_words)
    count = sum(move.kind in ONLY_WORDS for step in story.steps for move in step.moves)
    if count and not with_words:
        words = "un texte ou un bouton change" if count == 1 else f"{count} textes changent"
        yield french(f"{_of(story)} : {words} aussi.")
    if story.had_passed != story.has_passed:
        end = "passe maintenant" if story.has_passed else "ne passe plus ses vérifications"
        yield f"{_of(story)} : l’histoire {end}."


def step_in_words(story: StoryMoves, step: StepMoves, with_words: bool = True) -> Iterator[str]:
    where = f"{_of(story)}, à l’étape {step.number}"
    if step.before is None:
        yield f"{where}, un tour de plus : {_said(step)}."
    elif step.after is None:
        yield f"{where} d’avant, un tour qui n’existe plus : {_said(step)}."
    told = [move for move in step.moves if with_words or move.kind not in ONLY_WORDS]
    for reason in by_reason(told):
        yield f"{where}, {reason_in_words(reason)}"
    for note in notes_of(told):
        yield french(f"{where}, {lower_first(note)}")


def _of(story: StoryMoves) -> str:
    """ "Pour Nadia": the name that the persona's presentation begins with; else the story."""
    name = who(story.presentation)
    return f"Pour {name}" if name else f"Dans {quote(_inner(story.title))}"


def who(presentation: str) -> str | None:
    """The first name of a presentation ("Nadia, 34 ans, …"); None when it gives none."""
    name, comma, _ = presentation.partition(",")
    return name if comma and len(name.split()) <= 2 and name[:1].isupper() else None


def _said(step: StepMoves) -> str:
    return quote(_short(_inner(step.said))) if step.said else "l’accueil"


def reason_in_words(reason: Reason[Move]) -> str:
    """The end of a sentence that says where, the other changes, then the sentences that say why."""
    first, *rest = map(move_sentence, reason.moves)
    return " ".join(filter(None, (first, *map(upper_first, rest), french(reason.why))))


def move_sentence(move: Move) -> str:
    """What changed, without the reason."""
    if move.kind == QUESTION:
        what, before, after = move.what, move.before or NOTHING, move.after or NOTHING
        return french(SENTENCES[QUESTION].format(what=what, before=before, after=after))
    what = _short(_inner(move.what))
    if move.kind == JOB_FACT and None in (move.before, move.after):
        lead = "en plus" if move.before is None else "en moins"
        return french(
            f"« {what} » : {lead}, « {_short(_inner(move.after or move.before or ''))} »."
        )
    before, after = around(_inner(move.before or NOTHING), _inner(move.after or NOTHING))
    return french(SENTENCES[move.kind].format(what=what, before=before, after=after))


def _inner(text: str) -> str:
    """A text that stands between quotation marks: those inside it are the inner ones."""
    return INNER_QUOTE.sub(r"“\1”", " ".join(text.split()))


INNER_QUOTE = re.compile(r"«\s*(.*?)\s*»")
WORDS_BEFORE = 4


def around(before: str, after: str) -> tuple[str, str]:
    """Two texts, cut where they are long so that what differs between them can be read."""
    if max(len(before), len(after)) <= LONGEST_QUOTE:
        return before, after
    was, now = before.split(), after.split()
    same = next(
        (at for at, (a, b) in enumerate(zip(was, now, strict=False)) if a != b),
        min(len(was), len(now)),
    )
    begin = max(0, same - WORDS_BEFORE)
    lead = "…" if begin else ""
    return _short(lead + " ".join(was[begin:])), _short(lead + " ".join(now[begin:]))


SENTENCES: Mapping[str, str] = {
    JOB_OUT: "le métier « {what} » n’est plus montré ({before} avant).",
    JOB_IN: "le métier « {what} » est montré, ce qu’il n’était pas ({after}).",
    JOB_MOVED: "le métier « {what} » passe de la {before} à la {after}.",
    JOB_FACT: "« {what} » : « {before} » devient « {after} ».",
    DECLIC: "le métier « {what} » était {before}, et devient {after}.",
    OFFER_OUT: "l’aide « {what} » n’est plus proposée.",
    OFFER_IN: "l’aide « {what} » est proposée, ce qu’elle n’était pas.",
    OFFER_STATE: "l’aide « {what} » était {before}, et devient {after}.",
    OFFER_WORDS: "l’aide « {what} » : « {before} » devient « {after} ».",
    TEXT: "« {before} » devient « {after} ».",
    TEXT_OUT: "Déclic ne dit plus « {what} ».",
    TEXT_IN: "Déclic dit en plus « {what} ».",
    BUTTON_OUT: "le bouton « {what} » n’est plus là.",
    BUTTON_IN: "le bouton « {what} » est là en plus.",
    KEPT: "Déclic retient autrement « {what} » : {after}, et non plus {before}.",
    HEARD: "Déclic comprend « {after} », et non plus « {before} ».",
    QUESTION: "{what} : {after}, et non plus {before}.",
    FAULT: "panne : {after} (avant : {before}).",
}


def _short(text: str) -> str:
    """Spaces and line ends as one, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_QUOTE else f"{flat[:LONGEST_QUOTE].rstrip()}…"
