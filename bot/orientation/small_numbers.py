"""Counts of people that may be shown: no group of fewer than five, not even by subtraction.

A count is hidden when it tells of one to four people: those who have something, or those who have
not. What is left when shown counts are taken from one another is such a count too: a shorter
period inside a longer one, a department inside the whole. Zero tells of nobody: it is shown, or
hidden for the sake of others. Hidden is None. What this does not stop is told in
docs/decisions/0025-territory-and-workshops.md.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

LEAST = 5
"""The smallest group of people that is told of."""
Group = TypeVar("Group", bound=Hashable)
Counts = Sequence[int | None]


def is_small(count: int) -> bool:
    """Whether a count tells of somebody, and of too few."""
    return 0 < count < LEAST


def over_periods(having: Sequence[int], people: Counts) -> tuple[int | None, ...]:
    """How many have something, period by period, the longest first; each holds the next one.

    people: how many there are in all, None where that is hidden: then nothing of the period is
    told. A shorter period gives way to a longer one.
    """
    shown: list[int | None] = []
    for place, count in enumerate(having):
        of = people[place]
        longer = [(one, people[number] or 0) for number, one in enumerate(shown) if one is not None]
        is_told = of is not None and not any(_parts_are_small(count, of, longer))
        shown.append(count if is_told else None)
    return tuple(shown)


def people_over_periods(people: Sequence[int]) -> tuple[int | None, ...]:
    """How many people there are, period by period, the longest first."""
    return over_periods(people, people)


def _parts_are_small(count: int, of: int, longer: Sequence[tuple[int, int]]) -> list[bool]:
    """Of the period, then of what each longer one has beyond it: those who have, who have not."""
    parts = [(count, of), *((one - count, all_of - of) for one, all_of in longer)]
    return [is_small(having) or is_small(all_of - having) for having, all_of in parts]


def over_groups(having: Sequence[int], people: Sequence[int]) -> tuple[int | None, ...]:
    """How many have something in each group, when the total of all groups may be shown beside.

    people: of each group, five or more (`large_groups`), and shown. What is hidden never stands
    alone: others are hidden with it, the smallest first, until those hidden together are enough
    people who have it and enough who have not.
    """
    parts = tuple(zip(having, people, strict=True))
    hidden = {n for n, (one, of) in enumerate(parts) if is_small(one) or is_small(of - one)}
    others = sorted(set(range(len(parts))) - hidden, key=lambda n: (people[n], n))
    while others and hidden and not _hide_each_other([parts[n] for n in hidden]):
        hidden.add(others.pop(0))
    return tuple(None if n in hidden else one for n, one in enumerate(having))


def _hide_each_other(parts: Sequence[tuple[int, int]]) -> bool:
    """Whether nobody can tell them apart from their sum."""
    return _are_mixed([one for one, _ in parts]) and _are_mixed([of - one for one, of in parts])


def _are_mixed(counts: Sequence[int]) -> bool:
    """Whether the sum of hidden counts says nothing of each: enough people, and neither the least
    nor the most that as many small counts can make."""
    least, most = len(counts), (LEAST - 1) * len(counts)
    return len(counts) > 1 and sum(counts) >= LEAST and sum(counts) not in (least, most)


def large_groups(
    people: Mapping[Group, int], others: Collection[Group] = ()
) -> tuple[tuple[Group, ...], ...]:
    """The groups, those of fewer than five people put together with others, largest first.

    others: groups that are never told apart. Empty when there are not five people in all.
    """
    alone = {one for one, count in people.items() if count >= LEAST and one not in others}
    ordered = sorted(people, key=lambda one: (-people[one], str(one)))
    large = [one for one in ordered if one in alone]
    rest = [one for one in ordered if one not in alone and people[one]]
    while rest and large and sum(people[one] for one in rest) < LEAST:
        rest.insert(0, large.pop())
    enough = sum(people[one] for one in rest) >= LEAST
    return (*((one,) for one in large), *([tuple(rest)] if enough else []))


def over_parts(counts: Sequence[int]) -> tuple[int | None, ...]:
    """The parts of a whole that is shown, each person in one of them (a face of an opinion).

    Less than five in all: every part is hidden.
    """
    if sum(counts) < LEAST:
        return (None,) * len(counts)
    hidden = {n for n, count in enumerate(counts) if is_small(count)}
    zero_last = sorted((count < LEAST, count, n) for n, count in enumerate(counts))
    others = [place for place in zero_last if place[2] not in hidden]
    while others and hidden and not _are_mixed([counts[n] for n in hidden]):
        hidden.add(others.pop(0)[2])
    return tuple(None if n in hidden else count for n, count in enumerate(counts))
