"""kill -9 of the web app and of Rasa while people talk: nothing is lost, doubled or broken.

The same as `python -m tests.bench.load kills`, with fewer deaths and people.
"""

from __future__ import annotations

from pathlib import Path

from tests.bench.load import kills
from tests.bench.load.__main__ import stories


def test_conversations_go_on_through_the_deaths_of_both_processes(tmp_path: Path) -> None:
    found = kills.measure(stories(), tmp_path, seed=1, kills=3, people=3)
    assert {kill.part for kill in found.kills} == {"web", "rasa"}
    assert found.turns_again, "people talked while a process was away"
    assert sum(verdict.turns for verdict in found.verdicts)
    assert [verdict for verdict in found.verdicts if verdict.faults] == []
