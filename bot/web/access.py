"""Who asks: an address within its limits, then the conversation of a bearer token."""

from __future__ import annotations

from starlette.requests import Request

from bot.web.errors import ApiError
from bot.web.limits import Buckets, Limits, household
from bot.web.rights import Holder, Rights


class Access:
    """Nothing is read or changed for whoever goes past a limit, or has no token."""

    def __init__(self, rights: Rights, limits: Limits) -> None:
        self._rights = rights
        self._sessions = Buckets(limits.session)
        self._addresses = Buckets(limits.address)
        self._openings = Buckets(limits.openings)
        self._guesses = Buckets(limits.guesses)
        self._all_guesses = Buckets(limits.all_guesses)
        self._entries = Buckets(limits.entries)

    def take_opening(self, request: Request) -> None:
        """One more conversation for this address. ApiError: too many."""
        self._addresses.take(address_of(request))
        self._openings.take(address_of(request))

    def take_guess(self, request: Request) -> None:
        """One more code typed at this address. ApiError: too many, here or anywhere."""
        self._addresses.take(address_of(request))
        self._guesses.take(address_of(request))
        self._all_guesses.take("")

    def give_guess_back(self, request: Request) -> None:
        """The code was right: it was no guess."""
        self._guesses.give_back(address_of(request))
        self._all_guesses.give_back("")

    def take_entry(self, request: Request) -> None:
        """One more password typed at this address. ApiError: too many."""
        self._addresses.take(address_of(request))
        self._entries.take(address_of(request))

    def give_entry_back(self, request: Request) -> None:
        """The password was right: it was no guess."""
        self._entries.give_back(address_of(request))

    def take_look(self, request: Request) -> None:
        """One more request of an address that says no token. ApiError: too many."""
        self._addresses.take(address_of(request))

    async def conversation_of(self, request: Request) -> str:
        """The conversation of the person's own token. ApiError: none, or an advisor's seat asks."""
        holder = await self.holder_of(request)
        if holder.accompaniment_id is not None:
            raise ApiError("person_only")
        return holder.conversation_id

    async def holder_of(self, request: Request) -> Holder:
        """Whose the bearer token is, within the limits. ApiError: nobody's."""
        self._addresses.take(address_of(request))
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise ApiError("unknown_session")
        holder = await self._rights.enter(token)
        self._sessions.take(holder.token_hash)
        return holder


def address_of(request: Request) -> str:
    return household(request.client.host) if request.client else ""
