"""The packet that an advisor prepares to ask for an offer, and what becomes of the request."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

PACKET: Mapping[str, P] = {
    # The summary: facts that the person told, and nothing of their private life
    "summary.request": P("Demande : {name} ({provider})."),
    "summary.goal": P("But : {levers}."),
    "summary.jobs": P("Métiers gardés : {items}."),
    "summary.past": P("Déjà fait : {items}."),
    "summary.home": P("Habite à {items}."),
    "summary.moves": P("Pour se déplacer : {items}."),
    "summary.minutes": P("Trajet accepté : {items}."),
    "summary.training": P("Formation : {items}."),
    "summary.source": P("Dit dans Déclic le {day}."),
    "transport.yes": P("un bus ou un train près du domicile"),
    "transport.no": P("pas de bus ni de train près du domicile"),
    # What to do
    "first.call": P("Appeler d'abord : {contact}."),
    "first.page": P("Lire la page officielle, puis demander."),
    "first.ask": P("Demander à {provider} comment faire."),
    "papers.unknown": P("À demander à {provider} : les papiers à donner."),
    "deadline.unknown": P("Aucune date limite connue."),
    "for.everyone": P("tout le monde"),
}

FOLLOW: Mapping[str, P] = {
    # Columns of the file
    "code": P("code"),
    "reference": P("référence"),
    "last": P("dernière fois"),
    "kept": P("métiers gardés"),
    "aid": P("aide"),
    "state": P("état"),
    "since": P("depuis le"),
    "due": P("à relancer (jours)"),
    "appointment": P("prochain rendez-vous"),
    "until": P("effacé le"),
}

PRESCRIPTION: Mapping[str, P] = {
    "state.proposed": P("proposée"),
    "state.asked": P("demandée"),
    "state.accepted": P("acceptée"),
    "state.refused": P("refusée"),
    "state.expired": P("sans suite"),
    "reason.conditions": P("une condition n'est pas remplie"),
    "reason.papers": P("il manque un papier"),
    "reason.late": P("demande arrivée trop tard"),
    "reason.no_means": P("plus d'argent ou plus de place"),
    "reason.double": P("une autre aide est déjà donnée"),
    "reason.person": P("la personne ne la veut plus"),
    "reason.not_told": P("raison non dite"),
    "reason.other": P("autre raison"),
    # Said in the conversation, from the advisor's seat
    "said.question": P("Une question pour l'aide : {name}"),
    "said.answer": P("{question} {answer}.", "{question}\n{answer}."),
    # Said to the advisor
    "kept.proposed": P("L'aide est gardée comme proposée."),
    "kept.asked": P("La demande est gardée."),
    "kept.chased": P("La relance est gardée."),
    "kept.accepted": P("La réponse est gardée : acceptée."),
    "kept.refused": P("La réponse est gardée : refusée."),
    "kept.expired": P("L'aide est gardée sans suite."),
    "kept.undone": P("L'étape est annulée. Elle reste dans l'historique."),
    "kept.note": P("La note est gardée."),
    "kept.question": P("La question est posée dans la conversation."),
    "kept.answer": P("La réponse est dans la conversation."),
    "kept.departure": P("C'est gardé."),
    "kept.appointment": P("Le rendez-vous est gardé."),
    "kept.no_appointment": P("Le rendez-vous est retiré."),
    "kept.shared": P("La fiche est dans la conversation, sur les deux écrans."),
    "kept.reference": P("La référence est gardée."),
    "wrong.order": P("Cette étape n'est plus possible. Rechargez la page."),
    "wrong.future": P("Ce jour n'est pas encore passé. Choisissez aujourd'hui ou avant."),
    "wrong.before": P("Ce jour vient trop tôt. Choisissez un jour plus tard."),
    "wrong.day": P("Choisissez un jour."),
    "wrong.hour": P("Écrivez une heure comme 14:30."),
    "wrong.past": P("Ce jour est passé. Choisissez un autre jour."),
    "wrong.reason": P("Choisissez la raison du refus."),
    "wrong.words": P("Écrivez la raison en quelques mots."),
    "wrong.running": P("Cette aide est déjà suivie pour cette personne."),
    "wrong.offer": P("Cette aide ne peut pas être proposée ici."),
    "wrong.long": P("Ce texte est trop long : {most} signes au plus."),
    "wrong.steps": P("Écrivez {most} lignes au plus."),
    "wrong.answer": P("Choisissez une réponse dans la liste."),
}
