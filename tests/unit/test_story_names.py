"""The form of a story shows communes and jobs by their names; its file keeps their codes."""

from __future__ import annotations

import pytest

from bot.orientation.labels import job_label
from bot.replay.editing.fields import StepFields, StoryFields
from bot.replay.editing.from_text import fields_of
from bot.replay.editing.kept_names import KeptNames, UnknownName
from bot.replay.editing.name_search import NameSearch, with_name
from bot.replay.reading import story_files
from bot.replay.shelf import BUNDLED
from tests.unit.persona_view import catalogue

NOTHING = StoryFields()


def kept(lines: str) -> StoryFields:
    return StoryFields(steps=(StepFields(kept=lines),))


def names() -> KeptNames:
    return KeptNames(catalogue())


def label(rome_code: str) -> str:
    return job_label(catalogue().job_by_code[rome_code])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("commune: 38053", "commune: Bourgoin-Jallieu (Isère)", id="a commune"),
        pytest.param("commune: '01004'", "commune: Ambérieu-en-Bugey (Ain)", id="a leading zero"),
        pytest.param("insee_code: 69388", "insee_code: Lyon 8e (Rhône)", id="an arrondissement"),
        pytest.param("kept: [N1101]", f"kept: [{label('N1101')}]", id="jobs kept"),
        pytest.param(
            "past_jobs: [{rome_code: D1505}]",
            f"past_jobs: [{{rome_code: {label('D1505')}}}]",
            id="a job inside",
        ),
        pytest.param("commune: declined", "commune: declined", id="an answer that tells nothing"),
        pytest.param("commune: null", "commune: null", id="nothing"),
        pytest.param("max_minutes: 30", "max_minutes: 30", id="a number"),
        pytest.param("commune: 2A004", "commune: 2A004", id="a commune that is not known here"),
        pytest.param("pas des noms", "pas des noms", id="what cannot be read"),
    ],
)
def test_a_code_is_shown_by_its_name_and_kept_as_it_was_written(written: str, shown: str) -> None:
    before = kept(written)
    assert names().named(before) == kept(shown)
    assert names().coded(kept(shown), before) == before


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        pytest.param(
            "commune: bourgoin jallieu", "commune: '38053'", id="without accents or signs"
        ),
        pytest.param("commune: Bourgoin-Jallieu (isere)", "commune: '38053'", id="a department"),
        pytest.param("commune: 38053", "commune: 38053", id="a code"),
        pytest.param("commune: 2A004", "commune: 2A004", id="a code of Corsica"),
        pytest.param(f"kept: [{label('N1101').lower()}]", "kept: [N1101]", id="a job"),
        pytest.param("kept: [N1101]", "kept: [N1101]", id="the code of a job"),
    ],
)
def test_a_name_that_is_typed_becomes_its_code(typed: str, written: str) -> None:
    assert names().coded(kept(typed), NOTHING) == kept(written)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("commune: Trifouillis", "« Trifouillis » n’est pas une commune", id="none"),
        pytest.param(
            "commune: Bourgouin-Jalieu",
            "n’est pas une commune connue ici ; choisissez parmi « Bourgoin-Jallieu (Isère) »",
            id="nearly one",
        ),
        pytest.param("commune: Saint-Martin (Ain)", "n’est pas une commune", id="not there"),
        pytest.param("commune: Le Vernet", "plusieurs communes ont ce nom", id="several"),
        pytest.param("kept: [soudeur à la lune]", "choisissez parmi « Soudeur", id="no job"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_with_what_to_write(typed: str, told: str) -> None:
    with pytest.raises(UnknownName) as error:
        names().coded(kept(typed), NOTHING)
    assert str(error.value).startswith("étape 1, retenu : ") and told in str(error.value)


def search() -> NameSearch:
    return NameSearch(catalogue(), {"acre": "ACRE", "cpf": "CPF pour un permis"})


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        pytest.param("BOURGOIN", "commune", "Bourgoin-Jallieu (Isère)", id="a commune"),
        pytest.param("saint etienne", "commune", "Saint-Étienne (Loire)", id="without hyphens"),
        pytest.param("N1101", "job", label("N1101"), id="the code of a job"),
        pytest.param("permis cpf", "offer", "CPF pour un permis", id="words in any order"),
    ],
)
def test_a_name_is_found_by_a_part_of_it(words: str, kind: str, name: str) -> None:
    assert (kind, name) in [(one.kind, one.name) for one in search().find(words)]


def test_nothing_is_found_for_no_word_nor_for_a_strange_one() -> None:
    assert search().find(" ") == search().find("zythologue") == []


@pytest.mark.parametrize(
    ("before", "kind", "key", "after"),
    [
        pytest.param(
            "commune: Privas (Ardèche)\nlicence: no",
            "commune",
            "38053",
            "commune: Bourgoin-Jallieu (Isère)\nlicence: no",
            id="a commune takes the place of another",
        ),
        pytest.param(
            "past_jobs: [{rome_code: D1505}]",
            "job",
            "N1101",
            f"past_jobs: [{{rome_code: D1505}}, {{rome_code: {label('N1101')}}}]",
            id="a job comes after those that are there",
        ),
        pytest.param("[commune", "commune", "38053", "[commune", id="what cannot be read"),
    ],
)
def test_a_name_that_was_found_is_put_in_what_is_kept(
    before: str, kind: str, key: str, after: str
) -> None:
    found = search().named(kind, key)
    assert found and with_name(kept(before), 0, found) == kept(after)
    assert with_name(kept(after), 0, found) == kept(after), "once"


def test_an_offer_that_was_found_is_put_in_what_is_said() -> None:
    found = search().named("offer", "acre")
    assert found and with_name(kept(""), 0, found).steps[0].says == "ACRE"
    assert with_name(kept(""), 7, found) == kept("")


def test_every_story_comes_back_as_it_is_written() -> None:
    known = names()
    stories = [fields_of(path.read_text(encoding="utf-8")) for path in story_files([BUNDLED])]
    shown = [known.named(story) for story in stories]
    assert [known.coded(new, old) for new, old in zip(shown, stories, strict=True)] == stories
    assert sum(new != old for new, old in zip(shown, stories, strict=True)) > 20
