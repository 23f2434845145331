"""Builds the live ports that the settings allow; asks nothing of the network."""

from __future__ import annotations

from dataclasses import replace

from bot.adapters.live import data_inclusion, geocoding
from bot.adapters.live.authorisation import BearerToken
from bot.adapters.live.caching import AnswerCache
from bot.adapters.live.data_inclusion import DataInclusion
from bot.adapters.live.france_travail import FranceTravail
from bot.adapters.live.france_travail_companies import LaBonneBoite
from bot.adapters.live.france_travail_market import LabourMarketFigures
from bot.adapters.live.france_travail_rome import LiveRome
from bot.adapters.live.france_travail_titles import Romeo
from bot.adapters.live.france_travail_token import Keys
from bot.adapters.live.france_travail_vacancies import FranceTravailVacancies
from bot.adapters.live.geocoding import Geoplateforme
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.limits import Limits
from bot.services.ports import AddressFinder, Live, ServiceSearch
from bot.settings import LiveSettings


def build_live(
    settings: LiveSettings, cache: AnswerCache | None = None, limits: Limits | None = None
) -> Live:
    """A port is None when its service is switched off or has no key.

    limits: other ones than those of a conversation; each service keeps its own rate.
    """
    limits = limits or Limits()
    france_travail = _france_travail(settings, cache, limits)
    return Live(
        vacancies=FranceTravailVacancies(france_travail) if france_travail else None,
        companies=LaBonneBoite(france_travail) if france_travail else None,
        titles=Romeo(france_travail) if france_travail else None,
        market=LabourMarketFigures(france_travail) if france_travail else None,
        services=_services(settings, cache, limits),
        addresses=_addresses(settings, limits),
    )


def build_live_rome(
    settings: LiveSettings, cache: AnswerCache | None = None, limits: Limits | None = None
) -> LiveRome | None:
    """ROME as it is today, for those who keep the data; None without France Travail's keys."""
    france_travail = _france_travail(settings, cache, limits or Limits())
    return LiveRome(france_travail) if france_travail else None


def _france_travail(
    settings: LiveSettings, cache: AnswerCache | None, limits: Limits
) -> FranceTravail | None:
    if settings.france_travail_id is None or settings.france_travail_secret is None:
        return None
    return FranceTravail(
        Keys(settings.france_travail_id, settings.france_travail_secret),
        settings.france_travail_url,
        settings.france_travail_login_url,
        cache=cache,
        limits=limits,
    )


def _addresses(settings: LiveSettings, limits: Limits) -> AddressFinder | None:
    if not settings.geocoding:
        return None
    rate = replace(limits, requests_per_second=geocoding.REQUESTS_PER_SECOND)
    return Geoplateforme(HttpApi(geocoding.NAME, settings.geocoding_url, limits=rate))


def _services(
    settings: LiveSettings, cache: AnswerCache | None, limits: Limits
) -> ServiceSearch | None:
    if settings.data_inclusion_token is None:
        return None
    rate = replace(limits, requests_per_second=data_inclusion.REQUESTS_PER_SECOND)
    token = BearerToken(settings.data_inclusion_token)
    api = HttpApi(
        data_inclusion.NAME,
        settings.data_inclusion_url,
        limits=rate,
        authorisation=token,
        cache=cache,
        essence=data_inclusion.essence,
    )
    return DataInclusion(api)
