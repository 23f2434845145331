"""The facts of a job around one person: hiring, travel, training, cost, one small step."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

JOBS: Mapping[str, P] = {
    "summary.rome": P(
        "Le ROME, le répertoire officiel, dit : {quoted}.",
        "La liste officielle des métiers dit :\n{quoted}.",
    ),
    # Hiring
    "hiring.home_unknown": P(
        "Dites-moi votre commune pour connaître les embauches près de vous.",
        "Dites-moi votre commune.\nJe vous dirai les embauches près de vous.",
    ),
    "hiring.none": P(
        "Aucun projet d'embauche n'est publié pour le bassin d'emploi {basin}.",
        "Je ne vois pas de projet d'embauche.\nJ'ai cherché autour de {basin}.",
    ),
    "hiring.masked": P(
        "Le nombre d'embauches n'est pas publié pour le bassin d'emploi {basin}.",
        "Je ne connais pas le nombre d'embauches.\nJ'ai cherché autour de {basin}.",
    ),
    "hiring.projects.one": P("{count} embauche prévue"),
    "hiring.projects.many": P("{count} embauches prévues"),
    "hiring.at_least": P("Au moins {hirings}"),
    "hiring": P(
        "{hirings} en {year} dans le bassin d'emploi {basin}. "
        "Ce chiffre compte toute cette famille de métiers : {family}.",
        "{hirings} en {year} autour de {basin}.\nCe chiffre compte plusieurs métiers :\n{family}.",
    ),
    "hiring.source": P("France Travail, BMO"),
    "hiring.source.meaning": P(
        "{source}. Ce sont les projets d'embauche déclarés par les employeurs.",
        "{source}.\nLes employeurs disent combien ils veulent embaucher.",
    ),
    # Travel
    "travel.home_unknown": P(
        "Dites-moi votre commune pour estimer le trajet.",
        "Dites-moi votre commune.\nJe compterai le trajet.",
    ),
    "travel": P("Environ {minutes} minutes {mode}"),
    "travel.too_far": P(
        "{travel} : plus que votre limite de {limit} minutes.",
        "{travel}.\nVotre limite est de {limit} minutes.",
    ),
    "travel.to_check": P(
        "{travel}, si vous pouvez voyager ainsi.",
        "{travel}.\nVérifiez que c'est possible pour vous.",
    ),
    "travel.estimate": P("{travel}. {estimate}", "{travel}.\n{estimate}"),
    "travel.small_part": P("{travel} {small_part}", "{travel}\n{small_part}"),
    "estimate": P("C'est une estimation.", "Le chiffre est à peu près juste."),
    "estimate.car": P(
        "C'est une estimation, sans les bouchons.",
        "Le chiffre est à peu près juste.\nSans les bouchons.",
    ),
    "estimate.scooter": P(
        "C'est une estimation, sans les bouchons.",
        "Le chiffre est à peu près juste.\nSans les bouchons.",
    ),
    "estimate.public_transport": P(
        "C'est une estimation, vérifiez les horaires.",
        "Le chiffre est à peu près juste.\nVérifiez les horaires.",
    ),
    "little_in_reach": P(
        "Vous n'atteignez ainsi qu'une petite partie du bassin.",
        "Une petite partie du secteur est assez près.",
    ),
    "share": P(
        "En {minutes} minutes, vous atteignez environ {tenths} habitants sur 10 du bassin.",
        "Vous pouvez aller à {minutes} minutes.\nCela couvre {tenths} habitants sur 10.",
    ),
    "share.all": P(
        "En {minutes} minutes, vous atteignez presque tout le bassin.",
        "Vous pouvez aller à {minutes} minutes.\nCela couvre presque tout le secteur.",
    ),
    "gained.out_of_reach": P(
        "Aujourd'hui hors d'atteinte, ensuite environ {then} minutes.",
        "Aujourd'hui, c'est trop loin.\nEnsuite, environ {then} minutes.",
    ),
    "gained.more": P(
        "Vous pouvez aller plus loin : environ {then} minutes au lieu de {now}.",
        "Vous pouvez aller plus loin.\n"
        "Avant : environ {now} minutes.\n"
        "Après : environ {then} minutes.",
    ),
    "gained.faster": P(
        "Le trajet passe d'environ {now} à {then} minutes.",
        "Le trajet est plus court.\n"
        "Avant : {now} minutes environ.\n"
        "Après : {then} minutes environ.",
    ),
    "cost.pass": P(
        "L'employeur paie en général la moitié de l'abonnement de bus ou de train.",
        "Un abonnement de bus ou de train coûte.\nL'employeur en paie souvent la moitié.",
    ),
    "cost.car": P(
        "Environ {low} à {high} euros par mois, toute la voiture comprise.",
        "La voiture coûte {low} à {high} euros par mois.\nJe compte tout.",
    ),
    "cost.scale": P(
        "Estimation pour {days} jours de travail, d'après le barème fiscal du 27 mars 2023.",
        "Je compte {days} jours de travail.\nLe calcul suit les impôts.\nTexte du 27 mars 2023.",
    ),
    # Training
    "training.none": P("On peut commencer sans diplôme."),
    "training.short": P("Une formation courte suffit pour commencer."),
    "training.long": P("Une formation longue est demandée.", "Il faut une formation longue."),
    "training.unknown": P(
        "La formation demandée est à vérifier.", "Je ne connais pas la formation.\nDemandez."
    ),
    "regulated.none": P(
        "Il faut un permis ou une autorisation pour commencer.",
        "Il faut un permis ou une autorisation.",
    ),
    "regulated.short": P(
        "Il faut une formation courte, et un diplôme ou une autorisation.",
        "Il faut une formation courte.\nIl faut un diplôme ou une autorisation.",
    ),
    "regulated.long": P(
        "Il faut une formation longue et un diplôme.",
        "Il faut une formation longue.\nIl faut un diplôme.",
    ),
    "regulated.unknown": P("Il faut un diplôme ou une autorisation."),
    "first_step": P("Essayez-le quelques jours."),
    # Vacancies of the day
    "vacancies.source": P("France Travail, offres du {day}"),
    "vacancies.none": P(
        "Aucune offre publiée à moins de {radius} km pour le moment.",
        "Pour le moment, je ne vois pas d'offre.\nJ'ai cherché à {radius} km.",
    ),
    "vacancies.one": P("{count} offre à moins de {radius} km."),
    "vacancies.many": P("{count} offres à moins de {radius} km."),
    "vacancies.none_answered": P(
        "Les offres d'emploi du jour ne répondent pas. Je continue sans elles.",
        "Le site des offres d'emploi est en panne.\nJe continue sans lui.",
    ),
    "vacancies.some_missing": P(
        "Il manque les offres d'emploi du jour pour une partie des métiers.",
        "Pour quelques métiers, il manque les offres d'emploi.",
    ),
}
