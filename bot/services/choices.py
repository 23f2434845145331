"""Buttons and multiple choices, in the shape that the channel hands to the web app."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.dial_words import DIAL_TITLES
from bot.orientation.labels import job_label
from bot.orientation.surprise import OPEN
from bot.orientation.territory import Commune

HOURS_TITLES = (
    ("Travailler la nuit", "night"),
    ("Travailler le week-end", "weekend"),
    ("Commencer très tôt ou finir très tard", "shifted"),
    ("Travailler en dehors des heures d’école", "outside_school"),
)
CONDITIONS_TITLES = (
    ("Porter des charges lourdes", "heavy_loads"),
    ("Rester debout longtemps", "standing"),
    ("Rester assis longtemps", "sitting"),
    ("Travailler dehors", "outdoors"),
    ("Travailler en hauteur", "heights"),
    ("Le bruit", "noise"),
    ("Le grand froid ou la chaleur", "cold_or_heat"),
    ("Répéter toujours les mêmes gestes", "repetitive"),
    ("Être en contact avec le public", "public_contact"),
    ("Les produits chimiques", "chemicals"),
)
REASONS_TITLES = (
    ("C’est trop loin", "too_far"),
    ("Les horaires", "hours"),
    ("C’est trop physique", "physical"),
    ("La formation", "training"),
    ("Ça ne m’attire pas", "not_interested"),
    ("Je l’ai déjà fait", "done_before"),
)


def payload(intent: str, **entities: Any) -> str:
    """A Rasa payload: `/intent{"entity": "value"}`."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


def button(title: str, question: str, value: str) -> dict[str, str]:
    """A button that answers a question of the interview."""
    return {"title": title, "payload": payload("answer", question=question, value=value)}


def commune_buttons(insee_codes: Sequence[str], catalogue: Catalogue) -> list[dict[str, str]]:
    """The communes that a text may mean, told apart by postcode or department, and none of them.

    Two of the same name also bear the name of their department.
    """
    known = [catalogue.commune_by_code[c] for c in insee_codes if c in catalogue.commune_by_code]
    names = Counter(commune.name for commune in known)
    buttons = [
        button(_commune_title(commune, names[commune.name] > 1), "commune", commune.insee_code)
        for commune in known
    ]
    return [*buttons, button("Aucune de celles-ci", "commune", "other")] if buttons else []


def _commune_title(commune: Commune, has_homonym: bool) -> str:
    where = next(iter(commune.postcodes), commune.department)
    department = DEPARTMENTS.get(commune.department)
    named = f"{commune.name}, {department}" if has_homonym and department else commune.name
    return f"{named} ({where})"


def hours_choice() -> dict[str, Any]:
    """The hours one may refuse."""
    return _multiple("hours_refused", HOURS_TITLES, "Tous les horaires me vont")


def conditions_choice() -> dict[str, Any]:
    """The working conditions one may want to avoid."""
    return _multiple("conditions_refused", CONDITIONS_TITLES, "Rien de tout cela")


def jobs_choice(candidates: Sequence[dict[str, Any]], catalogue: Catalogue) -> dict[str, Any]:
    """The jobs understood from the person's words; sure ones come ticked."""
    choice = {**_multiple("past_job_choice", (), "Aucun de ces métiers"), "others": []}
    choice["options"] = [
        {
            "title": job_label(catalogue.job_by_code[c["rome_code"]]),
            "value": c["rome_code"],
            "selected": bool(c["sure"]),
        }
        for c in candidates
        if c["rome_code"] in catalogue.job_by_code
    ]
    return choice


def reason_buttons(rome_code: str) -> list[dict[str, str]]:
    """Why a proposed job is put aside."""
    return [
        {"title": title, "payload": payload("refuse_job", rome_code=rome_code, reason=reason)}
        for title, reason in REASONS_TITLES
    ]


def question_left_buttons(question: str) -> list[dict[str, str]]:
    """To answer a question that can still change the list, or to leave the list as it is."""
    return [
        {"title": "Répondre à cette question", "payload": payload("go_back", question=question)},
        {"title": "Non merci", "payload": payload("deny")},
    ]


def job_buttons(
    intent: str, rome_codes: Sequence[str], catalogue: Catalogue
) -> list[dict[str, str]]:
    """One button for each job, to say which one is meant."""
    return [
        {
            "title": job_label(catalogue.job_by_code[code]),
            "payload": payload(intent, rome_code=code),
        }
        for code in rome_codes
        if code in catalogue.job_by_code
    ]


def dial_buttons(dial: str | None) -> list[dict[str, str]]:
    """The other positions of the dial of surprise."""
    return [
        {"title": title, "payload": payload("set_surprise", surprise=position)}
        for position, title in DIAL_TITLES.items()
        if position != (dial or OPEN)
    ]


def after_jobs_buttons(dial: str | None) -> list[dict[str, str]]:
    """What one may do once jobs are shown."""
    return [
        {"title": "Montrez-m’en d’autres", "payload": payload("more_jobs")},
        *dial_buttons(dial),
        {"title": "Parler à une personne", "payload": payload("talk_to_human")},
        {"title": "Recommencer", "payload": payload("start_over")},
    ]


def _multiple(question: str, options: Sequence[tuple[str, str]], none_title: str) -> dict[str, Any]:
    return {
        "type": "multiple",
        "question": question,
        "options": [{"title": title, "value": value} for title, value in options],
        "none_title": none_title,
        "submit_title": "Valider",
        "others": [
            button("Je ne sais pas", question, "unknown"),
            button("Je préfère ne pas répondre", question, "declined"),
        ],
    }
