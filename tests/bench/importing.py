"""How long the import of official files takes, and the memory it needs.

    python -m tests.bench.importing --reference FOLDER [--database-url URL] [--rounds 3]

Each round imports everything under FOLDER into a new SQLite file, or into the given database, which
must be empty: with --database-url only one round is run. Prints medians, as JSON with --json.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ONE_ROUND = """
import datetime, json, resource, sys, time
from pathlib import Path
from bot.adapters import official_import
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.settings import ROOT

url, reference = sys.argv[1:]
engine, bundled = connect(url), ROOT / "data" / "catalogue"
migrate.upgrade(engine)
catalogue_store.fill(engine, bundled)
start, cpu = time.perf_counter(), time.process_time()
now = datetime.datetime(2026, 1, 1)
result = official_import.import_files(engine, [Path(reference)], bundled, now)
print(json.dumps({
    "seconds": time.perf_counter() - start,
    "cpu_seconds": time.process_time() - cpu,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "rows": sum(edition.rows for edition in result.imported),
    "editions": len(result.imported),
}))
"""


def one_round(url: str, reference: Path) -> dict[str, float]:
    """Figures of one import in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ONE_ROUND, url, str(reference)],
        check=True,
        capture_output=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--database-url")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rounds = []
    for _ in range(1 if given.database_url else given.rounds):
        with tempfile.TemporaryDirectory() as folder:
            url = given.database_url or f"sqlite:///{folder}/declic.db"
            rounds.append(one_round(url, given.reference))
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    if given.json:
        print(json.dumps(medians))
    else:
        print("\n".join(f"{name:12} {value:.1f}" for name, value in medians.items()))


if __name__ == "__main__":
    main()
