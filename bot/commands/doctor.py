"""`declic doctor`: is this installation well, and if not, what to do."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from bot.diagnosis import Finding, examine
from bot.settings import SettingError, Settings

SHOWN = {"ok": "ok", "attention": "à voir", "fault": "PANNE"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
def command(as_json: bool) -> None:
    """Check versions, settings, model, database, ports and disk; change nothing.

    Exit codes: 0 no fault, 1 at least one fault, 2 wrong usage or setting.
    """
    try:
        settings = Settings.from_environment()
    except SettingError as error:
        raise click.UsageError(str(error)) from error
    findings = examine(settings)
    click.echo(as_document(findings) if as_json else as_text(findings))
    sys.exit(1 if any(finding.state == "fault" for finding in findings) else 0)


def as_document(findings: Sequence[Finding]) -> str:
    """JSON: `{"findings": [{"name", "state", "value", "advice"}, …]}`."""
    listed = [asdict(finding) for finding in findings]
    return json.dumps({"findings": listed}, ensure_ascii=False, indent=2)


def as_text(findings: Sequence[Finding]) -> str:
    """One line per finding, and below it what to do."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{SHOWN[finding.state]:7}{finding.name:{width}}  {finding.value}")
        if finding.advice:
            lines.append(f"{'':7}{'':{width}}  → {finding.advice}")
    return "\n".join(lines)
