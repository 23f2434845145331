"""What is wrong in a story: ways that lead nowhere, and tastes that nobody could show.

An error would leave a player stuck or a text unread: the story cannot be played. A warning is work
for an editor. Each rule is a function of one list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.orientation.balance import Imbalance, imbalances
from bot.orientation.content_check import imbalance_words, long_sentences
from bot.orientation.game import ACTED, Scene, Story
from bot.orientation.statements import AXES

ERROR, WARNING = "error", "warning"
CHOICES = range(3, 6)
SCENES_ON_A_ROUTE = range(6, 11)
LONGEST_TITLE = 45


@dataclass(frozen=True)
class StoryFault:
    """place_id: the scene or ending; None: the whole story. message: in French, what to do.

    choice_id: the choice at fault; None when it is the scene itself.
    """

    severity: str
    message: str
    place_id: str | None = None
    choice_id: str | None = None


Rule = Callable[[Story], Iterator[StoryFault]]


def check_story(story: Story) -> list[StoryFault]:
    """Errors alone when there are some, since other rules need ways that end; else warnings."""
    errors = [fault for rule in WAYS for fault in rule(story)]
    return errors or [fault for rule in CONTENT for fault in rule(story)]


def unknown_places(story: Story) -> Iterator[StoryFault]:
    """A way that leads to no scene and no ending."""
    places = story.scene_by_id.keys() | story.ending_by_id.keys()
    if story.first_id not in places:
        yield StoryFault(ERROR, f"« first: {story.first_id} » ne mène à aucune scène ; corrigez-le")
    for scene in story.scenes:
        for choice in scene.choices:
            if choice.next_id not in places:
                yield _nowhere("next", choice.next_id, scene, choice.choice_id)
        if scene.skip_id not in places:
            yield _nowhere("skip", scene.skip_id, scene, None)


def _nowhere(key: str, place_id: str, scene: Scene, choice_id: str | None) -> StoryFault:
    reason = f"« {key}: {place_id} » ne mène nulle part ; écrivez l'id d'une scène ou d'une fin"
    return StoryFault(ERROR, reason, scene.scene_id, choice_id)


def loops(story: Story) -> Iterator[StoryFault]:
    """A way that comes back to a scene already seen."""
    clear: set[str] = set()
    for scene in story.scenes:
        found = _loop_from(story, scene.scene_id, (), clear)
        if found:
            ways = " → ".join(found)
            reason = f"l'histoire tourne en rond : {ways} ; faites avancer un « next » ou « skip »"
            yield StoryFault(ERROR, reason, found[0])
            return


def _loop_from(
    story: Story, place_id: str, before: tuple[str, ...], clear: set[str]
) -> tuple[str, ...]:
    """The scenes of a loop, the first one again at its end; () when there is none.

    clear: places from which no loop starts, filled as they are found.
    """
    if place_id in before:
        return (*before[before.index(place_id) :], place_id)
    if place_id in clear or place_id not in story.scene_by_id:
        return ()
    for next_id in story.scene_by_id[place_id].next_ids:
        if found := _loop_from(story, next_id, (*before, place_id), clear):
            return found
    clear.add(place_id)
    return ()


def unreachable(story: Story) -> Iterator[StoryFault]:
    """A scene or an ending that no choice leads to."""
    reached: set[str] = set()
    waiting = [story.first_id]
    while waiting:
        place_id = waiting.pop()
        if place_id not in reached:
            reached.add(place_id)
            scene = story.scene_by_id.get(place_id)
            waiting += [choice.next_id for choice in scene.choices] if scene else []
    for place_id in [*story.scene_by_id, *story.ending_by_id]:
        if place_id not in reached:
            reason = "aucun choix n'y mène ; mettez son id dans un « next », ou enlevez-la"
            yield StoryFault(ERROR, reason, place_id)


def few_endings(story: Story) -> Iterator[StoryFault]:
    """One ending for all would say that choices change nothing."""
    if len(story.endings) < 2:
        yield StoryFault(ERROR, "il faut au moins deux fins ; ajoutez-en une dans « endings »")


def route_lengths(story: Story) -> Iterator[StoryFault]:
    """Routes too short to tell anything, or too long to stay a pleasure."""
    least, most = min(SCENES_ON_A_ROUTE), max(SCENES_ON_A_ROUTE)
    lengths = {len(route) for route in story.routes()}
    for length in sorted(lengths - set(SCENES_ON_A_ROUTE)):
        reason = f"un chemin a {length} scènes ; visez de {least} à {most}"
        yield StoryFault(WARNING, reason)


def untold_axes(story: Story) -> Iterator[StoryFault]:
    """A taste that who goes one way could not show enough, or that most choices of it show."""
    seen: dict[Imbalance, tuple[str, ...]] = {}
    for route in sorted(set(story.routes())):
        for one in imbalances(_best_of(story, route), ACTED):
            seen.setdefault(one, route)
    for one, route in seen.items():
        reason = f"{imbalance_words(one)} sur le chemin {' → '.join(route)} ; changez des choix"
        yield StoryFault(WARNING, reason)


def _best_of(story: Story, route: Sequence[str]) -> list[dict[str, float]]:
    """For each scene and end of the axes, what its strongest choice tells: one chooses only once
    a scene, so the other choices could not be added."""
    return [
        {axis: max((one.weights.get(axis, 0.0) * end for one in scene.choices), default=0.0) * end}
        for scene in map(story.scene_by_id.__getitem__, route)
        for axis in AXES
        for end in (1, -1)
    ]


def choice_counts(story: Story) -> Iterator[StoryFault]:
    """Scenes with too few choices, or more than a phone shows."""
    for scene in story.scenes:
        if len(scene.choices) not in CHOICES:
            reason = f"{len(scene.choices)} choix ; donnez-en de {min(CHOICES)} à {max(CHOICES)}"
            yield StoryFault(WARNING, reason, scene.scene_id)


def long_texts(story: Story) -> Iterator[StoryFault]:
    """Sentences and buttons that are too long to read at ease."""
    for scene in story.scenes:
        yield from _long_sentences(scene.scene_id, None, scene.text, scene.easy)
        for choice in scene.choices:
            yield from _long_sentences(scene.scene_id, choice.choice_id, choice.then)
            if len(choice.title) > LONGEST_TITLE:
                reason = f"le bouton a {len(choice.title)} signes ; {LONGEST_TITLE} au plus"
                yield StoryFault(WARNING, reason, scene.scene_id, choice.choice_id)
    for ending in story.endings:
        yield from _long_sentences(ending.ending_id, None, ending.text, ending.easy)


def _long_sentences(place_id: str, choice_id: str | None, *texts: str) -> Iterator[StoryFault]:
    for message in long_sentences(*texts):
        yield StoryFault(WARNING, message, place_id, choice_id)


def wrong_did(story: Story) -> Iterator[StoryFault]:
    """What does not follow "vous avez" as it is written."""
    for scene in story.scenes:
        for choice in scene.choices:
            if not choice.did[:1].islower() or choice.did[-1:] in ".!?":
                reason = f"« vous avez {choice.did} » se lit mal ; sans majuscule ni point final"
                yield StoryFault(WARNING, reason, scene.scene_id, choice.choice_id)


WAYS: tuple[Rule, ...] = (unknown_places, loops, unreachable, few_endings)
CONTENT: tuple[Rule, ...] = (route_lengths, untold_axes, choice_counts, long_texts, wrong_did)
