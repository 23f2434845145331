"""Reason codes and what changed in a list -> French, with the words of phrases/.

Words between « » are quoted, not ours, and are not counted. Sentences need no gender agreement.
easy: in easy-read French, one idea a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.orientation.evidence import Evidence
from bot.orientation.finding import Reason
from bot.orientation.interests import Contradiction
from bot.orientation.labels import listed, quote, upper_first
from bot.orientation.phrases import is_said, say, say_count
from bot.orientation.statements import LETTERS

MOST_NAMED = 3

Facts = Mapping[str, Any]


def sentence(reason: Reason, easy: bool = False) -> str:
    """The reason in French. KeyError for a code that has no sentence: a test checks them all."""
    write = _WITH_FACTS.get(reason.code)
    return write(reason.facts, easy) if write else say(f"reason.{reason.code}", easy)


def clause(kind: str, text: str, easy: bool = False) -> str:
    """A piece of evidence as it is told to the person who gave it (evidence.Evidence.quoted_as)."""
    return say(f"reason.clause.{kind}", easy, text=text, quoted=quote(text))


def condition_or_hours(code: str, easy: bool = False) -> str:
    """ "port de charges", "travail de nuit": what a job asks for, of either kind."""
    kind = "hours" if is_said(f"reason.hours.{code}") else "condition"
    return say(f"reason.{kind}.{code}", easy)


def _named(codes: Sequence[str], kind: str, easy: bool) -> str:
    return listed([say(f"reason.{kind}.{code}", easy) for code in codes[:MOST_NAMED]], easy)


def _in_ten(share: float) -> int:
    return max(1, min(10, round(share * 10)))


def _because(facts: Facts, here: str, easy: bool) -> str:
    """The piece of evidence, then what the job has of it; two sentences when it is long."""
    told = upper_first(clause(facts["kind"], facts["text"], easy))
    if easy or facts["kind"] in ("no", "scene"):
        return say("reason.because_apart", easy, clause=told, here=upper_first(here))
    return say("reason.because", clause=told, here=here)


def _letter_liked(facts: Facts, easy: bool) -> str:
    like = say(f"reason.letter.{facts['letter']}", easy)
    place = "here_too" if facts["is_elsewhere"] else "here"
    return _because(facts, say(f"reason.{place}", easy, like=like), easy)


def _letter_disliked(facts: Facts, easy: bool) -> str:
    like = say(f"reason.letter.{facts['letter']}", easy)
    return _because(facts, say("reason.here", easy, like=like), easy)


def _setting(facts: Facts, easy: bool) -> str:
    return say(f"reason.setting.{facts['axis']}.{'more' if facts['sign'] > 0 else 'less'}", easy)


def _setting_liked(facts: Facts, easy: bool) -> str:
    like = _setting(facts, easy)
    if facts["kind"]:
        return _because(facts, say("reason.here", easy, like=like), easy)
    return say("reason.setting_liked", easy, like=_started(like, easy))


def _setting_disliked(facts: Facts, easy: bool) -> str:
    return say("reason.setting_disliked", easy, like=_started(_setting(facts, easy), easy))


def _started(words: str, easy: bool) -> str:
    """In easy-read a list of words stands on its own line."""
    return upper_first(words) if easy else words


def _share(code: str) -> Callable[[Facts, bool], str]:
    """Of ten, or "nearly all"."""

    def write(facts: Facts, easy: bool) -> str:
        tenths = _in_ten(facts["share"])
        return say(f"reason.{code}.all" if tenths == 10 else f"reason.{code}", easy, tenths=tenths)

    return write


def _reach_to_check(facts: Facts, easy: bool) -> str:
    """All answers may be there: then it hangs on a carpool line, which nobody can be sure of."""
    if not facts["unknown"]:
        return say("reason.reach_to_check.carpool", easy)
    named = _named(facts["unknown"], "unknown", easy)
    return say("reason.reach_to_check", easy, named=named)


def _declic(facts: Facts, easy: bool) -> str:
    if facts["axis"] == "domain":
        return say("reason.declic.domain", easy)
    is_letter = facts["axis"] in LETTERS
    like = say(f"reason.letter.{facts['axis']}", easy) if is_letter else _setting(facts, easy)
    return say("reason.declic.but_one", easy, like=_started(like, easy))


def _conditions(code: str) -> Callable[[Facts, bool], str]:
    def write(facts: Facts, easy: bool) -> str:
        named = _named(facts["conditions"], "condition", easy)
        return say(f"reason.{code}", easy, named=named)

    return write


def _hours(code: str) -> Callable[[Facts, bool], str]:
    """Night, week-ends and shifts already say that one works outside school hours."""

    def write(facts: Facts, easy: bool) -> str:
        precise = tuple(one for one in facts["hours"] if one != "outside_school")
        named = _named(precise or tuple(facts["hours"]), "hours", easy)
        return say(f"reason.{code}", easy, named=named)

    return write


def _no_transport_at(facts: Facts, easy: bool) -> str:
    named = _named(facts["hours"], "hours", easy)
    return say("reason.no_transport_at", easy, named=named)


def _quoted(code: str) -> Callable[[Facts, bool], str]:
    def write(facts: Facts, easy: bool) -> str:
        quoted = {name: quote(facts[name]) for name in ("said", "skill") if name in facts}
        return say(f"reason.{code}", easy, **quoted)

    return write


def _too_far(facts: Facts, easy: bool) -> str:
    mode = say(f"reason.mode.{facts['mode']}", easy)
    return say("reason.too_far", easy, minutes=facts["minutes"], mode=mode)


_WITH_FACTS: Mapping[str, Callable[[Facts, bool], str]] = {
    "conditions_likely": _conditions("conditions_likely"),
    "conditions_listed": _conditions("conditions_listed"),
    "conditions_refused": _conditions("conditions_refused"),
    "declic": _declic,
    "declic_all_near": lambda facts, easy: say("reason.declic.all_near", easy),
    "declic_further": lambda facts, easy: say("reason.declic.further", easy),
    "hard_to_fill": _share("hard_to_fill"),
    "hours_likely": _hours("hours_likely"),
    "hours_listed": _hours("hours_listed"),
    "hours_refused": _hours("hours_refused"),
    "letter_disliked": _letter_disliked,
    "letter_liked": _letter_liked,
    "no_transport_at": _no_transport_at,
    "past_job_near": _quoted("past_job_near"),
    "reach_to_check": _reach_to_check,
    "same_domain": _quoted("same_domain"),
    "same_job": _quoted("same_job"),
    "seasonal": _share("seasonal"),
    "setting_disliked": _setting_disliked,
    "setting_liked": _setting_liked,
    "skills_shared": _quoted("skills_shared"),
    "too_far": _too_far,
}
"""How the facts of a code fill its phrase; a code without facts is said as it is."""


def removed_sentences(
    total: int, removed: Mapping[tuple[str, str], int], easy: bool = False
) -> tuple[str, ...]:
    """How many jobs the person's limits took away, then each limit with its own count."""
    if not total:
        return ()
    counts = [
        say(
            "list.removed.by", easy, limit=upper_first(limit_words(code, detail, easy)), count=count
        )
        for (code, detail), count in removed.items()
    ]
    return (say_count("list.removed", total, easy), *(counts if easy else [" ".join(counts)]))


