"""The few words that say back a fact told in passing: "J'ai noté : permis, pas de voiture."."""

from __future__ import annotations

from collections.abc import Mapping

from bot.orientation.phrases.phrase import Phrase

TOLD: Mapping[str, Phrase] = {
    "licence.yes": Phrase("permis"),
    "licence.no": Phrase("pas de permis"),
    "vehicle.car": Phrase("une voiture"),
    "vehicle.scooter": Phrase("un scooter ou une moto"),
    "vehicle.bike": Phrase("un vélo"),
    "vehicle.none": Phrase("pas de voiture"),
    "public_transport.yes": Phrase("un bus, un tram ou un train"),
    "public_transport.no": Phrase("pas de bus, de tram ou de train"),
    "training.none": Phrase("pas de formation"),
    "training.short": Phrase("une formation courte"),
    "training.long": Phrase("une formation longue"),
    "max_minutes": Phrase("{minutes} minutes de trajet"),
    "refused.night": Phrase("pas la nuit"),
    "refused.weekend": Phrase("pas le week-end"),
    "refused.shifted": Phrase("pas très tôt, pas très tard"),
    "refused.outside_school": Phrase("pas en dehors des heures d'école"),
    "refused.heavy_loads": Phrase("pas de charges lourdes"),
    "refused.standing": Phrase("pas debout longtemps"),
    "refused.sitting": Phrase("pas de travail toujours assis"),
    "refused.outdoors": Phrase("pas dehors"),
    "refused.heights": Phrase("pas en hauteur"),
    "refused.noise": Phrase("pas de bruit"),
    "refused.cold_or_heat": Phrase("pas de grand froid ni de chaleur"),
    "refused.repetitive": Phrase("pas toujours les mêmes gestes"),
    "refused.public_contact": Phrase("pas de contact avec le public"),
    "refused.chemicals": Phrase("pas de produits chimiques"),
    "accepted.night": Phrase("la nuit, ça va"),
    "accepted.weekend": Phrase("le week-end, ça va"),
    "accepted.shifted": Phrase("très tôt ou très tard, ça va"),
    "accepted.outside_school": Phrase("en dehors des heures d'école, ça va"),
    "accepted.heavy_loads": Phrase("porter, ça va"),
    "accepted.standing": Phrase("debout, ça va"),
    "accepted.sitting": Phrase("le travail assis, ça va"),
    "accepted.outdoors": Phrase("dehors, ça va"),
    "accepted.heights": Phrase("en hauteur, ça va"),
    "accepted.noise": Phrase("le bruit, ça va"),
    "accepted.cold_or_heat": Phrase("le froid et la chaleur, ça va"),
    "accepted.repetitive": Phrase("les mêmes gestes, ça va"),
    "accepted.public_contact": Phrase("le public, ça va"),
    "accepted.chemicals": Phrase("les produits, ça va"),
}
