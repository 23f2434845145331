"""What FakeRasa says: one short interview with every kind of message."""

from __future__ import annotations

from typing import Any

from bot.orientation.typography import french
from bot.services.jobs_message import jobs_message


def button(title: str, payload: str) -> dict[str, str]:
    return {"title": title, "payload": payload}


def answer_button(title: str, question: str, value: str) -> dict[str, str]:
    return button(title, f'/answer{{"question": "{question}", "value": "{value}"}}')


def progress(step: int) -> dict[str, Any]:
    return {"custom": {"type": "progress", "step": step, "total": 12}}


def reading(way: str) -> dict[str, Any]:
    return {"custom": {"type": "reading", "reading": way}}


WELCOME = [
    {
        "text": "Bonjour ! Je suis Déclic, un robot. "
        "Je cherche avec vous des métiers qui recrutent près de chez vous."
    },
    {
        "text": "Cela prend environ dix minutes, sans compte et sans nom. "
        "Vos réponses restent ici 30 jours, et vous les effacez quand vous voulez.",
        "buttons": [answer_button("C’est parti", "consent", "yes")],
    },
]
COMMUNE = [progress(1), {"text": "Dans quelle commune habitez-vous ?"}]
LICENCE = {
    "text": "Avez-vous le permis B, celui de la voiture ?",
    "buttons": [
        answer_button("Oui", "licence", "yes"),
        answer_button("Non", "licence", "no"),
        answer_button("Je le passe en ce moment", "licence", "soon"),
        answer_button("Je préfère ne pas répondre", "licence", "unknown"),
    ],
}
HOURS = [
    progress(8),
    {"text": "Y a-t-il des horaires que vous préférez éviter ?"},
    {
        "custom": {
            "type": "multiple",
            "question": "hours_refused",
            "options": [
                {"title": "Travailler la nuit", "value": "night"},
                {"title": "Travailler le week-end", "value": "weekend"},
                {"title": "Commencer très tôt ou finir très tard", "value": "shifted"},
                {"title": "Travailler en dehors des heures d’école", "value": "outside_school"},
            ],
            "none_title": "Tous les horaires me vont",
            "submit_title": "Valider",
            "others": [
                answer_button("Je ne sais pas", "hours_refused", "unknown"),
                answer_button("Je préfère ne pas répondre", "hours_refused", "declined"),
            ],
        }
    },
]
HELP = {"text": "Répondez avec les boutons ou avec vos mots. Le menu permet de revenir en arrière."}


def card(rome_code: str, title: str, is_declic: bool = False, **facts: Any) -> dict[str, Any]:
    """A card with all its facts, of which some may be given."""
    return {
        "rome_code": rome_code,
        "title": title,
        "is_declic": is_declic,
        "summary": "Vous préparez les commandes dans un entrepôt. Le travail se fait debout, "
        "souvent en équipe.",
        "reasons": [
            "Vous aimez bouger et travailler avec vos mains.",
            "Vous avez été caissière : vous connaissez déjà les produits.",
        ],
        "hiring": {
            "sentence": "420 embauches prévues en 2025 autour de Bourgoin-Jallieu.",
            "projects": 420,
            "basin": "Bourgoin-Jallieu",
            "year": 2025,
            "source": "France Travail, enquête Besoins en main-d’œuvre 2025",
        },
        "vacancies": None,
        "travel": {
            "sentence": "Environ 25 minutes en bus.",
            "minutes": 25,
            "mode": "bus",
            "changes": ["10 minutes de moins que sans le bus."],
        },
        "training": {"sentence": "Pas de diplôme demandé, on apprend sur place."},
        "cautions": ["Certains postes commencent à 5 heures."],
        "first_step": "Demandez une immersion d’une semaine à votre conseiller.",
        "kept": False,
        "buttons": [
            button("Garder", f'/keep_job{{"rome_code": "{rome_code}"}}'),
            button("Pourquoi ce métier ?", f'/why_job{{"rome_code": "{rome_code}"}}'),
            button("Pas pour moi", f'/refuse_job{{"rome_code": "{rome_code}"}}'),
            button("Où l’essayer ?", f'/try_job{{"rome_code": "{rome_code}"}}'),
        ],
        **facts,
    }


