"""The form that launches a run -> what is to be played, and how the run is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Engine

from bot.adapters.sql import official_store
from bot.adapters.sql.transactions import snapshot
from bot.replay.attacks.attack import POINTS
from bot.replay.attacks.messages import FAMILIES
from bot.replay.runs.archives import Archive, archives, chosen_model
from bot.replay.runs.facts import WrongData
from bot.replay.runs.snapshots import Snapshot, Snapshots
from bot.replay.runs.spec import (
    ATTACKS,
    BUNDLED,
    EDITION,
    SNAPSHOT,
    STORIES,
    WALKS,
    DataChoice,
    RunSpec,
)
from bot.replay.runs.variants import Variant, Variants
from bot.replay.runs.words import BASES, base_words, facts_words
from bot.replay.shelf import Kept, Shelf
from bot.settings import Settings
from bot.web.console.bench.story_pages import Group, groups_of
from bot.web.console.forms import Form

ALL, GOLDEN, TOPIC, TICKED, SEARCH = "toutes", "reperes", "sujet", "choisies", "mots"
PEOPLE, HOSTILE = "personnes", "attaques"
SETS = (ALL, GOLDEN, TOPIC, TICKED, SEARCH, PEOPLE, HOSTILE)
MOST_PEOPLE = 500
LONGEST_TITLE = 80
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Choices:
    """What the form lets one choose."""

    stories: Sequence[Kept]
    variants: Sequence[Variant]
    snapshots: Sequence[Snapshot]
    editions: Sequence[str]
    models: Sequence[Archive]

    @classmethod
    def of(cls, settings: Settings, engine: Engine) -> Choices:
        return cls(
            [kept for kept in Shelf.of(settings).all() if not kept.is_broken],
            Variants.of(settings).all(),
            Snapshots.of(settings).all(),
            _editions(engine),
            archives(settings),
        )

    @property
    def topics(self) -> list[str]:
        return sorted({kept.topic for kept in self.stories})

    @property
    def groups(self) -> list[Group]:
        """The stories by topic."""
        return groups_of(self.stories)

    @property
    def attacks(self) -> dict[str, int]:
        """Each kind of attack, and how many messages it sends at each point."""
        return {name: len(messages) for name, messages in FAMILIES.items()}

    @property
    def attack_points(self) -> int:
        return len(POINTS)

    @property
    def bases(self) -> dict[str, str]:
        """Value -> words of all data that may be played over."""
        kept = {f"{SNAPSHOT}{one.slug}": f"Copie « {one.name} »" for one in self.snapshots}
        editions = {f"{EDITION}{told}": base_words(f"{EDITION}{told}") for told in self.editions}
        return {**BASES, **kept, **editions}


def _editions(engine: Engine) -> list[str]:
    """The editions that were imported and are no longer the newest, as "BMO:2024"."""
    with snapshot(engine) as connection:
        known = official_store.stored(connection)
    newest = official_store.newest(known)
    older = (one for one in known if newest[one.data_set].number != one.number)
    return [f"{one.data_set}:{one.number}" for one in older]


@dataclass(frozen=True)
class Asked:
    """A run that may be launched."""

    spec: RunSpec
    title: str
    facts: str


@dataclass(frozen=True)
class Over:
    """What is played over. variant: name of the one whose changes are in the data; None: none."""

    data: DataChoice = DataChoice()
    model: str | None = None
    variant: str | None = None

    def words(self, settings: Settings) -> str:
        """As a tester reads it."""
        spec = RunSpec(STORIES, data=self.data, model=self.model)
        return facts_words(spec, settings, self.variant)


def asked_over(form: Form, settings: Settings, choices: Choices, suffix: str = "") -> Over:
    """Data, variant and model of a form; suffix: of the names of its fields. Raises WrongData."""
    name = form.one(f"variante{suffix}")
    variant = Variants.of(settings).find(name) if name else None
    base = form.one(f"donnees{suffix}", BUNDLED)
    if base not in choices.bases:
        raise WrongData("Ces données ne sont plus là. Choisissez-en d’autres.")
    if variant is not None and not variant.changes:
        raise WrongData(f"La variante « {variant.name} » ne change rien encore.")
    data = DataChoice(base, variant.changes if variant else ())
    model = form.one(f"modele{suffix}") or None
    chosen_model(settings, model)
    return Over(data, model, variant.name if variant else None)


def asked_run(form: Form, settings: Settings, choices: Choices) -> Asked:
    """Raises WrongData with what to change in the form."""
    over = asked_over(form, settings, choices)
    spec, title = _played(form, choices, over.data, over.model)
    wanted = " ".join(form.one("titre").split())[:LONGEST_TITLE]
    return Asked(spec, wanted or title, facts_words(spec, settings, over.variant))


def _played(
    form: Form, choices: Choices, data: DataChoice, model: str | None
) -> tuple[RunSpec, str]:
    wanted = form.one("quoi")
    seed = _number(form, "graine", 0, 10**6)
    if wanted == PEOPLE:
        count = _number(form, "combien", 1, MOST_PEOPLE)
        spec = RunSpec(WALKS, count=count, seed=seed, data=data, model=model)
        return spec, f"{count} personnes inventées, graine {seed}"
    if wanted == HOSTILE:
        return _attacked(form, seed, data, model)
    stories, title = _stories(form, wanted, choices.stories)
    if not stories:
        raise WrongData("Aucune histoire ne répond à ce choix. Changez-le, puis relancez.")
    return RunSpec(STORIES, tuple(one.story_id for one in stories), data=data, model=model), title


def _attacked(form: Form, seed: int, data: DataChoice, model: str | None) -> tuple[RunSpec, str]:
    wanted = set(form.all("attaque"))
    families = tuple(name for name in FAMILIES if name in wanted)
    if not families:
        raise WrongData("Cochez au moins un genre d’attaque.")
    spec = RunSpec(ATTACKS, seed=seed, data=data, model=model, families=families)
    if len(families) == len(FAMILIES):
        return spec, "Attaques"
    count = f"{len(families)} genres d’attaque"
    return spec, families[0] if len(families) == 1 else count


def ticked(form: Form, stories: Iterable[Kept]) -> list[Kept]:
    """The stories that are ticked, by themselves or with their whole topic."""
    by_id, topics = set(form.all("histoire")), set(form.all("groupe"))
    return [one for one in stories if one.story_id in by_id or (one.topic or "personnes") in topics]


def _stories(form: Form, wanted: str, stories: Sequence[Kept]) -> tuple[Sequence[Kept], str]:
    if wanted == ALL:
        return stories, "Toutes les histoires"
    if wanted == GOLDEN:
        return [one for one in stories if one.is_golden], "Histoires repères"
    if wanted == TOPIC:
        topic = form.one("sujet")
        return [one for one in stories if one.topic == topic], f"Sujet : {topic or 'personnes'}"
    if wanted == SEARCH:
        words = form.one("mots")
        if not words:
            raise WrongData("Écrivez les mots à chercher dans les histoires.")
        return [one for one in stories if one.is_found(words, "")], f"Mots : {words}"
    if wanted != TICKED:
        raise WrongData("Choisissez ce qui est joué.")
    chosen = ticked(form, stories)
    return chosen, chosen[0].title if len(chosen) == 1 else f"{len(chosen)} histoires choisies"


def _number(form: Form, name: str, least: int, most: int) -> int:
    written = form.one(name) or str(least)
    is_number = written.isdecimal() and len(written) <= LONGEST_NUMBER
    if not is_number or not least <= int(written) <= most:
        raise WrongData(f"Écrivez un nombre entier de {least} à {most}.")
    return int(written)
