"""Support services of structures near a person, on the themes that they need."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.orientation.dates import day
from bot.orientation.phrases import say
from bot.orientation.profile import Profile
from bot.services.in_time import in_time
from bot.services.ports import LocalService, Place, ServiceSearch
from bot.services.small_cards import NearBy, called, item, places, where

SECONDS = 2.0


def services_near(
    port: ServiceSearch | None, place: Place | None, theme_codes: Sequence[str]
) -> NearBy:
    """Services around a place for some themes of data·inclusion."""
    if port is None or place is None or not theme_codes:
        return NearBy("off")
    answers = in_time({"services": partial(port.near, place, tuple(theme_codes))}, SECONDS)
    if answers.missing:
        return NearBy("unavailable")
    items = [_card(service) for service in answers.given["services"]]
    title, source = say("nearby.services"), say("nearby.services.source")
    return NearBy("found", places(items, title, source)) if items else NearBy("none")


def _card(service: LocalService) -> dict[str, Any]:
    updated = service.updated_on
    dated = say("nearby.services.dated", day=day(updated)) if updated else None
    lines = [service.structure, where(service.city, service.distance_km), dated]
    link = say("nearby.services.link")
    return item(service.name, lines, service.url, link, **called(service.phone))


def held_back_by(profile: Profile) -> str | None:
    """The subject of what holds a person back, from their answers; None when nothing does."""
    if profile.has_licence_b is False:
        return "permis"
    if profile.vehicle in ("none", "bike") and not profile.has_public_transport:
        return "mobilité"
    refused = profile.hours_refused or frozenset()
    return "garde d'enfants" if "outside_school" in refused else None
