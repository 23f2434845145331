"""How people ask what could help them, as opposed to answering with words that sound alike."""

from __future__ import annotations

import re

from bot.orientation.offer_words import AID_AS_A_NOUN, HELPING, OTHER_AID, TOPICS
from bot.orientation.vocabulary import THEMES
from bot.orientation.wording import plain

_ASKING = re.compile(
    r"\bm aider\b|\bpay(?:er|e)\b|\bfinanc\w+\b|\bdroits? (?:a|au|aux)\b|\bc est quoi\b|\bcomment\b"
    r"|\bqu est ce qu\w*\b|\bconnais\w* (?:l|la|le|les|un|une|des)\b"
    r"|\bou (?:faire|essayer|trouver|demander|postuler|tester)\b|\bassociations?\b|\bassos?\b"
    r"|\bquelles? (?:entreprises?|boites?|employeurs?)\b|\bvers qui\b|\ba qui\b"
    r"|\bqui (?:peut|pourrait|recrute|embauche|paye|paie|garde)\b|\bimmersion\b"
)
_PAST = re.compile(r"\bj (?:ai|etais|avais) (?!droit|besoin|entendu|vu|lu)|\bbenevol")
MOST_WORDS_OF_A_NAME = 6
_GENERAL = frozenset(
    """
    aide aides aider droit droits financiere financieres quelle quelles quel quels quoi y a t il
    j ai je peux pouvoir avoir existe existent des une un les la le l de d du m moi me pour est ce
    que qu c cherche voudrais veux besoin possible disponible disponibles toucher dispositif
    dispositifs financement financements subvention subventions prime primes allocation allocations
    coup pouce ces cette cet ca vous connaissez avez parlez savoir demande demander comment on qui
    peut en ai jai s plait svp bonjour et ou tout toutes tous
    """.split()
)


def asks_for_help(text: str) -> bool:
    """Whether the words ask for an aid, an explanation, an address; a job or a past is no asking.

    "une aide pour le permis" asks; "aide à domicile", "j'ai payé mon permis" answer.
    """
    said = plain(text)
    asks = AID_AS_A_NOUN.search(HELPING.sub(" ", said)) or OTHER_AID.search(said)
    return bool(asks or _ASKING.search(said)) and not _PAST.search(said)


def says_little(text: str) -> bool:
    """Whether a text is hardly more than a name, and tells nothing of the person."""
    said = plain(text).split()
    return len(said) <= MOST_WORDS_OF_A_NAME and not {"j", "je"}.intersection(said)


def asks_in_general(text: str) -> bool:
    """Whether no aid and no subject is named: "quelles aides je peux avoir ?"."""
    return _GENERAL.issuperset(plain(text).split())


def theme_codes(text: str) -> tuple[str, ...]:
    """The data·inclusion themes that a text tells of, the first told first."""
    said = plain(text)
    beginnings = [code for pattern, codes in TOPICS if pattern.search(said) for code in codes]
    found = (code for start in beginnings for code in THEMES if code.startswith(start))
    return tuple(dict.fromkeys(found))
