"""The levers that a person asks about: "et si j'avais le permis ?", "avec un vélo ça change quoi".

Naming the thing is enough: that the sentence is a what-if is known before it is read here. What is
said to be lacking ("sans permis", "j'ai pas de voiture") is no lever.
"""

from __future__ import annotations

import re

from bot.orientation.levers import LEVERS
from bot.orientation.sayings import clauses, heard, phrases

_NAMES = {
    "licence": phrases(
        "permis|permi|permie|permit|perm|le code(?! postal)|conduire|auto ecole",
    ),
    "car": phrases(
        "voit?tures?|voitur|woiture|vwature|oiture|bagnoles?|caisse|vehicules?|gova|"
        "(?:une|mon|d|petite) auto(?! (?:ecole|entrepreneur|stop))",
        "motoris[a-z]+|conduire",
    ),
    "bike": phrases("velos?|veloo|bicyclettes?|biclou|vtt|vtc|vae|bike"),
    "carpool": phrases("co ?voit[a-z]*|autopartage|covoit?urage|partager? (?:les? )?trajets?"),
    "minutes": phrases(
        r"minutes(?! de marche)|quart d heure|demi heure|temps de trajet|plus loin|plus long[a-z]*|"
        "trajets? (?:un peu )?plus|plus de (?:trajet|route|temps|km)|rouler plus|km|kilometres?",
    ),
    "training": phrases(
        "formations?|formation|former|forme|formais|formerais|reformation|diplomes?|apprenais|"
        "apprendre|qualification|stage de formation|reprenais (?:les |mes )?etudes"
    ),
    "childcare": phrases(
        "creches?|nounous?|nourrice|assmat|assistante? maternelle|baby ?sitter|baby sitting|"
        "periscolaire|centre aere|garderie|halte garderie",
        "(?:gard[a-z]+|garde|occup[a-z]+|mode|place|solution)(?: \\w+){0,4} "
        "(?:enfants?|gosses?|gamins?|petits?|petite|bebe|fils|fille|kids|loulous?|mioches?)",
        "faire garder|garde d enfants?|(?:enfants?|gosses?|petits?|bebe|fils|fille)"
        "(?: \\w+){0,2} (?:garde(?:s|e|es)?|en creche|chez la nounou)",
    ),
}
_WHAT_IF = re.compile(
    r"^(?:(?:et|ouais|oui|mais|alors|bon|ok|d accord|,) )*(?:si|avec|imagin\w*|suppos\w*) "
    r"|\b(?:ca|cela) (?:change|changerait|donne|donnerait|ouvre|ouvrirait)\b"
)
_VOITURETTE = phrases("(?:voitures?|vehicules?|auto) sans permis|vsp|voiturettes?")
_NO_MORE_THAN = phrases("pas plus (?:de|d|loin|long[a-z]*)")
_LACKING = re.compile(
    r"\b(?:sans|pas|aucune?|jamais|ni|zero|plus (?:de|d|aucune?|mon|ma|mes))"
    r"(?: (?:encore|de|d|du|une?|la|le|l|les|ma|mon|mes|besoin|eu|passer|passe|avoir|faire|"
    r"prendre|trouver))*$"
)


def read_levers(text: str) -> tuple[str, ...]:
    """The levers of LEVERS that a text names, in their order; empty when it names none."""
    line = _NO_MORE_THAN.sub(" ", _VOITURETTE.sub(" ", heard(text)))
    parts = clauses(line)
    return tuple(lever for lever in LEVERS if any(_names(lever, part) for part in parts))


def wished_levers(text: str) -> tuple[str, ...]:
    """The levers of a text that says "what if" by its words alone; empty for any other text."""
    return read_levers(text) if _WHAT_IF.search(heard(text)) else ()


def _names(lever: str, clause: str) -> bool:
    return any(
        not _is_lacking(clause[: found.start()].rstrip())
        for found in _NAMES[lever].finditer(clause)
    )


def _is_lacking(before: str) -> bool:
    """ "pas de", "sans le": what follows is said not to be there. "Pourquoi pas" is a wish."""
    said = re.sub(r"\bpourquoi pas\b", "", before)
    return bool(_LACKING.search(said))
