"""How easy a French text is to read, by the formula of Kandel and Moles.

L. Kandel and A. Moles, "Application de l'indice de Flesch à la langue française", Cahiers d'études
de radio-télévision 19, 1958: 207 - 1.015 words per sentence - 73.6 syllables per word. 100 is very
easy, 70 fairly easy, 50 fairly hard.

The formula was made for samples of a hundred words. A text of fewer than LEAST_WORDS would hang on
one word: its missing words are counted as words of USUAL_SYLLABLES, as in plain spoken French.
"""

from __future__ import annotations

import re
from functools import lru_cache

LEAST_WORDS, USUAL_SYLLABLES = 10, 1.7

_WORD = re.compile(r"\d[\d\u202f\u00a0.,]*\d|\d|[^\W\d_]+(?:[-'’·][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\u00a0\u202f]+|\n+|(?<=:)\n")
_QUOTED = re.compile(r"«[^»]*»")
_VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"
_SOUNDED_ENT = frozenset(
    "absent accident agent antécédent argent cent client compétent content couvent dent différent "
    "excellent fréquent fluent indépendent innocent intelligent parent patient permanent précédent "
    "président prudent présent récent résident régent souvent suffisent talent urgent vent évident "
    "équivalent".split()
)
"""Words in -ent that are no verbs: their last syllable is heard."""
_SILENT_MENT = frozenset("aiment dorment estiment expriment ferment forment nomment".split())
_EXCEPTIONS = {
    "pays": 2,
    "août": 1,
    "paysage": 3,
    "abbaye": 3,
    "week": 1,
    "ouest": 1,
    "monsieur": 2,
    "e": 1,
}
_SPELLINGS = (
    (re.compile(r"qu"), "k"),
    (re.compile(r"gu(?=[eéèêiîy])"), "g"),
    (re.compile(r"ge(?=[aoâô])"), "j"),
    (re.compile(r"(?<=[cg])ueil"), "eil"),
    (re.compile(r"(?<=[aeu])il(?=l|s?$)"), "j"),
    (re.compile(rf"(?<=[{_VOWELS}])y(?=[{_VOWELS}])|^y(?=[{_VOWELS}])"), "j"),
)
_NUCLEUS = re.compile(
    r"(?<![bcdfgkptv][lr])[iy](?:eau|œu|eu|ai|au|oi|ou|[aàâeéèêëoôœ])"
    r"|oui|oin|œu|eau|oi|oî|ou|où|oû|au|aî|ai|ei|eu|eû|ui|uî"
    rf"|[{_VOWELS}]"
)


def words(text: str) -> list[str]:
    """The words of a text; a number in figures is one, "l'aide" and "week-end" too."""
    return _WORD.findall(text)


def our_words(text: str) -> list[str]:
    """The words that are ours: what stands between « » is quoted."""
    return words(_QUOTED.sub(" ", text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, cut after their last sign and at the end of a line."""
    return [part.strip() for part in _SENTENCE_END.split(text) if words(part)]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Syllables as they are spoken: a silent e at the end does not count, nor does -ent of a verb.

    A number counts one for each figure, an acronym one for each letter unless it is said as a word
    ("ROME").
    """
    if word[0].isdecimal():
        return sum(sign.isdecimal() for sign in word)
    if len(word) > 1 and word.isupper() and not _is_said_as_a_word(word):
        return len(word)
    parts = re.split(r"[-'’·]", word.lower())
    return max(1, sum(_of_part(part) for part in parts if part))


def reading_ease(text: str) -> float:
    """The index of Kandel and Moles. ValueError for a text without words."""
    told = words(text)
    if not told:
        raise ValueError("a text without words has no reading ease")
    missing = max(0, LEAST_WORDS - len(told))
    heard = sum(syllables(word) for word in told) + missing * USUAL_SYLLABLES
    per_sentence = len(told) / len(sentences(text))
    return 207 - 1.015 * per_sentence - 73.6 * heard / (len(told) + missing)


def longest_sentence(text: str) -> int:
    """Words of ours in the longest sentence."""
    return max((len(our_words(part)) for part in sentences(text)), default=0)


def longest_line(text: str) -> int:
    """Words of ours in the longest line: in easy-read French a line holds one idea."""
    return max(len(our_words(line)) for line in text.split("\n"))


def _is_said_as_a_word(acronym: str) -> bool:
    return len(acronym) > 3 and bool(_NUCLEUS.search(acronym.lower()))


def _of_part(part: str) -> int:
    if part in _EXCEPTIONS:
        return _EXCEPTIONS[part]
    for pattern, spelled in _SPELLINGS:
        part = pattern.sub(spelled, part)
    heard = _without_silent_end(part)
    return len(_NUCLEUS.findall(heard)) or (1 if len(part) > 1 and _NUCLEUS.search(part) else 0)


def _without_silent_end(part: str) -> str:
    if part.endswith("ent") and _is_silent_ent(part):
        return part[:-3]
    if part.endswith("es") and len(part) > 3:
        return part[:-2]
    return part[:-1] if part.endswith("e") and len(part) > 2 else part


def _is_silent_ent(part: str) -> bool:
    if part.endswith("aient"):
        return True
    if part.endswith("ment"):
        return part in _SILENT_MENT
    return not part.endswith("ient") and part not in _SOUNDED_ENT
