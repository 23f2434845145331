"""Companies and local services near a person."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

NEARBY: Mapping[str, P] = {
    "distance.under_one": P("à moins de 1 km"),
    "distance": P("à {kilometres} km environ"),
    "services": P("Près de chez vous"),
    "services.source": P("data·inclusion, la liste publique des services d'aide"),
    "services.dated": P("Fiche du {day}"),
    "call": P("Appeler le {phone}"),
    "services.link": P("Voir la page du service"),
    "companies": P("Des entreprises à contacter"),
    "companies.source": P("France Travail, La Bonne Boîte"),
    "people.one": P("{people} personne"),
    "people.many": P("{people} personnes"),
    "size.at_most": P("Au plus {people}"),
    "size.or_more": P("{people} ou plus"),
    "size.between": P("Entre {least} et {people}"),
}
WHERE: Mapping[str, P] = {
    "title": P("Où vous pouvez aller en {minutes} minutes"),
    "source": P(
        "{source}, tous métiers. Les trajets sont mes estimations.",
        "{source}, tous métiers.\nLes trajets sont à peu près justes.",
    ),
    "home_unknown": P(
        "Dites-moi d'abord votre commune, et je regarde où vous pouvez aller.",
        "Écrivez d'abord votre ville.\nAprès, je regarde où vous pouvez aller.",
    ),
    "nowhere": P(
        "Avec ce temps de trajet, je ne trouve pas encore d'emplois assez près. "
        "Quelques minutes de plus, un vélo ou un bus changent souvent tout.",
        "Les emplois sont un peu trop loin pour ce temps.\n"
        "Quelques minutes de plus peuvent aider.\n"
        "Un vélo ou un bus aussi.",
    ),
    "to_check": P(
        "Je compte aussi les transports que je ne connais pas : c'est à vérifier.",
        "Je ne connais pas tous vos transports.\nVérifiez que c'est possible.",
    ),
    "others.one": P("Il y a encore {count} autre secteur à votre portée."),
    "others.many": P("Il y a encore {count} autres secteurs à votre portée."),
}
