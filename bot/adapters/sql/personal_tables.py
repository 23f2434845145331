"""Every table that holds something of a person: one list, which erasing and exporting go through.

A table with a conversation_id that is not listed here fails a test: it could not be forgotten.
Rasa's own table, `events`, is erased and read through its private channel.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.adapters.sql.console_tables import accompaniments
from bot.adapters.sql.prescription_tables import departures, prescription_steps, prescriptions
from bot.adapters.sql.recording_requests import recording_requests
from bot.adapters.sql.session_tables import (
    choices,
    consents,
    live,
    sessions,
    sheets,
    tokens,
    turns,
)
from bot.adapters.sql.team_tables import feedback, stale_reports
from bot.adapters.sql.territory_tables import conversation_facts
from bot.adapters.sql.trial_tables import trial_conversations, trial_moments


@dataclass(frozen=True)
class PersonalTable:
    """A table whose rows belong to a conversation.

    title: what its rows are, in the file that the person downloads.
    columns: the columns in that file, by their French names.
    left_out: the other columns: ids and hashes, which say nothing of the person.
    expires: the column of the moment (UTC) after which a row is erased; None: with the rest.
    """

    table: sa.Table
    title: str
    columns: Mapping[str, str]
    left_out: frozenset[str] = field(default=frozenset({"conversation_id"}))
    expires: str | None = None


CONVERSATION = PersonalTable(
    sessions,
    "conversation",
    {
        "created_at": "commencée le",
        "is_shared": "sur un ordinateur partagé",
        "seen_at": "vue la dernière fois le",
        "region": "région du site",
    },
    frozenset({"conversation_id", "code_hash"}),
)

_TOLD = {"given_at": "donné le", "moment": "étape", "notice": "texte lu du"}
_TOLD_LEFT_OUT = frozenset(
    "conversation_id message_id editions closed_at closed_by decision".split()
)
"""What the team did about it is about the offer or the job, not about the person."""

PERSONAL = (
    PersonalTable(
        feedback,
        "avis",
        {
            **_TOLD,
            "face": "visage",
            "keep": "à garder",
            "improve": "à améliorer",
            "start": "à commencer",
            "stop": "à arrêter",
        },
        _TOLD_LEFT_OUT | {"feedback_id"},
    ),
    PersonalTable(
        stale_reports,
        "signalements",
        {
            **_TOLD,
            "kind": "genre",
            "subject_id": "repère",
            "name": "nom",
            "sentence": "phrase affichée",
            "source": "source",
            "verified_on": "vérifié le",
            "reason": "raison",
            "detail": "précisions",
        },
        _TOLD_LEFT_OUT | {"report_id"},
    ),
    PersonalTable(
        choices,
        "boutons affichés",
        {"turn": "échange", "kind": "genre", "title": "texte", "payload": "réponse préparée"},
        frozenset({"conversation_id", "token"}),
    ),
    PersonalTable(
        turns,
        "échanges",
        {
            "number": "numéro",
            "you": "vous",
            "payload": "réponse choisie",
            "messages": "Déclic",
            "author": "dit par",
            "asked": "question de l’accompagnement",
            "is_proposed": "proposé par l’accompagnement",
        },
        frozenset({"conversation_id", "message_id", "claimed_until"}),
    ),
    PersonalTable(
        consents,
        "accords",
        {"version": "texte du", "shown_at": "montré le", "accepted_at": "accepté le"},
    ),
    PersonalTable(
        tokens,
        "appareils",
        {"created_at": "ajouté le"},
        frozenset({"conversation_id", "token_hash", "accompaniment_id"}),
    ),
    PersonalTable(
        sheets,
        "fiches",
        {"made_at": "faite le", "expires_at": "gardée jusqu’à", "content": "fiche"},
        frozenset({"conversation_id", "ticket_hash"}),
        expires="expires_at",
    ),
    PersonalTable(
        prescription_steps,
        "étapes des aides",
        {
            "number": "numéro",
            "kind": "étape",
            "on_day": "jour",
            "noted_at": "notée le",
            "by_name": "notée par",
            "reason": "raison",
            "words": "précisions",
            "undone_at": "annulée le",
            "undone_by": "annulée par",
        },
        frozenset({"prescription_id", "conversation_id"}),
    ),
    PersonalTable(
        prescriptions,
        "aides proposées",
        {
            "offer_id": "repère",
            "offer_name": "aide",
            "attempt": "demandes d’avant",
            "note": "note",
            "created_at": "notée le",
        },
        frozenset({"prescription_id", "conversation_id", "org_id"}),
    ),
    PersonalTable(
        departures,
        "fiche à deux voix",
        {
            "understood": "ce que l’accompagnement a compris",
            "person_steps": "ce que je vais faire",
            "advisor_steps": "ce que l’accompagnement va faire",
            "contact": "contact",
            "changed_at": "écrite le",
        },
        frozenset({"accompaniment_id", "conversation_id"}),
    ),
    PersonalTable(
        accompaniments,
        "accompagnements",
        {
            "state": "état",
            "is_started": "commencé par l’accompagnement",
            "reference": "référence de l’organisme",
            "next_appointment": "prochain rendez-vous",
            "created_at": "demandé le",
            "opened_at": "ouvert le",
            "ended_at": "terminé le",
            "agreed_at": "accord donné le",
            "agreed_version": "texte de l’accord du",
        },
        frozenset({"accompaniment_id", "conversation_id", "advisor_id", "org_id"}),
    ),
    PersonalTable(
        recording_requests,
        "demandes de copie",
        {"created_at": "demandée le"},
        frozenset({"request_id", "conversation_id", "advisor_id"}),
    ),
    PersonalTable(
        live,
        "accompagnement en cours",
        {
            "is_paused": "en pause",
            "asked": "question posée",
            "proposal": "réponse proposée",
            "person_here_until": "vous, à l’écran jusqu’à",
            "advisor_here_until": "l’accompagnement, à l’écran jusqu’à",
        },
        frozenset({"conversation_id", "version", "person_typing_until", "advisor_typing_until"}),
    ),
    PersonalTable(
        conversation_facts,
        "chiffres du territoire",
        {
            "day": "jour",
            "basin_code": "bassin d’emploi",
            "department": "département",
            "facts": "repères comptés",
        },
        frozenset({"facts_id", "conversation_id", "org_id", "workshop_id", "turn"}),
    ),
    PersonalTable(
        trial_moments,
        "réponses jointes à un essai",
        {"turn": "échange", "said": "Déclic"},
        frozenset({"input_id", "conversation_id"}),
    ),
    PersonalTable(
        trial_conversations,
        "essai",
        {"joined_at": "commencé le"},
        frozenset({"conversation_id", "participant_id"}),
    ),
    CONVERSATION,
)
"""In the order in which rows are erased: the conversation itself comes last."""


def erase(connection: Connection, conversation_id: str) -> None:
    """Deletes every row of a conversation: the person has asked for it, or its time is over."""
    for personal in PERSONAL:
        of_it = personal.table.c.conversation_id == conversation_id
        connection.execute(sa.delete(personal.table).where(of_it))
