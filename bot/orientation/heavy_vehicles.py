"""Jobs at the wheel of lorries, coaches and buses, which the licence B alone does not open.

They ask for a licence of group C or D (Code de la route, R221-4), after the licence B.
"""

from __future__ import annotations

HEAVY_VEHICLE_JOBS = frozenset(
    {"N4101", "N4103", "N4109", "N4111", "N4114", "N4115", "N4116", "N4119", "N4122", "N4126"}
)
