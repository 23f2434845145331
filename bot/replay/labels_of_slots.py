"""How a tester reads the name of a slot."""

from __future__ import annotations

from bot.services.kept_words import LABELS


def slot_label(slot: str) -> str:
    """Its French name, else its own."""
    return LABELS.get(slot, slot)


def root_sentence(slot: str) -> str:
    """Said of a change that may follow from what was kept of the person."""
    if slot == "statements":
        return "À noter : les phrases demandées, ou leurs réponses, ne sont plus les mêmes."
    return f"À noter : la réponse « {slot_label(slot)} » n’est plus la même."
