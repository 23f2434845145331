"""What FakeRasa says: one short interview with every kind of message."""

from __future__ import annotations

from typing import Any


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
        "buttons": [
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


PLACES = {
    "type": "places",
    "title": "Des entreprises à contacter",
    "items": [
        {
            "title": "LOGIPRO ISÈRE",
            "lines": ["Bourgoin-Jallieu, à 3 km environ", "Entre 50 et 99 personnes"],
            "url": None,
            "url_title": None,
            "notice": None,
        },
        {
            "title": "Aide à la mobilité pour chercher un emploi",
            "lines": ["Une partie de vos frais de route, quand vous allez loin pour un entretien."],
            "url": "https://www.service-public.gouv.fr/particuliers/vosdroits/F1011",
            "url_title": "La page officielle",
            "notice": "À vérifier : personne n’a encore relu la page officielle.",
        },
    ],
    "source": "France Travail, La Bonne Boîte, le 22 novembre 2026",
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
    return [
        progress(12),
        {"text": "Voici des métiers qui recrutent près de chez vous, et un déclic."},
        {"custom": {"type": "cards", "cards": cards}},
        {"text": "Touchez un métier pour en savoir plus, ou posez une question."},
    ]


def reply(turn: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer to a turn: the next question for a button, the licence question for a text."""
    payload = turn["payload"]
    if turn["text"] == "les images":
        return PICTURES
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
    if payload.startswith("/refuse_job"):
        refused = next(c["rome_code"] for c in CARDS if c["rome_code"] in payload)
        return jobs([c for c in CARDS if c["rome_code"] != refused])
    return jobs(CARDS)
