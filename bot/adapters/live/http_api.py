"""Asks one service over HTTP within a time budget, whatever state the service is in."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import Any, NoReturn

import requests
import tenacity

from bot.adapters.live.authorisation import Authorisation
from bot.adapters.live.caching import AnswerCache, answer_of, as_kept, key_of
from bot.adapters.live.exchange import (
    RETRY_STATUSES,
    Answer,
    Failure,
    Question,
    ask,
    guard,
    pause_asked,
)
from bot.adapters.live.limits import Breaker, Limits, RateLimit, Time
from bot.services.ports import LiveError, RequestRefused, ServiceUnavailable

logger = logging.getLogger(__name__)

LONGEST_PAUSE_SECONDS = 300.0
"""A service that asks to be left alone for longer is tried again after this all the same."""
_back_off = tenacity.wait_exponential_jitter(multiplier=0.1, max=1.0, jitter=0.1)


class _NoAnswer(Exception):
    """One exchange failed; carries the reason to the retries, and never leaves this file."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.code)
        self.failure = failure


class HttpApi:
    """One service; share one object among all threads, so that its limits hold for them all.

    name: French, shown to people and written in logs. Logs carry the name, the status and the
    milliseconds, never an address, a parameter, a key or a text. Raises ServiceUnavailable (down,
    slow, cut, 429, 5xx, unreadable answer, circuit open) or RequestRefused (other statuses; a
    redirect is one, since an API that moved is a changed contract, and following it could carry
    the key elsewhere). An exchange runs in a thread of its own that nobody waits for beyond the
    budget: name resolution and a slow drip of headers obey no timeout of `requests`.

    essence: takes from the document of a good answer the part that is read. The rest, which may
    name people, goes no further; a document it cannot read is of another shape, and never kept.
    """

    def __init__(
        self,
        name: str,
        base_url: str,
        session: requests.Session | None = None,
        *,
        limits: Limits | None = None,
        authorisation: Authorisation | None = None,
        cache: AnswerCache | None = None,
        essence: Callable[[Any], Any] | None = None,
        time: Time | None = None,
    ) -> None:
        self.name = name
        self._base_url = base_url.rstrip("/")
        self._session = session or requests.Session()
        guard(self._session)
        self._limits = limits or Limits()
        self._authorisation = authorisation
        self._cache = cache
        self._essence = essence
        self._time = time or Time()
        self._rate = RateLimit(self._limits.requests_per_second, self._time.clock)
        self._breaker = Breaker(
            self._limits.failures_to_open, self._limits.open_seconds, self._time.clock, name
        )
        self._places = threading.BoundedSemaphore(self._limits.at_once)

    def get(
        self,
        path: str,
        params: Mapping[str, Any] | None = None,
        *,
        keep_seconds: float | None = None,
        accepts: Callable[[Answer], bool] | None = None,
        budget_seconds: float | None = None,
    ) -> Answer:
        """keep_seconds: how long the cache may answer instead; None (a person's words): never.

        accepts: tells which answers of another status than 2xx are answers all the same.
        budget_seconds: another one than that of the limits.
        """
        question = Question("GET", self._base_url + path, params)
        return self._kept_or_asked(question, keep_seconds, accepts, budget_seconds)

    def post(
        self,
        path: str,
        document: Any = None,
        *,
        params: Mapping[str, Any] | None = None,
        form: Mapping[str, str] | None = None,
        keep_seconds: float | None = None,
        accepts: Callable[[Answer], bool] | None = None,
        budget_seconds: float | None = None,
    ) -> Answer:
        """For searches that are sent as a body; they change nothing there, hence are retried."""
        question = Question("POST", self._base_url + path, params, document, form)
        return self._kept_or_asked(question, keep_seconds, accepts, budget_seconds)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Around the reading of an answer: one of another shape is a RequestRefused."""
        try:
            yield
        except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
            logger.warning("live %s unexpected_shape %s", self.name, type(error).__name__)
            raise RequestRefused(f"{self.name} a changé de format de réponse.") from None

    def _kept_or_asked(
        self,
        question: Question,
        keep_seconds: float | None,
        accepts: Callable[[Answer], bool] | None,
        budget_seconds: float | None,
    ) -> Answer:
        cache = self._cache if keep_seconds else None
        key = key_of(question)
        kept = cache.get(self.name, key) if cache else None
        if kept is not None:
            return answer_of(kept)
        budget = self._limits.budget_seconds if budget_seconds is None else budget_seconds
        whole = self._asked(question, accepts or _nothing_else, self._time.clock() + budget)
        answer = self._essential(whole)
        if cache and keep_seconds and not 300 <= answer.status < 400:  # one may be a maintenance
            cache.put(self.name, key, as_kept(answer), keep_seconds)
        return answer

    def _essential(self, answer: Answer) -> Answer:
        if self._essence is None or answer.document is None or answer.status >= 300:
            return answer
        with self.reading():
            return replace(answer, document=self._essence(answer.document))

    def _asked(
        self, question: Question, accepts: Callable[[Answer], bool], deadline: float
    ) -> Answer:
        if not self._breaker.lets_through():
            self._unavailable("kept_away")
        try:
            answer = self._with_retries(question, accepts, deadline)
        except _NoAnswer as error:
            failure = error.failure
        except LiveError:
            raise
        except Exception:  # a fault of ours: the service that provokes it is left alone too
            self._breaker.failed()
            raise
        else:
            self._tell_breaker(answer, accepts)
            return self._accepted(answer, accepts)
        pause = min(failure.retry_after_seconds or 0.0, LONGEST_PAUSE_SECONDS)
        self._breaker.failed(pause)
        self._unavailable(failure.code)

    def _tell_breaker(self, answer: Answer, accepts: Callable[[Answer], bool]) -> None:
        """A key that is refused counts as a failure: repeating it could lock the account."""
        if answer.status in (401, 403) and not accepts(answer):
            self._breaker.failed()
        else:
            self._breaker.succeeded()

    def _with_retries(
        self, question: Question, accepts: Callable[[Answer], bool], deadline: float
    ) -> Answer:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_NoAnswer),
            wait=_pause,
            stop=lambda state: (
                state.attempt_number >= self._limits.attempts
                or self._time.clock() + state.upcoming_sleep >= deadline
            ),
            sleep=self._time.sleep,
            reraise=True,
        )
        return retrying(self._attempt, question, accepts, deadline)

    def _attempt(
        self, question: Question, accepts: Callable[[Answer], bool], deadline: float
    ) -> Answer:
        """One exchange, or two when a first token was refused."""
        header = self._header(deadline)
        answer = self._exchange(_signed(question, header), accepts, deadline)
        if answer.status == 401 and header and self._authorisation:
            if self._authorisation.was_refused(header):
                header = self._header(deadline)
                answer = self._exchange(_signed(question, header), accepts, deadline)
        return answer

    def _header(self, deadline: float) -> str | None:
        if self._authorisation is None:
            return None
        return self._authorisation.header(max(0.0, deadline - self._time.clock()))

    def _exchange(
        self, question: Question, accepts: Callable[[Answer], bool], deadline: float
    ) -> Answer:
        wait = self._rate.take_turn(deadline - self._time.clock())
        if wait is None:
            self._unavailable("rate_limit")
        if wait:
            self._time.sleep(wait)
        started = self._time.clock()
        outcome = self._in_time(question, deadline)
        milliseconds = (self._time.clock() - started) * 1000
        code = outcome.code if isinstance(outcome, Failure) else str(outcome.status)
        logger.info("live %s %s %.0f ms", self.name, code, milliseconds)
        if isinstance(outcome, Failure):
            raise _NoAnswer(outcome)
        may_pass = outcome.status in RETRY_STATUSES or outcome.status >= 500
        if may_pass and not accepts(outcome):
            pause = pause_asked(outcome.headers.get("retry-after"), self._time.now())
            raise _NoAnswer(Failure(code, pause))
        return outcome

    def _in_time(self, question: Question, deadline: float) -> Answer | Failure:
        """The outcome of the exchange, or a failure as soon as the budget is used up."""
        clock = self._time.clock
        if not self._places.acquire(timeout=max(0.0, deadline - clock())):
            self._unavailable("too_many_at_once")
        limits, left = self._limits, max(0.001, deadline - clock())
        timeouts = (min(limits.connect_seconds, left), min(limits.read_seconds, left))
        outcomes: SimpleQueue[Answer | Failure] = SimpleQueue()

        def work() -> None:
            try:
                outcomes.put(
                    ask(
                        self._session,
                        question,
                        timeouts,
                        limits.answer_bytes,
                        lambda: clock() > deadline,
                        self._time.now(),
                    )
                )
            finally:
                self._places.release()

        threading.Thread(target=work, daemon=True, name="live").start()
        try:
            return outcomes.get(timeout=left)
        except Empty:
            return Failure("too_slow")

    def _accepted(self, answer: Answer, accepts: Callable[[Answer], bool]) -> Answer:
        if 200 <= answer.status < 300 or accepts(answer):
            return answer
        about_the_key = self._authorisation and answer.status in (401, 403)
        what = "la clé d'accès" if about_the_key else "la demande"
        raise RequestRefused(f"{self.name} a refusé {what} (code {answer.status}).")

    def _unavailable(self, reason: str) -> NoReturn:
        logger.warning("live %s unavailable %s", self.name, reason)
        raise ServiceUnavailable(f"{self.name} ne répond pas pour le moment.")


def _pause(state: tenacity.RetryCallState) -> float:
    """The back-off, or what the service asked for when that is longer."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.failure.retry_after_seconds if isinstance(error, _NoAnswer) else None
    return max(_back_off(state), asked or 0.0)


def _nothing_else(answer: Answer) -> bool:
    return False


def _signed(question: Question, header: str | None) -> Question:
    return replace(question, headers={"Authorization": header}) if header else question
