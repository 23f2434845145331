"""Words of an opinion on the conversation, and of what is no longer true in it.

What is told to the team is kept as it was written: only the few words below are read otherwise, and
only when nothing else is said.
"""

from __future__ import annotations

import re

from bot.orientation.sayings import heard, phrases

MIXED = "mixed"
FACES = ("very_good", "good", MIXED, "bad", "very_bad")
"""How the conversation was, best first."""
HARD_FACES = frozenset({"bad", "very_bad"})

LINK, ENDED, CHANGED, FIGURE, DESCRIBED, OTHER = (
    "link", "ended", "changed", "figure", "described", "other",
)  # fmt: skip
OFFER_REASONS = (LINK, ENDED, CHANGED, FIGURE, OTHER)
JOB_REASONS = (FIGURE, DESCRIBED, LINK, OTHER)
"""What may be wrong in an offer and in a job, as their buttons name it."""

STOP, SKIP = "stop", "skip"

_POLITE = r"(?:(?: (?:merci|svp|s il vous plait|la|ici|maintenant|bonne journee)|,))*"
_STOP = re.compile(
    r"^(?:non |bon |ok |merci |euh |, ?)*"
    r"(?:stop|j arrete|on arrete|je m arrete|m arreter|arret(?:e|er|ez|ons)|"
    r"c est (?:tout|bon|fini)|fini|terminer?|quitter|annuler|au revoir|plus tard|"
    r"retour|revenir(?: en arriere)?|je veux (?:arreter|revenir|sortir)|laisse\w* tomber|"
    r"retour aux? (?:questions?|metiers?))"
    rf"{_POLITE}$"
)
_SKIP = re.compile(
    r"^(?:non|bon|ok|euh|ben|,| )*"
    r"(?:non|rien|passer?|je passe|suivante?|suite|aucune? idee|pas d idee|je (?:sais|vois) pas|"
    r"sais pas|rien (?:de special|a dire|du tout)|nsp|ras|aucune?|sans avis|pas d avis)"
    rf"{_POLITE}$"
)

_FACES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("very_bad", phrases(
        r"(?:pas|vraiment pas) bien du tout", r"(?:tres|vraiment|trop) (?:nul\w*|mauvais\w*|mal)",
        r"nul(?:le)?s?", "horrible", "catastroph\\w+", "zero", "merde", "pire", "detest\\w+",
        "pas du tout",
    )),
    ("bad", phrases(
        "pas (?:tres |trop |super |si |vraiment )?(?:bien|bon|terrible|top|genial|ouf|utile|clair)",
        "mauvais\\w*", "bof bof", "decu\\w*", "decevant", "(?<!pas )mal",
    )),
    ("mixed", phrases(
        "moyen\\w*", "bof", "mitigee?", "ca (?:va|peut aller)", "correcte?", "passable",
        "comme ci comme ca", "plus ou moins", "entre les deux", "ca depend", "pas mal et",
    )),
    ("very_good", phrases(
        r"(?:tres|vraiment|trop|super|hyper) (?:bien|bon|utile|content\w*|clair|sympa|cool)",
        "super", "genial\\w*", "excellent\\w*", "parfait\\w*", "top", "adore", "bravo",
        "formidable", "impeccable", "nickel", "magnifique",
    )),
    ("good", phrases(
        "bien", "bon", "bonne", "pas mal", "content\\w*", "satisfait\\w*", "utile", "sympa", "cool",
        "agreable", "clair", "aime (?:bien)?", "chouette",
    )),
)  # fmt: skip
"""In this order: "pas bien" holds "bien"."""

_SMILEYS = (
    ("very_good", "😀😃😄😁😍🤩🥰👍❤"),
    ("good", "🙂😊☺"),
    ("mixed", "😐😑😕🤔"),
    ("bad", "🙁☹😟"),
    ("very_bad", "😞😢😭😡😠👎🤬"),
)

_MARK = re.compile(r"(\d{1,2})(?:\s*(?:/|sur)\s*(\d{1,2}))?")

