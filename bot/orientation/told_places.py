"""Where a message clearly says that the person lives, at any question."""

from __future__ import annotations

import re

from bot.orientation.sayings import heard
from bot.orientation.told_clauses import stated

_HOME = re.compile(
    r"\b(?:j habite|j hab|je vis|je loge|je reside|j ai demenage|j viens d emmenager|"
    r"je suis (?:domicilie|domiciliee|installe|installee|log[e]e?))"
    r"(?: (?:maintenant|actuellement|desormais|toujours|juste|moi))*"
    r"(?: (?:a|au|aux|sur|vers|dans|en|pres|proche|du|de|d|cote|chez|le|la))* (?P<home>.+)"
    r"|\bje suis (?:sur|de|d|du cote de|vers|pres de) (?!nuit|jour|repos|garde|week)(?P<from>.+)"
)
_ADDRESS_WORDS = re.compile(r"\b(?:chez (?:mes|ma|mon)|avec|depuis|parents?|et|ou|mais|sans)\b.*")
_POSTCODE = re.compile(
    r"\b(?:\d{5}|\d{2} \d{3})\b(?! (?:euros?|e|balles|km|personnes|habitants|fois|par)\b)"
)
_MOST_WORDS = 7


def home_words(text: str) -> str | None:
    """The words of the place where the person says to live; None when they do not say it.

    A postcode that stands alone, or with the name of a town, is a home too.
    """
    for part in reversed(stated(text)):
        if said := _HOME.search(part):
            place = _ADDRESS_WORDS.sub("", said["home"] or said["from"]).strip()
            return " ".join(place.split()[:_MOST_WORDS]) or None
    line = heard(text)
    is_postcode = _POSTCODE.search(line) and len(line.split()) <= _MOST_WORDS
    return line if is_postcode else None
