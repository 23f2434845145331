"""The support offers that may give a lever, as small cards, and the question that decides most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.orientation.circumstance_answers import DECLINED, NONE, UNKNOWN
from bot.orientation.circumstances import ASKED_LAST, BOOLEAN, CHOICE, CIRCUMSTANCES, OTHER
from bot.orientation.deciding_question import deciding_question
from bot.orientation.eligibility import VERDICTS
from bot.orientation.eligibility_sentences import eligibility_sentence
from bot.orientation.labels import listed, quote, upper_first
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import RankedOffer, ranked_offers
from bot.orientation.offer_sentences import (
    asker_line,
    deadline_told,
    link_title,
    notice,
    offer_title,
    whom_line,
)
from bot.orientation.person_facts import facts_known
from bot.orientation.phrases import say
from bot.services.choices import payload, stale_button
from bot.services.small_cards import called, item, places, state_of
from bot.services.unlock import OWN_CHOICE, Person

MOST_CARDS = 4
LINES_WHEN_EASY = 4
"""Lines of a card in easy-read."""


@dataclass(frozen=True)
class Aids:
    """ranked: the offers that may give one of the levers, best first; none that is surely closed.
    lacking: levers that somebody must give, and that no offer gives here. question: the fact to
    ask next; None when nothing more decides. easy: in easy-read French."""

    ranked: tuple[RankedOffer, ...]
    lacking: tuple[str, ...]
    question: str | None
    easy: bool = False

    @property
    def cards(self) -> dict[str, Any] | None:
        """The first ones as a message; None without any."""
        items = [_item(one, self.question, self.easy) for one in self.ranked[:MOST_CARDS]]
        return places(items) if items else None


def aids_for(offers: Iterable[Offer], person: Person, levers: Sequence[str]) -> Aids:
    """What may give the levers. Sensitive questions are not asked, on no card either: an advisor
    may."""
    giving = [offer for offer in offers if set(levers).intersection(offer.levers)]
    home, told = person.profile.insee_code, person.circumstances
    facts = facts_known(person.profile, told.facts, person.today)
    not_asked = told.not_asked | ASKED_LAST
    ranked = ranked_offers(giving, facts, home, person.today, not_asked)
    open_ones = tuple(one for one in ranked if one.eligibility.verdict != "no")
    question = deciding_question(giving, facts, home, person.today, not_asked)
    return Aids(
        _taken_in_turn(open_ones, levers),
        tuple(lever for lever in levers if not _is_given(lever, open_ones)),
        question.fact if question else None,
        person.easy,
    )


def _is_given(lever: str, ranked: Sequence[RankedOffer]) -> bool:
    return lever in OWN_CHOICE or any(lever in one.offer.levers for one in ranked)


def _taken_in_turn(ranked: Sequence[RankedOffer], levers: Sequence[str]) -> tuple[RankedOffer, ...]:
    """The best of each lever, then the second of each: two levers both have their aids shown."""
    by_lever = [[one for one in ranked if lever in one.offer.levers] for lever in levers]
    longest = max((len(some) for some in by_lever), default=0)
    turns = (some[turn] for turn in range(longest) for some in by_lever if turn < len(some))
    return tuple({one.offer.offer_id: one for one in turns}.values())


def what_changed(before: Aids, after: Aids, offers: Iterable[Offer]) -> tuple[str, ...]:
    """What an answer did to the offers, those of a kind together; or that it changed nothing."""
    was = {one.offer.offer_id: one.eligibility.verdict for one in before.ranked}
    now = {one.offer.offer_id: one.eligibility.verdict for one in after.ranked}
    names = {offer.offer_id: quote(offer.name) for offer in offers}
    changed = {
        code: now.get(code, "no")
        for code in dict.fromkeys((*was, *now))
        if was.get(code, "no") != now.get(code, "no")
    }
    told = tuple(
        say(f"aid.change.{verdict}", after.easy, names=listed(some, after.easy))
        for verdict in VERDICTS
        if (some := [names[code] for code, to in changed.items() if to == verdict])
    )
    return told or (say("aid.nothing_changes", after.easy),)


def _item(one: RankedOffer, asked_next: str | None, easy: bool) -> dict[str, Any]:
    """Who asks and until when, then why it may be open; what is asked just below is not told
    twice."""
    caution = notice(one.published, easy)
    reasons = [
        eligibility_sentence(reason, easy)
        for reason in one.eligibility.reasons
        if reason.facts.get("fact") != asked_next or reason.code != "to_answer"
        if reason.code != "not_checked" or not caution
    ]
    asker = asker_line(one.asked_by, easy)
    if one.needs_professional:
        asker = say("aid.advisor_first", easy)
    deadline, whom = deadline_told(one.published, easy), whom_line(one.published.provider, easy)
    told = list(dict.fromkeys([asker, deadline, whom, *reasons]))
    url = one.published.url
    return item(
        offer_title(one.published.name, easy),
        [line for line in told if line][: LINES_WHEN_EASY if easy else None],
        url,
        link_title(easy) if url else None,
        caution,
        **state_of(one.eligibility.verdict, easy),
        **called(one.published.contact, easy),
        buttons=[stale_button(easy, offer_id=one.offer.offer_id)],
    )


def answer_choices(fact: str, easy: bool = False) -> list[tuple[str, str]]:
    """The answers that may be pressed, words and value; a number is typed, unless there is none."""
    circumstance = CIRCUMSTANCES[fact]
    answers: list[tuple[str, str]] = []
    if circumstance.kind == BOOLEAN:
        answers = [(say("title.yes", easy), "yes"), (say("title.no", easy), "no")]
    elif circumstance.kind == CHOICE:
        answers = [(upper_first(words), code) for code, words in circumstance.choices.items()]
        if OTHER not in circumstance.choices:
            answers.append((say("title.other", easy), OTHER))
    elif circumstance.none:
        answers = [(upper_first(circumstance.none), NONE)]
    return [
        *answers,
        (say("title.unknown", easy), UNKNOWN),
        (say("title.declined", easy), DECLINED),
    ]


def question_buttons(fact: str, easy: bool = False) -> list[dict[str, str]]:
    """The same as buttons."""
    return [
        {"title": title, "payload": payload("tell_circumstance", fact=fact, value=value)}
        for title, value in answer_choices(fact, easy)
    ]
