"""Asking a service over real sockets: what comes back in each state that a service can be in."""

from __future__ import annotations

import datetime
import logging
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.live.authorisation import BearerToken
from bot.adapters.live.caching import key_of
from bot.adapters.live.exchange import Question
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.limits import Limits
from bot.services import exact_address, immersion, live_facts, local_help
from bot.services.ports import LiveError, RequestRefused, ServiceUnavailable
from tests.live import server as faults
from tests.live.server import Asked, Fault, LocalServer, Reply, answers
from tests.live.stopped_time import START, StoppedTime

WORDS = "12 rue du Secret, Brest"
TOKEN = "the-key-of-the-operator"
NAME = "Service d'essai"
DOCUMENT = {"count": 1, "label": "École"}
HTML = b"<!doctype html><title>Maintenance</title>"
SHORT = Limits(budget_seconds=0.3, requests_per_second=1000.0)
"""For faults that make a client wait for real."""


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer({"/search": lambda asked: Reply(200, DOCUMENT)}) as running:
        yield running


@pytest.fixture
def time() -> StoppedTime:
    return StoppedTime()


def quick(**changes: Any) -> Limits:
    """Limits for a stopped clock, where the rate is not what is tested."""
    return Limits(**{"requests_per_second": 1e6, **changes})


def api(server: LocalServer, time: StoppedTime, **limits: Any) -> HttpApi:
    token = BearerToken(TOKEN)
    return HttpApi(NAME, server.url, limits=quick(**limits), authorisation=token, time=time.time)


def refused(ask: Callable[[], object]) -> LiveError:
    """The error that a call ends with."""
    with pytest.raises(LiveError) as caught:
        ask()
    return caught.value


def test_an_answer_carries_its_document_and_when_it_came(
    server: LocalServer, time: StoppedTime
) -> None:
    answer = api(server, time).get("/search", {"q": WORDS, "theme": ["a", "b"]})
    assert (answer.status, answer.document, answer.fetched_at) == (200, DOCUMENT, START)
    asked = server.asked[0]
    assert asked.query == {"q": [WORDS], "theme": ["a", "b"]}
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"


def test_a_search_that_is_posted_sends_its_document(server: LocalServer, time: StoppedTime) -> None:
    api(server, time).post("/search", {"text": "é"})
    assert (server.asked[0].method, server.asked[0].body) == ("POST", b'{"text": "\\u00e9"}')


def test_no_content_is_an_answer_without_a_document(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(204))
    answer = api(server, time).get("/search")
    assert (answer.status, answer.document) == (204, None)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_status_that_passes_with_time_is_tried_again_then_unavailable(
    server: LocalServer, time: StoppedTime, status: int
) -> None:
    server.always = answers(status, {"message": "plus tard"})
    error = refused(lambda: api(server, time, attempts=3).get("/search"))
    assert isinstance(error, ServiceUnavailable)
    assert len(server.asked) == 3
    first, second = (pause for pause in time.slept if pause > 0.01)
    assert 0.1 <= first <= 0.2 <= second <= 0.3, "longer each time, and by chance"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 422])
def test_a_refusal_is_final_and_asked_once(
    server: LocalServer, time: StoppedTime, status: int
) -> None:
    server.misbehave(answers(status, {"detail": WORDS}))
    error = refused(lambda: api(server, time).get("/search"))
    assert isinstance(error, RequestRefused)
    assert str(status) in str(error) and len(server.asked) == 1
    assert ("clé d'accès" in str(error)) == (status in (401, 403))


