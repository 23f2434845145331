"""Who a request comes from: only our own reverse proxies may say so.

One opening is allowed a minute, so that the second of one address is refused.
"""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.integration.web.web_process import WebProcess

Start = Callable[..., WebProcess]


def opened(web: WebProcess, *forwarded: str, host: str = "127.0.0.1") -> int:
    """Status of an opening asked with these X-Forwarded-For headers."""
    headers = [("X-Forwarded-For", value) for value in forwarded]
    url = f"http://{host}:{web.port}/api/sessions"
    return httpx.post(url, headers=headers, timeout=30).status_code


def test_a_stranger_cannot_write_its_own_address(start_process: Start) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1")
    assert opened(web) == 201
    assert [opened(web, f"203.0.113.{number}") for number in range(3)] == [429] * 3


def test_a_proxy_that_is_not_in_the_list_is_a_stranger(start_process: Start) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="192.0.2.1 fd00::/8")
    assert opened(web, "203.0.113.1") == 201
    assert opened(web, "203.0.113.2") == 429


def test_our_proxy_says_who_asks(start_process: Start) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="127.0.0.0/8")
    assert [opened(web, "203.0.113.1"), opened(web, "203.0.113.2")] == [201, 201]
    assert opened(web, "203.0.113.1") == 429


@pytest.mark.parametrize("headers", [("1.1.1.{n}, 203.0.113.9",), ("1.1.1.{n}", "203.0.113.9")])
def test_what_a_stranger_wrote_before_our_proxy_is_not_believed(
    start_process: Start, headers: tuple[str, ...]
) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="127.0.0.1")
    codes = [opened(web, *(header.format(n=n) for header in headers)) for n in range(2)]
    assert codes == [201, 429]


def test_an_ipv6_proxy_is_believed_and_an_ipv6_stranger_is_not(start_process: Start) -> None:
    trusting = start_process(
        DECLIC_HOST="::1", DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="::1"
    )
    given = ["2001:db8:1::1", "2001:db8:2::1", "2001:db8:1::1"]
    assert [opened(trusting, each, host="[::1]") for each in given] == [201, 201, 429]


def test_one_ipv6_household_counts_as_one(start_process: Start) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="127.0.0.1")
    given = ["2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:1::1"]
    assert [opened(web, each) for each in given] == [201, 429, 201]


def test_an_address_of_ipv4_written_in_ipv6_is_the_same(start_process: Start) -> None:
    web = start_process(DECLIC_OPENINGS_PER_MINUTE="1", DECLIC_PROXIES="127.0.0.1")
    given = ["203.0.113.1", "::ffff:203.0.113.1", "::ffff:203.0.113.2"]
    assert [opened(web, each) for each in given] == [201, 429, 201]
