"""Two editions of one list side by side: what is the same thing, what appeared, what went.

A code alone does not tell: basins change their codes and keep their names, communes change their
names and keep their codes. Each caller says what it trusts most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

Sign = Callable[[str, str], Hashable]
"""(code, name) -> what makes two entries the same thing."""


@dataclass(frozen=True)
class Entry:
    """One thing of a list, under its code, with a name to be shown."""

    code: str
    name: str


@dataclass(frozen=True)
class Change:
    """The same thing before and now, its code or its name being another one."""

    before: Entry
    now: Entry


@dataclass(frozen=True)
class ListDifference:
    """now_by_before: code before -> code now, of everything that is in both lists."""

    now_by_before: Mapping[str, str]
    appeared: tuple[Entry, ...]
    went: tuple[Entry, ...]
    recoded: tuple[Change, ...]
    renamed: tuple[Change, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.appeared or self.went or self.recoded or self.renamed)

    def code_now(self, code: str) -> str:
        """The code that stands now for an earlier one; marked when something else took it over."""
        if code in self.now_by_before:
            return self.now_by_before[code]
        is_reused = code in {*self.now_by_before.values(), *(one.code for one in self.appeared)}
        return f"{code} (avant)" if is_reused else code


def list_difference(
    before: Mapping[str, str], now: Mapping[str, str], signs: tuple[Sign, ...]
) -> ListDifference:
    """What changed between two lists, code -> name.

    signs: the first that pairs two entries wins; a sign that several entries share pairs nothing.
    """
    pairs = _pairs(before, now, signs)
    changes = [
        Change(Entry(old, before[old]), Entry(new, now[new])) for old, new in sorted(pairs.items())
    ]
    kept = set(pairs.values())
    return ListDifference(
        now_by_before=pairs,
        appeared=tuple(Entry(code, now[code]) for code in sorted(now) if code not in kept),
        went=tuple(Entry(code, before[code]) for code in sorted(before) if code not in pairs),
        recoded=tuple(one for one in changes if one.before.code != one.now.code),
        renamed=tuple(one for one in changes if one.before.name != one.now.name),
    )


def same_code(code: str, _name: str) -> Hashable:
    return code


def _pairs(
    before: Mapping[str, str], now: Mapping[str, str], signs: tuple[Sign, ...]
) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for sign in signs:
        taken = set(pairs.values())
        old = _by_unique_sign({c: n for c, n in before.items() if c not in pairs}, sign)
        new = _by_unique_sign({c: n for c, n in now.items() if c not in taken}, sign)
        pairs.update((old[shared], new[shared]) for shared in old.keys() & new.keys())
    return pairs


def _by_unique_sign(names: Mapping[str, str], sign: Sign) -> dict[Hashable, str]:
    signed = {code: sign(code, name) for code, name in names.items()}
    counted = Counter(signed.values())
    return {value: code for code, value in signed.items() if counted[value] == 1}
