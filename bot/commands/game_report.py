"""The story of the game as text: what was found in it, and the whole of it for an editor."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.game_files import StoryFile
from bot.orientation.content_check import AXIS_WORDS
from bot.orientation.game import SceneChoice, Story


def report(found: StoryFile) -> str:
    """Errors, then remarks, then what the story is made of."""
    lines = [str(problem) for problem in found.problems]
    lines += [f"à améliorer : {remark}" for remark in found.remarks]
    wrong = f"{len(found.problems)} erreurs, {len(found.remarks)} remarques."
    if found.story is None or found.problems:
        return "\n".join([*lines, wrong])
    return "\n".join([*lines, f"{_made_of(found.story)} {wrong}"])


def _made_of(story: Story) -> str:
    lengths = sorted({len(route) for route in story.routes()})
    choices = sum(len(scene.choices) for scene in story.scenes)
    span = " ou ".join(map(str, lengths))
    return (
        f"« {story.title} » : {len(story.scenes)} scènes, {choices} choix, "
        f"{len(story.endings)} fins ; on passe par {span} scènes."
    )


def as_markdown(story: Story) -> str:
    """Every scene with its choices, where they lead and what they let think."""
    names = {scene.scene_id: scene.title for scene in story.scenes}
    names |= {ending.ending_id: f"fin « {ending.title} »" for ending in story.endings}
    lines = [f"# {story.title}", "", _made_of(story)]
    for scene in story.scenes:
        lines += ["", f"## {scene.title} ({scene.scene_id})", "", scene.text, ""]
        lines += [f"*Facile à lire :* {scene.easy}", ""]
        lines += [line for choice in scene.choices for line in _choice(choice, names)]
        lines += [f"- Passer → {names[scene.skip_id]}"]
    for ending in story.endings:
        lines += ["", f"## Fin : {ending.title} ({ending.ending_id})", "", ending.text, ""]
        lines += [f"*Facile à lire :* {ending.easy}"]
    return "\n".join(lines)


def _choice(choice: SceneChoice, names: dict[str, str]) -> Iterator[str]:
    yield f"- **{choice.title}** → {names[choice.next_id]}"
    yield f"  - {choice.then}"
    strength = f" Qualité : {choice.strength}." if choice.strength else ""
    yield f"  - « Vous avez {choice.did} ».{strength}"
    yield f"  - Laisse penser : {' ; '.join(_told(choice))}"


def _told(choice: SceneChoice) -> Iterator[str]:
    for axis, weight in choice.weights.items():
        what = AXIS_WORDS[axis, 1 if weight > 0 else -1].partition(" (")[0]
        yield f"{what} {abs(weight):g} ({choice.why[axis]})"
