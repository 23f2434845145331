"""Asking for easy-read French, or for the usual French again, in a person's words."""

from __future__ import annotations

import re

from bot.orientation.sayings import heard, phrases

EASY, STANDARD = "easy", "standard"
MOST_WORDS = 12
"""A longer message tells something else, in which such words stand by chance."""

_EASY_READ = r"(?<!suis )faciles? (?:a|de) (?:lire|comprendre)|falc|mode facile"
_NO_MORE = re.compile(
    r"\b(?:plus(?: en| le| la| de)?|sans|stop|arret\w*|enlev\w*|retir\w*|quitt\w*|sort\w*|"
    r"desactiv\w*)(?: (?:le|la|l|en|du|de|mode|texte|ecriture|version|francais)){0,3} "
    rf"(?:{_EASY_READ})\b"
)
_STANDARD = phrases(
    r"(?:texte|mode|ecriture|langage|francais|version) (?:normale?|habituel(?:le)?|standard|"
    r"complete?|classique|ordinaire|d avant)",
    r"(?:ecri\w+|parle\w*) (?:plus )?(?:normalement|comme (?:avant|d habitude))",
)
_WORDS_READ = r"(?:francais|mots|phrases|textes?|messages?|lettres?|questions?)"
_EASY = phrases(
    _EASY_READ,
    r"(?:ecri\w+|parle\w*|expliqu\w+|dites|dis|demande\w*)(?: \w+){0,3} (?:plus )?"
    r"(?:simplement|simple|facilement)(?! (?:aux?|avec) )",
    r"(?:mots|phrases|texte|version|langage|francais|ecriture|messages?) (?:plus |tres )?"
    r"(?:simples?|faciles?|courte?s?)",
    r"trop (?:complique\w*|difficiles?|dur\w*|long\w*) (?:a|de) (?:lire|comprendre)"
    r"(?! (?:mon|ma|mes|son|sa|ses|leurs?) )",
    r"je lis (?:mal|pas bien|difficilement)|(?:du mal|des difficultes) (?:a|pour) lire",
    r"(?:je comprends (?:mal|pas bien|pas)|du mal a comprendre) (?:le|les|ce|ces|vos|tes) "
    + _WORDS_READ,
)


def read_reading(text: str) -> str | None:
    """EASY or STANDARD, the way of writing that a short text asks for; None when it asks none."""
    line = heard(text)
    if len(line.split()) > MOST_WORDS:
        return None
    if _STANDARD.search(line) or _NO_MORE.search(line):
        return STANDARD
    return EASY if _EASY.search(line) else None
