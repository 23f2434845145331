"""Hours, working conditions and training as told in passing, one part of a message at a time.

Each thing told of comes with whether it is refused; what is merely named says nothing, since
nothing was asked.
"""

from __future__ import annotations

import re

from bot.orientation.limits import CHILD, CONDITIONS_NAMED, HOURS_NAMED, NO_HOURS, is_three_shifts
from bot.orientation.sayings import phrases
from bot.orientation.wishes import training_in

_CANNOT = (
    "(?:peux|veux|voudrais|pourrai|pourrais|travaille|travaillerai|bosse|bosserai|fais|dois|"
    "supporte|accepte|suis|fait|ferai|taffe) (?:vraiment |surtout |absolument |trop )?"
    "(?:pas|plus|jamais)"
)
_SMALL = (
    "(?: (?:de|d|la|le|les|l|du|des|en|au|a|travail|travailler|bosser|taffer|boulot|taf|horaires?|"
    "heures?|equipes?|postes?|faire|trop|tous|toutes|non|plus|dispo|disponible|libre|possible|"
    "question|nuit|ni|et))*"
)
_NAMES_HOURS = (
    "(?:nuits?|nocturnes?|week end|samedis?|dimanches?|jours? feries?|feries|soirs?|soirees?|"
    "matins?|tot|tard|decalee?s?|coupures?|coupes?|(?:2|3|5) (?:x )?8|equipes?|minuit)"
)
_REFUSED_HOURS = phrases(
    f"(?:{_CANNOT}|pas|sauf|ni|jamais|sans|refuse|eviter?|hors de question){_SMALL} {_NAMES_HOURS}",
    f"{_NAMES_HOURS}(?: [a-z]+){{0,3}} (?:{_CANNOT}|(?:c est )?(?:pas possible|impossible|mort|"
    "non|hors de question|complique))",
)
_ACCEPTED_HOURS = phrases(
    f"(?:pas|aucun|sans) (?:de )?(?:soucis?|problemes?|pb)(?: (?:pour|avec|a|de))?{_SMALL} "
    f"{_NAMES_HOURS}",
    f"(?:peux|pourrais|veux bien|accepte|d accord pour|ok pour|partante? pour)(?: bien| faire)?"
    f"{_SMALL} {_NAMES_HOURS}",
    f"{_NAMES_HOURS}(?: [a-z]+){{0,3}} (?:va|vont|convient|conviennent|c est (?:bon|ok|possible)|"
    "(?:derange|gene|embete)(?:nt)? (?:pas|plus)|(?:pas|aucun) (?:de )?(?:soucis?|problemes?)|"
    "d accord)",
    f"(?:derange|gene|embete)(?:nt)? (?:pas|plus){_SMALL} {_NAMES_HOURS}",
)
_SLEPT = phrases(
    "ce (?:soir|matin|midi|week end)|(?:soir|week end|samedi|dimanche) (?:prochain|qui vient)",
    "dormi|dors|cette nuit|bonne nuit|hier|aujourd hui|demain|(?:aime|mange|bois|regarde|sors|"
    "reveille|leve|lit|vois) (?:pas|plus|jamais)?",
    "gardais|faisais|travaillais|bossais|etais|j ai (?:travaille|bosse|fait|garde|ete)|comprends",
)
_SCHOOL_HOURS = phrases(
    f"(?:garde|recupere|recuperer|cherche|chercher|depose|deposer|amene|emmene|emmener|accompagne|"
    f"occupe|ai)(?: (?:de|d|a|toute seule?|seule?|du))* (?:mes|ma|mon|les|nos|notre|la|le)"
    f"(?: (?:deux|trois|quatre|\\d|petite?s?|jeunes?))* {CHILD}(?: [a-z]+){{0,3}} "
    "(?:mercredis?|soirs?|matins?|ecole|creche|16|17|sortie|midis?|apres midi)",
    "(?:peux|travaille|dispo|disponible|libre|bosser|travailler|horaires?|heures?)(?: [a-z]+){0,4} "
    "(?:heures? (?:d |de l )?ecole|scolaires?|quand (?:les|mes) [a-z]+ sont a l ecole)",
    "(?:dois|faut que je) (?:etre la|rentrer|finir)(?: [a-z]+){0,4} (?:ecole|creche)",
    f"(?:mercredis?|ecole)(?: [a-z]+){{0,2}} j ai (?:mes|ma|mon|les) {CHILD}",
)
_ONLY = phrases("seulement|uniquement|juste|que (?:pendant|quand|sur|les|aux|a)")

