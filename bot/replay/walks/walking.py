"""A walk: an invented person talks until something that must hold does not, then erases all.

Runs in a process of the workshop. A walk that fails is played again with fewer and fewer sayings,
as long as the same rule is broken: what remains is the shortest way to the fault.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.replay.comparing import conversation_rows
from bot.replay.invariants import ERASED, Watch, broken_rules
from bot.replay.names import ERASE, TABLES
from bot.replay.player import Player
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.session import Session
from bot.replay.speaking import CannotSay, Speaker
from bot.replay.story import CANDIDATE, Menu, Saying
from bot.replay.walks.people import Walker
from bot.replay.walks.shrinking import shrunk
from bot.replay.walks.walk import Walk, Walked

MOST_REPLAYS = 40


@dataclass
class _Steps:
    """The sayings that could be said, and their turns."""

    sayings: list[Saying]
    turns: list[TurnRecord]

    @property
    def broken(self) -> set[str]:
        return {rule for turn in self.turns for rule in broken_rules(turn)}


async def walk_to_the_end(at: Player, walk: Walk) -> Walked:
    """One person, and the shortest way to what they found."""
    walker = Walker(walk.name, walk.typed)
    steps = await _talk(at, walk, None, walker)
    if not steps.broken:
        return Walked(_record(walk, steps))
    rule = sorted(steps.broken)[0]

    async def still_breaks(sayings: Sequence[Saying]) -> bool:
        return rule in (await _talk(at, walk, sayings, walker)).broken

    shortest = await shrunk(steps.sayings, still_breaks, MOST_REPLAYS)
    again = await _talk(at, walk, shortest, walker)
    return Walked(_record(walk, again), tuple(again.sayings))


async def _talk(at: Player, walk: Walk, sayings: Sequence[Saying] | None, walker: Walker) -> _Steps:
    """The given sayings, or those of the walker; what is not on screen is left out."""
    session, watch = at.conversation(walk.name, walk.seed, walk.day), Watch()
    await session.forget()
    speaker = Speaker(session, None)
    steps = _Steps([], [])
    _keep(steps, watch, session, await session.open())
    for number in range(walk.turns if sayings is None else len(sayings)):
        question = session.slots.get("requested_slot")
        saying = (
            walker.next_saying(session.screen, question) if sayings is None else sayings[number]
        )
        if isinstance(saying, Menu) and saying.command == ERASE:
            break
        try:
            turn = await speaker.say(saying, CANDIDATE)
        except CannotSay:
            continue
        steps.sayings.append(saying)
        _keep(steps, watch, session, turn)
        if turn.differences:
            return steps
    steps.sayings.append(Menu(ERASE))
    await _erase(steps, session)
    return steps


def _keep(steps: _Steps, watch: Watch, session: Session, turn: TurnRecord) -> None:
    turn.differences += watch.look(turn, session.screen, session.slots, None)
    turn.checks += 1
    steps.turns.append(turn)


async def _erase(steps: _Steps, session: Session) -> None:
    """At the end everything of the conversation is gone."""
    turn = await session.menu(ERASE)
    counts = {
        table: len(conversation_rows(session.engine, table, session.conversation_id))
        for table in TABLES
    }
    left = ", ".join(f"{count} dans {table}" for table, count in counts.items() if count)
    if left:
        turn.differences.append(Difference(None, ERASED, f"il reste des lignes : {left}"))
    steps.turns.append(turn)


def _record(walk: Walk, steps: _Steps) -> StoryRecord:
    return StoryRecord(
        name=walk.name,
        title=f"Personne inventée n° {walk.number}",
        author="promenade au hasard",
        path=walk.name,
        day=walk.day.isoformat(),
        seed=walk.seed,
        presentation="",
        turns=steps.turns,
        seconds=sum(turn.seconds for turn in steps.turns),
    )
