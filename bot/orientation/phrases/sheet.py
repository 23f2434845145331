"""The sheet that a person takes away: its headings are theirs ("je"), what Déclic says is not."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

SHEET: Mapping[str, P] = {
    "title": P("Ma fiche"),
    "day": P("Faite le {day} avec Déclic."),
    "intro": P(
        "Elle aide à préparer un rendez-vous. Ce sont des pistes, à vérifier ensemble.",
        "La fiche aide pour un rendez-vous.\nTout est à vérifier.",
    ),
    # What I said
    "said": P("Ce que j'ai dit"),
    "said.nothing": P("Rien pour le moment."),
    "row.home": P("J'habite à"),
    "row.own_words": P("Avec mes mots"),
    "row.pictures": P("Mes images"),
    "row.scenes": P("Dans l'histoire, j'ai"),
    "row.yes": P("Je dis oui à"),
    "row.a_bit": P("Je dis un peu à"),
    "row.no": P("Je dis non à"),
    "row.past": P("J'ai déjà fait"),
    "row.moves": P("Pour me déplacer"),
    "row.minutes": P("Trajet accepté"),
    "row.training": P("Une formation"),
    "row.avoid": P("Je veux éviter"),
    "row.put_aside": P("Pas pour moi"),
    "word.picture": P("{quoted}, sur l'image {picture}"),
    "word.past": P("{said} : {job}"),
    "word.minutes": P("{minutes} minutes au plus"),
    "word.put_aside": P("{job} : {reason}"),
    "licence.yes": P("permis B"),
    "licence.no": P("pas de permis B"),
    "vehicle.car": P("une voiture"),
    "vehicle.scooter": P("un scooter"),
    "vehicle.bike": P("un vélo"),
    "vehicle.none": P("pas de véhicule"),
    "transport.yes": P("un bus ou un train près de chez moi"),
    "transport.no": P("pas de bus ni de train près de chez moi"),
    "training.none": P("non, travailler vite"),
    "training.short": P("oui, quelques mois"),
    "training.long": P("oui, un an ou plus"),
    # The jobs
    "jobs": P("Des métiers à regarder"),
    "jobs.none": P("Pas encore de métier. On peut continuer la conversation."),
    "mark.kept": P("Je le garde"),
    "mark.declic": P("Le déclic"),
    "caution": P("À voir :"),
    "sources": P(
        "Les embauches : {source}. Le temps de trajet est une estimation.",
        "Embauches : {source}.\nUn chiffre compte plusieurs métiers à la fois.\n"
        "Les trajets sont une estimation.",
    ),
    # What unlocks them
    "aids": P("Ce qui peut m'aider"),
    "state.yes": P("Pour moi, a priori", "Pour moi, je crois"),
    "state.to_check": P("À vérifier"),
    "aid.for": P("Pour : {levers}."),
    "aid.whom": P("À qui : {provider}."),
    "aid.question": P("À régler : {question}", "À dire : {question}"),
    "aid.papers": P("À préparer : {items}."),
    "asker.you": P("Qui demande : moi."),
    "asker.advisor": P("Qui demande : la personne qui m'accompagne."),
    "asker.both": P("Qui demande : moi, avec de l'aide si je veux.", "Qui demande : moi."),
    # The next step
    "step": P("Mon prochain petit pas"),
    "step.words": P(
        "Essayer un métier quelques jours : cela s'appelle une immersion.",
        "Essayer un métier quelques jours.\nCela s'appelle une immersion.",
    ),
    "step.day": P("Je le fais le"),
    "step.whom": P("J'en parle à"),
    "notes": P("Mes notes"),
    # What has no room
    "left": P("Sans place ici : {things}.", "Sans place ici :\n{things}."),
    "left.words.one": P("{count} réponse"),
    "left.words.many": P("{count} réponses"),
    "left.details.one": P("{count} détail sur un métier"),
    "left.details.many": P("{count} détails sur les métiers"),
    "left.aids.one": P("{count} aide"),
    "left.aids.many": P("{count} aides"),
    "cut": P("… : la suite est dans la conversation."),
    # To come back
    "back": P("Pour revenir"),
    "back.how": P(
        "Scannez le dessin, ou tapez ce code sur {address}.",
        "Scannez le dessin.\nOu tapez ce code sur {address}.",
    ),
    "back.until": P("Ce code marche jusqu'au {day}."),
    "back.secret": P("Ce code ouvre ma conversation : je le garde pour moi."),
    "back.drawing": P("Dessin à scanner pour revenir à ma conversation"),
    "kept": P(
        "Déclic garde mes réponses jusqu'au {day}, puis les efface. Je peux les effacer avant.",
        "Déclic garde mes réponses jusqu'au {day}.\nAprès, tout est effacé.",
    ),
    "kept.shared": P(
        "Cet ordinateur est partagé. Tout s'efface 30 minutes après mon dernier message.",
        "Cet ordinateur est partagé.\nTout s'efface après 30 minutes.",
    ),
    "sent_nowhere": P("Cette fiche n'est envoyée à personne.", "Déclic ne l'envoie à personne."),
    "sent_to_advisor": P(
        "La personne qui m'accompagne a la même fiche.", "Mon accompagnement a la même fiche."
    ),
    "unprintable": P(
        "[…] : des signes ne s'impriment pas. La page web de la fiche les montre.",
        "[…] : des signes manquent.\nLa page web les montre.",
    ),
    # In the conversation and on the page
    "ready": P(
        "Votre fiche est prête, sur une page. Elle n'est envoyée à personne.",
        "Votre fiche est prête.\nElle tient sur une page.\nJe ne l'envoie à personne.",
    ),
    "link.open": P("Ouvrir ma fiche"),
    "link.pdf": P("Télécharger ma fiche"),
    "link.ics": P("Mettre le rendez-vous dans mon agenda", "Garder le rendez-vous"),
    "link.json": P("Pour un logiciel"),
    "print": P("Imprimer"),
    "page.gone": P("Cette fiche n'est plus là."),
    "page.gone.why": P("Une fiche s'efface vite. Demandez-en une autre dans la conversation."),
    "page.back": P("Aller à la conversation"),
    # Before any job
    "missing": P(
        "Votre fiche servira plus avec ceci : {things}.", "Pour votre fiche, il manque :\n{things}."
    ),
    "missing.go_on": P("On continue, ou je la fais ainsi ?", "On continue ?\nOu je la fais déjà ?"),
    "missing.now": P("Faire la fiche maintenant"),
    "missing.continue": P("Continuer"),
    "missing.nothing": P(
        "Je ne sais encore rien pour votre fiche. Continuons d'abord.",
        "Je ne sais encore rien pour votre fiche.\nOn continue d'abord.",
    ),
    "thing.home": P("où vous habitez"),
    "thing.likes": P("ce que vous aimez"),
    "thing.past": P("ce que vous avez fait"),
    "thing.moves": P("vos trajets"),
    "thing.avoid": P("ce que vous voulez éviter"),
    "thing.jobs": P("les métiers"),
}
