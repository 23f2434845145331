"""What is wrong or old in the support offers, beyond the form of their files.

An error contradicts itself or could mislead: it is to be corrected. A warning is work for an
editor: to verify, to renew, to shorten. Each rule is a function of one list.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.orientation.administrative_areas import city_of, department_of
from bot.orientation.condition_logic import TooManyCases, can_fail, can_hold, parts_of
from bot.orientation.figures import sentences_of
from bot.orientation.offer import ACTIVE, ENDED, SUSPENDED, Amount, Offer, Within
from bot.orientation.publication import level_of

ERROR, WARNING = "error", "warning"
READ_LONG_AGO = datetime.timedelta(days=365)
MOST_WORDS_IN_A_SENTENCE = 18
NICKNAMES = range(2, 9)
_PROMISE = re.compile(r"\bavez droit\b|\bgaranti\w* d'obtenir\b|\(e\)|·e\b", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """One thing to correct or to do. code: its kind; message: in French."""

    offer_id: str
    severity: str
    code: str
    message: str


@dataclass(frozen=True)
class Known:
    """What offers are checked against. insee_codes: communes of the catalogue."""

    today: datetime.date
    by_id: Mapping[str, Offer]
    insee_codes: Collection[str]


Rule = Callable[[Offer, Known], Iterator[Finding]]


def check_offers(
    offers: Iterable[Offer], today: datetime.date, insee_codes: Collection[str]
) -> list[Finding]:
    """All findings, errors first, then by offer."""
    known = Known(today, {offer.offer_id: offer for offer in offers}, insee_codes)
    found = [finding for offer in known.by_id.values() for finding in check_offer(offer, known)]
    return sorted(found, key=lambda one: (one.severity, one.code, one.offer_id))


def check_offer(offer: Offer, known: Known) -> list[Finding]:
    """The findings of one offer among the others."""
    return [finding for rule in RULES for finding in rule(offer, known)]


def _error(offer: Offer, code: str, message: str) -> Finding:
    return Finding(offer.offer_id, ERROR, code, message)


def _warning(offer: Offer, code: str, message: str) -> Finding:
    return Finding(offer.offer_id, WARNING, code, message)


def stale(offer: Offer, known: Known) -> Iterator[Finding]:
    """Never verified by a person, or read more than a year ago."""
    if offer.status == ENDED:
        return
    if offer.verified_on is None:
        yield _warning(offer, "never_verified", "personne n'a encore vérifié la page officielle")
    read = max((source.read_on for source in offer.sources), default=None)
    last = max(filter(None, (offer.verified_on, read)), default=None)
    if last and known.today - last > READ_LONG_AGO:
        yield _warning(offer, "read_long_ago", f"relue pour la dernière fois le {last}")


def expired(offer: Offer, known: Known) -> Iterator[Finding]:
    if offer.status in (ENDED, SUSPENDED):
        return
    if offer.expires is None:
        yield _warning(offer, "no_expiry", "donnez une date « expires » : rien n'est vrai toujours")
    elif offer.expires < known.today:
        yield _warning(offer, "expired", f"à revoir depuis le {offer.expires}")


def end_against_status(offer: Offer, known: Known) -> Iterator[Finding]:
    """An end in the past with a status in force, an end to come with the status "ended"."""
    today = known.today.isoformat()
    if offer.ended_on is None or offer.status == SUSPENDED:
        return
    if offer.status != ENDED and offer.ended_on <= today:
        message = f"arrêtée le {offer.ended_on}, mais son état est « {offer.status} »"
        yield _error(offer, "ended_but_open", message)
    if offer.status == ENDED and offer.ended_on > today:
        message = f"son état est « ended », mais sa fin est le {offer.ended_on}"
        yield _error(offer, "open_but_ended", message)


def replacement_without_end(offer: Offer, known: Known) -> Iterator[Finding]:
    if offer.status == ACTIVE and (offer.replaced_by or offer.replacement):
        yield _error(offer, "replaced_but_open", "remplacée, mais son état est « active »")
    if offer.status in (ENDED, SUSPENDED) and not (offer.replaced_by or offer.replacement):
        yield _warning(offer, "no_replacement", "dites quoi faire à la place dans « replacement »")


def replacement_loop(offer: Offer, known: Known) -> Iterator[Finding]:
    """A fiche replaced by itself, at once or through others."""
    seen: set[str] = set()
    waiting = list(offer.replaced_by)
    while waiting:
        other = waiting.pop()
        if other == offer.offer_id:
            yield _error(offer, "replacement_loop", "ses remplaçantes ramènent à elle-même")
            return
        if other not in seen and other in known.by_id:
            seen.add(other)
            waiting += known.by_id[other].replaced_by


def dates_in_order(offer: Offer, known: Known) -> Iterator[Finding]:
    verified, expires = offer.verified_on, offer.expires
    if verified and expires and expires < verified:
        message = f"« expires » ({expires}) est avant « verified_on » ({verified})"
        yield _error(offer, "expires_before_verified", message)
    read = [source.read_on for source in offer.sources]
    if any(day > known.today for day in [*read, *filter(None, [verified])]):
        yield _error(offer, "read_tomorrow", "une date de lecture est dans l'avenir")


def zone_exists(offer: Offer, known: Known) -> Iterator[Finding]:
    """Communes of the departments that the catalogue has; others cannot be checked."""
    if offer.zone.level != "commune":
        return
    departments = {department_of(code) for code in known.insee_codes}
    cities = {city_of(code) for code in known.insee_codes}.union(known.insee_codes)
    for code in offer.zone.codes:
        if department_of(code) in departments and code not in cities:
            yield _error(offer, "unknown_commune", f"la commune {code} n'est pas au catalogue")


def amounts_make_sense(offer: Offer, known: Known) -> Iterator[Finding]:
    for amount in offer.amounts:
        first, last = _period(amount)
        if first > last:
            yield _error(offer, "amount_ends_before", f"« {amount.what} » finit avant de commencer")
        if amount.value < 0:
            yield _error(offer, "negative_amount", f"« {amount.what} » est négatif")
    for one, other in combinations(offer.amounts, 2):
        if (one.what, one.unit) == (other.what, other.unit) and _overlap(one, other):
            message = f"« {one.what} » a deux valeurs le même jour"
            yield _error(offer, "amounts_overlap", message)


def amounts_in_force(offer: Offer, known: Known) -> Iterator[Finding]:
    is_over = [not amount.is_valid_on(known.today) for amount in offer.amounts]
    if offer.amounts and all(is_over) and offer.status not in (ENDED, SUSPENDED):
        yield _warning(offer, "amounts_over", "aucun de ses montants n'est valable aujourd'hui")


def conditions_decide(offer: Offer, known: Known) -> Iterator[Finding]:
    """Limits in the wrong order, and conditions that nobody or everybody fulfils."""
    for part in parts_of(offer.conditions) if offer.conditions else ():
        if isinstance(part, Within) and None not in (part.at_least, part.at_most):
            if (part.at_least or 0) > (part.at_most or 0):
                message = f"« {part.fact} » : le minimum dépasse le maximum"
                yield _error(offer, "min_above_max", message)
    if offer.conditions is None:
        return
    try:
        if not can_hold(offer.conditions):
            yield _error(offer, "never_true", "personne ne peut remplir ses conditions")
        elif any(not can_hold(part) or not can_fail(part) for part in parts_of(offer.conditions)):
            yield _error(offer, "idle_condition", "une de ses conditions ne trie personne")
    except TooManyCases:
        yield _warning(offer, "too_many_cases", "ses conditions ont trop de cas : simplifiez-les")


def is_askable(offer: Offer, known: Known) -> Iterator[Finding]:
    if offer.status in (ENDED, SUSPENDED):
        return
    if not offer.asked_by:
        yield _warning(offer, "nobody_asks", "dites qui peut la demander, dans « asked_by »")
    if offer.official_url is None:
        yield _warning(offer, "no_url", "sans page officielle, personne ne peut la vérifier")


def reads_well(offer: Offer, known: Known) -> Iterator[Finding]:
    for text in _texts(offer):
        if found := _PROMISE.search(text):
            yield _error(offer, "wording", f"n'écrivez pas « {found.group()} »")
        for sentence in sentences_of(text):
            if len(sentence.split()) > MOST_WORDS_IN_A_SENTENCE:
                yield _warning(offer, "long_sentence", f"phrase longue : « {sentence} »")


def has_names(offer: Offer, known: Known) -> Iterator[Finding]:
    if len(offer.nicknames) not in NICKNAMES:
        message = f"donnez de {NICKNAMES[0]} à {NICKNAMES[-1]} noms courants dans « nicknames »"
        yield _warning(offer, "nicknames", message)


def says_what_it_ignores(offer: Offer, known: Known) -> Iterator[Finding]:
    """A verified fiche that is in force and leaves its money untold, without saying so."""
    gives_money = offer.service_type == "aide-financiere"
    is_open = level_of(offer, known.today) not in (ENDED, SUSPENDED)
    if gives_money and is_open and not offer.amounts and "amounts" not in offer.unknown:
        yield _warning(offer, "money_untold", "sans montant, ajoutez « amounts » à « unknown »")


RULES: tuple[Rule, ...] = (
    amounts_in_force,
    amounts_make_sense,
    conditions_decide,
    dates_in_order,
    end_against_status,
    expired,
    has_names,
    is_askable,
    reads_well,
    replacement_loop,
    replacement_without_end,
    says_what_it_ignores,
    stale,
    zone_exists,
)


def _period(amount: Amount) -> tuple[datetime.date, datetime.date]:
    return amount.valid_from or datetime.date.min, amount.valid_until or datetime.date.max


def _overlap(one: Amount, other: Amount) -> bool:
    (first, last), (begins, ends) = _period(one), _period(other)
    return first <= ends and begins <= last


def _texts(offer: Offer) -> Sequence[str]:
    """What a person may read of the offer."""
    single = (offer.name, offer.gives, offer.how_to_ask, offer.delay, offer.replacement)
    return [*filter(None, single), *(offer.steps or ()), *(offer.papers or ())]
