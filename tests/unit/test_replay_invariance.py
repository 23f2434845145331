"""The same words said otherwise, and what may move when they are."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import Profile
from bot.replay.invariance.french_forms import FEMININE, MASCULINE, as_gender, with_tu, with_typo
from bot.replay.invariance.manners import GROUPS, HOME
from bot.replay.invariance.outcomes import (
    EXPECTED,
    SAME,
    TO_LOOK_AT,
    Outcome,
    correlation,
    outcomes,
)
from bot.replay.invariance.telling import tellings_of
from bot.replay.invariance.words import as_csv, as_html, in_words
from bot.replay.record import Spoke, StoryRecord, Trace, TurnRecord
from bot.replay.screen import plain
from bot.replay.story import Persona, Pick, Press, Say, Story, Tick
from tests.personas import NADIA
from tests.unit.persona_view import DAY, catalogue
from tests.unit.small_records import WELCOME, listed, offers, record, said

MANNERS = {manner.code: manner for group in GROUPS for manner in group.manners}


@pytest.mark.parametrize(
    ("text", "gender", "expected"),
    [
        ("j'étais caissière chez leclerc", MASCULINE, "j'étais caissier chez leclerc"),
        ("Boulanger pendant vingt ans", FEMININE, "Boulangère pendant vingt ans"),
        ("je suis motivé et prêt", FEMININE, "je suis motivée et prête"),
        ("je suis née à Privas, seule", MASCULINE, "je suis né à Privas, seul"),
        ("non j'ai pas le permis", FEMININE, "non j'ai pas le permis"),
        ("aide-soignante", MASCULINE, "aide-soignant"),
    ],
)
def test_words_agree_with_who_says_them(text: str, gender: int, expected: str) -> None:
    assert as_gender(text, gender) == expected


def test_there_and_back_gives_the_same_words() -> None:
    text = "je suis vendeuse, inscrite et intéressée"
    assert as_gender(as_gender(text, MASCULINE), FEMININE) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pouvez-vous m'aider s'il vous plaît", "peux-tu m'aider s'il te plaît"),
        ("Vous avez quoi comme aides ?", "Tu as quoi comme aides ?"),
        ("merci à vous", "merci à toi"),
        ("un rendez-vous à Nevers", "un rendez-vous à Nevers"),
        ("nous travaillons", "nous travaillons"),
    ],
)
def test_vous_becomes_tu(text: str, expected: str) -> None:
    assert with_tu(text) == expected


def test_a_slip_is_one_the_same_each_time_and_never_in_a_short_word() -> None:
    text = "une demi-heure maximum"
    first, again = (with_typo(text, random.Random(3)) for _ in range(2))
    assert first == again != text
    assert abs(len(first) - len(text)) <= 1 and first.startswith("une ")
    assert with_typo("non", random.Random(3)) == "non"


@pytest.mark.parametrize(
    ("code", "said_before", "said_after"),
    [
        ("genre-homme", Say("Privas"), Say("je suis un homme, j’habite à Privas")),
        ("genre-femme", Say("j'habite à Privas"), Say("je suis une femme, j'habite à Privas")),
        ("prenom-mamadou", Say("Privas"), Say("je m'appelle Mamadou, j’habite à Privas")),
        ("adresse-tu", Say("Privas"), Say("Privas, merci à toi")),
        ("ordre", Tick(("Le bruit", "Le froid")), Tick(("Le froid", "Le bruit"))),
        ("ordre", Pick((7, 12)), Pick((12, 7))),
        ("genre-homme", Press("Non"), Press("Non")),
        ("tel-quel", Say("Privas"), Say("Privas")),
    ],
)
def test_a_manner_changes_how_the_home_is_told(
    code: str, said_before: object, said_after: object
) -> None:
    assert MANNERS[code].said(said_before, HOME, 1) == said_after  # type: ignore[arg-type]


def test_a_manner_says_nothing_more_at_another_question() -> None:
    assert MANNERS["genre-homme"].said(Say("boulangère"), "past_job", 1) == Say("boulanger")
    assert MANNERS["prenom-marie"].said(Say("oui"), "licence", 1) == Say("oui")


def story(persona: Persona | None) -> Story:
    return Story(Path("nadia.yml"), "Nadia", "test", DAY, 1, persona, True, True, ())


def test_only_stories_with_a_persona_are_told_otherwise() -> None:
    somebody = Persona("nadia", "Nadia, 34 ans.", {})
    made = list(tellings_of([story(somebody), story(None)]))
    assert len(made) == sum(len(group.manners) for group in GROUPS)
    assert len({one.name for one in made}) == len(made)
    assert {one.story.seed for one in made} == {1} and not any(one.story.is_whole for one in made)


def played(manner: str, turns: list[TurnRecord]) -> StoryRecord:
    made = record(turns, f"nadia--{manner}")
    made.title = f"Nadia : {MANNERS[manner].title}"
    return made


def shown(profile: Profile, **more: object) -> list[TurnRecord]:
    turn = listed(catalogue(), profile)
    return [WELCOME, replace(turn, **more)]  # type: ignore[arg-type]


def outcome(reference: str, manner: str, before: list[TurnRecord], after: list[TurnRecord],
            ages: frozenset[str] = frozenset()) -> Outcome:  # fmt: skip
    (found,) = outcomes([played(reference, before), played(manner, after)], ages)
    return found


FAR = replace(NADIA.profile, max_minutes=45)
AIDS = {"a": "check", "b": "check"}


def test_the_same_list_moves_nothing() -> None:
    found = outcome("genre-femme", "genre-homme", shown(NADIA.profile), shown(NADIA.profile))
    assert (found.verdict, found.correlation, found.jobs_out) == (SAME, 1.0, ())


def test_another_list_for_another_gender_is_to_be_looked_at_with_the_jobs() -> None:
    found = outcome("genre-femme", "genre-homme", shown(NADIA.profile), shown(FAR))
    assert found.verdict == TO_LOOK_AT and found.jobs_out and found.jobs_in
    assert found.correlation is not None and found.correlation < 1


@pytest.mark.parametrize(
    ("manner", "after", "ages", "verdict"),
    [
        pytest.param("age-24", {"a": "open"}, {"a"}, EXPECTED, id="an aid with an age"),
        pytest.param("age-24", {"a": "open"}, set(), TO_LOOK_AT, id="an aid without an age"),
        pytest.param("age-38", {"a": "open"}, {"a"}, TO_LOOK_AT, id="the same rights"),
        pytest.param("age-24", {}, {"a"}, SAME, id="nothing"),
    ],
)
def test_an_age_moves_the_aids_that_look_at_it_and_no_other(
    manner: str, after: dict[str, str], ages: set[str], verdict: str
) -> None:
    before = shown(NADIA.profile, offers=offers("a", **AIDS))
    now = shown(NADIA.profile, offers=offers("a", **{**AIDS, **after}))
    assert outcome("age-34", manner, before, now, frozenset(ages)).verdict == verdict


def test_an_age_never_moves_a_job() -> None:
    found = outcome("age-34", "age-24", shown(NADIA.profile), shown(FAR), frozenset({"a"}))
    assert found.verdict == TO_LOOK_AT


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        pytest.param(
            said("non", kept={"licence": "no"}), said("nno", kept={}),
            "réponses retenues autrement : permis", id="an answer lost",
        ),
        pytest.param(
            said("non", question_after="vehicle"), said("nno", question_after=None),
            "questions : − le véhicule", id="a question less",
        ),
    ],
)  # fmt: skip
def test_what_is_lost_by_a_slip_is_told(before: TurnRecord, after: TurnRecord, words: str) -> None:
    found = outcome("tel-quel", "fautes-1", [before], [after])
    assert found.verdict == TO_LOOK_AT
    assert any(words in plain(line) for line in in_words([found]))


AGAIN = TurnRecord(
    said="nno",
    messages=WELCOME.messages,
    trace=Trace(spoke=(Spoke("form", None, None, ("utter_ask_licence_again",)),)),
)


@pytest.mark.parametrize(
    ("manner", "after", "verdict"),
    [
        pytest.param("fautes-1", [AGAIN, said("non")], EXPECTED, id="asked again once"),
        pytest.param("fautes-1", [AGAIN, AGAIN, said("non")], TO_LOOK_AT, id="asked again twice"),
        pytest.param("ordre", [AGAIN, said("non")], TO_LOOK_AT, id="no slip explains it"),
        pytest.param(
            "fautes-1", [AGAIN, said("oui", kept={"licence": "yes"})], TO_LOOK_AT, id="guessed"
        ),
    ],
)
def test_a_slip_that_nobody_can_read_is_asked_again_and_told_so(
    manner: str, after: list[TurnRecord], verdict: str
) -> None:
    found = outcome("tel-quel", manner, [said("non")], after)
    assert found.verdict == verdict
    assert any("messages incompris :" in plain(line) for line in in_words([found]))


def test_the_words_said_of_a_picture_are_no_answer_of_another_kind() -> None:
    told = {"source_id": "loupe", "agreement": 1.0}
    before = said("elle est belle", kept={"choices": [{**told, "text": "elle est belle"}]})
    after = said("elle est blle", kept={"choices": [{**told, "text": "elle est blle"}]})
    other = said("elle est blle", kept={"choices": [{**told, "source_id": "marche"}]})
    assert outcome("tel-quel", "fautes-1", [before], [after]).facts == ()
    assert outcome("tel-quel", "fautes-1", [before], [other]).verdict == TO_LOOK_AT


def test_the_words_of_a_past_job_are_no_answer_of_another_kind() -> None:
    before = said("caissière", kept={"past_jobs": [{"said": "caissière", "rome_code": "D1505"}]})
    after = said("caissier", kept={"past_jobs": [{"said": "caissier", "rome_code": "D1505"}]})
    assert outcome("genre-femme", "genre-homme", [before], [after]).facts == ()


def test_next_door_the_order_may_move_a_little() -> None:
    near = replace(NADIA.profile, insee_code="38193")
    before, after = shown(NADIA.profile), shown(near)
    before[1].kept, after[1].kept = {"commune": "38053"}, {"commune": "38193"}
    found = outcome("voisine-ici", "voisine-a-cote", before, after)
    assert found.facts == () and found.verdict in (SAME, EXPECTED)


def test_lists_agree_with_themselves_and_less_with_others() -> None:
    known: Catalogue = catalogue()
    one, other = (listed(known, profile).ranked for profile in (NADIA.profile, FAR))
    assert correlation(one, one) == 1.0 and correlation(one, None) is None
    told = correlation(one, other)
    assert told is not None and -1 <= told < 1


def test_tables_and_pages_hold_every_manner_and_escape_it() -> None:
    before, after = shown(NADIA.profile), shown(FAR)
    found = outcome("genre-femme", "genre-homme", before, after)
    hostile = replace(found, title="=1+1 <script>")
    assert as_csv([hostile]).splitlines()[1].startswith("'=1+1 <script>;")
    page = as_html([hostile])
    assert "&lt;script&gt;" in page and "<script" not in page
    assert "Femme ou homme : 1 sur 1 à regarder" in plain(in_words([found])[0])


def test_no_story_is_said_so() -> None:
    assert in_words([]) == ["Aucune histoire n’a un persona qui va jusqu’aux métiers."]
