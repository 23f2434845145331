"""What an editor's pages do with offers: reads what is in use, keeps drafts, publishes, closes.

Every method reads or writes the database: pages call it in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters.offer_files import read_one
from bot.adapters.offer_proposal import Base, Proposal, proposal
from bot.adapters.offer_writing import zipped
from bot.adapters.published_offers import OfferInUse, OffersInUse, PublishedOffers
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.offer_changes import OfferChanges, OfferDrafts
from bot.adapters.sql.pack_offers import SqlPackOffers
from bot.adapters.sql.team_reading import TeamReading
from bot.orientation.offer import Offer
from bot.services import clock
from bot.services.editing.changes import (
    CONFLICT,
    FILE,
    WAITING,
    WRITTEN,
    AlreadyChanged,
    Change,
    Draft,
    Signature,
    mark_of,
)
from bot.services.editing.editor_words import FILE_IS_RIGHT, PUBLISHED_IS_RIGHT
from bot.services.editing.fields import Fields, empty_fields, fields_of, in_former_order
from bot.services.editing.merging import Merged, merged
from bot.services.editing.places import names_of, with_names
from bot.services.editing.queue import Entry, queue
from bot.services.editing.words import Difference, differences
from bot.services.team_words import REPORT, Closure, TeamWord, to_check_first
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.tokens import now

NEW = "nouvelle"
"""In the place of an offer_id: an offer that is being written."""


@dataclass(frozen=True)
class Editing:
    """An editor's draft of an offer, or the offer as it is when they have none.

    base: what the draft was begun from; None for a new offer. theirs: what is in use now. proposal:
    the draft judged.
    """

    offer_id: str
    fields: Fields
    base: Base | None
    theirs: OfferInUse | None
    proposal: Proposal
    is_begun: bool

    @property
    def is_behind(self) -> bool:
        """Whether somebody published, or changed the file, since the draft was begun."""
        present = self.theirs.content if self.theirs else None
        return present != (self.base.content if self.base else None)

    @property
    def before(self) -> Offer | None:
        """The offer in use, which the draft would replace."""
        return self.theirs.offer if self.theirs else None


class OfferDesk:
    """published: the offers of this process under the changes of the same database."""

    def __init__(
        self,
        published: PublishedOffers,
        changes: OfferChanges,
        drafts: OfferDrafts,
        reports: TeamReading,
        accounts: AccountStore,
    ) -> None:
        self._published = published
        self._changes = changes
        self._drafts = drafts
        self._reports = reports
        self._accounts = accounts

    @classmethod
    def at(cls, engine: Engine) -> OfferDesk:
        """The desk over a migrated database and the offers of the house."""
        changes = OfferChanges(engine)
        return cls(
            PublishedOffers(wiring.offers_folder(), changes, packs=SqlPackOffers(engine)),
            changes,
            OfferDrafts(engine),
            TeamReading(engine),
            AccountStore(engine),
        )

    def in_use(self) -> OffersInUse:
        return self._published.in_use(at_once=True)

    def one(self, offer_id: str) -> OfferInUse:
        """ApiError: there is no such offer."""
        found = self.in_use().by_id.get(offer_id)
        if found is None:
            raise ApiError("not_found")
        return found

    def queue(self) -> tuple[Entry, ...]:
        """All offers, those to look at first before the others."""
        found = self.in_use().by_id.values()
        return queue(
            [one.offer for one in found],
            to_check_first(self._reports.words(REPORT)),
            {one.offer.offer_id: one.standing for one in found},
            clock.today(),
        )

    def drafts(self) -> Sequence[Draft]:
        """Every editor's."""
        return self._drafts.all()

    def reports(self, offer_id: str) -> list[TeamWord]:
        """What people reported of an offer, newest first."""
        words = self._reports.words(REPORT)
        its = (word for word in reversed(words) if word.report and _is_of(word, offer_id))
        return list(its)

    def close(self, seat: Seat, offer_id: str, references: Sequence[str], decision: str) -> int:
        """Notes what was decided of open reports of this offer; returns how many."""
        known = {word.reference for word in self.reports(offer_id) if word.closure is None}
        closure = Closure(now(), f"{seat.name} ({seat.org.name})", decision)
        closed = [one for one in references if one in known and self._reports.close(one, closure)]
        if closed:
            self._note(seat, "offer_reports_closed", f"{offer_id} {' '.join(closed)}")
        return len(closed)

    def editing(self, seat: Seat, offer_id: str) -> Editing:
        """ApiError: there is no such offer, and no draft of it."""
        offers = self.in_use()
        theirs = offers.by_id.get(offer_id)
        draft = self._drafts.of(offer_id, seat.advisor_id)
        if theirs is None and offer_id != NEW and draft is None:
            raise ApiError("not_found")
        base = Base(theirs.content, theirs.offer) if theirs else None
        if draft is None:
            fields: Fields = self._named(fields_of(theirs.offer)) if theirs else empty_fields()
        else:
            fields, base = draft.fields, _base(offer_id, draft.base) or base
        judged = self._judged(fields, base, offers)
        return Editing(offer_id, fields, base, theirs, judged, draft is not None)

    def _judged(self, fields: Fields, base: Base | None, offers: OffersInUse) -> Proposal:
        insee_codes = wiring.catalogue().commune_by_code
        return proposal(fields, base, offers.support.by_id, clock.today(), insee_codes)

    def keep(self, seat: Seat, offer_id: str, fields: Fields, base_mark: str) -> None:
        """Keeps what was typed. base_mark: of the content that the form was drawn from."""
        former = self._drafts.of(offer_id, seat.advisor_id)
        base = former.base if former else self._content(offer_id, base_mark)
        known = former.fields if former else self._fields_of(offer_id, base)
        ordered = in_former_order(self._named(fields), known)
        draft = Draft(offer_id, seat.advisor_id, ordered, base, now())
        self._drafts.keep(draft)

    def _fields_of(self, offer_id: str, content: str | None) -> Fields:
        base = _base(offer_id, content)
        return fields_of(base.offer) if base else {}

    def _content(self, offer_id: str, mark: str) -> str | None:
        """The content of a mark, among all that this offer was; what is in use for another one."""
        found = self.in_use().by_id.get(offer_id)
        if found is None:
            return None
        known = (found.content, found.file_content, *(one.content for one in found.history))
        return next((one for one in known if one and mark_of(one) == mark), found.content)

    def _named(self, fields: Fields) -> dict[str, list[str]]:
        """With the names of the places beside their codes."""
        level, codes = fields["zone-level"][0], fields["zone-codes"][0]
        told = with_names(codes, level, names_of(wiring.catalogue())) if codes else codes
        return {**{name: list(some) for name, some in fields.items()}, "zone-codes": [told]}

    def give_up(self, seat: Seat, offer_id: str) -> None:
        self._drafts.drop(offer_id, seat.advisor_id)

    def put_together(self, seat: Seat, offer_id: str) -> Merged | None:
        """The draft, begun again from what is in use, with what the editor changed."""
        editing = self.editing(seat, offer_id)
        if editing.base is None or editing.theirs is None or not editing.is_begun:
            return None
        theirs = self._named(fields_of(editing.theirs.offer))
        found = merged(self._named(fields_of(editing.base.offer)), editing.fields, theirs)
        content = editing.theirs.content
        self._drafts.keep(Draft(offer_id, seat.advisor_id, found.fields, content, now()))
        return found

    def publish(self, seat: Seat, editing: Editing, why: str) -> str:
        """Publishes a draft that may be; returns the offer_id. AlreadyChanged: somebody did."""
        offer = editing.proposal.offer
        assert offer is not None and editing.proposal.is_publishable
        if editing.is_behind:
            raise AlreadyChanged(editing.theirs.version if editing.theirs else 0)
        self._publish(seat, offer.offer_id, editing.theirs, editing.proposal.content, why)
        self._drafts.drop(editing.offer_id, seat.advisor_id)
        return offer.offer_id

    def settle(self, seat: Seat, offer_id: str, keeps_file: bool) -> None:
        """Ends the conflict of an offer with its file: the file is right, or what was published.

        ApiError: there is none. AlreadyChanged: somebody published in between.
        """
        found = self.one(offer_id)
        if found.standing != CONFLICT or found.file_content is None:
            raise ApiError("not_found")
        content = found.file_content if keeps_file else found.content
        if read_one(Path(f"{offer_id}.yml"), content.encode())[0] is None:
            raise ApiError("not_found")
        why = FILE_IS_RIGHT if keeps_file else PUBLISHED_IS_RIGHT
        seen = replace(found, standing=FILE)
        self._publish(seat, offer_id, seen, content, why)

    def _publish(
        self, seat: Seat, offer_id: str, present: OfferInUse | None, content: str, why: str
    ) -> None:
        signature = Signature(seat.advisor_id, seat.name, seat.org.name, now(), why)
        after = present.version if present else 0
        change = self._changes.publish(
            offer_id,
            after,
            content,
            present.content if present else None,
            _base_mark(present),
            signature,
        )
        self._note(seat, "offer_published", f"{offer_id} {change.version}")
        self.in_use()

    def waiting(self) -> list[Change]:
        """The changes that are not in the files yet."""
        found = self.in_use().by_id.values()
        return [one.history[-1] for one in found if one.standing in (WAITING, CONFLICT)]

    def zip_of_waiting(self, seat: Seat) -> bytes:
        """The files to copy into data/offers."""
        changes = self.waiting()
        self._note(seat, "offers_downloaded", str(len(changes)))
        return zipped(changes)

    def _note(self, seat: Seat, act: str, detail: str) -> None:
        self._accounts.note(seat.account, act, now(), detail=detail)


