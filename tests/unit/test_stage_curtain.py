"""What a widget asks while a conversation begins anew waits for the next one."""

from __future__ import annotations

import asyncio

import pytest

from bot.replay.stage import curtain as of_stage
from bot.replay.stage.curtain import Curtain


def test_a_question_waits_while_the_curtain_is_down() -> None:
    async def play() -> list[str]:
        curtain, told = Curtain(), []

        async def ask() -> None:
            async with curtain.up():
                told.append("answered")

        async with curtain.down():
            asked = asyncio.create_task(ask())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            told.append("the next conversation is there")
        await asked
        return told

    assert asyncio.run(play()) == ["the next conversation is there", "answered"]


def test_the_curtain_waits_for_a_question_that_is_being_answered() -> None:
    async def play() -> list[str]:
        curtain, told, answer = Curtain(), [], asyncio.Event()

        async def ask() -> None:
            async with curtain.up():
                await answer.wait()
                told.append("answered")

        async def begin_anew() -> None:
            async with curtain.down():
                told.append("anew")

        asked = asyncio.create_task(ask())
        await asyncio.sleep(0)
        begun = asyncio.create_task(begin_anew())
        await asyncio.sleep(0)
        answer.set()
        await asyncio.gather(asked, begun)
        return told

    assert asyncio.run(play()) == ["answered", "anew"]


@pytest.mark.parametrize("is_cut", [True, False], ids=["a question cut off", "one that hangs"])
def test_no_question_keeps_the_curtain_up(is_cut: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_stage, "PATIENCE_SECONDS", 0.01)

    async def play() -> bool:
        curtain = Curtain()

        async def hang() -> None:
            async with curtain.up():
                await asyncio.Event().wait()

        asked = asyncio.create_task(hang())
        await asyncio.sleep(0)
        if is_cut:
            asked.cancel()
        async with curtain.down():
            pass
        async with curtain.up():
            asked.cancel()
            return True

    assert asyncio.run(play())
