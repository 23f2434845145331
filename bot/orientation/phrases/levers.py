"""What a lever would open: licence, car, longer trip, training, childcare."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase as P

LEVERS: Mapping[str, P] = {
    "name.licence": P("le permis"),
    "name.car": P("une voiture"),
    "name.bike": P("un vélo"),
    "name.carpool": P("le covoiturage"),
    "name.minutes": P("un trajet plus long"),
    "name.training": P("une formation courte"),
    "name.childcare": P("une garde d'enfants"),
    "name.minutes_counted": P("{minutes} minutes de trajet en plus", "{minutes} minutes de plus"),
    "jobs_gained.one": P("{count} métier de plus"),
    "jobs_gained.many": P("{count} métiers de plus"),
    "gain": P("Avec {levers} : {gained}.", "Avec {levers} :\n{gained}."),
    "gain.pair_only": P(
        "C'est sans compter ceux qu'un seul des deux ouvre.",
        "Il faut les deux pour ces métiers.",
    ),
    "gain.minutes": P("Je compte {minutes} minutes de trajet au plus."),
    "gain.suiting.one": P(
        "{gain} {count} va avec vos goûts.", "{gain}\n{count} va avec vos goûts."
    ),
    "gain.suiting.many": P(
        "{gain} {count} vont avec vos goûts.", "{gain}\n{count} vont avec vos goûts."
    ),
    "gain.openings": P(
        "Environ {count} embauches de plus, tous métiers ensemble. Je l'estime avec {source}.",
        "Cela fait environ {count} emplois de plus.\n"
        "Je compte tous les métiers.\n"
        "C'est mon estimation.\n"
        "Elle vient de {source}.",
    ),
    "carpool": P(
        "C'est au mieux : une ligne doit passer près de chez vous et du travail.",
        "Il faut une ligne de covoiturage.\n"
        "Elle doit passer près de chez vous.\n"
        "Elle doit passer près du travail.",
    ),
    "possible_with": P("Possible avec {levers}."),
    "also_needed": P(
        "Avec {told} seulement, rien ne change. Ajoutons {more}.",
        "Avec {told} seulement, rien ne change.\nAjoutons {more}.",
    ),
    "way": P("{levers} : {gained}"),
    "way_together": P("{levers}, ensemble : {gained}"),
    # Where one stands with a lever that opens nothing
    "held.licence": P(
        "Vous avez déjà le permis : votre liste en tient compte.",
        "Vous avez déjà le permis.\nVotre liste le compte déjà.",
    ),
    "held.car": P(
        "Vous avez déjà une voiture : votre liste en tient compte.",
        "Vous avez déjà une voiture.\nVotre liste la compte déjà.",
    ),
    "held.bike": P(
        "Vous avez déjà un vélo : votre liste en tient compte.",
        "Vous avez déjà un vélo.\nVotre liste le compte déjà.",
    ),
    "held.minutes": P(
        "Votre liste compte déjà de longs trajets. Je ne vais pas plus loin.",
        "Votre liste compte déjà de longs trajets.\nJe ne vais pas plus loin.",
    ),
    "held.training": P("Votre liste compte déjà les métiers avec une formation."),
    "held.childcare": P(
        "Les horaires de garde ne ferment aucun métier dans votre liste.",
        "La garde d'enfants ne change pas votre liste.",
    ),
    "untold": P(
        "Il me manque votre réponse sur ce point : je ne peux pas comparer.",
        "Il me manque votre réponse.\nAlors je ne peux pas comparer.",
    ),
    "no_gain": P(
        "Avec {lever}, je ne trouve pas de métier de plus près de chez vous.",
        "Je compte avec {lever}.\nJe ne trouve pas d'autre métier.",
    ),
}
