"""A form with a file is read strictly, and costs no more memory than a few times its size."""

from __future__ import annotations

import tracemalloc

import pytest

from bot.web.console.sent_files import MOST_PARTS, read_parts
from bot.web.errors import ApiError

TYPE = "multipart/form-data; boundary=b"
PART = b'--b\r\nContent-Disposition: form-data; name="n"\r\n\r\nx\r\n'


def test_as_many_parts_as_may_be_are_read_and_one_more_is_refused() -> None:
    most = MOST_PARTS - 2
    assert len(read_parts(TYPE, most * PART + b"--b--\r\n").texts) == most
    with pytest.raises(ApiError):
        read_parts(TYPE, (most + 1) * PART + b"--b--\r\n")


def test_a_body_of_nothing_but_boundaries_does_not_fill_the_memory() -> None:
    body = b"\r\n--b" * 200_000
    tracemalloc.start()
    with pytest.raises(ApiError):
        read_parts(TYPE, body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * len(body)
