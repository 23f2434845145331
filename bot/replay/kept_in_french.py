"""What is kept of a person, as a tester reads it: "commune : Bourgoin-Jallieu (38053)".

One place for all pages of the bench: names of slots and facts, and the values that they take.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstances import CIRCUMSTANCES
from bot.orientation.eligibility_sentences import question_words
from bot.orientation.labels import job_label, lower_first, quote
from bot.orientation.phrases import is_said, say
from bot.orientation.statements import STATEMENT_BY_ID
from bot.orientation.typography import french
from bot.services.kept_words import LABELS, VALUES

FACT_LABELS: Mapping[str, str] = {
    "address_text": "adresse écrite",
    "aside": "parenthèse ouverte",
    "asked_circumstance": "question pour les aides",
    "choice": "choix",
    "commune": "commune",
    "commune_area": "secteur de la commune",
    "commune_candidates": "communes possibles",
    "exact_address": "question sur l’adresse",
    "feedback_face": "avis : visage",
    "feedback_improve": "avis : à améliorer",
    "feedback_keep": "avis : à garder",
    "feedback_offered": "avis demandé",
    "feedback_start": "avis : à commencer",
    "feedback_stop": "avis : à arrêter",
    "form": "questions",
    "has_licence_b": "permis B",
    "has_public_transport": "bus, tram ou train",
    "insee_code": "commune",
    "kept": "métiers gardés",
    "kind": "genre",
    "misses": "incompréhensions de suite",
    "modes_gained": "moyens de transport gagnés",
    "past_job": "question sur les métiers faits",
    "past_job_candidates": "métiers possibles",
    "past_job_choice": "choix des métiers compris",
    "picture_why": "raison des images",
    "pictures": "question sur les images",
    "pictures_chosen": "images choisies",
    "pictures_told": "images expliquées",
    "portrait": "portrait relu",
    "portrait_view": "portrait affiché",
    "questions_offered": "questions montrées",
    "reason": "raison",
    "refused_job": "métier à écarter",
    "report_detail": "signalement : précisions",
    "report_reason": "signalement : raison",
    "report_subject": "signalement : sujet",
    "requested_slot": "question suivante",
    "rome_code": "métier",
    "said": "dit",
    "scene": "scène de la petite histoire",
    "scenes_played": "scènes jouées",
    "shown": "métiers déjà vus",
    "source_id": "image ou scène",
    "spark_way": "façon de dire ses goûts",
    "statement": "question sur une phrase",
    "statement_asked": "phrase posée",
    "training_accepted": "formation acceptée",
}
"""Names that the product has no words for, since only testers read them."""
MORE_VALUES: Mapping[str, str] = {
    "true": "oui",
    "false": "non",
    "easy": "facile à lire",
    "standard": "habituelle",
    "pictures": "les images",
    "game": "la petite histoire",
    "statements": "les phrases",
    "very_bad": "très mauvais",
    "bad": "mauvais",
    "good": "bon",
    "very_good": "très bon",
    "constraints_form": "les horaires et conditions",
    "experience_form": "le travail d’avant",
    "feedback_form": "l’avis",
    "interests_form": "les goûts",
    "mobility_form": "les déplacements",
    "report_form": "le signalement",
    "place_form": "le lieu",
}
TITLES: Mapping[str, str] = {
    "conditions_refused": "title.condition",
    "hours_refused": "title.hours",
    "reason": "title.refusal",
    "report_reason": "title.report",
    "surprise": "title.dial",
    "training": "sheet.training",
    "vehicle": "sheet.vehicle",
}
"""Where the product itself says what a value of these means."""
LONGEST_VALUE = 300


def kept_name(name: str) -> str:
    """A slot, a fact of the profile, or a key inside one."""
    return FACT_LABELS.get(name) or LABELS.get(name, name)


def root_sentence(slot: str) -> str:
    """Said of a change that may follow from what was kept of the person."""
    if slot == "statements":
        return "À noter : les phrases demandées, ou leurs réponses, ne sont plus les mêmes."
    return f"À noter : la réponse « {kept_name(slot)} » n’est plus la même."


def kept_value(value: Any, catalogue: Catalogue | None = None, name: str = "") -> str:
    """What is kept; nothing is "rien"; cut when it is long.

    catalogue: for the names of communes and jobs. name: of what it is a value of, when known.
    """
    told = _told(value, catalogue, name)
    return told if len(told) <= LONGEST_VALUE else f"{told[:LONGEST_VALUE]}…"


def _told(value: Any, catalogue: Catalogue | None, name: str) -> str:
    if value is None:
        return "rien"
    if isinstance(value, Mapping):
        if value.get("text") and "source_id" in value:
            return french(quote(str(value["text"])))
        return ", ".join(_entry(key, one, catalogue, name) for key, one in value.items())
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_told(one, catalogue, name) for one in value) or "liste vide"
    if name == "max_minutes" and str(value).isdecimal():
        return f"{value} minutes"
    return _single(str(value), catalogue, name)


def _entry(key: str, value: Any, catalogue: Catalogue | None, name: str) -> str:
    if name == "circumstances" and key in CIRCUMSTANCES:
        return french(f"{question_words(key)} {_told(value, catalogue, key)}")
    if name == "statements" and key in STATEMENT_BY_ID:
        return french(f"{quote(STATEMENT_BY_ID[key].text)} : {_agreement(value)}")
    told = _told(value, catalogue, key)
    return told if key == "rome_code" else f"{kept_name(key)} : {told}"


def _agreement(value: Any) -> str:
    try:
        code = "unknown" if value is None else f"{float(value):g}"
    except (TypeError, ValueError):
        return str(value)
    return lower_first(say(f"title.agree.{code}")) if is_said(f"title.agree.{code}") else code


def _single(value: str, catalogue: Catalogue | None, name: str) -> str:
    """A code with its name, else the word for it."""
    if catalogue is not None:
        if commune := catalogue.commune_by_code.get(value):
            return f"{commune.name} ({value})"
        if job := catalogue.job_by_code.get(value):
            return f"{job_label(job)} ({value})"
    if name in TITLES and is_said(f"{TITLES[name]}.{value}"):
        return french(lower_first(say(f"{TITLES[name]}.{value}")))
    return MORE_VALUES.get(value.lower()) or VALUES.get(value, value)
