"""Sets pages in a process of its own, which frees what the library remembers."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE

from bot.web.errors import ApiError

PRINTER = (sys.executable, "-m", "bot.adapters.printing")
PRINTING_SECONDS = 30.0
SHEET, CARDS, RESTITUTION = "sheet", "cards", "restitution"
"""What may be set: a person's sheet, the deck of pictures as cards, the restitution of a trial."""


async def set_apart(kind: str, content: bytes) -> bytes:
    """The PDF of what `content` (JSON) says. ApiError: it cannot be set, or takes too long."""
    process = await asyncio.create_subprocess_exec(
        *PRINTER, kind, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        printed, _ = await asyncio.wait_for(process.communicate(content), PRINTING_SECONDS)
    except asyncio.TimeoutError as error:
        raise ApiError("failed") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise ApiError("failed")
    return printed
