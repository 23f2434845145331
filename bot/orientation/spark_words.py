"""How one asks, in words, for another way to say what one likes, or to leave the one in progress.

Only a message that is about nothing else counts: "j'aime les images de la nature" is an answer.
"""

from __future__ import annotations

from bot.orientation.sayings import heard, phrases

PICTURES, GAME, STATEMENTS = "pictures", "game", "statements"
WAYS = (PICTURES, GAME, STATEMENTS)

_NOUNS = {
    PICTURES: "images?|photos?|photolangage|dessins?|illustrations?|cartes?",
    GAME: "jeux?|petit jeu|(?:petite )?histoires?|escape game|aventure|scenes?|jouer|recit",
    STATEMENTS: (
        "questions?|phrases?|questionnaire|affirmations?|quiz+|(?:oui|vrai) ou (?:non|faux)"
    ),
}
_BEFORE = (
    "non|bon|bah|ben|euh|alors|oui|ok|d accord|en fait|finalement|stop|svp|stp|et|mais|"
    "(?:j |je )?(?:prefere(?:rais)?|veux|voudrais|aimerais|choisis|prends|vais|passe|vois)|"
    "plutot|aussi|essaye(?:r|z)?|essayons|changer?|changeons|passe[rz]?|passons|mieux|"
    "on|peut|pourrait|est ce qu|est ce que|faire|fait|faites|choisir|regarder|voir|vivre|repondre|"
    "avoir|revenir|retourner|continuer|avec|par|pour|a|aux?|la|le|les|l|des|de|du|un|une|d|vos|tes|"
    "petite?s?|courtes?|,"
)
_AFTER = (
    "plutot|aussi|svp|s il vous plait|s il te plait|merci|a la place|maintenant|alors|pour voir|"
    "quand meme|d abord|courtes?|a choisir|c est mieux|c est plus simple|stp|\\d+|et|,"
)
_WAYS = {
    way: phrases(f"(?:(?=((?:{_BEFORE}) ))\\1)*(?:{noun})(?: (?:{_AFTER}))*")
    for way, noun in _NOUNS.items()
}
"""A word before the noun is taken once for all: tried in each way that it can be read, thirty words
would hold the process for minutes."""
_OTHER_WAY = phrases(
    "(?:.* )?(?:une autre (?:facon|maniere|methode)|autrement|autre chose|changer de (?:facon|"
    "maniere|methode|mode))(?: svp| merci| s il vous plait)*"
)
_STOPS = phrases(
    "(?:(?:bon|bah|ben|ok|d accord|allez|non|stop|,) )*"
    "(?:stop|arrete[rz]?|arretons|(?:on|j) arrete|fini|finir|terminer|quitter|sortir|assez|"
    "ca suffit|"
    "(?:j |je )?(?:veux|voudrais) (?:arreter|finir|passer(?: a la suite)?)|(?:j en ai )?marre|"
    "passer a la suite|passons a la suite|la suite(?! d)|on passe a la suite|"
    "je (?:veux|joue) plus(?: jouer)?)"
    "(?: (?:le|la|les|l|de|du|cette|ce|ici|svp|merci|maintenant|avec|jeu|jouer|histoire|"
    "questions?|phrases?|images?|photos?|scenes?|,|stop))*"
)
_GOES_ON = phrases(
    "(?:oui |ok |d accord |bon )*(?:(?:on|je) )?(?:peut )?(?:continue[rz]?|continuons|avance[rz]?|"
    "poursui\\w+)(?: svp| merci)*"
)
_NO_TO_ONE = phrases(
    "(?:non )?pas (?:les |le |la |l |d |de )?(?:images|photos|jeu|histoire|questions|phrases)"
)


def read_way(text: str, is_asked: bool = False) -> str | None:
    """The way asked for; None when the message asks for none, or for two.

    is_asked: the person was just asked which way, so that a noun among other words is enough.
    """
    line = heard(text).strip(" ,")
    if _NO_TO_ONE.fullmatch(line):
        return None
    found = [way for way, pattern in _WAYS.items() if pattern.fullmatch(line)]
    if not found and is_asked:
        found = [way for way, noun in _NOUNS.items() if phrases(noun).search(line)]
    return found[0] if len(found) == 1 else None


def wants_another_way(text: str) -> bool:
    """ "Autrement", "une autre façon": without saying which."""
    return bool(_OTHER_WAY.fullmatch(heard(text).strip(" ,")))


def wants_to_go_on(text: str) -> bool:
    """ "On continue": with what comes next, without another word."""
    return bool(_GOES_ON.fullmatch(heard(text).strip(" ,")))


def wants_to_stop(text: str) -> bool:
    """ "Stop l'histoire", "on arrête", "je veux passer à la suite"."""
    return bool(_STOPS.fullmatch(heard(text).strip(" ,")))
