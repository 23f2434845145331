"""Where the `Authorization` header of a service comes from."""

from __future__ import annotations

from typing import Protocol


class Authorisation(Protocol):
    """Gives the header, and hears when it was refused; shared by all threads of a service."""

    def header(self, budget_seconds: float) -> str:
        """Its value, had within the budget. Raises a LiveError."""

    def was_refused(self, header: str) -> bool:
        """The service refused this header (401): whether a fresh one may do better."""


class BearerToken:
    """A token that does not change while the product runs."""

    def __init__(self, token: str) -> None:
        self._token = token

    def header(self, budget_seconds: float) -> str:
        return f"Bearer {self._token}"

    def was_refused(self, header: str) -> bool:
        return False
