"""The dial of surprise in a person's words, and what each of its positions is said to do."""

from __future__ import annotations

from bot.orientation.phrases import say
from bot.orientation.sayings import heard, phrases
from bot.orientation.surprise import NEAR, OPEN, WIDE

_SURPRISE = r"sur?pr(?:is|en|an)\w*"
_NOT_SURPRISED = phrases(
    rf"(?:pas|sans|aucune|moins|stop|arret\w*|assez)(?: \w+){{0,2}} {_SURPRISE}"
)
_WORDS = (
    (
        OPEN,
        phrases(
            r"(?:un )?(?:petit )?(?:peu|peux|poil|chouia) (?:plus |moins )?(?:de |d )?"
            rf"(?:ouv\w+|larg\w+|vari\w+|proche|{_SURPRISE}|original|different|divers)",
            r"melang\w+|entre les deux|un peu des deux|ouvr\w+ (?:un peu|a d autres)|"
            r"elargi\w+(?: un peu)?|equilibre|juste milieu|plus ouvert\w*|a moitie",
        ),
    ),
    (
        NEAR,
        phrases(
            r"(?:plus |tres |trop |le plus )?(?:proches?|pres) (?:de|d|du|des) (?:ce|mon|ma|mes|"
            r"l|la|que)|rest\w* (?:\w+ )?(?:proches?|pres|dans)|ressembl\w+|meme (?:domaine|"
            r"secteur|genre|metier|milieu|type)|comme avant|que je (?:connais|sais|maitrise)|"
            r"dans mon (?:domaine|secteur|metier|milieu)|dans ma branche|mon ancien (?:metier|"
            r"boulot|travail)|plus classiques?|moins (?:original|different|eloigne|loin)\w*|"
            r"rapproch\w+|habituel\w*"
        ),
    ),
    (
        WIDE,
        phrases(
            rf"{_SURPRISE}|etonn\w+|(?:completement|totalement|vraiment|carrement|tout a fait|tres|"
            r"bien) (?:different|autre|nouveau|nouvelle)\w*|rien a voir|inattendu\w*|"
            r"insolites?|originaux|original\w*|inedit\w*|pas (?:du tout )?pense|imagine|audac\w+|"
            r"sort\w* (?:de |des )(?:l ordinaire|sentiers)|au hasard|folie|fou|folle|change\w* "
            r"(?:completement|de voie|d air|radical\w*)|depayse\w*"
        ),
    ),
)


def read_dial(text: str) -> str | None:
    """Where a text turns the dial, one of NEAR, OPEN, WIDE; None when it does not tell."""
    line = heard(text)
    if _NOT_SURPRISED.search(line):
        return NEAR
    return next((position for position, said in _WORDS if said.search(line)), None)


def dial_sentence(position: str, has_past_jobs: bool, easy: bool = False) -> str:
    """What the list does from now on. Without a past job there is nothing known to stay near."""
    is_without_past = position == NEAR and not has_past_jobs
    return say(f"list.dial.{'near_without_past' if is_without_past else position}", easy)
