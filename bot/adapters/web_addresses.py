"""Whether public web addresses still answer. Nothing but the address goes out."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import requests

CONNECT_SECONDS, READ_SECONDS = 5, 10
AT_ONCE = 6
HEADERS = {"User-Agent": "declic-offers-check"}
GONE = frozenset({404, 410})
# Servers that refuse HEAD or robots, yet have the page for people.
REFUSES_ROBOTS = frozenset({401, 403, 405, 429, 501})


def unreachable(urls: Iterable[str]) -> dict[str, str]:
    """Address -> why it does not answer, in French. Those that answer are not in it."""
    unique = sorted(set(urls))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reasons = pool.map(_reason, unique)
        return {url: reason for url, reason in zip(unique, reasons, strict=True) if reason}


def _reason(url: str) -> str | None:
    """None when the page is there, also when it is kept from robots."""
    try:
        status = _status(url)
    except requests.Timeout:
        return "pas de réponse à temps"
    except requests.RequestException as error:
        return f"pas de réponse ({type(error).__name__})"
    if status in GONE:
        return "cette page n'existe plus"
    return None if status < 400 or status in REFUSES_ROBOTS else f"erreur {status}"


def _status(url: str) -> int:
    """Of HEAD, or of GET where HEAD is refused; the body is not read."""
    timeout = (CONNECT_SECONDS, READ_SECONDS)
    answer = requests.head(url, timeout=timeout, headers=HEADERS, allow_redirects=True)
    if answer.status_code < 400:
        return answer.status_code
    with requests.get(url, timeout=timeout, headers=HEADERS, stream=True) as answer:
        return answer.status_code
