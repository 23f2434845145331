"""What is deleted leaves the files of SQLite: main file, write-ahead log, shared memory."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.engine import connect
from bot.adapters.sql.scrub import scrub

PEOPLE = [f"{number:08x}" * 4 for number in range(60)]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """Pages that were split and filled by people who talk at the same time.

    With this seed, without rewriting, SQLite 3.40 leaves two names in the gaps of split pages.
    """
    chance = random.Random(1)
    opened = connect(f"sqlite:///{tmp_path / 'declic.db'}")
    with opened.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE said (who TEXT, number INTEGER, words TEXT)")
        connection.exec_driver_sql("CREATE UNIQUE INDEX by_who ON said (who, number)")
    for number in range(1500):
        who = chance.choice(PEOPLE)
        words = f"mot{who}" + "x" * chance.randint(1, 6000)
        with opened.begin() as connection:
            connection.execute(
                sa.text("INSERT INTO said VALUES (:who, :number, :words)"),
                {"who": who, "number": number, "words": words},
            )
    return opened


def forget(engine: Engine, people: Iterable[str]) -> None:
    with engine.begin() as connection:
        for who in people:
            connection.execute(sa.text("DELETE FROM said WHERE who = :who"), {"who": who})


def found(engine: Engine, people: Iterable[str]) -> list[str]:
    """Whose name is in any byte of any file beside the database."""
    assert engine.url.database
    files = Path(engine.url.database).parent.iterdir()
    content = b"".join(path.read_bytes() for path in files)
    return [who for who in people if who.encode() in content]


def test_nobody_who_was_forgotten_is_in_any_file(engine: Engine) -> None:
    gone, kept = PEOPLE[:40], PEOPLE[40:]
    assert found(engine, PEOPLE) == PEOPLE
    forget(engine, gone)
    assert scrub(engine, rewrite=True)
    assert found(engine, gone) == []
    assert found(engine, kept) == kept


def test_without_rewriting_almost_all_words_are_overwritten(engine: Engine) -> None:
    """A page that was split may keep some in its gap: that is why files are rewritten at all."""
    forget(engine, PEOPLE[:40])
    assert scrub(engine, rewrite=False)
    assert len(found(engine, [f"mot{who}" for who in PEOPLE[:40]])) <= 4


@pytest.mark.parametrize("rewrite", [True, False])
def test_a_long_reader_puts_it_off_and_is_not_disturbed(engine: Engine, rewrite: bool) -> None:
    gone = PEOPLE[:1]
    with engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        seen = reader.exec_driver_sql("SELECT count(*) FROM said").scalar_one()
        forget(engine, gone)
        assert not scrub(engine, rewrite=rewrite)
        assert reader.exec_driver_sql("SELECT count(*) FROM said").scalar_one() == seen
        reader.rollback()
    assert scrub(engine, rewrite=rewrite)
    assert found(engine, gone) == []


def test_a_writer_such_as_an_import_puts_it_off(engine: Engine) -> None:
    forget(engine, PEOPLE[:1])
    with engine.connect() as writer:
        writer.exec_driver_sql("BEGIN IMMEDIATE")
        assert not scrub(engine, rewrite=True)
        writer.rollback()
    assert scrub(engine, rewrite=True)


def test_a_file_too_large_to_be_rewritten_now_is_left_to_the_command(engine: Engine) -> None:
    assert not scrub(engine, rewrite=True, largest_bytes=4096)
    assert scrub(engine, rewrite=True)
