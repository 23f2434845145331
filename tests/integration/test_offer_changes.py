"""Published changes, on both databases: in use at once in every process, then back in the files."""

from __future__ import annotations

import datetime
import io
import shutil
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from click.testing import CliRunner
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from bot.adapters.offer_writing import write_changes, zipped
from bot.adapters.published_offers import OffersInUse, PublishedOffers
from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect, metadata
from bot.adapters.sql.offer_changes import OfferChanges, OfferDrafts
from bot.adapters.sql.offer_tables import offer_changes, offer_drafts
from bot.commands.offers import command
from bot.services.editing.changes import AlreadyChanged, Draft, Signature, mark_of
from bot.settings import ROOT

NOW = datetime.datetime(2026, 11, 27, 9, 30)
ANNE = Signature("anne", "Anne Roux", "Mission locale", NOW, "la page dit 300 €")
GOOD = sorted((ROOT / "data" / "offers").glob("*.yml"))[:4]
PERMIT = ROOT / "data" / "offers" / "aura-permis-200.yml"


@pytest.fixture
def ready(engine: Engine) -> Engine:
    migrate.upgrade(engine)
    return engine


@pytest.fixture
def store(ready: Engine) -> OfferChanges:
    return OfferChanges(ready)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "offers"
    made.mkdir()
    for path in (*GOOD, PERMIT):
        shutil.copy(path, made)
    return made


def renamed(text: str, name: str) -> str:
    return text.replace("name: Aide de la Région au permis de conduire", f"name: {name}")


def published(store: OfferChanges, folder: Path, name: str, after: int = 0) -> str:
    """Publishes another name for the aid to the licence; the whole content."""
    text = (folder / PERMIT.name).read_text(encoding="utf-8")
    content = renamed(PERMIT.read_text(encoding="utf-8"), name)
    store.publish(PERMIT.stem, after, content, text, mark_of(text), ANNE)
    return content


def name_in(found: OffersInUse) -> str:
    return found.support.by_id[PERMIT.stem].name


def test_the_migration_and_the_tables_agree(ready: Engine) -> None:
    names = {offer_changes.name, offer_drafts.name}

    def is_ours(_object: Any, name: str | None, kind: str, *_rest: Any) -> bool:
        return kind != "table" or name in names

    with ready.connect() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_each_change_is_kept_dated_and_signed(store: OfferChanges, folder: Path) -> None:
    assert store.edition() == (0, 0) and store.histories() == {}
    first, second = (published(store, folder, name, at) for at, name in enumerate(("Un", "Deux")))
    history = store.history(PERMIT.stem)
    assert [(change.version, change.content) for change in history] == [(1, first), (2, second)]
    assert history[0].signature == ANNE
    assert store.histories() == {PERMIT.stem: history} and store.edition()[1] == 2


def test_of_two_editors_at_once_the_second_is_told(store: OfferChanges, folder: Path) -> None:
    published(store, folder, "Premier")
    with pytest.raises(AlreadyChanged) as told:
        published(store, folder, "Second")
    assert told.value.version == 1 and len(store.history(PERMIT.stem)) == 1


