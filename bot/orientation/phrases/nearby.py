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
    "services.phone": P("Téléphone : {phone}"),
    "services.link": P("Voir la page du service"),
    "companies": P("Des entreprises à contacter"),
    "companies.source": P("France Travail, La Bonne Boîte"),
    "people.one": P("{people} personne"),
    "people.many": P("{people} personnes"),
    "size.at_most": P("Au plus {people}"),
    "size.or_more": P("{people} ou plus"),
    "size.between": P("Entre {least} et {people}"),
}
