"""Looks at what ranked the jobs and offers of a turn, by the very functions that showed them.

The ranking is worked out again rather than listened to: same catalogue, same answers and same seed
give the same list (matching.rank), and the product needs no ear for its tests.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.condition_truth import Facts
from bot.orientation.counterfactual import RARE, REFUSED, UNTOLD
from bot.orientation.eligibility import eligibility, is_elsewhere
from bot.orientation.eligibility_sentences import eligibility_sentence
from bot.orientation.job_table import Numbers
from bot.orientation.matching import (
    NEUTRAL,
    OPPORTUNITY_SHARE,
    PARTS,
    SPREAD,
    TO_CHECK_PRICE,
    Ranking,
    rank,
)
from bot.orientation.offer import Offer
from bot.orientation.person_facts import facts_known
from bot.orientation.publication import PROPOSABLE, level_of
from bot.orientation.refusals import refusal_factor
from bot.orientation.situation import Situation
from bot.orientation.surprise import dial_factor
from bot.replay.ranked import (
    MASKED,
    POINT_UNIT,
    SCORE_UNIT,
    UNKNOWN,
    BasinSeen,
    OfferSeen,
    OffersSeen,
    Ranked,
)
from bot.services.case import seed_of
from bot.services.profile import profile_from_slots
from bot.services.small_cards import STATES
from bot.services.support_offers import SupportOffers

Slots = Mapping[str, Any]
Sent = Sequence[Mapping[str, Any]]
LOOK_AT_OFFERS = frozenset(
    {"action_support_offer", "action_tell_circumstance", "action_what_if", "action_local_help"}
)
"""Actions that look for offers: that they show none is worth knowing too."""
OTHERWISE = frozenset({"action_what_if", "action_why_job"})
"""Actions whose cards are not the list of the person as they are."""


@dataclass
class Looking:
    """What a process looks with. catalogue, offers: those that its actions use."""

    catalogue: Callable[[], Catalogue]
    offers: Callable[[], SupportOffers]
    _known: dict[object, tuple[OfferSeen, ...]] = field(default_factory=dict)

    def jobs(
        self, conversation_id: str, slots: Slots, sent: Sent, actions: Collection[str]
    ) -> Ranked | None:
        """The ranking of a turn that shows the person's list; None for any other turn."""
        cards = [card for message in sent for card in _custom(message).get("cards") or ()]
        if not cards or OTHERWISE & set(actions):
            return None
        ranking = rank(self.catalogue(), profile_from_slots(slots), seed_of(conversation_id))
        shown = tuple(card["rome_code"] for card in cards)
        declics = tuple(card["rome_code"] for card in cards if card["is_declic"])
        return ranked_of(ranking, shown, declics)

    def offers_of(
        self, slots: Slots, sent: Sent, actions: Collection[str], today: datetime.date
    ) -> OffersSeen | None:
        """The offers of a turn that shows some, or looked for some; None for any other."""
        shown = tuple(dict.fromkeys(_offers_shown(sent)))
        if not shown and not LOOK_AT_OFFERS & set(actions):
            return None
        profile = profile_from_slots(slots)
        told = read_circumstances(slots.get("circumstances") or {})
        facts = facts_known(profile, told.facts, today)
        offers, home = self.offers().by_id, profile.insee_code
        key = (id(offers), home, today, tuple(sorted(facts.items())), told.not_asked)
        if key not in self._known:
            seen = (_seen(one, facts, home, today, told.not_asked) for one in offers.values())
            self._known[key] = tuple(seen)
        return OffersSeen(shown, self._known[key])


def _custom(message: Mapping[str, Any]) -> Mapping[str, Any]:
    return message.get("custom") or {}


def _offers_shown(sent: Sent) -> Iterator[str]:
    """The offers of small cards, known by the button that says "ce n'est plus vrai"."""
    for message in sent:
        custom = _custom(message)
        for item in custom.get("items") or () if custom.get("type") == "places" else ():
            for button in item.get("buttons") or ():
                _, brace, content = str(button["payload"]).partition("{")
                about = json.loads(brace + content) if brace else {}
                if about.get("offer_id"):
                    yield about["offer_id"]


def _seen(
    offer: Offer,
    facts: Facts,
    home: str | None,
    today: datetime.date,
    not_asked: frozenset[str],
) -> OfferSeen:
    level = level_of(offer, today)
    if level not in PROPOSABLE:
        return OfferSeen(offer.offer_id, offer.name, level, since=offer.ended_on)
    if is_elsewhere(offer, home):
        return OfferSeen(offer.offer_id, offer.name, "elsewhere")
    found = eligibility(offer, facts, home, today, not_asked)
    why = eligibility_sentence(found.reasons[0]) if found.reasons else None
    return OfferSeen(offer.offer_id, offer.name, STATES[found.verdict], why)


