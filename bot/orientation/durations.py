"""The travel time a person accepts, one way, from the way they say it: minutes, hours or km."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import OSA

from bot.orientation.sayings import heard, phrases

SHORTEST, LONGEST = 5, 180
MINUTES_PER_KM = 1.5
"""Door to door at 40 km/h, between town and country, when a distance is given for a time."""
NO_LIMIT = 90
"""Minutes understood when someone sets no limit: more than the longest button, within a day."""
LONGEST_HOURS = 4
"""Above this an hour is a clock time or a week of work, not a way to work."""

_UNITS = dict(
    zip(
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize".split(),
        range(17),
        strict=True,
    )
) | {"une": 1}
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "nonante": 90,
    "cent": 100,
    "ving": 20,
    "vint": 20,
    "trent": 30,
    "quarente": 40,
    "cinquente": 50,
    "soissante": 60,
    "vingtaine": 20,
    "quinzaine": 15,
    "dizaine": 10,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
}
_FRACTIONS = (
    (re.compile(r"1\s?/\s?2|½"), " demi "),
    (re.compile(r"3\s?/\s?4|¾"), " trois quarts "),
    (re.compile(r"1\s?/\s?4|¼"), " un quart "),
)

_HOUR = r"(?:petites? |grosses? |bonnes? )?(?:h|heure?s?)"
_MINUTE = r"(?:de |petites? |bonnes? )?(?:minutes|minuttes?|minu?tes?|mins?)"
_HOURS_SAID = re.compile(
    rf"\b(?P<hours>\d+(?:\.\d+)?) {_HOUR}\b"
    r"(?: (?P<quarter>moins (?:le |un |1 )?quart|et (?:1 )?quart|quart|et demie?|"
    r"et (?:3|trois) quarts?)\b"
    rf"|(?: et)? (?P<minutes>\d{{1,2}})\b(?! {_HOUR}\b| km)(?: {_MINUTE}\b)?)?"
)
_PARTS_SAID = (
    (re.compile(r"\b(?:3|trois) quarts?(?: d (?:heure?s?|h)\b)?"), 45.0),
    (re.compile(r"\b(?:1 )?quarts? d (?:heure?s?|h)\b"), 15.0),
    (re.compile(r"\b(?:1 )?demie?s? (?:heure?s?|h)\b"), 30.0),
)
_MINUTES_SAID = re.compile(rf"\b(\d+(?:\.\d+)?) {_MINUTE}\b")
_KM_SAID = re.compile(
    r"\b(\d+(?:\.\d+)?) (?:de |d )?(?:km|kms|kilometres?|kilos|"
    r"bornes?)\b(?! , h\b| h\b)"
)
_HALF_HOUR = "demiheure"
_BARE = re.compile(r"(?<![\d.])\d+(?![\d.])")
_UNRELATED = re.compile(
    r"\b(?:a|vers|des|avant|apres|jusqu a|depuis) \d+ (?:h|heures?)(?: \d+)? "
    r"(?:du|le|au) (?:matin|soir|midi)\b"
    r"|\b\d+ (?:h|heures?) (?:du (?:matin|soir)|par (?:semaine|mois)|la semaine|hebdo)\b"
)
_ROUND_TRIP = re.compile(r" ?(?:de |en |l |par |pour (?:l )?)?(?:aller (?:et )?retour|a ,? ?r)\b")
_IS_REFUSED = re.compile(r"\b(?:pas|jamais)(?: de| d)?$")
_IS_TOO_MUCH = re.compile(r" (?:(?:c est|ca fait|ce serait) )?(?:beaucoup )?trop\b| non\b")
_ABOUT_TRAVEL = phrases(
    "max|maxi|maximum|plus de|pas plus|jusqu a|environ|a peu pres|entre|autour de|dans les|disons|"
    "moins de|grand maximum|trajet|aller|allez|limite|route|minimum"
)
_COUNTED_THING = phrases(
    r"\d+ (?:ans?|annees?|mois|semaines?|jours?|euros?|enfants?|fois|personnes?|rue|avenue|km h)"
)
_LIGHT = frozenset(
    "oui ouais d accord bon ben bah euh alors je dirais j pense accepte peux c est pour moi les "
    "ou et a de en , faire trajet plutot environ svp merci voila non quoi on va dire mettre mettez "
    "disons genre".split()
)
_NO_LIMIT_SAID = phrases(
    "(?:pas|aucune|sans) (?:de |vraiment de )?limites?(?! de)|(?:peu |n )?importe|illimitee?|"
    "(?:le temps|autant) (?:qu il faut|qu il faudra|necessaire)|(?:m est|est) egal|"
    "aussi loin que"
)


def read_minutes(text: str) -> int | None:
    """Minutes one way, from SHORTEST to LONGEST; the longest one said when there are several.

    A distance becomes a time at MINUTES_PER_KM; a round trip is halved; a bare number is minutes
    only when it comes alone or with words of travel: an age, a year or a postcode is None.
    """
    for written, spoken in _FRACTIONS:
        text = written.sub(spoken, text[:4_000])
    line = with_digits(_with_half_hours(heard(text)))
    line = _UNRELATED.sub(" ", line)
    said = _durations(line)
    if not said and _NO_LIMIT_SAID.search(line):
        return NO_LIMIT
    longest = max(said, default=0)
    return min(max(round(longest), SHORTEST), LONGEST) if longest > 0 else None


def read_distance_km(text: str) -> float | None:
    """Kilometres one way, the longest said; None when the message gives none, or a time as well."""
    line = with_digits(heard(text))
    said = [float(found[1][:6]) for found in _KM_SAID.finditer(line)]
    without = _KM_SAID.sub(" ", line)
    is_time = _MINUTES_SAID.search(without) or _HOURS_SAID.search(without)
    return max(said) if said and not is_time else None


def _with_half_hours(line: str) -> str:
    """A heard line with "demi heure" for what is one slip away from it, wherever the two words are
    parted: "dem iheure", "demiheure", "demi eure"."""
    words = line.split()
    place = 0
    while place < len(words):
        length = next((n for n in (2, 1) if _is_half_hour(words[place : place + n])), 0)
        if length:
            words[place : place + length] = ["demi", "heure"]
        place += max(1, 2 * bool(length))
    return " ".join(words)


def _is_half_hour(words: list[str]) -> bool:
    return OSA.distance("".join(words), _HALF_HOUR, score_cutoff=1) <= 1


def with_digits(line: str) -> str:
    """Number words as digits: "vingt cinq" is 25, "quatre vingt dix" 90; "trente ou 40" is two."""
    written: list[str] = []
    for word in line.split():
        value = _UNITS.get(word, _TENS.get(word))
        if value is None:
            written.append(word)
            continue
        joined = _joined(written, word, value)
        written.append(str(joined))
    return " ".join(written)


def _joined(written: list[str], word: str, value: int) -> int:
    """The number that the word makes with those just before it, which are taken back."""
    links = 1 if len(written) > 1 and written[-1] == "et" and word in ("un", "une", "onze") else 0
    before = written[-1 - links] if len(written) > links else ""
    if not before.isdecimal():
        return value
    previous = int(before)
    if previous == 4 and word in ("vingt", "vingts"):
        total = 80
    elif previous == 100 and 0 < value < 100:
        total = previous + value
    elif previous in (20, 30, 40, 50, 60, 80) and 0 < value < (20 if previous >= 60 else 10):
        total = previous + value
    elif previous in (10, 70, 90, 110) and value in (7, 8, 9):
        total = previous + value
    else:
        return value
    del written[len(written) - 1 - links :]
    return total


def _durations(line: str) -> list[float]:
    """Each duration of the line in minutes; what is read is taken out, so that it counts once."""
    found: list[float] = []
    line = _taken(_HOURS_SAID, line, found, _minutes_of_hours)
    for pattern, minutes in _PARTS_SAID:
        line = _taken(pattern, line, found, _always(minutes))
    line = _taken(_MINUTES_SAID, line, found, lambda said: float(said[1][:6]))
    line = _taken(_KM_SAID, line, found, lambda said: float(said[1][:6]) * MINUTES_PER_KM)
    return found or _bare_minutes(line.replace("#", " "))


def _taken(
    pattern: re.Pattern[str],
    line: str,
    found: list[float],
    minutes: Callable[[re.Match[str]], float],
) -> str:
    """The line with "#" for what the pattern reads; the minutes read are added to `found`."""

    def take(said: re.Match[str]) -> str:
        before = line[max(0, said.start() - 12) : said.start()].rstrip()
        if not (_IS_REFUSED.search(before) or _IS_TOO_MUCH.match(line, said.end())):
            share = 0.5 if _ROUND_TRIP.match(line, said.end()) else 1.0
            found.append(minutes(said) * share)
        return "#"

    return pattern.sub(take, line)


def _always(minutes: float) -> Callable[[re.Match[str]], float]:
    return lambda _: minutes


def _minutes_of_hours(said: re.Match[str]) -> float:
    """Minutes of "1 h 30" or "2 heures et quart"; 0 when nobody would travel that long."""
    hours = float(said["hours"][:6])
    if hours > LONGEST_HOURS:
        return 0.0
    return 60 * hours + float(said["minutes"] or 0) + _quarter(said["quarter"] or "")


def _quarter(said: str) -> float:
    quarter = -15 if said.startswith("moins") else 15
    if "demi" in said:
        return 30.0
    is_three = "3" in said or "trois" in said
    return 45.0 if is_three else float(quarter if said else 0)


def _bare_minutes(line: str) -> list[float]:
    """Numbers without a unit, when the message is about nothing else than this duration."""
    numbers = [int(digits[:6]) for digits in _BARE.findall(line)]
    likely = [float(number) for number in numbers if number >= SHORTEST]
    if len(likely) > 2 or any(number > LONGEST for number in numbers):
        return []
    others = [word for word in line.split() if not word.isdecimal()]
    is_alone = all(word in _LIGHT for word in others)
    if is_alone or (_ABOUT_TRAVEL.search(line) and not _COUNTED_THING.search(line)):
        return likely
    return []
