"""Live services: which are on, and how to turn the others on. Nothing is asked of the network."""

from __future__ import annotations

from collections.abc import Iterator

from bot.diagnosis.finding import Finding
from bot.settings import LiveSettings

# Without any of them Déclic does its main job, so what is off is no fault and asks for nothing.
OFF = "éteint"
ON = "allumé"


def services(settings: LiveSettings) -> Iterator[Finding]:
    """One finding per service; half of a key is a fault, since nobody means it."""
    yield _france_travail(settings)
    yield _data_inclusion(settings)
    yield _geocoding(settings)


def _france_travail(settings: LiveSettings) -> Finding:
    name = "Offres du jour (France Travail)"
    parts = {
        "DECLIC_FRANCE_TRAVAIL_ID": settings.france_travail_id,
        "DECLIC_FRANCE_TRAVAIL_SECRET": settings.france_travail_secret,
    }
    missing = [variable for variable, value in parts.items() if not value]
    if len(missing) == 1:
        return Finding(name, "fault", f"il manque {missing[0]}", "Il faut les deux, ou aucun.")
    if missing:
        advice = f"Clé gratuite sur francetravail.io ; puis réglez {' et '.join(parts)}."
        return Finding(name, "ok", OFF, advice)
    return Finding(name, "ok", ON)


def _data_inclusion(settings: LiveSettings) -> Finding:
    name = "Aides locales (data·inclusion)"
    if settings.data_inclusion_token:
        return Finding(name, "ok", ON)
    advice = "Clé gratuite sur data.inclusion.gouv.fr ; puis réglez DECLIC_DATA_INCLUSION_TOKEN."
    return Finding(name, "ok", OFF, advice)


def _geocoding(settings: LiveSettings) -> Finding:
    name = "Adresses (Géoplateforme)"
    if settings.geocoding:
        return Finding(name, "ok", f"{ON} : les adresses tapées sortent d'ici")
    advice = "Sans clé : réglez DECLIC_GEOCODING=on. Les adresses tapées seront envoyées à l'IGN."
    return Finding(name, "ok", OFF, advice)