_ASKS_TO_TELL = phrases(
    r"(?:mon|un|des|notre|mes|votre) (?:avis|opinion|retour|commentaires?|remarques?|suggestions?|"
    r"idees?|feedback|critiques?|reclamations?|reproche|plaintes?)",
    r"donner (?:\w+ )?(?:avis|opinion)", "feedback", "(?:boite|cahier) (?:a|de) \\w+",
    r"(?:une|quelques?|deux|plusieurs) (?:remarques?|suggestions?|idees?|critiques?|reclamations?)",
    r"(?:dire|expliquer|signaler|raconter) (?:ce que (?:j en pense|je pense|j ai (?:aime|pense))|"
    r"ce qui (?:va|marche|plait|cloche|irait mieux))",
    r"noter (?:la|cette|le|votre|ce|l) \w+", "(?:vous |te )?evaluer", "laisser (?:une note|un mot)",
    "me plaindre", "reclamation", "vous feliciter",
)  # fmt: skip

_REASONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (LINK, phrases(
        "liens?", "url", r"page (?:\w+ )?(?:introuvable|morte?|vide|existe)", "404", "clique",
        r"site (?:\w+ )?(?:marche|ouvre|repond|fonctionne|existe)",
    )),
    (ENDED, phrases(
        "exist(?:e|ent|ait|aient) (?:plus|pas)", "c est fini",
        r"(?:est|sont|a ete|ont ete) (?:supprime|arrete|fini|termine|ferme)\w*",
        "plus (?:valable|possible|propose\\w*|disponible|d actualite)",
        "s est arrete\\w*", "plus cette aide",
    )),
    (FIGURE, phrases(
        "chiffres?", "nombre", "montants?", "statistiques?", "prix", "tarifs?", "combien",
        r"(?:recrute|embauche)\w* (?:pas|plus|personne)", r"\d+ (?:euros|projets)",
    )),
    (CHANGED, phrases(
        r"conditions?", r"chang\w+", "plus (?:pareil|les memes?|la meme)", "maintenant il faut",
    )),
    (DESCRIBED, phrases(
        r"(?:mal|pas bien) (?:decrit|explique|dit|raconte)\w*", "description",
        "ce metier c est pas", "pas (?:ca|comme ca) (?:le|ce) metier",
    )),
)  # fmt: skip


_SHOWN = phrases(
    "liens?", "pages?", "aides?", "chiffres?", "montants?", "fiches?", "site", "infos?", "404",
    "informations?", "conditions", "ce que vous (?:dites|affichez|montrez)", "clique",
)  # fmt: skip


def read_face(text: str) -> str | None:
    """One of FACES; None when the words tell none. A smiley counts, and a mark: "4/5", "15"."""
    for face, signs in _SMILEYS:
        if any(sign in text for sign in signs):
            return face
    line = heard(text)
    mark = _MARK.fullmatch(text.strip())
    if mark:
        return _face_of_mark(int(mark[1]), int(mark[2]) if mark[2] else None)
    return next((face for face, words in _FACES if words.search(line)), None)


def _face_of_mark(mark: int, best: int | None) -> str | None:
    """Best, 5, 10 or 20 as in a school, is the least that holds the mark when it is not told."""
    if best is None:
        best = next((scale for scale in (5, 10, 20) if mark <= scale), 0)
    if mark > best or best == 0:
        return None
    return FACES[min(int((1 - mark / best) * len(FACES)), len(FACES) - 1)]


def read_way_out(text: str) -> str | None:
    """STOP or SKIP when the message says nothing else; None when it is something to keep."""
    line = heard(text).strip(" ,")
    if _STOP.match(line):
        return STOP
    return SKIP if _SKIP.match(line) else None


def asks_to_tell(text: str) -> bool:
    """Whether one asks for a way to say what one thinks; else one has said it: "c'était nul"."""
    return bool(_ASKS_TO_TELL.search(heard(text)))


def names_what_is_shown(text: str) -> bool:
    """Whether words speak of what Déclic shows: "le lien ne marche pas" is about no car."""
    return bool(_SHOWN.search(heard(text)))


def read_report_reason(text: str) -> str | None:
    """What is said to be wrong; None when it is not told."""
    line = heard(text)
    return next((reason for reason, words in _REASONS if words.search(line)), None)
