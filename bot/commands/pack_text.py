"""A territory pack in the terminal: who made it, what it would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bot.adapters.pack_desk import Arrival, Preview
from bot.adapters.packs.about import About
from bot.adapters.packs.sealed import SealedPack
from bot.orientation.administrative_areas import REGIONS
from bot.orientation.french_values import day, measure
from bot.orientation.labels import others
from bot.services.pack_differences import HiringChange, Moved, OfferChange, told_moves

if TYPE_CHECKING:
    from bot.replay.own_texts import OwnText
    from bot.replay.packs import Asked

MOST_NAMES = 12
KINDS = {
    "stories": "Histoires",
    "protocols": "Protocoles d’essai",
    "pictures": "Images",
    "game": "Jeu",
}
SAME = "Rien ne change : cette mallette est déjà là."


def about_lines(about: About) -> Iterator[str]:
    yield f"{about.title} ({about.pack_id}, version {about.version})"
    yield f"  région : {REGIONS[about.region].name}"
    yield f"  faite par {about.made_by}, le {day(about.made_on.isoformat())}"
    yield f"  licence : {about.licence}"
    for one in about.provenance:
        edition = f", {one.edition}" if one.edition else ""
        yield f"  {one.what} : {one.source}{edition} ({one.licence})"


def signer_line(sealed: SealedPack, known_as: str | None) -> str:
    fingerprint = sealed.signer.fingerprint
    if known_as is not None:
        return f"Signée par {known_as} : {fingerprint}"
    return f"Signée par une clé inconnue ici : {fingerprint}"


def kept_lines(
    stories: Mapping[str, OwnText], protocols: Iterable[str], asked: Asked
) -> Iterator[str]:
    """The stories and protocols written here that did not go, and how they would."""
    for name in sorted({*stories} - {*asked.stories}):
        recorded = " (vient d’une vraie conversation)" if stories[name].is_recorded else ""
        yield f"Reste ici : l’histoire {name}{recorded}. Pour la donner : --story {name}"
    for name in sorted({*protocols} - {*asked.protocols}):
        yield f"Reste ici : le protocole {name}. Pour le donner : --protocol {name}"


def arrival_lines(arrival: Arrival, preview: Preview) -> Iterator[str]:
    """What is shown before somebody decides."""
    yield from about_lines(arrival.contents.about)
    yield signer_line(arrival.sealed, arrival.known_as)
    if arrival.former is not None:
        yield f"Elle remplace la version {arrival.former.version}."
    yield ""
    yield from preview_lines(preview)


def preview_lines(preview: Preview) -> Iterator[str]:
    found = preview.differences
    if found.is_empty:
        yield "Aucun fait ne change ici."
    yield from _moved("Métiers", found.jobs)
    yield from _moved("Résumés de métiers", found.notes)
    if found.communes:
        yield "Communes"
        yield from (f"  {line}" for line in found.communes)
    yield from _hiring(found.hiring)
    yield from _offers(found.offers)
    for kind, moved in found.files.items():
        yield from _moved(KINDS[kind], moved)
    for reason, count in preview.left_out.items():
        yield f"À l’écart : {reason} ({measure(count)})"


def _moved(title: str, moved: Moved) -> Iterator[str]:
    if not moved:
        return
    yield title
    for sign, names in (("+", moved.come), ("~", moved.changed), ("-", moved.gone)):
        yield from (f"  {sign} {name}" for name in names[:MOST_NAMES])
        if len(names) > MOST_NAMES:
            yield f"  {sign} et {others(len(names) - MOST_NAMES)}"


def _hiring(change: HiringChange) -> Iterator[str]:
    if not change.count:
        return
    yield "Projets d’embauche"
    sums = f"de {measure(change.before)} à {measure(change.after)} projets connus"
    yield f"  {sums}, {measure(change.count)} chiffres changent"
    yield from (f"  {line}" for line in told_moves(change.moves))


def _offers(changes: Iterable[OfferChange]) -> Iterator[str]:
    changes = tuple(changes)
    if changes:
        yield "Aides"
    for one in changes:
        sign = "+" if one.before is None else "-" if one.after is None else "~"
        kept = " (votre version publiée reste en place)" if one.is_kept else ""
        yield f"  {sign} {one.name}{kept}"
        for field in one.fields:
            yield f"      {field.label}"
            yield from (f"        - {line}" for line in field.gone)
            yield from (f"        + {line}" for line in field.come)
