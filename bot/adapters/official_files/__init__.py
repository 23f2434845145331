"""Readers of the official files (ROME, FAP, BMO, communes) that `declic data compile` uses.

Facts and figures only come out of here: codes, labels, counts, coordinates. No sentence of an
official file goes further than these modules.
"""
