"""The one place where reason codes become French: "vous", common words, 15 words at most.

Words between « » are quoted, not ours, and are not counted. Sentences need no gender agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.orientation.finding import Reason
from bot.orientation.interests import Contradiction
from bot.orientation.labels import listing, quote, upper_first

LETTERS = {
    "R": "le travail est concret",
    "I": "on observe et on cherche à comprendre",
    "A": "le goût et les idées comptent",
    "S": "les relations humaines comptent",
    "E": "il faut oser et décider",
    "C": "l'ordre et la précision comptent",
}

SETTINGS = {
    ("outdoors", 1): "on travaille dehors",
    ("outdoors", -1): "on travaille à l'abri",
    ("people", 1): "on voit du monde",
    ("team", 1): "on travaille en équipe",
    ("team", -1): "on travaille souvent sans équipe",
    ("hands", 1): "on apprend et on agit avec ses mains",
    ("hands", -1): "on travaille beaucoup sur écran",
    ("variety", -1): "les mêmes gestes reviennent souvent",
}

HOURS = {
    "night": "travail de nuit",
    "weekend": "travail le week-end",
    "shifted": "horaires décalés",
    "outside_school": "travail hors des heures d'école",
}

CONDITIONS = {
    "heavy_loads": "port de charges",
    "standing": "longtemps debout",
    "sitting": "longtemps en position assise",
    "outdoors": "travail dehors",
    "heights": "travail en hauteur",
    "noise": "bruit",
    "cold_or_heat": "froid ou chaleur",
    "repetitive": "gestes répétitifs",
    "public_contact": "contact avec le public",
    "chemicals": "produits chimiques",
}

MODES = {
    "car": "en voiture",
    "scooter": "en scooter",
    "bike": "à vélo",
    "carpool": "en covoiturage",
    "ebike": "à vélo électrique",
    "walk": "à pied",
    "public_transport": "en bus ou en train",
}

UNKNOWNS = {"licence": "permis", "vehicle": "voiture", "public_transport": "bus et trains"}

MOST_NAMED = 3

Facts = Mapping[str, Any]


def _in_ten(share: float) -> int:
    return max(1, min(10, round(share * 10)))


CLAUSES: Mapping[str, Callable[[str], str]] = {
    "a_bit": lambda text: f"vous répondez {quote('un peu')} à {quote(text)}",
    "no": lambda text: f"vous avez dit non à {quote(text)}",
    "own_words": lambda text: f"vous dites {quote(text)}",
    "picture": lambda text: f"vous avez choisi l'image {quote(text)}",
    "scene": lambda text: f"dans le jeu, vous avez {text}",
    "statement": lambda text: f"vous dites {quote(text)}",
}
"""How each kind of evidence is told to the person who gave it (evidence.Evidence.quoted_as)."""


def _because(facts: Facts, here: str) -> str:
    """The piece of evidence, then what the job has of it; two sentences when it is long."""
    clause = upper_first(CLAUSES[facts["kind"]](facts["text"]))
    if facts["kind"] in ("no", "scene"):
        return f"{clause}. {upper_first(here)}."
    return f"{clause} : {here}."


def _letter_liked(facts: Facts) -> str:
    here = "ici aussi" if facts["is_elsewhere"] else "ici"
    return _because(facts, f"{here}, {LETTERS[facts['letter']]}")


def _letter_disliked(facts: Facts) -> str:
    return _because(facts, f"ici, {LETTERS[facts['letter']]}")


def _setting_liked(facts: Facts) -> str:
    here = SETTINGS[facts["axis"], facts["sign"]]
    if facts["kind"]:
        return _because(facts, f"ici, {here}")
    return f"Un point qui peut vous plaire : {here}."


def _setting_disliked(facts: Facts) -> str:
    return f"Un point plus loin de vos goûts : {SETTINGS[facts['axis'], facts['sign']]}."


def _hard_to_fill(facts: Facts) -> str:
    tenths = _in_ten(facts["share"])
    if tenths == 10:
        return "Presque tous les recrutements sont jugés difficiles : votre candidature compte."
    return f"{tenths} recrutements sur 10 sont jugés difficiles : votre candidature compte."


def _seasonal(facts: Facts) -> str:
    tenths = _in_ten(facts["share"])
    if tenths == 10:
        return "Presque toutes ces embauches sont saisonnières."
    return f"Environ {tenths} embauches sur 10 sont saisonnières."


def _reach_to_check(facts: Facts) -> str:
    """All answers may be there: then it hangs on a carpool line, which nobody can be sure of."""
    if not facts["unknown"]:
        return "Vérifiez qu'une ligne de covoiturage fait ce trajet."
    return f"Le trajet dépend d'une réponse qui manque : {_named(facts['unknown'], UNKNOWNS)}."


def _declic(facts: Facts) -> str:
    if facts["axis"] == "domain":
        return "Un milieu nouveau pour vous, mais vos goûts s'y retrouvent."
    if facts["axis"] in LETTERS:
        return f"Proche de vos goûts, sauf un point : {LETTERS[facts['axis']]}."
    return f"Proche de vos goûts, sauf un point : {SETTINGS[facts['axis'], facts['sign']]}."


def _named(codes: tuple[str, ...], names: Mapping[str, str]) -> str:
    return listing([names[code] for code in codes[:MOST_NAMED]])


def _hours(facts: Facts) -> str:
    """Night, week-ends and shifts already say that one works outside school hours."""
    precise = tuple(code for code in facts["hours"] if code != "outside_school")
    return _named(precise or facts["hours"], HOURS)


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "conditions_likely": lambda f: f"À vérifier sur place : {_named(f['conditions'], CONDITIONS)}.",
    "conditions_listed": lambda f: (
        f"Ce métier peut demander : {_named(f['conditions'], CONDITIONS)}."
    ),
    "conditions_refused": lambda f: f"Ce métier demande : {_named(f['conditions'], CONDITIONS)}.",
    "declic": _declic,
    "declic_all_near": lambda f: "On n'y pense pas toujours, mais ce métier rejoint vos goûts.",
    "declic_further": lambda f: (
        "Plus loin de vos habitudes, mais vous y retrouvez plusieurs goûts."
    ),
    "hard_to_fill": _hard_to_fill,
    "home_unknown": lambda f: "Sans votre commune, je ne peux pas estimer le trajet.",
    "hours_likely": lambda f: f"À vérifier avec l'employeur : {_hours(f)}.",
    "hours_listed": lambda f: f"Horaires possibles : {_hours(f)}.",
    "hours_refused": lambda f: f"Ce métier demande souvent : {_hours(f)}.",
    "late_transport": lambda f: "Vérifiez les bus et trains tôt, tard et le week-end.",
    "letter_disliked": _letter_disliked,
    "letter_liked": _letter_liked,
    "licence_needed": lambda f: "Le permis B est nécessaire.",
    "licence_to_check": lambda f: "Le permis B est demandé pour ce métier.",
    "no_transport_at": lambda f: f"Bus et trains rares à ces heures : {_named(f['hours'], HOURS)}.",
    "past_job_near": lambda f: f"Votre expérience peut servir ici : {quote(f['said'])}.",
    "reach_to_check": _reach_to_check,
    "regulated": lambda f: "Métier réglementé : vérifiez le diplôme ou l'autorisation à obtenir.",
    "same_domain": lambda f: f"Vous connaissez ce milieu grâce à {quote(f['said'])}.",
    "same_job": lambda f: f"Vous connaissez déjà ce métier : {quote(f['said'])}.",
    "school_hours_to_ask": lambda f: "Demandez des horaires d'école : ils ne vont pas de soi.",
    "seasonal": _seasonal,
    "setting_disliked": _setting_disliked,
    "setting_liked": _setting_liked,
    "skills_shared": lambda f: (
        f"Comme pour {quote(f['said'])}, on y fait ceci : {quote(f['skill'])}."
    ),
    "too_far": lambda f: (
        f"Environ {f['minutes']} minutes {MODES[f['mode']]} : plus que votre limite."
    ),
    "training_to_check": lambda f: "La durée de formation est à vérifier.",
    "training_too_long": lambda f: "La formation est plus longue que vous ne le souhaitez.",
}


def sentence(reason: Reason) -> str:
    """The reason in French. KeyError for a code that has no sentence: a test checks them all."""
    return SENTENCES[reason.code](reason.facts)


CONSTRAINTS: Mapping[str, str] = {
    "licence_needed": "permis B nécessaire",
    "too_far": "trajet trop long",
    "training_too_long": "formation trop longue",
}


def removed_sentences(total: int, removed: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """How many jobs the person's limits took away, then each limit with its own count."""
    if not total:
        return ()
    start = "J'ai mis de côté 1 métier" if total == 1 else f"J'ai mis de côté {total} métiers"
    counts = (
        f"{upper_first(_constraint(code, detail))} : {count}."
        for (code, detail), count in removed.items()
    )
    return (f"{start}, d'après vos réponses.", " ".join(counts))


