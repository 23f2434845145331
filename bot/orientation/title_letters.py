"""Letters that words share, so that a misspelt word still weighs towards the right ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

# Groups of three and four signs, the edges of a word being one.
LENGTHS = (3, 4)
_BASE = 64
_EDGE, _PARTED = 1, 0


class Letters:
    """Cosine between the letter groups of a query and of each known word, rarer groups weighing
    more. Kept as sorted arrays: a catalogue's ten thousand words take two megabytes."""

    def __init__(self, words: Sequence[str], uses: npt.NDArray[np.intp]) -> None:
        """`uses` counts the titles that have each word."""
        self._count = len(words)
        groups, owners = _groups(words)
        order = np.lexsort((owners, groups))
        groups, owners = groups[order], owners[order]
        is_new = np.r_[True, (groups[1:] != groups[:-1]) | (owners[1:] != owners[:-1])]
        times = np.diff(np.r_[np.flatnonzero(is_new), len(groups)])
        groups, self._owners = groups[is_new], owners[is_new].astype(np.int32)
        self._known, self._starts = np.unique(groups, return_index=True)
        self._ends = np.r_[self._starts[1:], len(groups)]
        titles = np.add.reduceat(uses[self._owners], self._starts)
        self._rarity = np.log((1 + max(int(uses.sum()), 1)) / (1 + titles)) + 1
        sizes = self._ends - self._starts
        self._weights = (times * np.repeat(self._rarity, sizes)).astype(np.float32)
        squares = np.bincount(self._owners, self._weights.astype(float) ** 2, self._count)
        self.norms: Scores = np.sqrt(np.maximum(squares, 1e-9))

    def likeness(self, query: Sequence[str]) -> Scores:
        """For each known word, the cosine with all words of the query together."""
        total = np.zeros(self._count)
        groups, times = np.unique(_groups(query)[0], return_counts=True)
        places = np.searchsorted(self._known, groups)
        inside = places < len(self._known)
        inside[inside] = self._known[places[inside]] == groups[inside]
        weights = times[inside] * self._rarity[places[inside]]
        # A group that no title has still makes the query less like any.
        unknown = times[~inside] * self._rarity.max(initial=1.0)
        norm = float(np.sqrt(weights @ weights + unknown @ unknown))
        for place, weight in zip(places[inside], weights / max(norm, 1e-9), strict=True):
            start, end = self._starts[place], self._ends[place]
            total[self._owners[start:end]] += weight * self._weights[start:end]
        return np.asarray(total / self.norms)


def _groups(words: Sequence[str]) -> tuple[Codes, Codes]:
    """All letter groups of the words as numbers, and the position of the word of each."""
    # Per word: edge, letters, edge, then a part that no group may cross.
    signs = np.frombuffer("".join(f"`{word}`~" for word in words).encode(), dtype=np.uint8)
    codes = np.where(signs == ord("~"), _PARTED, signs.astype(np.int64) % _BASE + 2)
    codes = np.where(signs == ord("`"), _EDGE, codes)
    owners = np.cumsum(codes == _PARTED)
    found: list[tuple[Codes, Codes]] = []
    for length in LENGTHS:
        if len(codes) < length:
            continue
        windows = np.lib.stride_tricks.sliding_window_view(codes, length)
        whole = (windows != _PARTED).all(axis=1)
        powers = (_BASE + 2) ** np.arange(length)
        numbers = windows[whole] @ powers + length * (_BASE + 2) ** 5
        found.append((numbers, owners[: len(whole)][whole]))
    if not found:
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])