@pytest.mark.parametrize("body", [b"", HTML, b"[" * 100_000, b"\xff\xfe"])
def test_a_refusal_is_one_whatever_it_says(
    server: LocalServer, time: StoppedTime, body: bytes
) -> None:
    server.misbehave(answers(404, body))
    assert isinstance(refused(lambda: api(server, time).get("/search")), RequestRefused)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.cuts_body, id="cut in the middle of the body"),
        pytest.param(faults.cuts_before_answering, id="cut before the answer"),
        pytest.param(faults.never_ends, id="a body without an end"),
        pytest.param(answers(200, b" " * 2_000_000 + b"{}"), id="a body beyond the limit"),
        pytest.param(answers(200, HTML), id="an HTML page instead of JSON"),
        pytest.param(answers(200, b'{"a": 1'), id="JSON that stops"),
        pytest.param(answers(200, b'{"a": NaN}'), id="a number that is none"),
        pytest.param(answers(200, b'{"a": 1e999}'), id="a number beyond measure"),
        pytest.param(answers(200, b"[" * 100_000), id="JSON nested without measure"),
        pytest.param(answers(200, b'{"a": "\xe9"}'), id="another encoding than UTF-8"),
        pytest.param(answers(502, HTML), id="an HTML page of a proxy"),
    ],
)
def test_an_answer_that_cannot_be_used_is_tried_again_and_then_works(
    server: LocalServer, time: StoppedTime, fault: Fault
) -> None:
    server.misbehave(fault)
    assert api(server, time).get("/search").document == DOCUMENT
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(faults.never_answers, id="silence"),
        pytest.param(faults.drips_headers, id="headers byte by byte"),
        pytest.param(faults.drips_body, id="a body byte by byte"),
        pytest.param(faults.never_ends, id="a body without an end"),
    ],
)
def test_a_service_that_takes_for_ever_does_not_hold_the_call(
    server: LocalServer, fault: Fault
) -> None:
    """All go on until the server stops, after the assertion: only the budget ends the call."""
    server.always = fault
    patient = Limits(budget_seconds=0.3, requests_per_second=1000.0, answer_bytes=10**12)
    error = refused(lambda: HttpApi(NAME, server.url, limits=patient).get("/search"))
    assert isinstance(error, ServiceUnavailable)
    assert not server.stopping.is_set()


def test_a_service_that_is_not_there_is_unavailable(time: StoppedTime) -> None:
    with LocalServer({}) as server:
        gone = api(server, time)
    assert isinstance(refused(lambda: gone.get("/search")), ServiceUnavailable)


def test_a_redirect_is_not_followed_so_that_the_key_stays(
    server: LocalServer, time: StoppedTime
) -> None:
    with LocalServer({"/elsewhere": lambda asked: Reply(200, DOCUMENT)}) as other:
        for status in (301, 302, 307, 308):
            server.misbehave(answers(status, HTML, Location=f"{other.url}/elsewhere"))
            assert isinstance(refused(lambda: api(server, time).get("/search")), RequestRefused)
        assert other.asked == []


def test_the_body_of_a_redirect_is_read_no_further_than_others(
    server: LocalServer, time: StoppedTime, caplog: pytest.LogCaptureFixture
) -> None:
    server.always = partial(faults.never_ends, status=302, Location="/elsewhere")
    assert isinstance(refused(lambda: api(server, time).get("/search")), ServiceUnavailable)
    assert "unavailable too_large" in caplog.text


def test_cookies_of_a_service_are_not_kept(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(200, DOCUMENT, Set_Cookie="visitor=1; Path=/"))
    client = api(server, time)
    client.get("/search")
    client.get("/search")
    assert "cookie" not in server.asked[1].headers


