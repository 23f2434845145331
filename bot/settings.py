"""The environment, read once into one frozen value. Every setting is a `DECLIC_…` variable."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot import setting_values as values
from bot.setting_values import SettingError

__all__ = [
    "ROOT",
    "SETTINGS",
    "LiveSettings",
    "OpenIdSettings",
    "Setting",
    "SettingError",
    "Settings",
]

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One `DECLIC_…` variable: its name, its default as text, and what it is for."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DECLIC_HOST", "127.0.0.1", "address the public web app listens on"),
    Setting("DECLIC_PORT", "8000", "port of the public web app"),
    Setting("DECLIC_PUBLIC_URL", "", "where people reach Déclic; empty: host and port"),
    Setting("DECLIC_EMBED_ORIGINS", "", "sites that may show the widget, as https://www.site.fr"),
    Setting("DECLIC_PROXIES", "", "reverse proxies whose X-Forwarded-For is believed; empty: none"),
    Setting("DECLIC_OPENINGS_PER_MINUTE", "40", "new conversations from one address"),
    Setting("DECLIC_METRICS_PORT", "", "Prometheus metrics of the web app on loopback; empty: off"),
    Setting("DECLIC_LOGS", "json", "json: one event a line; text: the same for the eye"),
    Setting("DECLIC_RASA_HOST", "127.0.0.1", "address Rasa listens on; never a public one"),
    Setting("DECLIC_RASA_PORT", "5005", "port of the Rasa process"),
    Setting("DECLIC_RASA_URL", "", "where the web app finds Rasa; empty: DECLIC_RASA_PORT"),
    Setting("DECLIC_ACTIONS_URL", "", "separate action server; empty: actions run inside Rasa"),
    Setting("DECLIC_DATABASE_URL", "", "SQLAlchemy URL; empty: SQLite in DECLIC_VAR/declic.db"),
    Setting("DECLIC_REDIS_URL", "", "Redis lock store, for several Rasa processes; empty: none"),
    Setting("DECLIC_SECRET", "", "secret of web and Rasa; empty: made once in DECLIC_VAR"),
    Setting("DECLIC_OIDC_ISSUER", "", "OpenID provider of the console, as https://…; empty: none"),
    Setting("DECLIC_OIDC_CLIENT_ID", "", "who we are for the OpenID provider"),
    Setting("DECLIC_OIDC_CLIENT_SECRET", "", "our secret for the OpenID provider"),
    Setting("DECLIC_OIDC_LABEL", "ProConnect", "its name on the login page"),
    Setting("DECLIC_OIDC_EMAIL", "verified", "trusted: its e-mails need no word email_verified"),
    Setting("DECLIC_GEOCODING", "off", "on: an address that a person types is looked up outside"),
    Setting("DECLIC_GEOCODING_URL", "https://data.geopf.fr/geocodage", "Géoplateforme geocoding"),
    Setting("DECLIC_DATA_INCLUSION_TOKEN", "", "key of data·inclusion; empty: no local services"),
    Setting(
        "DECLIC_DATA_INCLUSION_URL",
        "https://api.data.inclusion.gouv.fr/api/v1",
        "data·inclusion API",
    ),
    Setting("DECLIC_FRANCE_TRAVAIL_ID", "", "client id of France Travail; empty: no vacancies"),
    Setting("DECLIC_FRANCE_TRAVAIL_SECRET", "", "client secret of France Travail"),
    Setting(
        "DECLIC_FRANCE_TRAVAIL_URL",
        "https://api.francetravail.io/partenaire",
        "France Travail APIs",
    ),
    Setting(
        "DECLIC_FRANCE_TRAVAIL_LOGIN_URL",
        "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire",
        "where France Travail gives access tokens",
    ),
    Setting("DECLIC_OFFERS", "data/offers", "folder of the support offers"),
    Setting("DECLIC_PICTURES", "data/pictures", "folder of the deck of pictures"),
    Setting("DECLIC_STORIES", "", "folder of the testers' own stories; empty: in DECLIC_VAR"),
    Setting("DECLIC_VAR", "var", "folder of local state, relative to the project"),
    Setting("DECLIC_MODELS", "models", "folder of trained models, relative to the project"),
)


@dataclass(frozen=True)
class LiveSettings:
    """Services asked while the product runs; one without its key, or not switched on, is off."""

    geocoding: bool
    geocoding_url: str
    data_inclusion_token: str | None = field(repr=False)
    data_inclusion_url: str
    france_travail_id: str | None = field(repr=False)
    france_travail_secret: str | None = field(repr=False)
    france_travail_url: str
    france_travail_login_url: str

    @classmethod
    def of(cls, raw: Mapping[str, str]) -> LiveSettings:
        return cls(
            geocoding=values.switch(raw, "DECLIC_GEOCODING"),
            geocoding_url=values.https(raw, "DECLIC_GEOCODING_URL"),
            data_inclusion_token=values.key(raw, "DECLIC_DATA_INCLUSION_TOKEN"),
            data_inclusion_url=values.https(raw, "DECLIC_DATA_INCLUSION_URL"),
            france_travail_id=values.key(raw, "DECLIC_FRANCE_TRAVAIL_ID"),
            france_travail_secret=values.key(raw, "DECLIC_FRANCE_TRAVAIL_SECRET"),
            france_travail_url=values.https(raw, "DECLIC_FRANCE_TRAVAIL_URL"),
            france_travail_login_url=values.https(raw, "DECLIC_FRANCE_TRAVAIL_LOGIN_URL"),
        )

    @property
    def is_any_on(self) -> bool:
        """Whether a service may be asked at all."""
        has_france_travail = bool(self.france_travail_id and self.france_travail_secret)
        return self.geocoding or bool(self.data_inclusion_token) or has_france_travail


@dataclass(frozen=True)
class OpenIdSettings:
    """The provider through which people enter the console.

    trusts_email: it vouches for all its e-mails, and does not say so of each one.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    label: str
    trusts_email: bool

    @classmethod
    def of(cls, raw: Mapping[str, str]) -> OpenIdSettings | None:
        """None: there is no provider. SettingError: something of it lacks."""
        needed = ("DECLIC_OIDC_ISSUER", "DECLIC_OIDC_CLIENT_ID", "DECLIC_OIDC_CLIENT_SECRET")
        missing = [name for name in needed if not raw[name]]
        if len(missing) == len(needed):
            return None
        if missing:
            raise SettingError(f"{missing[0]}: write it too, or none of {', '.join(needed)}")
        return cls(
            issuer=values.https(raw, "DECLIC_OIDC_ISSUER"),
            client_id=values.key(raw, "DECLIC_OIDC_CLIENT_ID") or "",
            client_secret=values.key(raw, "DECLIC_OIDC_CLIENT_SECRET") or "",
            label=raw["DECLIC_OIDC_LABEL"],
            trusts_email=values.one_of(raw, "DECLIC_OIDC_EMAIL", ("verified", "trusted"))
            == "trusted",
        )


