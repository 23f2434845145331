"""What a person types about a circumstance that was just asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.circumstance_answers import DECLINED, NONE, UNKNOWN, read_answer
from bot.orientation.circumstance_words import read_circumstance
from bot.orientation.circumstances import CIRCUMSTANCES, OTHER
from tests.unit.small_world import always

TYPED = {
    "digits": ("age", "34", "34"),
    "digits with a unit": ("age", "34 ans", "34"),
    "in letters": ("age", "trente-quatre ans", "34"),
    "in a sentence": ("age", "j'ai 52 ans", "52"),
    "misspelt": ("age", "g 27 an", "27"),
    "two numbers": ("age", "entre 20 et 30", None),
    "a euro amount with a space": ("family_quotient_eur", "1 200 euros", "1200"),
    "no child": ("youngest_child_age", "je n'ai pas d'enfant", NONE),
    "none where that may not be said": ("age", "aucun", None),
    "yes": ("prescribed", "oui", "yes"),
    "no, slang": ("prescribed", "nan", "no"),
    "a doubt": ("age", "je sais pas", UNKNOWN),
    "a doubt on a yes": ("prescribed", "jsp", UNKNOWN),
    "kept to oneself": ("age", "je préfère ne pas répondre", DECLINED),
    "a choice": ("activity", "une formation", "training"),
    "a choice, misspelt": ("activity", "un concour", "public_examination"),
    "another choice": ("activity", "autre chose", OTHER),
    "another subject": ("activity", "montrez-moi la liste", None),
    "another subject on a number": ("age", "surprenez-moi", None),
    "a long story with a number": (
        "age",
        "alors en fait j'ai travaillé longtemps dans le bâtiment puis pendant 12 ans en usine",
        None,
    ),
}


@pytest.mark.parametrize(("fact", "text", "value"), TYPED.values(), ids=TYPED)
def test_what_is_typed_becomes_the_value_of_a_button(
    fact: str, text: str, value: str | None
) -> None:
    assert read_circumstance(CIRCUMSTANCES[fact], text) == value


@always
@given(st.sampled_from(sorted(CIRCUMSTANCES)), st.text(max_size=60) | st.from_regex(r"\d{1,9}"))
def test_what_is_read_can_always_be_kept(fact: str, text: str) -> None:
    value = read_circumstance(CIRCUMSTANCES[fact], text)
    if value not in (None, UNKNOWN, DECLINED):
        assert read_answer(CIRCUMSTANCES[fact], value) is not None
