"""Resume codes: what is shown, what is read back, what is stored."""

from __future__ import annotations

import math

import pytest

from bot.web.resume_codes import ALPHABET, CHARACTERS, ResumeCodes, in_groups, read_code

CODES = ResumeCodes("secret")
ID = "0123456789abcdef0123456789abcdef"


def test_a_code_is_hard_to_guess_and_has_no_sign_like_another() -> None:
    assert math.log2(len(ALPHABET)) * CHARACTERS >= 40
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("O0L1I") and not set(ALPHABET) & set("AEUBSZ")


def test_the_codes_of_many_conversations_are_spread_over_the_alphabet() -> None:
    codes = [CODES.code_of(f"{number:032x}") for number in range(5000)]
    assert len(set(codes)) == 5000
    for place in range(CHARACTERS):
        assert {code[place] for code in codes} == set(ALPHABET)


def test_the_same_conversation_has_the_same_code_until_the_secret_changes() -> None:
    assert CODES.code_of(ID) == ResumeCodes("secret").code_of(ID)
    assert CODES.code_of(ID) != ResumeCodes("another").code_of(ID)


def test_what_is_stored_tells_nothing_without_the_secret() -> None:
    code = CODES.code_of(ID)
    stored = CODES.hash_of(code)
    assert len(stored) == 64 and code not in stored
    assert stored != ResumeCodes("another").hash_of(code)


@pytest.mark.parametrize(
    "typed",
    ["K7R-M4X-TPQ", "k7rm4xtpq", " K7R M4X TPQ ", "k7r.m4x.tpq", "K7R–M4X–TPQ"],
    ids=["as shown", "small", "spaces", "dots", "dashes"],
)
def test_a_code_is_read_as_people_write_it(typed: str) -> None:
    assert read_code(typed) == "K7RM4XTPQ"
    assert in_groups("K7RM4XTPQ") == "K7R-M4X-TPQ"


def test_signs_taken_for_one_another_are_read_alike() -> None:
    assert read_code("b5z-u2s-8vc") == read_code("852-V25-8VC")


@pytest.mark.parametrize(
    "typed", ["", "K7R-M4X-TP", "K7R-M4X-TPQQ", "K7R-M4X-TPO", "é" * 9, "٣" * 9]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
