"""Street addresses in what people type: is there one, where it stops, which part is the town."""

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


def town_of(address: str) -> str:
    """The part that names the town: from the postcode on, else behind the last comma or "à".

    Else what follows the name of the way: "rue de Lyon" alone is no reason to note Lyon.
    """
    postcode = _POSTCODE.search(address)
    if postcode:
        return address[postcode.start() :]
    begins = _ADDRESS.match(address)
    behind_way = address[begins.end() :] if begins else address
    if "," in behind_way:
        return behind_way.rpartition(",")[2].strip()
    at = list(_AT.finditer(behind_way))
    if at:
        return behind_way[at[-1].end() :].strip()
    return _NAME_OF_WAY.sub("", behind_way, count=1)