def _is_of(word: TeamWord, offer_id: str) -> bool:
    about = word.report and word.report.shown
    return bool(about and about.kind == "offer" and about.subject_id == offer_id)


def _base(offer_id: str, content: str | None) -> Base | None:
    if content is None:
        return None
    offer, _ = read_one(Path(f"{offer_id}.yml"), content.encode())
    return None if offer is None else Base(content, offer)


def _base_mark(present: OfferInUse | None) -> str | None:
    """The mark of the file that a change starts from; while the file is behind or in conflict, that
    of the change before."""
    if present is None:
        return None
    if present.standing in (FILE, WRITTEN):
        return mark_of(present.file_content) if present.file_content is not None else None
    return present.history[-1].base_mark


@dataclass(frozen=True)
class PastChange:
    """A published change, and what it changed in words."""

    change: Change
    changes: tuple[Difference, ...]


def history_words(found: OfferInUse) -> list[PastChange]:
    """The published changes of an offer, newest first; of one that can no longer be read, nothing
    is told but who made it."""
    return [PastChange(change, _changed_by(change)) for change in reversed(found.history)]


def _changed_by(change: Change) -> tuple[Difference, ...]:
    before, after = (_base(change.offer_id, text) for text in (change.before, change.content))
    return differences(before.offer if before else None, after.offer) if after else ()
