"""How one asks, in words, for another way to say what one likes, or to leave the one in progress.

Only a message that is about nothing else counts: "j'aime les images de la nature" is an answer.
"""

from __future__ import annotations

import re

from bot.orientation.sayings import heard, phrases

PICTURES, GAME, STATEMENTS = "pictures", "game", "statements"
WAYS = (PICTURES, GAME, STATEMENTS)

_NOUNS = {
    PICTURES: "images?|imaj\\w*|photos?|photolangage|dessins?|illustrations?|cartes?|visuels?",
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
_VERBS = {
    PICTURES: phrases("regarder|regarde|visuelle"),
    GAME: phrases("m amuser?|amusant|ludique|l atelier|joue"),
    STATEMENTS: phrases("repondre|repond[sr]?|(?:posez?|interrogez?) moi|demandez moi"),
}
"""Words of a way that are enough only where the way is asked."""
_ARTICLES = "(?: (?:de|des|d|les|la|l|le|du|une?|ces|vos|trop|envie|aime|veux|jouer))*"
_EVERY_NOUN = "|".join(_NOUNS.values())
_REFUSED = phrases(
    f"(?:pas|plus|ni|sans|aucune?|que|plutot que|au lieu|marre|deteste|sauf)(?! plutot)"
    f"{_ARTICLES} (?:{_EVERY_NOUN})",
    f"(?:{_EVERY_NOUN})(?: (?:c est|ca|me|m|la|moi|j))* (?:non|bof|nul|saoule|soule|gave|ennuie|"
    "gonfle|barbe|dit rien|deteste|aime pas|pas (?:pour|trop|mon|tellement))",
)
_ANY_WAY = phrases(
    "(?:peu |n )?importe(?: (?:le|la)?quel\\w*)?|(?:m est|est) (?:completement )?egal|"
    "(?:comme|ce que|celui que|celle que|ou) vous (?:voulez|preferez|voudrez|le sentez)|"
    "comme (?:tu veux|ca vous arrange|vous le souhaitez)|"
    "(?:a vous (?:de (?:voir|choisir))|choisi(?:s|ssez)|decidez)(?: pour moi| a ma place)?|"
    "au (?:hasard|pif)|je vous (?:laisse choisir|fais confiance)|sans preference|"
    "(?:pas|aucune) (?:de )?preference|(?:celui|celle) que tu veux"
)
_NO_WAY = phrases(
    "(?:aucune?|rien)(?: (?:des (?:trois|3|quatre|4)|de (?:tout ca|ca|tous|tout)|du tout))?|"
    "(?:ni l un ni l autre|pas (?:maintenant|envie|la peine|besoin|le temps))|"
    "(?:j ai|j en ai) pas (?:envie|besoin|le temps)|(?:on )?peut (?:sauter|passer|zapper)|"
    "(?:sautez?|sauter|zappez?|zapper|on saute|on zappe)|une autre fois|plus tard"
)
_AROUND_NO_WAY = "non|bon|ben|bah|euh|merci|svp|ca|cette question|moi|la|tout de suite|bof"
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
        found = _named(_REFUSED.sub(" ", line))
    return found[0] if len(found) == 1 else None


def _named(line: str) -> list[str]:
    """The ways that a line names by a noun, else by what one does there."""
    found = [way for way, noun in _NOUNS.items() if phrases(noun).search(line)]
    return found or [way for way, verb in _VERBS.items() if verb.search(line)]


def takes_any_way(text: str) -> bool:
    """ "Peu importe", "choisissez pour moi": any of the ways will do."""
    return bool(_ANY_WAY.search(heard(text)))


def takes_no_way(text: str) -> bool:
    """ "Aucun des trois", "j'ai pas envie", where nothing else is said."""
    line = re.sub(rf"\b(?:{_AROUND_NO_WAY})\b", " ", heard(text).replace(",", " "))
    return bool(_NO_WAY.fullmatch(" ".join(line.split())))


def wants_another_way(text: str) -> bool:
    """ "Autrement", "une autre façon": without saying which."""
    return bool(_OTHER_WAY.fullmatch(heard(text).strip(" ,")))


def wants_to_go_on(text: str) -> bool:
    """ "On continue": with what comes next, without another word."""
    return bool(_GOES_ON.fullmatch(heard(text).strip(" ,")))


def wants_to_stop(text: str) -> bool:
    """ "Stop l'histoire", "on arrête", "je veux passer à la suite"."""
    return bool(_STOPS.fullmatch(heard(text).strip(" ,")))
