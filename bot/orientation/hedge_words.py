"""An answer that is not sure of itself: "je crois", "ça dépend", "peut-être"."""

from __future__ import annotations

from bot.orientation.sayings import heard, phrases

_HEDGES = phrases(
    "je crois(?: que)?|je pense(?: que)?|peut etre|(?:pas|plus) (?:tres |vraiment )?sure?s?|"
    "(?:ca|cela) depend\\w*|normalement|en principe|a peu pres|sans doute|probablement|"
    "je suppose|on va dire|disons|enfin|plus ou moins|ou pas|si possible|faut voir|a voir|"
    "moyen(?:nement)?|bof|pas trop|(?:un|tout) petit peu"
)


def is_hedged(text: str) -> bool:
    """Whether the person is not sure of what they say, or takes a part of it back."""
    return bool(_HEDGES.search(heard(text)))