VACANCIES = {
    "sentence": "12 offres à moins de 20 km.",
    "titles": [
        "Préparateur de commandes (H/F)",
        "Agent de préparation logistique, équipe du matin",
        "Préparatrice de commandes au froid",
    ],
    "url": "https://candidat.francetravail.fr/offres/recherche?motsCles=N1103",
    "source": "France Travail, offres du 22 novembre 2026",
}
CARDS = [
    card("N1103", "Préparatrice ou préparateur de commandes", vacancies=VACANCIES),
    card(
        "D1507",
        "Employée ou employé de rayon",
        summary="Vous mettez les produits en rayon. Vous renseignez aussi les clients.",
        hiring={
            "sentence": "Le nombre d’embauches n’est pas publié pour ce secteur.",
            "projects": None,
            "basin": "Bourgoin-Jallieu",
            "year": 2025,
            "source": "France Travail, enquête Besoins en main-d’œuvre 2025",
        },
        cautions=[],
    ),
    card(
        "A1414",
        "Horticultrice ou horticulteur",
        is_declic=True,
        summary="Vous faites pousser des fleurs et des légumes. Le travail suit les saisons.",
        reasons=["Vous aimez le concret, et ce métier se fait en petite équipe."],
        travel={
            "sentence": "Trajet à vérifier : il manque un bus le matin.",
            "minutes": None,
            "mode": None,
            "changes": [],
        },
    ),
]


def place(title: str, *lines: str, **facts: Any) -> dict[str, Any]:
    """A small card, of which all but title and lines is nothing unless it is given."""
    known = {"url": None, "url_title": None, "notice": None, "state": None, "state_title": None}
    return {"title": title, "lines": [*lines], **known, "phone": None, "buttons": [], **facts}


PLACES = {
    "type": "places",
    "title": "Des entreprises à contacter",
    "items": [
        place(
            "LOGIPRO ISÈRE",
            "Bourgoin-Jallieu, à 3 km environ",
            "Entre 50 et 99 personnes",
            phone={"title": "Appeler le 04 74 00 00 00", "number": "04 74 00 00 00"},
        ),
        place(
            "Aide à la mobilité pour chercher un emploi",
            "Une partie de vos frais de route, quand vous allez loin pour un entretien.",
            url="https://www.service-public.gouv.fr/particuliers/vosdroits/F1011",
            url_title="La page officielle",
            notice="À vérifier : personne n’a encore relu la page officielle.",
        ),
    ],
    "source": "France Travail, La Bonne Boîte, le 22 novembre 2026",
}
STALE = button("Ce n’est plus vrai", '/report_stale{"offer": "permis-1-euro"}')
OFFERS = {
    "type": "places",
    "title": None,
    "items": [
        place(
            "Le permis à un euro par jour",
            "Un prêt sans intérêt pour payer le permis.",
            "Demandez-le à l’auto-école.",
            state="open",
            state_title="Pour vous, a priori",
            url="https://www.service-public.gouv.fr/particuliers/vosdroits/F13609",
            url_title="La page officielle",
            buttons=[STALE],
        ),
        place(
            "Aide régionale au permis",
            "Une partie du prix du permis, pour les moins de 26 ans.",
            state="check",
            state_title="À vérifier",
            notice="Il reste à savoir si vous suivez une formation.",
            phone={"title": "Appeler la mission locale", "number": "+33 4 74 00 00 00"},
            buttons=[STALE],
        ),
        place(
            "Prime d’activité",
            "Il faut avoir un salaire.",
            state="closed",
            state_title="Pas pour vous pour l’instant",
        ),
    ],
    "source": None,
}
LINKS = {
    "type": "links",
    "title": "Votre fiche est prête",
    "links": [
        {"title": "Ouvrir ma fiche", "url": "/fiche/bZ3-x_9"},
        {"title": "Télécharger en PDF", "url": "/fiche/bZ3-x_9.pdf"},
    ],
}
COMPARISON = {
    "type": "comparison",
    "title": "Vos métiers côte à côte",
    "columns": ["Préparatrice ou préparateur de commandes", "Cariste", "Horticultrice"],
    "rows": [
        {"title": "Trajet", "cells": ["25 minutes en bus", "35 minutes en bus", "À vérifier"]},
        {"title": "Embauches prévues", "cells": ["420", "240", "60"]},
        {"title": "Formation", "cells": ["Aucune", "Une semaine, le CACES", "Un an"]},
    ],
}
REACH = {
    "type": "reach",
    "title": "Jusqu’où vous pouvez aller",
    "limit": 45,
    "basins": [
        {"name": "Bourgoin-Jallieu", "minutes": 12, "share": 0.9, "projects": 4120},
        {"name": "Vienne", "minutes": 40, "share": 0.35, "projects": 2870},
        {"name": "Lyon", "minutes": 65, "share": 0.0, "projects": 61240},
        {"name": "Belley", "minutes": None, "share": None, "projects": None},
    ],
    "source": "Nos estimations de trajet, et France Travail pour les embauches",
}


