"""A pack made on one installation is imported on another: whole, or not at all, on both
databases."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot import wiring
from bot.adapters import pack_folders
from bot.adapters.pack_desk import Arrival, PackDesk
from bot.adapters.packs.refusal import RefusedPack
from bot.adapters.packs.sealed import SealedPack, seal
from bot.adapters.published_offers import PublishedOffers
from bot.adapters.sql import catalogue_store, migrate, pack_store
from bot.adapters.sql.engine import connect
from bot.adapters.sql.offer_changes import OfferChanges
from bot.adapters.sql.pack_offers import SqlPackOffers
from bot.adapters.sql.pack_store import PackUploads, TrustedKey
from bot.replay.packs import CATALOGUE, story_problems
from bot.replay.shelf import Shelf
from bot.services.editing.changes import Signature
from bot.settings import Settings
from tests import pack_source

AT = datetime(2026, 11, 27, 12, 0)
WHO = "Une admin"


@pytest.fixture
def installation(engine: Engine) -> Iterator[Engine]:
    """An installation with what comes with Déclic."""
    migrate.upgrade(engine)
    catalogue_store.fill(engine, CATALOGUE)
    yield engine


def published(engine: Engine) -> PublishedOffers:
    return PublishedOffers(
        wiring.offers_folder(), OfferChanges(engine), packs=SqlPackOffers(engine)
    )


def desk(engine: Engine) -> PackDesk:
    offers = published(engine)
    return PackDesk(
        engine,
        CATALOGUE,
        wiring.offers_folder(),
        lambda: offers.in_use(at_once=True),
        story_problems,
    )


def install(engine: Engine, pack: SealedPack) -> Arrival:
    there = desk(engine)
    arrival = there.read(pack.content)
    assert there.install(arrival, WHO, AT, pack.signer.fingerprint)
    return arrival


def settings_of(engine: Engine, var: Path) -> Settings:
    url = engine.url.render_as_string(hide_password=False)
    return Settings.from_environment({"DECLIC_VAR": str(var), "DECLIC_DATABASE_URL": url})


def test_a_pack_brings_all_it_holds_and_takes_it_away(installation: Engine, tmp_path: Path) -> None:
    before, settings = catalogue_store.load(installation), settings_of(installation, tmp_path)
    offers = published(installation)
    assert "bzh-essai" not in offers.in_use().by_id
    install(installation, pack_source.pack())
    catalogue = catalogue_store.load(installation)
    assert catalogue.commune_by_code["29019"].basin_code == "5301"
    assert catalogue.demand_by_family_and_basin["R1X60", "5301"].projects == 120
    assert catalogue.job_by_code["D1505"].summary == "Vous encaissez face à la mer."
    assert offers.in_use(at_once=True).by_id["bzh-essai"].pack_id == "petite-bretagne"
    assert "petite-bretagne/bzh-aide" in [one.story_id for one in Shelf.of(settings).all()]
    desk(installation).use(pack_store.PICTURES, "petite-bretagne")
    folder = pack_folders.used_folder(settings, pack_store.PICTURES)
    assert folder and (folder / "pont.svg").is_file()
    assert desk(installation).remove("petite-bretagne") == ()
    assert catalogue_store.load(installation) == before
    assert "bzh-essai" not in offers.in_use(at_once=True).by_id
    assert pack_folders.pack_story_folders(settings) == {}
    assert pack_folders.used_folder(settings, pack_store.PICTURES) is None
    pack_folders.sweep_copies(settings)
    assert list((tmp_path / "packs").iterdir()) == []


def test_the_database_is_up_to_date_with_its_packs(installation: Engine) -> None:
    install(installation, pack_source.pack())
    assert not catalogue_store.fill(installation, CATALOGUE)


def test_an_unknown_signer_needs_its_fingerprint_and_a_trusted_one_does_not(
    installation: Engine,
) -> None:
    there, pack = desk(installation), pack_source.pack()
    arrival = there.read(pack.content)
    assert arrival.known_as is None
    for accepted in (None, pack_source.key(2).public.fingerprint):
        with pytest.raises(RefusedPack, match=pack.signer.fingerprint):
            there.install(arrival, WHO, AT, accepted)
    signer = pack.signer
    there.keys.trust(TrustedKey(signer.fingerprint, signer.text, "Région Bretagne", WHO, AT))
    again = there.read(pack.content)
    assert again.known_as == "Région Bretagne" and there.install(again, WHO, AT)
    assert there.keys.forget(signer.fingerprint) and there.read(pack.content).known_as is None


def test_the_same_version_changes_nothing_and_a_newer_one_takes_its_place(
    installation: Engine,
) -> None:
    there, first = desk(installation), pack_source.pack()
    install(installation, first)
    same = there.read(first.content)
    assert same.is_there and not there.install(same, WHO, AT)
    newer = pack_source.pack(
        {"pack.yml": pack_source.version("2026.12"), "stories/bzh-aide.yml": None}
    )
    install(installation, newer)
    assert [one.stored.version for one in there.installed()] == ["2026.12"]
    with pytest.raises(RefusedPack, match="plus récente"):
        there.read(first.content)
    other = pack_source.pack({"pack.yml": pack_source.version("2026.12")})
    with pytest.raises(RefusedPack, match="nouveau numéro"):
        there.read(other.content)


@pytest.mark.parametrize("is_trusted", [False, True], ids=["unknown", "trusted"])
def test_a_pack_of_another_signer_does_not_take_the_place_of_the_one_that_is_there(
    installation: Engine, is_trusted: bool
) -> None:
    there, first = desk(installation), pack_source.pack()
    install(installation, first)
    other = seal(
        pack_source.files({"pack.yml": pack_source.version("2026.12")}), pack_source.key(2)
    )
    if is_trusted:
        signer = other.signer
        there.keys.trust(TrustedKey(signer.fingerprint, signer.text, "Région Autre", WHO, AT))
    for newer in (other, seal(pack_source.files(), pack_source.key(2))):
        with pytest.raises(RefusedPack) as refused:
            there.read(newer.content)
        (told,) = refused.value.reasons
        assert first.signer.fingerprint in told and other.signer.fingerprint in told
        assert ("Région Autre" in told) is is_trusted and "retirez d’abord" in told
    there.remove("petite-bretagne")
    install(installation, other)
    assert [one.stored.version for one in there.installed()] == ["2026.12"]


def test_two_packs_that_contradict_each_other_are_not_both_taken(installation: Engine) -> None:
    install(installation, pack_source.pack())
    about = pack_source.ABOUT.replace("petite-bretagne", "autre-bretagne")
    figures = pack_source.FILES["catalogue/demand.csv"].replace("120", "121")
    stories = {"stories/bzh-aide.yml": None}
    rival = pack_source.pack({"pack.yml": about, "catalogue/demand.csv": figures, **stories})
    with pytest.raises(RefusedPack, match="dit autre chose : les embauches du bassin 5301"):
        desk(installation).read(rival.content)
    agreeing = pack_source.pack({"pack.yml": about, **stories})
    assert desk(installation).read(agreeing.content).contents.offers


def test_packs_that_changed_meanwhile_stop_an_import(installation: Engine) -> None:
    there = desk(installation)
    arrival = there.read(pack_source.pack().content)
    newer = pack_source.pack({"pack.yml": pack_source.version("2026.12")})
    install(installation, newer)
    with pytest.raises(RefusedPack, match="recommencez"):
        there.install(arrival, WHO, AT, arrival.sealed.signer.fingerprint)
    assert [one.stored.version for one in there.installed()] == ["2026.12"]


def test_a_preview_tells_what_changes_field_by_field(installation: Engine) -> None:
    install(installation, pack_source.pack())
    offer = pack_source.FILES["offers/bzh-essai.yml"].replace("name: ", "name: Nouvelle ")
    figures = pack_source.FILES["catalogue/demand.csv"].replace("120", "150")
    newer = pack_source.pack(
        {
            "pack.yml": pack_source.version("2026.12"),
            "offers/bzh-essai.yml": offer,
            "catalogue/demand.csv": figures,
            "stories/bzh-aide.yml": None,
            "stories/bzh-autre.yml": pack_source.STORY,
        }
    )
    there = desk(installation)
    found = there.preview(there.read(newer.content)).differences
    (move,) = found.hiring.moves
    assert (move.basin, move.before, move.after) == ("Brest", 120, 150)
    assert found.hiring.after - found.hiring.before == 30
    (change,) = found.offers
    assert [one.key for one in change.fields] == ["name"]
    assert found.files["stories"].come == ("bzh-autre.yml",)
    assert found.files["stories"].gone == ("bzh-aide.yml",)
    assert not found.jobs and not found.communes


def test_what_editors_published_stays_over_a_pack_and_after_it(installation: Engine) -> None:
    install(installation, pack_source.pack())
    content = pack_source.FILES["offers/bzh-essai.yml"].replace("name: ", "name: Notre ")
    changes = OfferChanges(installation)
    signature = Signature("1" * 16, "Rédactrice", "Mission", AT, "appel de ce matin")
    changes.publish("bzh-essai", 0, content, None, None, signature)
    in_use = published(installation).in_use().by_id["bzh-essai"]
    assert in_use.content == content
    there = desk(installation)
    assert there.preview_removal("petite-bretagne").kept_offers == ("bzh-essai",)
    assert there.remove("petite-bretagne") == ("bzh-essai",)
    assert published(installation).in_use().by_id["bzh-essai"].content == content


def test_pictures_are_chosen_only_from_a_pack_that_has_some(installation: Engine) -> None:
    bare = {name: None for name in pack_source.files() if name.startswith("pictures/")}
    install(installation, pack_source.pack(bare))
    with pytest.raises(RefusedPack, match="n’en contient pas"):
        desk(installation).use(pack_store.PICTURES, "petite-bretagne")
    with pytest.raises(LookupError):
        desk(installation).use(pack_store.PICTURES, "ailleurs")


def test_the_chat_takes_the_pictures_and_the_game_that_were_chosen(
    installation: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(installation, pack_source.pack())
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    url = installation.url.render_as_string(hide_password=False)
    monkeypatch.setenv("DECLIC_DATABASE_URL", url)
    # As a process that starts: what it chose once is not asked again.
    chosen = wiring.pictures_folder.__wrapped__, wiring.game_file.__wrapped__
    assert [one() for one in chosen] == [wiring.PICTURES, wiring.STORY]
    for kind in pack_store.KINDS:
        desk(installation).use(kind, "petite-bretagne")
    assert [one().parts[-1] for one in chosen] == ["pictures", "jeu.yml"]
    desk(installation).remove("petite-bretagne")
    assert [one() for one in chosen] == [wiring.PICTURES, wiring.STORY]


def test_an_archive_that_waits_is_its_senders_alone_and_for_a_day(installation: Engine) -> None:
    uploads = PackUploads(installation)
    first = uploads.keep("a", b"1", AT)
    assert uploads.of("a", first) == b"1" and uploads.of("b", first) is None
    second = uploads.keep("a", b"2", AT)
    assert uploads.of("a", first) is None and uploads.of("a", second) == b"2"
    uploads.keep("b", b"3", AT.replace(day=29))
    assert uploads.of("a", second) is None


def _die_at(url: str, content: bytes, statement: int) -> None:
    """Imports in this process, which kills itself without warning at the nth SQL statement."""
    engine = connect(url)
    there = desk(engine)
    arrival, done = there.read(content), 0

    def count(*_: object) -> None:
        nonlocal done
        done += 1
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(engine, "before_cursor_execute", count)
    sa.event.listen(engine, "commit", count)
    there.install(arrival, WHO, AT, arrival.sealed.signer.fingerprint)


def test_an_import_killed_at_any_moment_leaves_the_old_or_the_new_whole(
    installation: Engine,
) -> None:
    url = installation.url.render_as_string(hide_password=False)
    before, content = catalogue_store.load(installation), pack_source.pack().content
    installation.dispose()
    killed, statement = 0, 1
    while True:
        child = multiprocessing.get_context("fork").Process(
            target=_die_at, args=(url, content, statement)
        )
        child.start()
        child.join()
        if child.exitcode == 0:
            break
        assert child.exitcode == -signal.SIGKILL
        killed += 1
        assert _whole(installation) is (catalogue_store.load(installation) != before), statement
        installation.dispose()
        statement += 3
    assert killed > 5
    assert _whole(installation)


def _whole(engine: Engine) -> bool:
    """Whether the pack is there with all it brings; a half of it fails."""
    catalogue, is_there = catalogue_store.load(engine), bool(desk(engine).installed())
    facts = {"29019" in catalogue.commune_by_code, "5301" in catalogue.basin_by_code}
    facts.add("bzh-essai" in published(engine).in_use().by_id)
    assert facts == {is_there}
    return is_there