def _constraint(code: str, detail: str) -> str:
    return CONSTRAINTS.get(code) or HOURS.get(detail) or CONDITIONS[detail]


REFUSALS: Mapping[str, tuple[str, str]] = {
    "done_before": ("vous l'avez déjà fait", "Je cherche maintenant quelque chose de nouveau."),
    "hours": ("les horaires ne vont pas", "J'évite maintenant : {details}."),
    "not_interested": ("il ne vous dit rien", "Je m'éloigne de ce genre de métier."),
    "physical": ("il est trop physique", "J'évite maintenant : {details}."),
    "too_far": ("il est trop loin", "Je cherche maintenant plus près de chez vous."),
    "training": ("la formation ne va pas", "Je cherche maintenant des formations plus courtes."),
}


ONLY_THIS_JOB: Mapping[str, str] = {
    "hours": "Je ne connais pas ses horaires : je retire seulement ce métier.",
    "physical": "Je ne connais pas ses efforts physiques : je retire seulement ce métier.",
}


def moved_sentences(left: Sequence[str], came: Sequence[str]) -> tuple[str, ...]:
    """How many jobs left the list and came in, then their labels."""
    if not left and not came:
        return ()
    lines = [", ".join(part for part in (_gone(len(left)), _new(len(came))) if part) + "."]
    if left:
        start = "N'est plus" if len(left) == 1 else "Ne sont plus"
        lines.append(f"{start} dans la liste : {listing([quote(label) for label in left])}.")
    if came:
        lines.append(f"Nouveau dans la liste : {listing([quote(label) for label in came])}.")
    return tuple(lines)


