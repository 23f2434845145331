"""An attack: a persona answers until a point, then hostile messages come one after the other.

Runs in a process of the workshop. One that finds something is played again with fewer and fewer
sayings, as long as the same thing does not hold: what remains is the shortest way to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.replay.attacks.attack import Attack, Attacked
from bot.replay.attacks.messages import FAMILIES, FORGED, STALE, TWICE, Hostile
from bot.replay.attacks.rules import looked_at
from bot.replay.invariants import NOT_THE_SAME, Watch
from bot.replay.player import MOST_ANSWERS, Player
from bot.replay.record import Difference, StoryRecord, TurnRecord
from bot.replay.screen import Choice, Screen
from bot.replay.session import Session
from bot.replay.speaking import CannotSay, PersonaAnswers, Speaker
from bot.replay.story import CANDIDATE, END, Say, Saying
from bot.replay.walks.shrinking import shrunk
from bot.replay.walks.writing import story_text

MOST_REPLAYS = 25
NEVER_GIVEN = Choice("un bouton inventé", "A" * 22)


@dataclass
class _Talk:
    """A conversation under attack. first: the first button that was ever shown."""

    session: Session
    watch: Watch = field(default_factory=Watch)
    done: list[Saying | Hostile] = field(default_factory=list)
    turns: list[TurnRecord] = field(default_factory=list)
    first: Choice | None = None

    @property
    def wrong(self) -> list[Difference]:
        return [found for turn in self.turns for found in turn.differences]

    def keep(self, turn: TurnRecord, what: Saying | Hostile | None) -> None:
        session = self.session
        found = self.watch.look(turn, session.screen, session.slots, None)
        # Whoever sends nothing but hostile words may be asked again in the same words.
        turn.differences += [one for one in found if one.expected != NOT_THE_SAME]
        turn.checks += 1
        turn.said = None if turn.said is None else readable(turn.said)
        self.turns.append(turn)
        if what is not None:
            self.done.append(what)


async def attack_to_the_end(at: Player, attack: Attack) -> Attacked:
    """Raises nothing: a point that cannot be reached is told as a difference."""
    talk = await _attacked(at, attack)
    record = _record(attack, talk)
    has_press = any(isinstance(one, Hostile) and one.press for one in talk.done)
    if not talk.wrong or has_press:
        return Attacked(record)
    wanted = talk.wrong[0].expected

    async def still_fails(items: Sequence[Saying | Hostile]) -> bool:
        again = await _replayed(at, attack, items)
        return any(found.expected == wanted for found in again.wrong)

    shortest = await shrunk(talk.done, still_fails, MOST_REPLAYS)
    return Attacked(record, story_text(record, [_saying(one) for one in shortest]))


async def _opened(at: Player, attack: Attack) -> _Talk:
    talk = _Talk(at.conversation(attack.name, attack.seed, attack.day))
    await talk.session.forget()
    talk.keep(await talk.session.open(), None)
    talk.first = next(iter(talk.session.screen.buttons), None)
    return talk


async def _attacked(at: Player, attack: Attack) -> _Talk:
    talk = await _opened(at, attack)
    await _answer_until(talk, attack)
    for hostile in FAMILIES[attack.family]:
        if talk.wrong:
            break
        await _strike(talk, hostile)
    return talk


async def _replayed(at: Player, attack: Attack, items: Sequence[Saying | Hostile]) -> _Talk:
    talk = await _opened(at, attack)
    speaker = Speaker(talk.session, None)
    for one in items:
        if isinstance(one, Hostile):
            await _strike(talk, one)
            continue
        try:
            talk.keep(await speaker.say(one, CANDIDATE), one)
        except CannotSay:
            continue
    return talk


async def _answer_until(talk: _Talk, attack: Attack) -> None:
    """The persona answers until the point of the attack."""
    wanted = None if attack.point == END else attack.point
    speaker, answers = Speaker(talk.session, None), PersonaAnswers(attack.persona)
    for _ in range(MOST_ANSWERS):
        question = talk.session.slots.get("requested_slot")
        if question == wanted or talk.wrong:
            return
        saying = answers.to(question or "", talk.session.screen)
        talk.keep(await speaker.say(saying, CANDIDATE), saying)
    reason = f"toujours pas, après {MOST_ANSWERS} réponses"
    talk.turns[-1].differences.append(Difference(None, f"arriver à {attack.point}", reason))


async def _strike(talk: _Talk, hostile: Hostile) -> None:
    session, before = talk.session, talk.session.slots
    for turn in await _done(talk, hostile):
        screen = Screen() if turn.refusal is not None else session.screen
        turn.differences += looked_at(hostile, turn, screen, before, session.slots)
        talk.keep(turn, None)
    talk.done.append(hostile)


async def _done(talk: _Talk, hostile: Hostile) -> list[TurnRecord]:
    session = talk.session
    if hostile.press == FORGED:
        return [await session.press([NEVER_GIVEN])]
    if hostile.press == STALE:
        tokens = [choice.token for choice in session.screen.pressable]
        is_stale = talk.first is not None and talk.first.token not in tokens
        return [await session.press([talk.first])] if talk.first and is_stale else []
    if hostile.press == TWICE:
        shown = session.screen.pressable[:1]
        return [await session.press(shown), await session.press(shown)] if shown else []
    return [await session.say(hostile.text)]


def readable(text: str) -> str:
    """What was typed, as a report can hold it: half and control characters by their number."""
    return "".join(
        sign if sign == "\n" or sign.isprintable() or ord(sign) in (0x200D, 0xFE0F)
        else f"<U+{ord(sign):04X}>"
        for sign in text[:LONGEST]
    )  # fmt: skip


LONGEST = 2_500


def _saying(one: Saying | Hostile) -> Saying:
    return Say(one.text) if isinstance(one, Hostile) else one


def _record(attack: Attack, talk: _Talk) -> StoryRecord:
    return StoryRecord(
        name=attack.name,
        title=attack.title,
        author="attaques",
        path=attack.name,
        day=attack.day.isoformat(),
        seed=attack.seed,
        presentation="",
        turns=talk.turns,
        seconds=sum(turn.seconds for turn in talk.turns),
    )
