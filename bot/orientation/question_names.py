"""A person who wants to answer a question again and names it: "je veux changer ma commune"."""

from __future__ import annotations

from bot.orientation.sayings import heard, phrases

_CHANGE = phrases(
    "(?:re)?changer?|changez|change|modifier?|modifiez|corriger?|corrigez|rectifier|refaire|"
    "reprendre|revenir (?:a|sur)|revoir|repondre a nouveau|(?:suis|me suis) (?:trompee?|plantee?) "
    "(?:pour|sur|de|dans|a)|erreur (?:pour|sur|dans|a)|mettre a jour|mal repondu (?:pour|sur|a)"
)
_NAMES = (
    ("commune", phrases("commune|ville|adresse|code postal|village|lieu|domicile")),
    ("past_job", phrases("(?:anciens?|derniers?|mes|mon) (?:metiers?|emplois?|jobs?|boulots?)|"
                         "parcours|experiences?(?: pro)?")),
    ("licence", phrases("permis")),
    ("vehicle", phrases("voiture|vehicule|moyen (?:de transport|de locomotion)|scooter|velo")),
    ("public_transport", phrases("bus|transports?(?: en commun)?|tram|train")),
    ("max_minutes", phrases("trajets?|temps (?:de )?(?:trajet|transport|route)|distances?|minutes|"
                            "duree")),
    ("hours_refused", phrases("horaires?|heures")),
    ("conditions_refused", phrases("conditions?|a eviter|veux eviter|choses a eviter")),
    ("training", phrases("formations?")),
)  # fmt: skip
MOST_WORDS = 14
_OTHER_WISH = phrases(
    "changer de (?:metier|vie|voie|travail|boulot|voiture|region)|aide[rsz]?",
    "(?:reprendre|refaire|revenir (?:a|vers)) (?:a )?(?:mon|mes|un|une|des|le|la) (?:anciens? |"
    "derniers? )?(?:metiers?|emplois?|jobs?|boulots?|formations?|bus|train|velo)",
    "(?:ca|cela) change|change quoi|souvent|j (?:aime|adore)|trompee? de (?:bus|train|tram)|"
    "(?:permis|horaires?|heures?|bus|train)(?: [a-z]+){0,2} (?:a|ont) change",
)


def named_question(text: str) -> str | None:
    """The question of the interview that a message asks to answer again; None when it names none.

    "Changer de métier" is a wish, not a wrong answer.
    """
    line = heard(text)
    asks = _CHANGE.search(line) and not _OTHER_WISH.search(line)
    if not asks or len(line.split()) > MOST_WORDS:
        return None
    return next((question for question, named in _NAMES if named.search(line)), None)