def ranked_of(ranking: Ranking, shown: tuple[str, ...], declics: tuple[str, ...]) -> Ranked:
    """A ranking as plain texts."""
    situation, table = ranking.situation, ranking.situation.table
    codes = [job.rome_code for job in table.jobs]
    place = np.zeros(len(table), dtype=np.intp)
    place[ranking.order] = np.arange(1, len(ranking.order) + 1)
    return Ranked(
        shown,
        declics,
        jobs=" ".join(codes),
        families=" ".join(job.fap_code for job in table.jobs),
        letters=" ".join(f"{job.riasec_major}{job.riasec_minor or ''}" for job in table.jobs),
        columns={
            "place": _whole(place),
            "tier": _whole(ranking.tier),
            "feasible": _whole(ranking.feasible),
            "share": _whole(table.family_share / POINT_UNIT),
            "basin": _whole(situation.around.shown[table.family]),
            **{name: _whole(one / SCORE_UNIT) for name, one in _factors(ranking).items()},
        },
        points={name: _whole(one / POINT_UNIT) for name, one in _points(ranking)},
        flags={
            ".".join(filter(None, limit)): "".join("1" if one else "0" for one in rows)
            for column in ranking.columns.values()
            for limit, rows in column.rules_out.items()
        },
        absences=dict(_absences(ranking, codes)),
        basins=_basins(situation),
        hiring=_hiring(situation),
        max_minutes=situation.reach.max_minutes,
    )


def _whole(values: Any) -> str:
    """Whole numbers as one text; what is not known as UNKNOWN."""
    if values.dtype.kind != "f":
        return " ".join(map(str, values.tolist()))
    numbers = np.where(np.isnan(values), 0, np.rint(values)).astype(np.int64).tolist()
    is_known = (~np.isnan(values)).tolist()
    pairs = zip(numbers, is_known, strict=True)
    return " ".join(str(number) if known else UNKNOWN for number, known in pairs)


def _factors(ranking: Ranking) -> Mapping[str, Numbers]:
    """The factors of the score of every job (score_parts.py tells those of one)."""
    situation = ranking.situation
    return {
        "sure_fit": ranking.certain,
        "chances": 1 - OPPORTUNITY_SHARE + OPPORTUNITY_SHARE * ranking.chances,
        "refusals": refusal_factor(situation),
        "dial": dial_factor(situation, ranking.columns),
        "to_check": np.where(ranking.feasible == 1, TO_CHECK_PRICE, 1.0),
        "luck": 1 + SPREAD * ranking.luck,
    }


def _points(ranking: Ranking) -> Iterator[tuple[str, Numbers]]:
    """The points of every job for each criterion that has a weight and applies."""
    fit = [one for one in PARTS["fit"] if ranking.columns[one.name].applies]
    total = sum(one.weight for one in fit)
    for one in fit:
        yield one.name, one.weight / total * (ranking.columns[one.name].values - NEUTRAL)
    chances = PARTS["opportunity"]
    values = {one.name: ranking.columns[one.name].values for one in chances}
    known = np.sum([one.weight * ~np.isnan(values[one.name]) for one in chances], axis=0)
    for one in chances:
        share = np.divide(one.weight, known, out=np.full(len(known), np.nan), where=known > 0)
        yield one.name, share * values[one.name]


def _absences(ranking: Ranking, codes: Sequence[str]) -> Iterator[tuple[str, str]]:
    table = ranking.situation.table
    refused = {job.rome_code for job, _ in ranking.situation.refused_jobs}
    for row in np.flatnonzero(~ranking.may_come):
        why = RARE if table.can_be_told[row] else UNTOLD
        yield codes[row], REFUSED if codes[row] in refused else why


def _basins(situation: Situation) -> tuple[BasinSeen, ...]:
    reach, named = situation.reach, situation.catalogue.basin_by_code
    return tuple(
        BasinSeen(code, named[code].name, round(one.share_to_check, 2), one.minutes, one.mode)
        for code, one in reach.basins.items()
    )


def _hiring(situation: Situation) -> Mapping[str, str]:
    """Projects of each family in the basins in reach; families without any figure are left out."""
    table, reach = situation.catalogue.demand_table, situation.reach
    columns = table.columns(reach.basin_codes)
    projects = table.projects[:, columns].astype(np.int64).tolist()
    is_published = table.is_published[:, columns].tolist()
    is_masked = table.is_masked[:, columns].tolist()
    told = {
        family: " ".join(_figure(*one) for one in zip(*rows, strict=True))
        for family, *rows in zip(
            situation.table.families, projects, is_published, is_masked, strict=True
        )
    }
    return {family: text for family, text in told.items() if text.strip(f"{UNKNOWN} ")}


def _figure(projects: int, is_published: bool, is_masked: bool) -> str:
    if is_published:
        return str(projects)
    return MASKED if is_masked else UNKNOWN
