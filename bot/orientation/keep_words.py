"""Words with which one keeps jobs, lets them go, or sets them side by side."""

from __future__ import annotations

import re

_LETS_GO = re.compile(
    r"\b(?:ne |n')?(?:garde[zr]?|gard[eé]e?s?|conserve[zr]?)(?: (?:le|la|les|l'))? ?"
    r"(?:plus|pas)\b|\b(?:enl[eè]ve[zr]?|retire[zr]?|supprime[zr]?|oublie[zr]?|vire[zr]?)\b|"
    r"\bplus (?:besoin|envie) de\b",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:je (?:vais |veux |voudrais |peux |ne |n')*|j'aimerais |tu (?:peux |me )*|"
    r"vous (?:pouvez |me )*|pouvez-vous |peux-tu )?"
    r"(?:garde[zr]?|gard[eé]e?s?|conserve[zr]?|retiens|retenez|retenir|mets|mettez|mettre|note[zr]?|"
    r"compare[zr]?|comparaison|enl[eè]ve[zr]?|retire[zr]?|supprime[zr]?|oublie[zr]?)"
    r"(?:-(?:moi|le|la|les)\b| moi\b)?(?: (?:plus|pas|bien)\b)?|"
    r"\b(?:pour (?:plus tard|l'instant|moi)|de c[oô]t[eé]|en m[eé]moire|dans (?:ma|la) liste|"
    r"de (?:mes|la liste des|la liste de mes) gard[eé]s|s'il (?:vous|te) pla[iî]t|svp|stp)\b",
    re.IGNORECASE,
)
"""What stands around the name of the job: "garde" alone would be a guard."""


def lets_go(text: str) -> bool:
    """Whether words about kept jobs take one out: "je ne garde plus le cariste", "enlève-le"."""
    return bool(_LETS_GO.search(_straight(text)))


def only_jobs(text: str) -> str:
    """What names the jobs: "garde cariste pour plus tard" is "cariste"."""
    return " ".join(_AROUND.sub(" ", _straight(text)).split())


def _straight(text: str) -> str:
    return text.replace("’", "'")