def test_of_many_at_the_very_same_moment_one_publishes(store: OfferChanges, folder: Path) -> None:
    barrier, outcomes = threading.Barrier(6), []

    def publish(name: str) -> None:
        barrier.wait()
        try:
            published(store, folder, name)
            outcomes.append("published")
        except AlreadyChanged:
            outcomes.append("told")

    threads = [threading.Thread(target=publish, args=(f"Nom {at}",)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["published"] + ["told"] * 5
    assert len(store.history(PERMIT.stem)) == 1


def test_drafts_are_each_editor_s_own(ready: Engine) -> None:
    drafts = OfferDrafts(ready)
    mine = Draft("cpf", "anne", {"name": ["Élan ’\n😀"], "themes": []}, "base", NOW)
    drafts.keep(mine)
    drafts.keep(Draft("cpf", "paul", {"name": ["Autre"]}, None, NOW))
    again = Draft("cpf", "anne", {"name": ["Encore"]}, "base", NOW + datetime.timedelta(hours=1))
    assert drafts.of("cpf", "anne") == mine
    drafts.keep(again)
    assert drafts.of("cpf", "anne") == again and len(drafts.all()) == 2
    drafts.drop("cpf", "anne")
    assert drafts.of("cpf", "anne") is None and drafts.all()[0].advisor_id == "paul"


def test_a_published_change_is_in_use_within_a_second_in_every_process(
    store: OfferChanges, folder: Path
) -> None:
    clock = [0.0]
    web, rasa = (PublishedOffers(folder, store, lambda: clock[0]) for _ in range(2))
    before = rasa.current()
    assert web.in_use() is web.in_use()
    published(store, folder, "Nouveau nom")
    assert rasa.current() is before
    assert name_in(web.in_use(at_once=True)) == "Nouveau nom"
    clock[0] = 1.0
    assert name_in(rasa.in_use()) == "Nouveau nom"
    found = rasa.current().index.find("nouveau nom")
    assert [one.offer.offer_id for one in found] == [PERMIT.stem]
    assert rasa.current() is rasa.current()


def test_a_new_offer_is_in_use_without_a_file(store: OfferChanges, folder: Path) -> None:
    text = PERMIT.read_text(encoding="utf-8").replace("aura-permis-200", "bourse-neuve")
    store.publish("bourse-neuve", 0, text, None, None, ANNE)
    found = PublishedOffers(folder, store).in_use()
    assert found.by_id["bourse-neuve"].standing == "waiting"
    assert found.by_id["bourse-neuve"].file_content is None
    assert found.by_id["bourse-neuve"].version == 1


@pytest.mark.parametrize("content", ["name: [", "offer_id: aura-permis-200\n", ""])
def test_a_broken_change_leaves_the_file_in_use(
    store: OfferChanges, folder: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    """As after a change of the rules by a new version of Déclic: nothing else can publish one."""
    store.publish(PERMIT.stem, 0, content, None, mark_of(PERMIT.read_bytes()), ANNE)
    found = PublishedOffers(folder, store).in_use()
    assert name_in(found) == "Aide de la Région au permis de conduire"
    assert "offer_change_wrong offer=aura-permis-200" in caplog.text


def test_a_database_that_goes_away_leaves_the_offers_in_use(
    store: OfferChanges, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    offers = PublishedOffers(folder, store, lambda: clock[0])
    published(store, folder, "Nouveau nom")
    assert name_in(offers.in_use()) == "Nouveau nom"

    def away() -> tuple[int, int]:
        raise OperationalError("SELECT", {}, Exception("away"))

    monkeypatch.setattr(store, "edition", away)
    clock[0] = 5.0
    assert name_in(offers.in_use()) == "Nouveau nom"
    assert PublishedOffers(folder, store).current().by_id


def test_an_installation_that_is_not_migrated_serves_its_files(
    engine: Engine, folder: Path
) -> None:
    assert len(PublishedOffers(folder, OfferChanges(engine)).current().by_id) == 5


def test_a_file_that_is_edited_is_in_use_without_a_restart(
    store: OfferChanges, folder: Path
) -> None:
    offers = PublishedOffers(folder, store)
    offers.current()
    path = folder / PERMIT.name
    path.write_text(renamed(path.read_text(encoding="utf-8"), "À la main"), encoding="utf-8")
    assert name_in(offers.in_use(at_once=True)) == "À la main"


def test_the_files_get_what_changed_and_the_product_stays_the_same(
    store: OfferChanges, folder: Path
) -> None:
    offers = PublishedOffers(folder, store)
    content = published(store, folder, "Nouveau nom")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert offers.in_use(at_once=True).by_id[PERMIT.stem].standing == "waiting"
    done = write_changes(store.histories(), folder)
    assert (done.written, done.already, done.conflicts) == ((PERMIT.stem,), (), ())
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.pop(PERMIT.name) == content.encode() and before.pop(PERMIT.name)
    assert after == before
    found = offers.in_use(at_once=True)
    assert name_in(found) == "Nouveau nom" and found.by_id[PERMIT.stem].standing == "written"
    assert write_changes(store.histories(), folder).already == (PERMIT.stem,)


def test_a_file_changed_by_hand_is_told_and_never_overwritten(
    store: OfferChanges, folder: Path
) -> None:
    """The product goes on with what was published: an editor chooses, nothing is overwritten."""
    published(store, folder, "Publié")
    path = folder / PERMIT.name
    by_hand = renamed(path.read_text(encoding="utf-8"), "À la main")
    path.write_text(by_hand, encoding="utf-8")
    found = PublishedOffers(folder, store).in_use()
    assert name_in(found) == "Publié" and found.by_id[PERMIT.stem].standing == "conflict"
    assert write_changes(store.histories(), folder).conflicts == (PERMIT.stem,)
    assert path.read_text(encoding="utf-8") == by_hand


def test_a_file_changed_by_hand_after_it_held_the_change_is_in_use(
    store: OfferChanges, folder: Path
) -> None:
    offers = PublishedOffers(folder, store)
    published(store, folder, "Publié")
    write_changes(store.histories(), folder)
    assert offers.in_use(at_once=True).by_id[PERMIT.stem].standing == "written"
    path = folder / PERMIT.name
    by_hand = path.read_text(encoding="utf-8").replace("name: Publié", "name: À la main")
    path.write_text(by_hand, encoding="utf-8")
    found = offers.in_use(at_once=True)
    assert name_in(found) == "À la main" and found.by_id[PERMIT.stem].standing == "file"
    assert write_changes(store.histories(), folder).written == ()


def test_a_copy_of_the_files_that_is_behind_by_two_changes_catches_up(
    store: OfferChanges, folder: Path, tmp_path: Path
) -> None:
    behind = shutil.copytree(folder, tmp_path / "image")
    published(store, folder, "Un")
    write_changes(store.histories(), folder)
    published(store, folder, "Deux", after=1)
    assert name_in(PublishedOffers(behind, store).in_use()) == "Deux"
    assert write_changes(store.histories(), behind).written == (PERMIT.stem,)


def test_the_zip_holds_the_files_to_copy(store: OfferChanges, folder: Path) -> None:
    content = published(store, folder, "Nom")
    packed = zipped([history[-1] for history in store.histories().values()])
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == [f"data/offers/{PERMIT.name}"]
        assert archive.read(archive.namelist()[0]).decode() == content


@pytest.fixture
def declic(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[OfferChanges, Callable[..., Any]]:
    url = f"sqlite:///{tmp_path / 'declic.db'}"
    monkeypatch.setenv("DECLIC_DATABASE_URL", url)
    engine = connect(url)
    migrate.upgrade(engine)

    def run(*words: object) -> Any:
        return CliRunner().invoke(command, [str(word) for word in words])

    return OfferChanges(engine), run


def test_the_command_writes_and_the_checks_pass(
    declic: tuple[OfferChanges, Callable[..., Any]], tmp_path: Path
) -> None:
    store, run = declic
    folder = shutil.copytree(ROOT / "data" / "offers", tmp_path / "all")
    published(store, folder, "Nouveau nom")
    result = run("write", "--to", folder)
    assert result.exit_code == 0 and "aura-permis-200.yml : écrite." in result.stdout
    assert run("check", "--folder", folder).exit_code == 0
    assert "1 déjà à jour" in run("write", "--to", folder).stdout


def test_the_command_tells_a_conflict_and_a_folder_that_is_not_there(
    declic: tuple[OfferChanges, Callable[..., Any]], folder: Path
) -> None:
    store, run = declic
    published(store, folder, "Publié")
    path = folder / PERMIT.name
    path.write_text(renamed(path.read_text(encoding="utf-8"), "À la main"), encoding="utf-8")
    result = run("write", "--to", folder)
    assert result.exit_code == 1 and "changée ailleurs" in result.stderr
    assert run("write", "--to", folder / "nulle-part").exit_code == 2
