"""Titles of buttons and of boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

TITLES: Mapping[str, P] = {
    "yes": P("Oui"),
    "no": P("Non"),
    "unknown": P("Je ne sais pas"),
    "declined": P("Je préfère ne pas répondre"),
    "other": P("Autre chose"),
    "submit": P("Valider"),
    # Statements
    "agree.1": P("Oui, tout à fait"),
    "agree.0.5": P("Un peu"),
    "agree.-1": P("Non"),
    "agree.unknown": P("Je ne sais pas"),
    "statements.skip": P("Passer à la suite"),
    # Where
    "commune.none": P("Aucune de celles-ci"),
    # Past jobs
    "past_job.over": P("Non, c'est tout"),
    "past_job.never": P("Je n'ai jamais travaillé"),
    "past_job.skip": P("Passer"),
    "past_job.none": P("Aucun de ces métiers"),
    # Hours and conditions
    "hours.night": P("Travailler la nuit"),
    "hours.weekend": P("Travailler le week-end"),
    "hours.shifted": P("Commencer très tôt ou finir très tard"),
    "hours.outside_school": P("Travailler en dehors des heures d'école"),
    "hours.none": P("Tous les horaires me vont"),
    "condition.heavy_loads": P("Porter des charges lourdes", "Porter des choses lourdes"),
    "condition.standing": P("Rester debout longtemps"),
    "condition.sitting": P("Rester longtemps en position assise"),
    "condition.outdoors": P("Travailler dehors"),
    "condition.heights": P("Travailler en hauteur"),
    "condition.noise": P("Le bruit"),
    "condition.cold_or_heat": P("Le grand froid ou la chaleur"),
    "condition.repetitive": P("Répéter toujours les mêmes gestes"),
    "condition.public_contact": P("Être en contact avec le public"),
    "condition.chemicals": P("Les produits chimiques"),
    "condition.none": P("Rien de tout cela"),
    # Jobs
    "job.why": P("Pourquoi ce métier ?"),
    "job.refuse": P("Pas pour moi"),
    "job.try": P("Où l'essayer ?"),
    "refusal.too_far": P("C'est trop loin"),
    "refusal.hours": P("Les horaires"),
    "refusal.physical": P("C'est trop physique"),
    "refusal.training": P("La formation"),
    "refusal.not_interested": P("Ça ne m'attire pas"),
    "refusal.done_before": P("Je l'ai déjà fait"),
    "left.answer": P("Répondre à cette question"),
    "left.no": P("Non merci"),
    "dial.near": P("Plus proche de ce que je connais"),
    "dial.open": P("Un mélange des deux"),
    "dial.surprise": P("Surprenez-moi"),
    "jobs.more": P("Montrez-m'en d'autres"),
    "jobs.back": P("Revenir à ma liste"),
    "human": P("Parler à une personne"),
    "restart": P("Recommencer"),
    "aids.another_question": P("Répondre à une autre question"),
    # Subjects of support offers
    "subject.mobility": P("Se déplacer"),
    "subject.licence": P("Le permis"),
    "subject.car": P("Une voiture"),
    "subject.childcare": P("La garde d'enfants"),
    "subject.housing": P("Le logement"),
    "subject.training": P("La formation"),
    # The menu
    "menu.go_back": P("Revenir en arrière"),
    "menu.restart": P("Recommencer"),
    "menu.help": P("Aide"),
    "menu.human": P("Parler à une personne"),
    "menu.why_question": P("Pourquoi cette question ?"),
    "menu.easy": P("Facile à lire"),
    "menu.standard": P("Texte habituel"),
}
