"""What the pages of the watch say, in French, for testers."""

from __future__ import annotations

from bot.replay.watch.decisions import ACCEPTED, FIRST, KEPT, RESTORED

RUN_TITLE = "Surveillance des histoires repères"
ACTS = {
    FIRST: "Première référence",
    ACCEPTED: "Devenue la référence",
    KEPT: "La référence d’avant est gardée",
    RESTORED: "Ancienne référence reprise",
}
SAY_WHY = "Dites pourquoi, en une ligne."
NOT_WHOLE = (
    "Cette surveillance n’est pas allée au bout. Elle ne peut pas devenir la référence. "
    "Relancez-la."
)
BASELINE_MOVED = "La référence a changé depuis cette surveillance. Relancez-la pour décider."
STATE_MOVED = "Ce que Déclic utilise a changé depuis cette surveillance. Relancez-la pour décider."
NO_BASELINE = "Il n’y a pas de référence. Lancez d’abord la surveillance."
NOW_BASELINE = "Cette surveillance est maintenant la référence."
STAYS = "C’est noté : la référence reste la même."
BACK = "L’ancienne référence est de nouveau la référence."
