"""Stories read from files: all of them, and all that is wrong in them, with its line."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ruamel.yaml.nodes import MappingNode, SequenceNode

from bot.adapters.yaml_records import Document, Problem, Record, read_record, record_of
from bot.replay.library import ASIDE, Library
from bot.replay.names import names
from bot.replay.nodes import Source, is_null, unknown, with_keys
from bot.replay.reading_checks import CHECKS, checks
from bot.replay.reading_sayings import saying
from bot.replay.story import ADVISOR, CANDIDATE, END, Persona, Step, Story

UNTIL, FRAGMENT, GIVEN = "Répondre jusqu’à", "Fragment", "avec"
STRAIGHT_UNTIL = "Répondre jusqu'à"
LEADS = (CANDIDATE, ADVISOR, UNTIL, STRAIGHT_UNTIL, FRAGMENT)
GOLDEN, RECORDED = "repère", "enregistrée"
REQUIRED = ("histoire", "auteur", "date", "étapes")
OPTIONAL = ("graine", "persona", "complet", "toujours", GOLDEN, RECORDED)
DEEPEST = 5


def story_files(paths: Iterable[Path]) -> list[Path]:
    """The files given, and those of the folders given, without what stories share."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.rglob("*.yml"))
            found += [one for one in inside if not ASIDE & set(one.relative_to(path).parts[:-1])]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def read_stories(paths: Iterable[Path]) -> tuple[list[Story], list[Problem]]:
    """The stories of the files and folders; with a problem, none of them may be played."""
    library = Library()
    stories: list[Story] = []
    problems: list[Problem] = []
    for path in story_files(paths):
        document, record = read_record(path)
        if record is not None:
            stories.append(_story(library, document, record))
        problems += document.problems
    problems += _same_names(stories)
    return stories, sorted({*problems, *library.problems}, key=_in_order)


def read_text(
    path: Path, text: str, library: Library | None = None
) -> tuple[Story | None, list[Problem]]:
    """A story as it would be once `text` is in the file; None: it cannot be read at all. A story
    with a problem may not be played."""
    library = library or Library()
    document, record = record_of(Document(path), text.encode("utf-8"))
    story = None if record is None else _story(library, document, record)
    return story, sorted({*document.problems, *library.problems}, key=_in_order)


def _same_names(stories: Iterable[Story]) -> Iterator[Problem]:
    """A name is that of the conversation: two of them would be one in the database."""
    first: dict[str, Path] = {}
    for story in stories:
        other = first.setdefault(story.name, story.path)
        if other is not story.path:
            reason = f"ce nom de fichier est aussi celui de {other} ; changez-le"
            yield Problem(story.path, None, "", reason)


def _in_order(problem: Problem) -> tuple[str, int, str]:
    return str(problem.path), problem.line or 0, str(problem)


def _story(library: Library, document: Document, record: Record) -> Story:
    with_keys(record, REQUIRED, OPTIONAL)
    source = Source(document)
    return Story(
        path=document.path,
        title=record.text("histoire"),
        author=record.text("auteur"),
        day=record.date("date") if "date" in record.values else datetime.date.min,
        seed=record.whole_number("graine") if "graine" in record.values else 0,
        persona=_persona(library, source, record),
        is_whole=_yes(source, record, "complet"),
        is_steady=_yes(source, record, "toujours"),
        steps=tuple(_StepReader(library, source).steps(record)),
        is_golden=_yes(source, record, GOLDEN),
        is_recorded=_yes(source, record, RECORDED),
    )


def _persona(library: Library, source: Source, record: Record) -> Persona | None:
    node = record.values.get("persona")
    if node is None:
        return None
    return library.persona(source, node, source.text(node, "persona"))


def _yes(source: Source, record: Record, key: str) -> bool:
    node = record.values.get(key)
    return node is not None and source.known(node, key, ("oui", "non")) == "oui"


class _StepReader:
    """Reads the steps of one list, those of its fragments in their place."""

    def __init__(self, library: Library, source: Source, depth: int = 0) -> None:
        self._library = library
        self._source = source
        self._depth = depth

    def steps(self, record: Record) -> Iterator[Step]:
        node = record.values.get("étapes")
        if not isinstance(node, SequenceNode) or not node.value:
            if node is not None:
                self._source.fault(node, "étapes", "écrivez ici une liste d'étapes")
            return
        for item in node.value:
            if isinstance(item, MappingNode):
                yield from self._step(Record.of(item, self._source.document))
            else:
                self._source.fault(item, "étapes", "une étape est une suite de « clé: valeur »")

    def _step(self, record: Record) -> Iterator[Step]:
        optional = (*LEADS, *CHECKS, *((GIVEN,) if FRAGMENT in record.values else ()))
        with_keys(record, (), optional)
        leads = [lead for lead in LEADS if lead in record.values]
        if len(leads) > 1:
            reason = f"{leads[0]} et {leads[1]} ne vont pas dans la même étape ; coupez-la en deux"
            record.problem(leads[1], reason)
        step = self._led(record, leads[0]) if leads else self._bare(record)
        found = tuple(checks(self._source, record))
        if leads and leads[0] == FRAGMENT:
            yield from self._fragment(record)
            if found:
                yield replace(self._bare(record), checks=found)
            return
        yield replace(step, checks=found)

    def _bare(self, record: Record) -> Step:
        return Step(self._source.place(record.node))

    def _led(self, record: Record, lead: str) -> Step:
        node, step = record.values[lead], self._bare(record)
        if lead in (UNTIL, STRAIGHT_UNTIL):
            return replace(step, until=self._source.known(node, lead, (*names().questions, END)))
        if lead == FRAGMENT:
            return step
        return replace(step, speaker=lead, saying=saying(self._source, node, lead))

    def _fragment(self, record: Record) -> Iterator[Step]:
        node = record.values[FRAGMENT]
        if self._depth == DEEPEST:
            self._source.fault(node, FRAGMENT, "trop de fragments les uns dans les autres")
            return
        fragment = self._library.fragment(self._source, node, self._source.text(node, FRAGMENT))
        if fragment is None:
            return
        document = Document(fragment.document.path)
        given = self._given(record, fragment)
        inside = Source(document, given)
        yield from _StepReader(self._library, inside, self._depth + 1).steps(fragment)
        self._library.problems += document.problems

    def _given(self, record: Record, fragment: Record) -> dict[str, str]:
        """The value of each parameter; a missing or unknown one is a problem."""
        declared = fragment.texts("paramètres") if "paramètres" in fragment.values else ()
        node = record.values.get(GIVEN)
        values = {} if node is None or is_null(node) else self._source.value(node, GIVEN)
        if not isinstance(values, dict):
            record.problem(GIVEN, "écrivez ici une suite de « paramètre: valeur »")
            return dict.fromkeys(declared, "")
        for name in values:
            if name not in declared:
                record.problem(GIVEN, f"le paramètre {unknown(name, declared)}")
        for name in set(declared) - set(values):
            record.problem(FRAGMENT, f"ce fragment demande le paramètre {name}, sous « {GIVEN}: »")
        return {**dict.fromkeys(declared, ""), **{n: str(v) for n, v in values.items()}}
