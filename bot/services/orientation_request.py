"""A packet as the fields of an orientation request, for a program that sends such requests.

The service is told in the words of data·inclusion; the rest has the names that orientation forms of
that family use. What we do not know of a person (name, telephone) is null: the advisor fills it in.
Answers on disability, justice, exile or origin stay out: such a condition is always "to_check".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import Profile
from bot.orientation.vocabulary import SCHEMA_EDITION
from bot.services.packet import TO_CHECK, Packet


@dataclass(frozen=True)
class Referent:
    """Who asks. reference: the organisation's own mark of the person; None: it has none."""

    name: str
    organisation: str
    reference: str | None = None


def orientation_request(
    catalogue: Catalogue,
    packet: Packet,
    profile: Profile,
    referent: Referent,
    service: Mapping[str, Any],
    summary: str,
) -> dict[str, Any]:
    """service: the offer as a service of data·inclusion. summary: as the advisor left it."""
    home = catalogue.commune_by_code.get(profile.insee_code or "")
    return {
        "schema": f"data·inclusion {SCHEMA_EDITION}",
        "service": dict(service),
        "beneficiary_last_name": None,
        "beneficiary_first_name": None,
        "beneficiary_phone": None,
        "beneficiary_email": None,
        "beneficiary_reference": referent.reference,
        "beneficiary_code_insee": profile.insee_code,
        "beneficiary_commune": home.name if home else None,
        "beneficiary_attachments": list(packet.papers),
        "referent_name": referent.name,
        "referent_structure": referent.organisation,
        "requirements": [
            {"text": list(one.lines), "state": TO_CHECK if one.is_sensitive else one.mark}
            for one in packet.conditions
        ],
        "deadline": packet.deadline,
        "orientation_reasons": summary,
    }
