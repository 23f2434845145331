"""A profile written by hand or by a program, as JSON: every value checked, every fault named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.evidence import PICTURE, SCENE, WORDS, Evidence
from bot.orientation.profile import (
    CONDITIONS,
    HOURS,
    MODES_GAINED,
    REFUSAL_REASONS,
    SURPRISE,
    TRAINING,
    VEHICLES,
    PastJob,
    Profile,
    Refusal,
)
from bot.orientation.statements import AXES, STATEMENT_BY_ID

MOST_MINUTES = 240
LONGEST_WORDS = 300
CHOICE_KINDS = (PICTURE, SCENE, WORDS)
DOMAINS = "ABCDEFGHIJKLMN"


class WrongProfile(ValueError):
    """The profile cannot be used; the message (in French) names the field and what to write."""


def profile_from_json(given: Any, catalogue: Catalogue) -> Profile:
    """Profile of a JSON object whose keys are the fields of Profile; absent or null = not known."""
    if not isinstance(given, Mapping):
        raise WrongProfile("le profil doit être un objet JSON : { … }")
    unknown = sorted(set(given) - set(READERS))
    if unknown:
        raise WrongProfile(f"champ inconnu « {unknown[0]} » ; possibles : {', '.join(READERS)}")
    values = {
        name: reader(name, given[name])
        for name, reader in READERS.items()
        if given.get(name) is not None
    }
    _check_codes(values, catalogue)
    return Profile(**values)


def _check_codes(values: Mapping[str, Any], catalogue: Catalogue) -> None:
    commune = values.get("insee_code")
    if commune is not None and commune not in catalogue.commune_by_code:
        raise WrongProfile(
            f"commune inconnue « {commune} » ; écrivez le code INSEE d'une commune du catalogue, "
            "par exemple 38053 pour Bourgoin-Jallieu"
        )
    for job in (*values.get("past_jobs", ()), *values.get("refusals", ())):
        if job.rome_code not in catalogue.job_by_code:
            raise WrongProfile(
                f"métier inconnu « {job.rome_code} » ; « declic jobs search » donne les codes"
            )


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise WrongProfile(f"{name} : écrivez un texte entre guillemets")
    return value


def _point(name: str, value: Any) -> tuple[float, float]:
    latitude = _degrees(f"{name}.latitude", _field(name, value, "latitude"), 90)
    return latitude, _degrees(f"{name}.longitude", _field(name, value, "longitude"), 180)


def _degrees(name: str, value: Any, most: int) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and -most <= value <= most):
        raise WrongProfile(f"{name} : écrivez un nombre de degrés entre -{most} et {most}")
    return float(value)


def _boolean(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongProfile(f"{name} : écrivez true, false ou null")
    return value


def _minutes(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_MINUTES:
        raise WrongProfile(f"{name} : écrivez un nombre de minutes entre 1 et {MOST_MINUTES}")
    return value


def _one_of(allowed: Collection[str]) -> Callable[[str, Any], str]:
    def read(name: str, value: Any) -> str:
        if value not in allowed:
            raise WrongProfile(f"{name} : « {value} » ; possibles : {', '.join(allowed)}")
        return str(value)

    return read


def _some_of(allowed: Collection[str]) -> Callable[[str, Any], frozenset[str]]:
    read_one = _one_of(allowed)

    def read(name: str, value: Any) -> frozenset[str]:
        return frozenset(read_one(name, one) for one in _list(name, value))

    return read


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise WrongProfile(f"{name} : écrivez une liste entre crochets")
    return value


def _statements(name: str, value: Any) -> dict[str, float | None]:
    if not isinstance(value, Mapping):
        raise WrongProfile(f'{name} : écrivez un objet, par exemple {{"repair": 1}}')
    for statement_id, agreement in value.items():
        _one_of(STATEMENT_BY_ID)(name, statement_id)
        if agreement is not None:
            _number(f"{name}.{statement_id}", agreement)
    return dict(value)


def read_choices(name: str, value: Any) -> tuple[Evidence, ...]:
    """Pictures, scene choices and things named, each once. What was not chosen is not written."""
    choices = tuple(_choice(name, one) for one in _list(name, value))
    if len({(choice.kind, choice.source_id) for choice in choices}) < len(choices):
        raise WrongProfile(f"{name} : le même choix est écrit deux fois")
    return choices


def choice_as_json(choice: Evidence) -> dict[str, Any]:
    """As read_choices reads it."""
    return {
        "kind": choice.kind,
        "source_id": choice.source_id,
        "text": choice.text,
        "weights": dict(choice.weights),
        "agreement": choice.agreement,
        "domains": choice.domains,
        "is_own_words": choice.is_own_words,
    }


def _choice(name: str, value: Any) -> Evidence:
    agreement = _number(f"{name}.agreement", _field(name, value, "agreement"))
    kind = _one_of(CHOICE_KINDS)(f"{name}.kind", _field(name, value, "kind"))
    # Who names a thing may dislike it; a picture or a path that was not taken says nothing.
    if agreement == 0 or (agreement < 0 and kind != WORDS):
        raise WrongProfile(f"{name}.agreement : écrivez un nombre entre 0 et 1, sans 0")
    return Evidence(
        kind=kind,
        source_id=_words(name, value, "source_id"),
        text=_words(name, value, "text"),
        weights=_weights(f"{name}.weights", _field(name, value, "weights")),
        agreement=agreement,
        domains="".join(
            _one_of(DOMAINS)(f"{name}.domains", letter)
            for letter in _text(f"{name}.domains", value.get("domains", ""))
        ),
        is_own_words=_boolean(f"{name}.is_own_words", value.get("is_own_words", False)),
    )


def _words(name: str, value: Any, key: str) -> str:
    text = _text_field(name, value, key).strip()
    if not 1 <= len(text) <= LONGEST_WORDS:
        raise WrongProfile(f"{name}.{key} : écrivez de 1 à {LONGEST_WORDS} signes")
    return text


def _weights(name: str, value: Any) -> dict[str, float]:
    if not isinstance(value, Mapping) or not value:
        raise WrongProfile(f'{name} : écrivez un objet, par exemple {{"S": 1}}')
    weights = {
        _one_of(AXES)(name, axis): _number(f"{name}.{axis}", weight)
        for axis, weight in value.items()
    }
    strengths = [abs(weight) for weight in weights.values()]
    if 0 in strengths or strengths[0] < max(strengths):
        raise WrongProfile(f"{name} : le premier axe est le plus fort, et aucun ne vaut 0")
    return weights


def _number(name: str, value: Any) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and -1 <= value <= 1):
        raise WrongProfile(f"{name} : écrivez un nombre de -1 à 1")
    return float(value)


def _past_jobs(name: str, value: Any) -> tuple[PastJob, ...]:
    return tuple(
        PastJob(_text_field(name, one, "said"), _text_field(name, one, "rome_code"))
        for one in _list(name, value)
    )


def _refusals(name: str, value: Any) -> tuple[Refusal, ...]:
    reason = _one_of(REFUSAL_REASONS)
    return tuple(
        Refusal(_text_field(name, one, "rome_code"), reason(name, _text_field(name, one, "reason")))
        for one in _list(name, value)
    )


def _text_field(name: str, value: Any, key: str) -> str:
    return _text(f"{name}.{key}", _field(name, value, key))


def _field(name: str, value: Any, key: str) -> Any:
    if not isinstance(value, Mapping) or key not in value:
        raise WrongProfile(f"{name} : il manque « {key} »")
    return value[key]


READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "insee_code": _text,
    "home_point": _point,
    "statements": _statements,
    "choices": read_choices,
    "past_jobs": _past_jobs,
    "has_licence_b": _boolean,
    "vehicle": _one_of(VEHICLES),
    "has_public_transport": _boolean,
    "modes_gained": _some_of(MODES_GAINED),
    "max_minutes": _minutes,
    "hours_refused": _some_of(HOURS),
    "conditions_refused": _some_of(CONDITIONS),
    "training_accepted": _one_of(TRAINING),
    "refusals": _refusals,
    "surprise": _one_of(SURPRISE),
}
assert set(READERS) == {field.name for field in fields(Profile)}
