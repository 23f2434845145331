"""Jobs that the crosswalk of ROME to FAP 2021 counts in a family of quite other work.

What their family hires says nothing of them: grooms and keepers of animals are counted with
nursing assistants. No hiring figure is shown for them, and none ranks them. Our own reading of the
crosswalk, family by family.
"""

from __future__ import annotations

MISPLACED_JOBS = frozenset({"A1501", "A1506", "A1510", "A1511"})
