"""QR codes as drawings, in black on white."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE = 4
"""Modules of white around a code; with less, some phones do not read it (ISO/IEC 18004)."""


def qr_svg(text: str) -> bytes:
    """The SVG file of a code; a seventh of it may be dirty and it is still read (level M)."""
    content = BytesIO()
    segno.make(text, error="m", micro=False).save(
        content, kind="svg", border=QUIET_ZONE, xmldecl=False, omitsize=True
    )
    return content.getvalue()
