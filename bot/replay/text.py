"""What a replay found, in the terminal: one line a story, and the differences turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.replay.record import Difference, StoryRecord, Trace, TurnRecord


def as_text(records: Sequence[StoryRecord]) -> str:
    """All stories, then how many went as expected."""
    lines = [line for record in records for line in lines_of(record)]
    failed = [record for record in records if not record.has_passed]
    turns = sum(len(record.turns) for record in records)
    seconds = sum(record.seconds for record in records)
    total = f"{len(records)} histoires, {turns} tours, {seconds:.1f} s de conversation"
    end = f"{len(failed)} à regarder" if failed else "tout est comme attendu"
    return "\n".join([*lines, f"{total} : {end}."])


def lines_of(record: StoryRecord) -> Iterator[str]:
    """A story: whether it went as expected, then each difference with where it comes from."""
    yield f"{'✓' if record.has_passed else '✗'} {record.title} ({record.path})"
    for number, turn in enumerate(record.turns):
        if turn.differences:
            yield from _turn(number, turn, record.path)
    for found in record.whole:
        yield from _difference(found, record.path)


def _turn(number: int, turn: TurnRecord, path: str) -> Iterator[str]:
    said = f"{turn.speaker} : {turn.said}" if turn.said is not None else "l'accueil"
    yield f"    tour {number}, {said}"
    for found in turn.differences:
        yield from _difference(found, path)
    yield f"      d'où cela vient : {source(turn.trace)}"


def _difference(found: Difference, path: str) -> Iterator[str]:
    if found.place:
        here = "" if str(found.place.path) == path else f"{found.place.path}, "
        yield f"      {here}ligne {found.place.line}"
    yield f"      attendu : {found.expected}"
    yield f"      reçu    : {found.received.replace(chr(10), chr(10) + ' ' * 16)}"


def source(trace: Trace) -> str:
    """What was understood, and the rules and actions that spoke, in one line."""
    heard = f"compris « {trace.intent} » ({100 * trace.confidence:.0f} %)" if trace.intent else ""
    spoke = []
    for one in trace.spoke:
        led = f"règle « {one.rule} »" if one.rule else f"choix de {one.policy}"
        said = f" dit {', '.join(one.responses)}" if one.responses else ""
        spoke.append(f"{led}, {one.action}{said}")
    return " → ".join(filter(None, [heard, *spoke])) or "rien"
