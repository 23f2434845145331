"""How names and numbers are written in French: job labels for all genders, thousands, lists."""

from __future__ import annotations

from collections.abc import Sequence

from bot.orientation.job import Job

NARROW_SPACE = "\u202f"
SPACE = "\u00a0"


def job_label(job: Job) -> str:
    """ "Caissière ou caissier"; a label with one form for all is given once.

    Which gender comes first depends on the ROME code only (the sum of its digits: even, the
    feminine), so that neither is always second. Alphabetical order would put the masculine first
    nearly always. Words common to both forms are written once.
    """
    first, second = job.label_feminine, job.label_masculine
    if not feminine_first(job):
        first, second = second, first
    return join_forms(first, second)


def feminine_first(job: Job) -> bool:
    return sum(int(digit) for digit in job.rome_code if digit.isdecimal()) % 2 == 0


def join_forms(first: str, second: str) -> str:
    """ "Conductrice d'engins", "Conducteur d'engins" -> "Conductrice ou conducteur d'engins"."""
    if first == second:
        return first
    one, two = first.split(), second.split()
    tail = _common_tail(one, two)
    head = _common_tail(one[: len(one) - tail][::-1], two[: len(two) - tail][::-1])
    end = " ".join(one[len(one) - tail :])
    start = " ".join(one[: len(one) - tail])
    other = lower_first(" ".join(two[head : len(two) - tail]))
    return " ".join(part for part in (start, "ou", other, end) if part)


def lower_first(text: str) -> str:
    """Lower-cases the first letter, unless the first word is an acronym ("ATSEM")."""
    word = text.split(" ", 1)[0]
    return text if len(word) > 1 and word.isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Capital at the start, the rest as it is (str.capitalize would write "Permis b")."""
    return text[:1].upper() + text[1:]


def number(value: int) -> str:
    """1240 -> "1 240", with a narrow no-break space, as French typography wants."""
    return f"{value:,}".replace(",", NARROW_SPACE)


def others(count: int) -> str:
    """ "1 autre", "4 autres"."""
    return "1 autre" if count == 1 else f"{number(count)} autres"


def quote(words: str) -> str:
    """The person's own words, or ours that they agreed with, between French quotation marks."""
    return f"«{SPACE}{words.strip().rstrip('.')}{SPACE}»"


def listing(words: Sequence[str], last: str = "et") -> str:
    """ "a, b et c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def listed(words: Sequence[str], easy: bool = False) -> str:
    """ "a, b et c"; in easy-read French, several words stand one a line."""
    if not easy or len(words) < 2:
        return upper_first(words[0]) if easy and words else listing(words)
    return "\n".join(f"• {upper_first(word)}" for word in words)


def _common_tail(one: Sequence[str], two: Sequence[str]) -> int:
    """How many last words are the same, leaving at least one word to each."""
    count = 0
    while count < min(len(one), len(two)) - 1 and one[-1 - count] == two[-1 - count]:
        count += 1
    return count
