"""Levers: what a person may gain that brings jobs within reach, and that some support offers give.

An offer gives a lever when it lends, gives or pays it, wholly or in part; advice alone does not.
- licence: lessons, a loan or money for the driving licence (B; some also A or AM).
- car: a car bought, rented, leased, lent or repaired for less.
- bike: a bike or an electric bike lent, rented or paid for.
- carpool: shared rides, by line or by appointment.
- minutes: a part of the price of daily trips, so that a longer one can be borne.
- training: a course up to the level of the Bac, paid for or with an income.
- childcare: a place, hours of care, or money for it.
"""

from __future__ import annotations

LEVERS = ("licence", "car", "bike", "carpool", "minutes", "training", "childcare")
