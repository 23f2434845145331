"""The portrait in French: one sentence to correct, and honest ones when there is little to tell."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.labels import listing, upper_first
from bot.orientation.portrait import Portrait

LIKES: Mapping[str, tuple[str, str]] = {
    "R": ("réparer", "fabriquer"),
    "I": ("chercher", "comprendre"),
    "A": ("créer", "imaginer"),
    "S": ("aider", "écouter"),
    "E": ("convaincre", "lancer des projets"),
    "C": ("ranger", "organiser"),
}
WHERE: Mapping[tuple[str, int], str] = {
    ("outdoors", 1): "plutôt dehors",
    ("outdoors", -1): "plutôt à l'intérieur",
    ("people", 1): "avec du monde",
    ("people", -1): "sans trop de monde",
    ("team", 1): "en équipe",
    ("team", -1): "en autonomie",
    ("hands", 1): "avec vos mains",
    ("hands", -1): "sur écran",
    ("variety", 1): "avec du changement",
    ("variety", -1): "dans le calme",
}
NOTHING = "Je ne sais pas encore ce qui vous plaît. Une autre façon de répondre peut aider."
ONLY_REFUSED = "Pour l'instant, je sais surtout ce qui ne vous plaît pas."
FLAT = "Vos réponses se ressemblent : aucun goût ne se détache encore. Ce n'est pas grave."
UNSURE = "Vos réponses ne me montrent pas encore de goût très net. Ce n'est pas grave."


def portrait_sentences(portrait: Portrait) -> tuple[str, ...]:
    """What was understood, the things named, then the point on which answers disagree."""
    told = (
        FLAT if portrait.is_flat else "",
        _likes(portrait),
        _named(portrait),
        _refused(portrait),
        _torn(portrait),
    )
    return tuple(sentence for sentence in told if sentence)


def _likes(portrait: Portrait) -> str:
    verbs = [verb for letter in portrait.letters for verb in LIKES[letter]]
    where = ", ".join(WHERE[setting] for setting in portrait.settings)
    if len(portrait.letters) > 1 and where:
        return f"Je comprends que vous aimez {listing(verbs)}. {upper_first(where)}."
    if verbs:
        return f"Je comprends que vous aimez {', '.join([listing(verbs), where]).rstrip(', ')}."
    if where:
        return f"Je comprends ceci de votre travail idéal : {where}."
    return "" if portrait.named or portrait.is_flat else _little(portrait)


def _little(portrait: Portrait) -> str:
    if not portrait.has_evidence:
        return NOTHING
    return UNSURE if portrait.has_liking else ONLY_REFUSED


def _named(portrait: Portrait) -> str:
    return f"Vous avez cité : {listing(portrait.named)}." if portrait.named else ""


def _refused(portrait: Portrait) -> str:
    return f"Vous dites non à ceci : {listing(portrait.refused)}." if portrait.refused else ""


def _torn(portrait: Portrait) -> str:
    """A setting is asked about by its two ends; a letter is only told."""
    if portrait.torn is None:
        return ""
    if portrait.torn in LIKES:
        verbs = " ou ".join(LIKES[portrait.torn])
        return f"Vos réponses vont dans deux sens sur ceci : {verbs}."
    ends = [WHERE[portrait.torn, end] for end in (1, -1)]
    return f"Sur un point, vos réponses vont dans deux sens : {ends[0]} ou {ends[1]} ?"