@dataclass(frozen=True)
class Settings:
    """All settings, resolved: paths are absolute, URLs complete.

    given_public_url: None when nobody said where people reach Déclic.
    embed_origins: as browsers write them in `Origin`. proxies: addresses and networks.
    """

    host: str
    port: int
    given_public_url: str | None
    embed_origins: tuple[str, ...]
    proxies: tuple[str, ...]
    openings_per_minute: int
    metrics_port: int | None
    has_json_logs: bool
    rasa_host: str
    rasa_port: int
    rasa_url: str
    actions_url: str | None
    database_url: str
    redis_url: str | None
    secret: str | None = field(repr=False)
    openid: OpenIdSettings | None
    live: LiveSettings
    offers: Path
    pictures: Path
    stories: Path
    var: Path
    models: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings of this process. Raises SettingError, which names the unusable variable."""
        given = os.environ if environment is None else environment
        raw = {s.name: given.get(s.name, "").strip() or s.default for s in SETTINGS}
        var = ROOT / raw["DECLIC_VAR"]
        rasa_port = values.port(raw, "DECLIC_RASA_PORT")
        return cls(
            host=raw["DECLIC_HOST"],
            port=values.port(raw, "DECLIC_PORT"),
            given_public_url=values.public_url(raw, "DECLIC_PUBLIC_URL"),
            embed_origins=values.origins(raw, "DECLIC_EMBED_ORIGINS"),
            proxies=values.networks(raw, "DECLIC_PROXIES"),
            openings_per_minute=values.count(raw, "DECLIC_OPENINGS_PER_MINUTE"),
            metrics_port=values.optional_port(raw, "DECLIC_METRICS_PORT"),
            has_json_logs=values.one_of(raw, "DECLIC_LOGS", ("json", "text")) == "json",
            rasa_host=raw["DECLIC_RASA_HOST"],
            rasa_port=rasa_port,
            rasa_url=raw["DECLIC_RASA_URL"].rstrip("/") or f"http://127.0.0.1:{rasa_port}",
            actions_url=raw["DECLIC_ACTIONS_URL"] or None,
            database_url=raw["DECLIC_DATABASE_URL"] or f"sqlite:///{var / 'declic.db'}",
            redis_url=raw["DECLIC_REDIS_URL"] or None,
            secret=raw["DECLIC_SECRET"] or None,
            openid=OpenIdSettings.of(raw),
            live=LiveSettings.of(raw),
            offers=ROOT / raw["DECLIC_OFFERS"],
            pictures=ROOT / raw["DECLIC_PICTURES"],
            stories=ROOT / raw["DECLIC_STORIES"] if raw["DECLIC_STORIES"] else var / "stories",
            var=var,
            models=ROOT / raw["DECLIC_MODELS"],
        )

    @property
    def public_url(self) -> str:
        """Where people reach Déclic, without a final slash: for links, codes, printed pages."""
        return self.given_public_url or self.web_url

    @property
    def web_url(self) -> str:
        """Where a browser on this machine reaches the web app."""
        every_address = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared only)
        host = every_address.get(self.host, self.host)
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"
