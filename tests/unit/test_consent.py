"""The text that people agree to has a version, which changes with the text."""

from __future__ import annotations

from dataclasses import replace

from bot.adapters.domain_responses import read_responses
from bot.services import accompanying
from bot.services.consent import FINGERPRINTS, RESPONSE, VERSION, fingerprint
from bot.settings import ROOT


def test_the_text_of_the_welcome_is_that_of_its_version() -> None:
    """A failure here: give the new text a new version, and keep the old one in the list."""
    responses = {one.name: one for one in read_responses(ROOT / "domain.yml")}
    text = responses[RESPONSE]
    assert fingerprint(text) == FINGERPRINTS[VERSION]
    assert fingerprint(replace(text, easy=())) != FINGERPRINTS[VERSION]
    assert list(FINGERPRINTS)[-1] == VERSION and sorted(FINGERPRINTS) == list(FINGERPRINTS)


def test_the_text_of_an_accompaniment_is_that_of_its_version() -> None:
    """A failure here: give the new text a new version, and keep the old one in the list."""
    assert accompanying.fingerprint() == accompanying.FINGERPRINTS[accompanying.VERSION]
    assert list(accompanying.FINGERPRINTS)[-1] == accompanying.VERSION


def test_who_accompanies_is_told_before_and_after_they_began() -> None:
    asks, began = (accompanying.notice("Claude", "Mission", begun) for begun in (False, True))
    assert "demande" in asks["text"] and "demande" in asks["easy"]
    assert "demande" not in began["text"] and "Claude" in began["text"]
