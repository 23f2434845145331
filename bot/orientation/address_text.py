"""Street addresses in what people type: is there one, its street, its postcode, its town."""

from __future__ import annotations

import re

from bot.orientation.wording import fold

_WAYS = (
    r"rue|avenue|av|ave|boulevard|bd|bld|chemin|che|impasse|imp|allees?|place|pl|route|rte|quai|"
    r"cours|square|lotissement|hameau|lieu[- ]dit|residence|montee|passage|sentier|faubourg|fbg|"
    r"voie|cite|esplanade|promenade|traverse|venelle|ruelle|rond[- ]point|clos|villa|mail|cote"
)
_ADDRESS = re.compile(rf"\b\d{{1,4}}(?: ?(?:bis|ter|quater|[a-d]))?,? (?:{_WAYS})\b\.?")
_ENDS = re.compile(r"[.;!?\n()]|\b(?:mais|car|parce|depuis|avec|chez|je|j'|on|et|merci|svp)\b")
_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_AT = re.compile(r"\b(?:a|au|aux|sur)\b")
_NAME_OF_WAY = re.compile(r" ?(?:(?:des|du|de|la|les|le) |l'|d')*\S+ ?")
LONGEST = 120

_MOST_WORDS_OF_A_NAME = 6
_LINKS = frozenset("de du des la le les l d a au aux en sur sous".split())
_FOREIGN = frozenset(
    "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs un une il elle ils elles nous"
    " vous tu me te se moi toi lui qui que quoi ou dont ne ni pas est es suis sont etait etais ai"
    " as ont habite habites vis vit loge logee dort dors pour parce quand comme puis aussi donc or"
    " code appartement appt apt app porte etage escalier bat batiment interphone digicode tel"
    " telephone portable numero mail email ex foyer centre hebergement refuge hopital prison"
    " ici dans par sans hier bonjour oui non".split()
)
_MONTHS = frozenset(
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
)
_NAME_WORD = re.compile(r"(?:(?:l|d)')?[a-z]+(?:-[a-z]+)*")
_WEAK_WORDS = frozenset({"saint", "sainte", "les"})


def address_in(text: str) -> str | None:
    """The address of a text, from its number to the end of what belongs to it; None without one.

    A number right before a kind of way makes an address: "12 bis rue des Lilas 38300 Bourgoin".
    What people add ("je vis avec ma mère") is left out. Lower case, without accents.
    """
    plain = fold(text.replace("\n", ", "))
    begins = _ADDRESS.search(plain)
    if begins is None:
        return None
    end = _ENDS.search(plain, begins.end())
    stretch = plain[begins.start() : end.start() if end else None]
    return stretch[:LONGEST].strip(" ,-")


def street_of(address: str, town: str | None = None) -> str:
    """Number, way and name of an address, and nothing that people say behind them.

    The name has 6 words at most: it stops at a comma, a postcode, a number that is no date, a word
    that belongs to no name ("mon", "je") and at the town. town: its name once it is known.
    """
    begins = _ADDRESS.match(address)
    if begins is None:
        return ""
    end = _ENDS.search(address, begins.end())
    behind = address[begins.end() : end.start() if end else None].split(",", 1)[0].split()
    name: list[str] = []
    for word in behind[:_MOST_WORDS_OF_A_NAME]:
        if not _belongs(word, name, behind) or _is_town(behind[len(name) :], name, town):
            break
        name.append(word)
    while name and name[-1] in _LINKS:
        name.pop()
    return " ".join([begins.group(), *name])


def _belongs(word: str, before: list[str], behind: list[str]) -> bool:
    """Whether a word may be of a name: letters, or a part of a date ("du 8 mai 1945")."""
    if word.isdecimal():
        following = behind[len(before) + 1 : len(before) + 2]
        is_day = len(word) <= 2 and bool(_MONTHS.intersection(following))
        return is_day or (len(word) == 4 and bool(_MONTHS.intersection(before[-1:])))
    if not _NAME_WORD.fullmatch(word):
        return False
    is_named = bool(set(before) - _LINKS)
    return not (is_named and word in _FOREIGN)


def _is_town(rest: list[str], before: list[str], town: str | None) -> bool:
    """Whether the town begins here: its whole name, or the first telling word of it.

    The first word of the name of a way is never the town: "12 rue de Lyon" in Lyon.
    """
    if not town or not set(before) - _LINKS:
        return False
    wanted = _spelled(town)
    said = _spelled(" ".join(rest))
    is_telling = len(wanted[0]) > 3 and wanted[0] not in _WEAK_WORDS
    return said[: len(wanted)] == wanted or (is_telling and said[0] == wanted[0])


def _spelled(name: str) -> list[str]:
    """Words of a name of town, however it is written: "St-Étienne" is "saint etienne"."""
    words = fold(name).replace("-", " ").replace("'", " ").split()
    return [{"st": "saint", "ste": "sainte"}.get(word, word) for word in words]


def postcode_of(address: str) -> str | None:
    """The first postcode of an address; None without one."""
    found = _POSTCODE.search(address)
    return found.group() if found else None


def town_of(address: str) -> str:
    """The part that names the town: from the postcode on, else behind the last comma or "à".

    Digits behind a comma are no town. Else what follows the name of the way: "rue de Lyon" alone
    is no reason to note Lyon.
    """
    postcode = _POSTCODE.search(address)
    if postcode:
        return address[postcode.start() :]
    begins = _ADDRESS.match(address)
    behind_way = address[begins.end() :] if begins else address
    if "," in behind_way:
        parts = [part.strip() for part in behind_way.split(",")[1:]]
        return next((part for part in reversed(parts) if re.search("[a-z]", part)), "")
    at = list(_AT.finditer(behind_way))
    if at:
        return behind_way[at[-1].end() :].strip()
    return _NAME_OF_WAY.sub("", behind_way, count=1)
