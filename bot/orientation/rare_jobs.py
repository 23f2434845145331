"""Jobs that are too rare, or entered by talent rather than by being hired, to be proposed at large.

Their family's hiring figure would mislead: "maintenance" recruits, ship mechanics hardly do in
Savoie. They are proposed only to a person whose past job is officially near. Our own judgement,
by ROME 4.0 code; a job that is not bundled does no harm here.
"""

from __future__ import annotations

RARE_JOBS = frozenset(
    {
        # stage, art and sport: entered by audition, portfolio or selection
        *("B1101", "E1117", "G1208", "K2105", "L1101", "L1201", "L1202", "L1203", "L1204"),
        *("L1304", "L1401", "L1402", "L1403"),
        # art crafts with a handful of workshops
        *("B1302", "B1303", "B1601", "B1602", "B1701", "B1702", "B1804", "H1505", "H2208"),
        # few posts in the country
        *("A1404", "A1508", "D1116", "E1204", "G1608", "G1611", "G1707", "H1241", "I1201"),
        *("K1105", "K1301", "K2131", "K2140", "M1305"),
        # seas and ports
        *("I1605", "N3101", "N3102", "N3203"),
    }
)