_REFUSED_CONDITIONS = phrases(
    "(?:peux|dois|supporte|tolere|pourrais|veux|voudrais|pourrai) (?:vraiment |surtout )?"
    "(?:pas|plus|jamais)(?! (?:dire|savoir|attendre))",
    "pas le droit|interdit|contre indique|allerg[a-z]+|a eviter|eviter|j ai peur|horreur|"
    "(?:pas|plus|ni|jamais|sans) (?:de |d |du |en |le |la |les |des |trop |travail |travailler |"
    "rester |boulot |port |porter |contact |avec |a )*(?:charges?|lourde?s?|debout|assise?|"
    "hauteurs?|bruit|froid|chaleur|dehors|exterieur|produits?|chaine|public|clients?|physique|"
    "bureaux?|ecrans?)",
)
_ILL = phrases(
    "(?:j ai|je souffre|souci|probleme|problemes|operee?)(?: [a-z]+){0,4} "
    "(?:dos|hernie|sciatique|lumbago|lombaires?|vertiges?|genoux?|epaules?|allerg[a-z]+|jambes)",
    "mal (?:au|aux|a l) (?:dos|genoux?|jambes|epaules?|pieds|chevilles?)|allergique",
)
_ACCEPTED_CONDITIONS = phrases(
    "(?:derange|gene|embete|fait)(?:nt)? (?:pas|plus|rien)(?: peur)?|pas peur|"
    "(?:pas|aucun) (?:de )?(?:soucis?|problemes?)|finalement|ca (?:me )?va|"
    "(?:je )?peux (?:bien |encore |quand meme |tres bien )*"
    "(?:porter|rester|travailler (?:dehors|debout))"
)
_OTHER_THAN_WORK = phrases(
    "parking|cherche (?:pas )?un|pas fait|c est pas|y a pas|etait pas|frigo (?:est |reste )?vide|"
    "loyer|voisine?s?|dans mon appart\\w*|mon ex",
    "allerg[a-z]+ (?:au|aux|a|a la|a l) (?:gluten|lactose|lait|oeufs?|noix|arachides?|cacahuetes?|"
    "fruits?|poissons?|crevettes?|chats?|chiens?|chevaux|animaux|poils?|pollens?|acariens?|abeilles?|"
    "guepes?|penicilline|medicaments?)",
)

_TRAINING_NAMED = phrases(
    "formations?|(?:me|a me) former|etudes|apprentissage|alternance|ecole|diplomes?|"
    "apprendre (?:un (?:nouveau )?(?:metier|truc|boulot)|le metier)|reprendre (?:les|des) etudes"
)
_TRAINING_WANTED = phrases(
    "je (?:veux|peux|voudrais|suis (?:prete?|partante?|d accord|ok|motivee?|ouverte?)|"
    "refuse|souhaite|accepte\\w*)|j (?:aimerais|accepte)|d accord pour|ok pour|envie d|"
    "pas (?:le temps|question|envie|interessee?)|(?:pas|plus) de (?:formation|diplome)|"
    "(?:formation|etudes?|ecole|apprentissage|alternance)(?: [a-z]+){0,3} (?:non|oui|pourquoi pas|"
    "ca (?:me )?(?:va|tente|interesse|plait)|m interesse\\w*|me tente\\w*|jamais|pas pour moi)"
)
_TRAINING_REFUSED = phrases("formations?(?: c est)?(?: pour moi)? (?:non|jamais|pas pour moi)")
_PAST_TRAINING = phrases(
    "j ai (?:fait|suivi|eu|passe|arrete|fini|commence|deja)|fini|j etais|j avais|ma formation|"
    "mes etudes|auto ecole|mes enfants|ecole des|ferme|aide[rsz]?|payer|financ\\w+|permis"
)


def told_hours(part: str) -> dict[str, bool]:
    """Each of HOURS that a part tells of, and whether it is refused. Caring for one's children on a
    Wednesday or at the way out of school refuses what is outside school hours."""
    line = NO_HOURS.sub(" ", part)
    told: dict[str, bool] = {}
    if _SLEPT.search(line):
        return told
    if _SCHOOL_HOURS.search(line):
        told["outside_school"] = True
        if _ONLY.search(line):
            told["weekend"] = True
        line = re.sub(r"\b(?:soirs?|matins?)\b", " ", line)
    if _ACCEPTED_HOURS.search(line) or _REFUSED_HOURS.search(line):
        told |= HOURS_NAMED.told(line)
        if told.get("shifted") and is_three_shifts(line):
            told["night"] = True
    return told


def told_conditions(part: str) -> dict[str, bool]:
    """Each of CONDITIONS that a part tells of, and whether it is to be avoided; a word of health
    tells the condition to avoid."""
    line = NO_HOURS.sub(" ", part)
    if _OTHER_THAN_WORK.search(line):
        return {}
    if _ILL.search(line) and not _ACCEPTED_CONDITIONS.search(line):
        return CONDITIONS_NAMED.read(line)
    if _REFUSED_CONDITIONS.search(line) or _ACCEPTED_CONDITIONS.search(line):
        return CONDITIONS_NAMED.told(line)
    return {}


def told_training(part: str) -> str | None:
    """The longest training accepted, one of TRAINING; None when a part does not clearly tell."""
    if _PAST_TRAINING.search(part):
        return None
    if _TRAINING_REFUSED.search(part):
        return "none"
    is_clear = _TRAINING_NAMED.search(part) and _TRAINING_WANTED.search(part)
    return training_in(part) if is_clear else None
