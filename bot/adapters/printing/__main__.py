"""Sets one sheet in a process of its own: JSON comes in, the PDF goes out.

The library keeps what it has set before, some 500 MB after twenty pages, and frees it only with its
process.
"""

from __future__ import annotations

import json
import sys

from bot.adapters.printing.sheet import printed_sheet
from bot.adapters.printing.two_voices import printed_two_voices
from bot.services.two_voices import KIND

content = json.load(sys.stdin)
printed = printed_two_voices if content.get("kind") == KIND else printed_sheet
sys.stdout.buffer.write(printed(content))