def test_a_password_that_the_operator_keeps_for_other_programs_is_not_sent(
    server: LocalServer, time: StoppedTime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login operator password private\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    HttpApi(NAME, server.url, time=time.time).get("/search")
    assert "authorization" not in server.asked[0].headers


def test_one_connection_serves_many_calls(server: LocalServer, time: StoppedTime) -> None:
    client = api(server, time)
    for _ in range(5):
        client.get("/search")
    assert len({asked.connection for asked in server.asked}) == 1


def test_an_accepted_status_is_an_answer(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(500, {"message": "aucun chiffre"}))
    answer = api(server, time).get("/search", accepts=lambda a: "message" in (a.document or {}))
    assert answer.document == {"message": "aucun chiffre"} and len(server.asked) == 1


def test_an_answer_of_another_shape_is_a_changed_contract(
    server: LocalServer, time: StoppedTime
) -> None:
    client = api(server, time)
    answer = client.get("/search")
    with pytest.raises(RequestRefused), client.reading():
        answer.document["features"][0]


# Retry-After


@pytest.mark.parametrize(
    "asked_pause",
    [
        pytest.param("1", id="seconds"),
        pytest.param("Sun, 22 Nov 2026 09:00:01 GMT", id="a date"),
    ],
)
def test_the_pause_that_the_service_asks_for_is_kept(
    server: LocalServer, time: StoppedTime, asked_pause: str
) -> None:
    server.misbehave(answers(429, Retry_After=asked_pause))
    assert api(server, time).get("/search").document == DOCUMENT
    assert time.slept == [1.0]


def test_pauses_end_when_the_budget_does(server: LocalServer, time: StoppedTime) -> None:
    server.always = answers(503, Retry_After="1")
    client = api(server, time, budget_seconds=2.5, attempts=50)
    assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
    assert time.slept == [1.0, 1.0] and len(server.asked) == 3


def test_a_service_that_asks_for_a_long_pause_is_left_alone_for_it(
    server: LocalServer, time: StoppedTime
) -> None:
    server.misbehave(answers(429, Retry_After="60"))
    client = api(server, time)
    for _ in range(3):
        assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
    assert (len(server.asked), time.slept) == (1, [])
    time.pass_by(60.5)
    assert client.get("/search").document == DOCUMENT


def test_a_pause_of_days_is_cut_to_minutes(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(429, Retry_After="9999999"))
    client = api(server, time)
    refused(lambda: client.get("/search"))
    time.pass_by(301)
    assert client.get("/search").document == DOCUMENT


# The circuit breaker


def test_the_breaker_opens_tries_once_and_closes(server: LocalServer, time: StoppedTime) -> None:
    server.always = answers(500)
    client = api(server, time, attempts=1, failures_to_open=3, open_seconds=30.0)
    requests = []
    for _ in range(6):
        refused(lambda: client.get("/search"))
        requests.append(len(server.asked))
    assert requests == [1, 2, 3, 3, 3, 3], "open: no network"
    time.pass_by(30.5)
    for _ in range(3):
        refused(lambda: client.get("/search"))
    assert len(server.asked) == 4, "half-open: one call tries, and opens again"
    time.pass_by(30.5)
    server.always = None
    for _ in range(3):
        client.get("/search")
    assert len(server.asked) == 7, "closed"


def test_while_one_call_tries_the_others_are_kept_away(
    server: LocalServer, time: StoppedTime
) -> None:
    server.misbehave(answers(500))
    client = api(server, time, attempts=1, failures_to_open=1)
    refused(lambda: client.get("/search"))
    time.pass_by(30.5)
    arrived, go_on = threading.Event(), threading.Event()

    def waits(asked: Asked) -> Reply:
        arrived.set()
        go_on.wait(5)
        return Reply(200, DOCUMENT)

    server.services["/search"] = waits
    with ThreadPoolExecutor(1) as pool:
        trying = pool.submit(client.get, "/search")
        assert arrived.wait(5)
        assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
        go_on.set()
        assert trying.result().document == DOCUMENT
    assert len(server.asked) == 2


def test_refusals_do_not_open_the_breaker(server: LocalServer, time: StoppedTime) -> None:
    server.always = answers(404)
    client = api(server, time, failures_to_open=2)
    for _ in range(5):
        assert isinstance(refused(lambda: client.get("/search")), RequestRefused)
    assert len(server.asked) == 5


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_again_and_again_is_not_sent_for_a_while(
    server: LocalServer, time: StoppedTime, status: int
) -> None:
    server.always = answers(status)
    client = api(server, time, failures_to_open=2, open_seconds=30.0)
    errors = [refused(lambda: client.get("/search")) for _ in range(4)]
    assert [type(error) for error in errors] == [RequestRefused] * 2 + [ServiceUnavailable] * 2
    assert len(server.asked) == 2
    time.pass_by(30.5)
    server.always = None
    assert client.get("/search").document == DOCUMENT


def test_a_service_that_is_always_too_late_opens_the_breaker(server: LocalServer) -> None:
    server.always = faults.never_answers
    limits = Limits(budget_seconds=0.1, failures_to_open=2, requests_per_second=1e6)
    client = HttpApi(NAME, server.url, limits=limits)
    for _ in range(2):
        assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
    asked = len(server.asked)
    refused(lambda: client.get("/search"))
    assert len(server.asked) == asked


@pytest.mark.parametrize(
    "seconds_of_a_turn",
    [live_facts.BUDGET_SECONDS, immersion.SECONDS, local_help.SECONDS, exact_address.SECONDS],
)
def test_a_call_of_a_conversation_fails_before_the_turn_stops_waiting(
    seconds_of_a_turn: float,
) -> None:
    assert Limits().budget_seconds <= seconds_of_a_turn


def test_failures_far_apart_do_not_open_the_breaker(server: LocalServer, time: StoppedTime) -> None:
    client = api(server, time, attempts=1, failures_to_open=2)
    for _ in range(3):
        server.misbehave(answers(500))
        refused(lambda: client.get("/search"))
        client.get("/search")
    assert len(server.asked) == 6


def test_what_nobody_foresaw_opens_the_breaker_too(server: LocalServer, time: StoppedTime) -> None:
    server.always = answers(500)
    client = api(server, time, failures_to_open=2)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            client.get("/search", accepts=lambda answer: bool(1 // 0))
    assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
    assert len(server.asked) == 2


# The rate, and many threads


def test_calls_are_spaced_to_the_rate(server: LocalServer, time: StoppedTime) -> None:
    client = api(server, time, requests_per_second=4.0)
    for _ in range(5):
        client.get("/search")
    assert time.slept == pytest.approx([0.25] * 4)


def test_retries_count_in_the_rate(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(500))
    api(server, time, requests_per_second=1.0).get("/search")
    assert sum(time.slept) == pytest.approx(1.0)


def test_a_turn_beyond_the_budget_is_given_up_at_once(
    server: LocalServer, time: StoppedTime
) -> None:
    client = api(server, time, requests_per_second=0.25)
    client.get("/search")
    assert isinstance(refused(lambda: client.get("/search")), ServiceUnavailable)
    assert (len(server.asked), time.slept) == (1, [])
    time.pass_by(4)
    client.get("/search")


def test_no_more_exchanges_at_once_than_allowed(server: LocalServer) -> None:
    together = threading.Barrier(2)

    def in_pairs(asked: Asked) -> Reply:
        together.wait(5)
        return Reply(200, DOCUMENT)

    server.services["/search"] = in_pairs
    limits = Limits(budget_seconds=5.0, read_seconds=5.0, requests_per_second=1e6, at_once=2)
    client = HttpApi(NAME, server.url, limits=limits)
    with ThreadPoolExecutor(8) as pool:
        documents = [one.document for one in pool.map(lambda _: client.get("/search"), range(8))]
    assert documents == [DOCUMENT] * 8
    assert server.most_at_once == 2


def test_calls_that_hang_leave_their_places_to_others(server: LocalServer) -> None:
    server.misbehave(faults.drips_body)
    client = HttpApi(NAME, server.url, limits=Limits(budget_seconds=0.3, at_once=1))
    refused(lambda: client.get("/search"))
    assert client.get("/search", budget_seconds=5.0).document == DOCUMENT


def test_a_call_that_finds_no_place_is_given_up_in_time(server: LocalServer) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def waits(asked: Asked) -> Reply:
        arrived.set()
        go_on.wait(20)
        return Reply(200, DOCUMENT)

    server.services["/search"] = waits
    client = HttpApi(NAME, server.url, limits=Limits(20.0, read_seconds=20.0, at_once=1))
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(client.get, "/search")
        assert arrived.wait(5)
        error = refused(lambda: client.get("/search", budget_seconds=0.2))
        assert isinstance(error, ServiceUnavailable) and not first.done()
        go_on.set()
        assert first.result().document == DOCUMENT
    assert len(server.asked) == 1


# What may be written about a call


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(None, id="all is well"),
        pytest.param(answers(500, {"detail": WORDS}), id="500"),
        pytest.param(answers(422, {"detail": WORDS}), id="refused"),
        pytest.param(answers(200, f"<p>{WORDS}".encode()), id="not JSON"),
        pytest.param(answers(302, Location=f"http://127.0.0.1:1/?q={WORDS}"), id="redirect"),
        pytest.param(faults.cuts_body, id="cut"),
        pytest.param(faults.never_answers, id="silence"),
    ],
)
def test_neither_words_nor_keys_are_in_logs_or_errors(
    server: LocalServer, caplog: pytest.LogCaptureFixture, fault: Fault | None
) -> None:
    server.always = fault
    caplog.set_level(logging.DEBUG)
    client = HttpApi(NAME, server.url, limits=SHORT, authorisation=BearerToken(TOKEN))
    told = repr(client)
    try:
        told += repr(client.get("/search", {"q": WORDS}))
    except LiveError as error:
        chain = [error, error.__context__, error.__cause__]
        told += "".join(traceback.format_exception(error)) + repr(chain)
    written = caplog.text + told
    assert f"live {NAME} " in caplog.text
    for secret in (WORDS, "Secret", "12+rue", TOKEN):
        assert secret not in written


def test_a_log_line_has_the_service_the_status_and_the_milliseconds(
    server: LocalServer, time: StoppedTime, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    api(server, time).get("/search")
    assert [record.getMessage() for record in caplog.records] == [f"live {NAME} 200 0 ms"]


# The cache


class Kept:
    """A cache in memory, that notes for how long."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Any] = {}
        self.seconds: list[float] = []

    def get(self, api: str, key: str) -> Any | None:
        return self.answers.get((api, key))

    def put(self, api: str, key: str, answer: Any, keep_seconds: float) -> None:
        self.answers[api, key] = answer
        self.seconds.append(keep_seconds)


def test_an_answer_that_may_be_kept_is_asked_once(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(206, DOCUMENT, Content_Range="offres 0-2/40", X_Other="1"))
    kept = Kept()
    client = HttpApi(NAME, server.url, limits=quick(), cache=kept, time=time.time)
    first = client.get("/search", {"code": "D1102"}, keep_seconds=60)
    time.pass_by(30)
    again = client.get("/search", {"code": "D1102"}, keep_seconds=60)
    assert len(server.asked) == 1 and kept.seconds == [60]
    assert (again.status, again.document) == (206, DOCUMENT)
    assert (again.headers, again.fetched_at) == ({"content-range": "offres 0-2/40"}, START)
    assert first.fetched_at == again.fetched_at


def test_another_question_has_another_answer(server: LocalServer, time: StoppedTime) -> None:
    client = HttpApi(NAME, server.url, limits=quick(), cache=Kept(), time=time.time)
    client.get("/search", {"code": "D1102"}, keep_seconds=60)
    client.get("/search", {"code": "D1103"}, keep_seconds=60)
    client.post("/search", {"code": "D1102"}, keep_seconds=60)
    client.post("/search", {"code": "D1103"}, keep_seconds=60)
    client.post("/search", form={"code": "D1102"}, keep_seconds=60)
    client.post("/search", keep_seconds=60)
    client.get("/search", keep_seconds=60)
    assert len(server.asked) == 7


def test_the_key_of_a_kept_answer_tells_all_parts_of_the_question_apart() -> None:
    questions = [
        Question("GET", "/search"),
        Question("POST", "/search"),
        Question("POST", "/other"),
        Question("POST", "/search", {"code": "D1102"}),
        Question("POST", "/search", {"code": "D1103"}),
        Question("POST", "/search", None, {"code": "D1102"}),
        Question("POST", "/search", None, {"code": "D1103"}),
        Question("POST", "/search", None, None, {"code": "D1102"}),
        Question("POST", "/search", None, None, {"code": "D1103"}),
    ]
    assert len({key_of(question) for question in questions}) == len(questions)


def test_a_call_that_allows_no_cache_asks(server: LocalServer, time: StoppedTime) -> None:
    client = HttpApi(NAME, server.url, limits=quick(), cache=Kept(), time=time.time)
    client.get("/search", keep_seconds=60)
    client.get("/search")
    assert len(server.asked) == 2


def test_a_persons_words_and_failures_are_not_kept(server: LocalServer, time: StoppedTime) -> None:
    kept = Kept()
    client = HttpApi(NAME, server.url, limits=quick(attempts=1), cache=kept, time=time.time)
    client.get("/search", {"q": WORDS})
    for fault in (answers(500), answers(404), answers(200, HTML)):
        server.misbehave(fault)
        refused(lambda: client.get("/search", {"code": "D1102"}, keep_seconds=60))
    assert kept.answers == {}


def test_where_a_service_sends_us_on_to_is_not_kept(server: LocalServer, time: StoppedTime) -> None:
    """An accepted redirect may be that of a maintenance."""
    kept = Kept()
    client = HttpApi(NAME, server.url, limits=quick(), cache=kept, time=time.time)
    server.misbehave(answers(302, Location="/maintenance"))
    ask = partial(client.get, "/search", keep_seconds=60, accepts=lambda a: a.status == 302)
    assert [ask().status for _ in range(3)] == [302, 200, 200]
    assert len(server.asked) == 2


def test_a_kept_answer_needs_no_service(server: LocalServer, time: StoppedTime) -> None:
    client = HttpApi(
        NAME, server.url, limits=quick(failures_to_open=1), cache=Kept(), time=time.time
    )
    client.get("/search", keep_seconds=60)
    server.always = answers(500)
    refused(lambda: client.get("/search", {"other": "1"}))
    assert client.get("/search", keep_seconds=60).document == DOCUMENT


# Tokens that are renewed


class Tokens:
    """An authorisation whose tokens are numbered."""

    def __init__(self) -> None:
        self.number = 1
        self.budgets: list[float] = []

    def header(self, budget_seconds: float) -> str:
        self.budgets.append(budget_seconds)
        return f"Bearer {self.number}"

    def was_refused(self, header: str) -> bool:
        self.number += 1
        return True


def test_a_refused_token_is_renewed_once(server: LocalServer, time: StoppedTime) -> None:
    server.misbehave(answers(401))
    tokens = Tokens()
    client = HttpApi(NAME, server.url, limits=quick(), authorisation=tokens, time=time.time)
    assert client.get("/search").document == DOCUMENT
    assert [a.headers["authorization"] for a in server.asked] == ["Bearer 1", "Bearer 2"]
    assert tokens.budgets == [2.0, 2.0]
    server.always = answers(401)
    assert isinstance(refused(lambda: client.get("/search")), RequestRefused)
    assert len(server.asked) == 4


def test_a_budget_of_its_own_is_kept_for_one_call(server: LocalServer, time: StoppedTime) -> None:
    tokens = Tokens()
    client = HttpApi(NAME, server.url, limits=quick(), authorisation=tokens, time=time.time)
    client.get("/search", budget_seconds=0.5)
    client.get("/search")
    assert tokens.budgets == [0.5, 2.0]


def test_the_date_of_an_answer_is_in_utc(server: LocalServer) -> None:
    answer = HttpApi(NAME, server.url).get("/search")
    assert answer.fetched_at.utcoffset() == datetime.timedelta(0)
