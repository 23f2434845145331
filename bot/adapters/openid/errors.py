"""Why nobody could be told who somebody is."""

from __future__ import annotations


class OpenIdError(Exception):
    """The provider did not say who the person is. reason: a code for the log, never a claim."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ProviderAway(OpenIdError):
    """Try again later: it does not answer, or answers what cannot be read."""


class ProviderRefused(OpenIdError):
    """What it, or somebody in its place, answered cannot be believed."""
