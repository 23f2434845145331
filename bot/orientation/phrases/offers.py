"""A support offer on a small card."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

OFFERS: Mapping[str, P] = {
    "link": P("Voir la page de l'organisme", "Voir la page officielle"),
    "in_this_case": P("Vous pourriez la demander dans ce cas :"),
    "has_deadline": P(
        "Il y a une date limite : renseignez-vous vite.",
        "Il y a une date limite.\nDemandez vite.",
    ),
    "has_conditions": P(
        "Il y a des conditions : faites-les préciser.",
        "Il y a des conditions.\nDemandez lesquelles.",
    ),
    "verified_on": P("Page officielle relue le {day}."),
    "delay": P("Délai de réponse : {delay}."),
    "step": P("{at}. {step}"),
    "papers": P("À préparer"),
    "listed": P("{label} : {items}."),
    "listed.heading": P("{label} :"),
    "listed.item": P("• {item}"),
    # Whom to ask
    "whom": P("À qui demander : {provider}.", "À qui demander :\n{provider}."),
    "contact": P("Contact : {contact}."),
    "where": P("Lieu : {where}."),
    "asked_by.you": P("Vous pouvez faire la demande vous-même."),
    "asked_by.advisor": P(
        "Un conseiller ou une conseillère fait la demande pour vous.",
        "Votre conseiller ou conseillère fait la demande.",
    ),
    "asked_by.both": P(
        "Vous pouvez faire la demande vous-même, ou vous faire aider.",
        "Vous pouvez faire la demande.\nVous pouvez aussi vous faire aider.",
    ),
    # Cautions
    "notice.full.by_waves": P(
        "Cette aide ouvre par vagues : vérifiez qu'une vague est ouverte.",
        "Cette aide est ouverte à certains moments.\nVérifiez qu'elle est ouverte.",
    ),
    "notice.full.phasing_out": P(
        "Cette aide s'arrête peu à peu : les places sont rares.",
        "Cette aide s'arrête peu à peu.\nIl y a peu de places.",
    ),
    "notice.to_check.by_waves": P(
        "À vérifier : cette aide ouvre par vagues.",
        "À vérifier.\nCette aide est ouverte à certains moments.",
    ),
    "notice.to_check.phasing_out": P(
        "À vérifier : cette aide s'arrête peu à peu.", "À vérifier.\nCette aide s'arrête peu à peu."
    ),
    "notice.to_check.unknown": P(
        "À vérifier : je ne sais pas si cette aide existe encore.",
        "À vérifier.\nCette aide existe peut-être encore.",
    ),
    "notice.to_check": P("À vérifier avant de compter dessus.", "Cette aide est à vérifier."),
    "notice.suspended": P(
        "Cette aide est suspendue pour le moment.", "Cette aide est arrêtée pour le moment."
    ),
    "notice.hidden": P("Je n'ai pas de source sûre pour cette aide.", "Je connais mal cette aide."),
    "ended": P("Cette aide n'existe plus.", "Cette aide est finie."),
    "ended.day": P(
        "Cette aide n'existe plus depuis le {day}.", "Cette aide est finie depuis le {day}."
    ),
    "ended.since": P(
        "Cette aide n'existe plus depuis {day}.", "Cette aide est finie depuis {day}."
    ),
    "ended.seems": P(
        "Cette aide semble arrêtée : faites-le vérifier.", "Cette aide semble finie.\nVérifiez."
    ),
    "instead": P("À la place : {name}."),
    "instead.hidden": P(
        "À la place : {name}, sans source sûre.", "À la place : {name}.\nÀ vérifier."
    ),
    "instead.to_check": P("À la place : {name}, à vérifier.", "À la place : {name}.\nÀ vérifier."),
    "unknown": P("Non connu : {names}.", "Je ne connais pas :\n{names}."),
    "unsure": P("À confirmer : {names}.", "À vérifier :\n{names}."),
    # Amounts and deadlines
    "amount": P("{what} : {figure} {unit}."),
    "amount.since": P(
        "{amount} Chiffre en vigueur depuis le {day}.", "{amount}\nC'est vrai depuis le {day}."
    ),
    "days.one": P("{count} jour"),
    "days.many": P("{count} jours"),
    "deadline.before": P(
        "Demandez au moins {days} avant {event}.",
        "Demandez au moins {days} avant cela :\n{event}.",
    ),
    "deadline.after": P(
        "Demandez au plus tard {days} après {event}.",
        "Demandez au plus tard {days} après cela :\n{event}.",
    ),
    "deadline.before.at_once": P("Demandez avant {event}."),
    "deadline.after.at_once": P("Demandez dès {event}."),
    # Whether it is for the person
    "state.open": P("Pour vous, a priori", "Peut-être pour vous"),
    "state.check": P("À vérifier"),
    "state.closed": P("Pas pour vous pour l'instant", "Pas pour vous maintenant"),
}