def _gone(count: int) -> str:
    return (
        "" if not count else "1 métier est parti" if count == 1 else f"{count} métiers sont partis"
    )


def _new(count: int) -> str:
    return (
        "" if not count else "1 métier est entré" if count == 1 else f"{count} métiers sont entrés"
    )


def refusal_sentences(label: str, reason: str, details: Sequence[str] = ()) -> tuple[str, ...]:
    """What was taken away, and what changes in the search because of the reason given.

    details: the hours or conditions of the refused job that are avoided from now on.
    """
    if reason not in REFUSALS:
        return (f"J'ai retiré {quote(label)}.",)
    why, change = REFUSALS[reason]
    told = f"J'ai retiré {quote(label)} : {why}."
    if "{" not in change:
        return (told, change)
    names = [{**HOURS, **CONDITIONS}[code] for code in details[:MOST_NAMED]]
    return (told, change.format(details=listing(names)) if names else ONLY_THIS_JOB[reason])


def contradiction_sentence(contradiction: Contradiction) -> str:
    """What the person said both ways, in their own answers, and what is done about it."""
    liked, against = contradiction.liked, contradiction.against
    said = upper_first(CLAUSES[liked.quoted_as](liked.text))
    if isinstance(against, str):
        return f"{said}. Mais vous évitez ceci : {CONDITIONS[against]}. Je garde cette limite."
    other = upper_first(CLAUSES[against.quoted_as](against.text))
    return f"Vos réponses vont dans deux sens sur un point. {said}. {other}."


NOTES: Mapping[str, str] = {
    "empty_profile": "Je connais peu vos goûts : je regarde surtout ce qui recrute.",
    "flat_profile": "Vos réponses se ressemblent : aucun goût ne se détache encore.",
    "home_unknown": "Sans votre commune, je ne compte ni trajets ni embauches près de vous.",
    "minutes_assumed": "Je compte 30 minutes de trajet au plus, faute de réponse.",
    "no_declic": "Je n'ai pas trouvé de métier surprise qui vous ressemble assez.",
    "no_reason_yet": "Aucune de vos réponses ne mène encore à ce métier.",
    "nothing_at_all": "Aucun métier ne respecte toutes vos limites.",
    "nothing_left": "Aucun autre métier ne respecte toutes vos limites.",
    "unknown_job": "Je ne trouve pas ce métier dans ma liste.",
}
