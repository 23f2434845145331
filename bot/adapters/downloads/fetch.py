"""Downloads the official files that `declic data import` reads, each from its producer."""

from __future__ import annotations

import datetime
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import tenacity

from bot.adapters.downloads import data_gouv
from bot.adapters.downloads.data_gouv import Published
from bot.adapters.downloads.fetched_data_sets import DATA_GOUV, FETCHED, FetchedDataSet
from bot.adapters.downloads.public_web import FetchError, PublicWeb, TryAgain, Unreachable, document
from bot.adapters.downloads.resumable_download import Corrupt, download

MOST_CATALOGUE_BYTES = 5_000_000
ATTEMPTS = 4
_back_off = tenacity.wait_random_exponential(multiplier=1, max=20)

Say = Callable[[FetchedDataSet, str], None]
Done = TypeVar("Done")


@dataclass(frozen=True)
class Fetched:
    """What became of one data set. path: the file, None without one.

    is_new: it was downloaded now. problem: why there is no fresh file (French), None otherwise.
    is_by_hand: no address is known for it. is_unreachable: nothing answered at all.
    """

    data_set: FetchedDataSet
    path: Path | None = None
    is_new: bool = False
    problem: str | None = None
    is_by_hand: bool = False
    is_unreachable: bool = False


def fetch(
    folder: Path,
    today: datetime.date,
    data_sets: Sequence[FetchedDataSet] = FETCHED,
    data_gouv_url: str = DATA_GOUV,
    plain_http: frozenset[str] = frozenset(),
    say: Say = lambda data_set, step: None,
    sleep: Callable[[float], None] = time.sleep,
) -> list[Fetched]:
    """Downloads each data set into `folder`; one that fails does not stop the others.

    today: its year names a file that is always the current one. plain_http: hosts that may be asked
    without encryption. `folder` is made when a file comes.
    """
    web = PublicWeb(plain_http)
    fetching = _Fetching(
        web, folder, str(today.year), f"{data_gouv_url}/api/1/datasets", say, sleep
    )
    try:
        return [fetching.one(data_set) for data_set in data_sets]
    finally:
        web.close()


@dataclass(frozen=True)
class _Fetching:
    web: PublicWeb
    folder: Path
    year: str
    catalogue_url: str
    say: Say
    sleep: Callable[[float], None]

    def one(self, data_set: FetchedDataSet) -> Fetched:
        """From the first address that gives a right file. A corrupt one ends the search."""
        failures: list[FetchError] = []
        for find in self._ways(data_set):
            try:
                file = find()
                if file is not None:
                    path = self.folder / _name(data_set, file, self.year)
                    return Fetched(data_set, path, self._brought(data_set, file, path))
            except FetchError as error:
                failures.append(error)
                if isinstance(error, Corrupt):
                    break
            except OSError as error:
                reason = error.strerror or type(error).__name__
                return Fetched(data_set, problem=f"le disque refuse l'écriture ({reason})")
        return _failed(data_set, failures)

    def _ways(self, data_set: FetchedDataSet) -> Iterator[Callable[[], Published | None]]:
        if data_set.data_gouv_id:
            yield partial(self._catalogued, data_set)
        for address in data_set.addresses:
            yield partial(data_gouv.direct, address, data_set)

    def _catalogued(self, data_set: FetchedDataSet) -> Published | None:
        url = f"{self.catalogue_url}/{data_set.data_gouv_id}/"
        read = partial(document, self.web, url, MOST_CATALOGUE_BYTES, json.loads)
        return data_gouv.newest(self._insisting(data_set, read), data_set)

    def _brought(self, data_set: FetchedDataSet, file: Published, path: Path) -> bool:
        say = partial(self.say, data_set)
        bring = partial(download, self.web, file, path, data_set.holds, say)
        return self._insisting(data_set, bring)

    def _insisting(self, data_set: FetchedDataSet, work: Callable[[], Done]) -> Done:
        """Does `work` again, after a pause, as long as its failure may pass."""

        def tell(state: tenacity.RetryCallState) -> None:
            if not isinstance(_error(state), Unreachable):
                self.say(data_set, f"{_error(state)}, j'essaie encore")

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(_may_pass),
            wait=lambda state: max(_back_off(state), _pause_asked(state)),
            stop=tenacity.stop_after_attempt(ATTEMPTS),
            sleep=self.sleep,
            before_sleep=tell,
            reraise=True,
        )
        return retrying(work)


def _may_pass(error: BaseException) -> bool:
    is_lasting = isinstance(error, Unreachable) and error.is_lasting
    return isinstance(error, TryAgain) and not is_lasting


def _pause_asked(state: tenacity.RetryCallState) -> float:
    error = _error(state)
    return error.pause_seconds if isinstance(error, TryAgain) else 0.0


def _error(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _name(data_set: FetchedDataSet, file: Published, this_year: str) -> str:
    """Ours, never the producer's: from there come four digits of a year and a known suffix."""
    stem = data_set.stem.replace("{year}", file.year or this_year)
    return f"{stem}.{data_set.suffix or file.format}"


def _failed(data_set: FetchedDataSet, failures: list[FetchError]) -> Fetched:
    if not failures:
        return Fetched(data_set, is_by_hand=True)
    return Fetched(
        data_set,
        problem=str(failures[0]),
        is_unreachable=all(isinstance(error, Unreachable) for error in failures),
    )