def limit_words(code: str, detail: str, easy: bool = False) -> str:
    """A limit of Ranking.removed in a few words."""
    named = f"list.limit.{code}"
    return say(named, easy) if is_said(named) else condition_or_hours(detail, easy)


def moved_sentences(
    left: Sequence[str], came: Sequence[str], stay: Sequence[str] = (), easy: bool = False
) -> tuple[str, ...]:
    """How many jobs left the list and came in, then their labels, then those that stay."""
    if not left and not came:
        return ()
    moves = [say_count("list.gone", len(left), easy)] if left else []
    moves += [say_count("list.new", len(came), easy)] if came else []
    lines = [say("list.moves", easy, moves=", ".join(moves))]
    if left:
        lines.append(say_count("list.left", len(left), easy, jobs=_quoted_list(left, easy)))
    if came:
        lines.append(say("list.came", easy, jobs=_quoted_list(came, easy)))
    if stay:
        lines.append(say("list.stay", easy, jobs=_quoted_list(stay, easy)))
    return tuple(lines)


def _quoted_list(labels: Sequence[str], easy: bool) -> str:
    return listed([quote(label) for label in labels], easy)


def refusal_sentences(
    label: str, reason: str, details: Sequence[str] = (), easy: bool = False
) -> tuple[str, ...]:
    """What was taken away, and what changes in the search because of the reason given.

    details: the hours or conditions of the refused job that are avoided from now on.
    """
    job = quote(label)
    if not is_said(f"list.why.{reason}"):
        return (say("list.refused", easy, job=job),)
    told = say("list.refused_why", easy, job=job, why=say(f"list.why.{reason}", easy))
    if is_said(f"list.only_this.{reason}") and not details:
        return (told, say(f"list.only_this.{reason}", easy))
    names = listed([condition_or_hours(code, easy) for code in details[:MOST_NAMED]], easy)
    return (told, say(f"list.change.{reason}", easy, details=names))


def contradiction_sentence(contradiction: Contradiction, easy: bool = False) -> str:
    """What the person said both ways, in their own answers, and what is done about it."""
    liked, against = contradiction.liked, contradiction.against
    one = _said(liked, easy)
    if isinstance(against, str):
        limit = say(f"reason.condition.{against}", easy)
        return say("list.contradiction.limit", easy, one=one, limit=limit)
    return say("list.contradiction", easy, one=one, other=_said(against, easy))


def _said(evidence: Evidence, easy: bool) -> str:
    return upper_first(clause(evidence.quoted_as, evidence.text, easy))


def note(name: str, easy: bool = False) -> str:
    """What the person should know about a list: the code of propose.py in French."""
    return say(f"list.note.{name}", easy)
