"""A conversation of each kind, recorded, becomes a story that passes as soon as it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.catalogue_files import read
from bot.replay.reading import read_stories, read_text
from bot.replay.record import StoryRecord
from bot.replay.recording.communes import Communes
from bot.replay.recording.draft import READY, STAGE, Draft, scrubbed
from bot.replay.recording.heard import from_records
from bot.replay.recording.job import rehearse_here
from bot.replay.recording.writing import as_story
from bot.replay.story import Story
from bot.replay.text import as_text
from bot.replay.workshop import workshop
from bot.settings import ROOT, Settings
from bot.training import train_if_needed

FOLDER = Path(__file__).parent
KINDS = {
    "typed words": "francais/une-phrase-trois-faits",
    "buttons": "sofiane",
    "ticks, and a persona": "nadia",
    "pictures": "entrees/images-en-touchant",
    "digressions": "questions/mefiante",
    "easy to read, and back": "navigation/facile-puis-standard",
    "going back": "navigation/retour-jusqu-au-debut",
    "erased": "effacement",
    "grave words": "detresse",
    "somebody beside": "a-deux",
    "the cards of jobs": "metiers/garder-et-comparer",
    "an address": "lieux/adresse-entiere",
}


def recorded(record: StoryRecord, communes: Communes) -> Draft:
    """As the bench records a stage, with another name and another seed."""
    told = [turn.kept.get("commune") for turn in record.turns]
    home = next((one for one in reversed(told) if isinstance(one, str)), None)
    clean = scrubbed(from_records(record.turns), communes, home)
    return Draft(
        draft_id="0" * 16,
        owner="noa",
        origin=STAGE,
        title=record.title,
        name=f"enregistrees/rec-{record.name}",
        author="Noa",
        day=record.day,
        seed=record.seed + 7,
        steps=clean.steps,
        replaced=clean.replaced,
        commune=clean.commune,
    )


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft]:
    """The stories of KINDS as they were held, recorded and rehearsed, by kind."""
    settings = Settings.from_environment()
    train_if_needed(settings, print)
    stories, problems = read_stories([FOLDER / f"{name}.yml" for name in KINDS.values()])
    assert problems == []
    communes = Communes(read(ROOT / "data" / "catalogue"))
    with workshop(settings, jobs=2) as opened:
        held = [recorded(record, communes) for record in opened.play(stories)]
        return dict(zip(KINDS, opened.each(rehearse_here, held), strict=True))


@pytest.fixture(scope="module")
def replayed(drafts: dict[str, Draft]) -> dict[str, StoryRecord]:
    """Each again, as a story with all checks that were proposed, those that do not last too."""
    stories = [story_of(draft) for draft in drafts.values()]
    with workshop(Settings.from_environment(), jobs=2) as opened:
        return dict(zip(KINDS, opened.play(stories), strict=True))


def story_of(draft: Draft) -> Story:
    text = as_story(draft, lambda step, place: True)
    story, problems = read_text(FOLDER / f"{draft.name}.yml", text)
    assert story and problems == [], "\n".join(map(str, problems))
    return story


@pytest.mark.parametrize("kind", KINDS)
def test_a_recorded_story_passes_at_once(
    drafts: dict[str, Draft], replayed: dict[str, StoryRecord], kind: str
) -> None:
    assert drafts[kind].state == READY, drafts[kind].reason
    assert replayed[kind].has_passed, as_text([replayed[kind]])


@pytest.mark.parametrize("kind", KINDS)
def test_a_recording_keeps_what_was_done_and_proposes_checks_that_last(
    drafts: dict[str, Draft], kind: str
) -> None:
    draft = drafts[kind]
    done = [step for step in draft.steps if not step.was_added]
    assert len(draft.left_out) <= 1 and len(done) >= 2
    assert any(one.is_ticked for step in draft.steps for one in step.proposals)


@pytest.mark.parametrize(
    ("kind", "saying"),
    [
        ("typed words", "j'ai le permis"),
        ("ticks, and a persona", "cocher"),
        ("pictures", "images"),
        ("easy to read, and back", "facile"),
        ("going back", "retour"),
        ("erased", "{'menu': 'effacer'}"),
    ],
)
def test_what_was_done_is_written_as_a_story_writes_it(
    drafts: dict[str, Draft], kind: str, saying: str
) -> None:
    assert any(saying in str(step.saying) for step in drafts[kind].steps)


def test_what_somebody_beside_the_person_said_stays_theirs(drafts: dict[str, Draft]) -> None:
    (theirs,) = (s for s in drafts["somebody beside"].steps if s.speaker == "Conseiller")
    assert "aide à domicile" in theirs.saying


def test_numbers_to_call_are_checked(drafts: dict[str, Draft]) -> None:
    values = [
        one.value for s in drafts["grave words"].steps for one in s.proposals if one.is_ticked
    ]
    assert "3114" in values