NAMES = ("Cultiver un potager", "Réparer un vélo", "Travailler le bois", "Construire à plusieurs")


def a_picture(number: int) -> dict[str, Any]:
    """One of the deck: its drawing, and what it shows."""
    name = NAMES[number % len(NAMES)]
    return {
        "title": name,
        "value": f"picture-{number}",
        "number": number,
        "url": f"/pictures/declic/{number:02}.svg",
        "description": f"{name}, dans la lumière du matin. Une personne sourit.",
    }


PICTURES = [
    progress(2),
    {"text": "Choisissez trois à cinq images."},
    {
        "custom": {
            "type": "pictures",
            "question": "pictures",
            "deck": "declic",
            "least": 3,
            "most": 5,
            "options": [a_picture(number) for number in range(1, 13)],
            "none_title": "Aucune de ces images",
            "submit_title": "Valider",
            "others": [answer_button("Je préfère ne pas répondre", "pictures", "declined")],
        }
    },
]
SCENE = [
    {"custom": {"type": "picture", **a_picture(7)}},
    {"custom": {"type": "scene", "title": "La porte de l’atelier", "number": 1, "total": 8}},
    {
        "text": "Il est vingt heures. L’atelier doit rouvrir demain matin. Que faites-vous ?",
        "buttons": [
            answer_button("Je regarde la machine", "scene", "machine"),
            answer_button("Je parle avec la voisine", "scene", "voisine"),
        ],
    },
]


def jobs(cards: list[dict[str, Any]]) -> list[dict[str, Any]]:
    message = jobs_message(cards)
    message["labels"] = {name: french(label) for name, label in message["labels"].items()}
    return [
        progress(12),
        {"text": "Voici des métiers qui recrutent près de chez vous, et un déclic."},
        {"custom": message},
        {"text": "Touchez un métier pour en savoir plus, ou posez une question."},
    ]


def reply(turn: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer to a turn: the next question for a button, the licence question for a text."""
    payload = turn["payload"]
    if turn["text"] == "les images":
        return PICTURES
    if turn["text"] == "les aides":
        return [{"text": "Voici des aides possibles."}, {"custom": OFFERS}]
    if payload is None:
        return [progress(5), {"text": f"C’est noté : {turn['text']}"}, LICENCE]
    answers = {
        "/greet": WELCOME,
        "/help": [HELP, LICENCE],
        "/go_back": COMMUNE,
        "/start_over": COMMUNE,
        "/talk_to_human": [{"text": "Au 39 49, une personne de France Travail vous répond."}],
        '/set_reading{"reading": "easy"}': [reading("easy"), COMMUNE[1]],
        '/set_reading{"reading": "standard"}': [reading("standard"), COMMUNE[1]],
        "/why_question": [{"text": "Cette question évite de proposer des lieux trop loin."}],
    }
    if payload in answers:
        return answers[payload]
    if '"pictures"' in payload:
        return SCENE
    if '"consent"' in payload:
        return COMMUNE
    if '"licence"' in payload:
        return HOURS
    if payload.startswith("/why_job"):
        return [{"text": "Ce métier recrute beaucoup et se trouve sur votre ligne de bus."}]
    if payload.startswith("/try_job"):
        return [{"text": "Une immersion dure quelques jours."}, {"custom": PLACES}]
    if payload.startswith("/keep_job"):
        kept = [c["rome_code"] for c in CARDS if c["rome_code"] in payload]
        return [
            {"text": "C’est noté : ce métier est gardé."},
            {"custom": {"type": "kept", "rome_codes": kept}},
            {"custom": COMPARISON},
            {"custom": REACH},
            {"custom": LINKS},
        ]
    if payload.startswith("/report_stale"):
        return [{"text": "Merci. Une personne va relire cette aide."}]
    if payload.startswith("/refuse_job"):
        refused = next(c["rome_code"] for c in CARDS if c["rome_code"] in payload)
        return jobs([c for c in CARDS if c["rome_code"] != refused])
    return jobs(CARDS)
