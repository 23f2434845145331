"""Estuaries and bays that a road goes around: as the crow flies is no way to cross them.

Each is a line drawn in the water, read off the map, and the places where a road gets past it: its
bridges, or its head. A way that crosses the line is as long as the way by the nearest of these.
Ferries do not count, as for the islands. Small waters with bridges every few kilometres are left
out.
"""

from __future__ import annotations

from bot.orientation.barriers import Barrier

WATERS = (
    Barrier(
        "Gironde, below Bordeaux",
        ((45.66, -1.30), (45.585, -1.04), (45.47, -0.88), (45.30, -0.78), (45.15, -0.70),
         (45.06, -0.64), (45.03, -0.605), (44.95, -0.55), (44.88, -0.535)),
        ((44.88, -0.535),),
    ),
    Barrier(
        "Rade de Brest",
        ((48.33, -4.85), (48.335, -4.55), (48.32, -4.42), (48.30, -4.30), (48.30, -4.26),
         (48.271, -4.262)),
        ((48.271, -4.262),),
    ),
    Barrier(
        "Rade de Lorient and Blavet",
        ((47.68, -3.37), (47.71, -3.366), (47.735, -3.345), (47.76, -3.32), (47.787, -3.305)),
        ((47.787, -3.305),),
    ),
    Barrier(
        "Golfe du Morbihan",
        ((47.53, -2.93), (47.555, -2.92), (47.58, -2.87), (47.60, -2.80), (47.645, -2.765)),
        ((47.65, -2.757),),
    ),
    Barrier(
        "Loire, below Nantes",
        ((47.20, -2.35), (47.25, -2.20), (47.285, -2.165), (47.297, -2.02), (47.255, -1.86),
         (47.21, -1.76), (47.195, -1.70), (47.19, -1.62)),
        ((47.285, -2.165), (47.19, -1.62)),
    ),
    Barrier(
        "Baie de Bourgneuf",
        ((47.10, -2.35), (47.05, -2.15), (47.00, -2.10), (46.893, -2.128)),
        ((46.893, -2.128),),
    ),
    Barrier(
        "Pertuis of Ré",
        ((46.32, -1.60), (46.26, -1.35), (46.20, -1.27), (46.17, -1.245), (46.10, -1.30),
         (46.05, -1.50)),
        ((46.17, -1.245),),
    ),
    Barrier(
        "Pertuis of Oléron",
        ((46.12, -1.50), (46.03, -1.25), (45.95, -1.20), (45.853, -1.17), (45.83, -1.18),
         (45.79, -1.26)),
        ((45.853, -1.17),),
    ),
    Barrier(
        "Bassin d'Arcachon",
        ((44.60, -1.28), (44.67, -1.21), (44.70, -1.10), (44.68, -1.03), (44.645, -0.975)),
        ((44.645, -0.975),),
    ),
    Barrier(
        "Baie du Mont-Saint-Michel",
        ((48.85, -1.90), (48.72, -1.68), (48.65, -1.52), (48.60, -1.50)),
        ((48.60, -1.50),),
    ),
    Barrier(
        "Seine, below Tancarville",
        ((49.42, -0.10), (49.43, 0.10), (49.435, 0.274), (49.46, 0.40), (49.473, 0.464)),
        ((49.435, 0.274), (49.473, 0.464)),
    ),
    Barrier(
        "Golfe de Saint-Tropez",
        ((43.29, 6.75), (43.285, 6.60), (43.275, 6.585)),
        ((43.275, 6.585),),
    ),
    Barrier(
        "Baie de Fort-de-France",
        ((14.57, -61.15), (14.57, -61.05), (14.565, -61.02), (14.585, -60.985)),
        ((14.585, -60.985),),
    ),
)  # fmt: skip
