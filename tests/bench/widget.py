"""What the widget weighs, and how soon it can be used on a slow phone.

    uv run python -m tests.bench.widget [--runs 9] [--json FILE]

Chromium with an empty cache each time, its CPU four times slower, 1.6 Mbit/s down, 0.75 up and
150 ms for each request: a slow phone network. The web app is the real one, in front of a FakeRasa
that answers at once. Targets: 15 KB of script and styles, gzipped; the launcher usable in a second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bot.web.app import FOLDER
from bot.web.kept_files import as_sent
from tests.browser.sites import ARGUMENTS, declic_site, free_origin, host_site

FILES = ("declic-chat.js", "declic-chat.css")
CPU_TIMES_SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
PHONE: ViewportSize = {"width": 390, "height": 844}
USABLE = """
(selector) => new Promise((resolve) => {
    const look = () => {
        const one = document.querySelector("declic-chat")?.shadowRoot?.querySelector(selector);
        const isLarge = one?.getBoundingClientRect().height >= 44;
        const isUsable = isLarge && one.checkVisibility() && !one.disabled;
        if (isUsable) resolve(performance.now());
        else requestAnimationFrame(look);
    };
    look();
})
"""


@dataclass(frozen=True)
class Timed:
    """Milliseconds from the click on a link to the moment when something can be used, each run."""

    name: str
    target_ms: float | None
    runs_ms: tuple[float, ...]
    requests: int
    strangers: int

    @property
    def median_ms(self) -> float:
        return statistics.median(self.runs_ms)


def weights() -> dict[str, int]:
    """Bytes of each file as it is sent, gzipped."""
    static = FOLDER / "static"
    return {name: len(gzip.compress(as_sent(static / name), 9, mtime=0)) for name in FILES}


def timed(
    browser: Browser,
    name: str,
    url: str,
    selector: str,
    runs: int,
    hosts: Sequence[str],
    target_ms: float | None = None,
) -> Timed:
    """hosts: origins that the page may ask; a request of another one is a stranger's."""
    milliseconds: list[float] = []
    asked: list[str] = []
    for _ in range(runs):
        context = browser.new_context(viewport=PHONE, locale="fr-FR")
        page = context.new_page()
        asked.clear()
        page.on("request", lambda request: asked.append(request.url))
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_TIMES_SLOWER})
        page.goto(url, wait_until="commit")
        milliseconds.append(page.evaluate(USABLE, selector))
        context.close()
    strangers = sum(not one.startswith(tuple(hosts)) for one in asked)
    return Timed(name, target_ms, tuple(milliseconds), len(asked), strangers)


def measure(runs: int, chromium: str) -> list[Timed]:
    origin = free_origin()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with declic_site(Path(folder), origin) as (declic, _), host_site(declic, origin):
            hosts = (origin, declic)
            floating, own = f"{origin}/floating", declic
            found = [
                timed(
                    browser, "launcher on another site", floating, ".launcher", runs, hosts, 1000
                ),
                timed(browser, "text field on its own page", own, "textarea", runs, hosts),
                timed(browser, "first answer to press", own, ".bot .choices button", runs, hosts),
            ]
        browser.close()
    return found


def as_text(weighed: dict[str, int], found: Sequence[Timed]) -> str:
    lines = [f"{name}: {size} bytes gzipped" for name, size in weighed.items()]
    lines.append(f"together: {sum(weighed.values())} bytes (at most {15 * 1024})")
    for one in found:
        aim = f", aim {one.target_ms:.0f}" if one.target_ms else ""
        spread = f"{min(one.runs_ms):.0f}-{max(one.runs_ms):.0f}"
        asked = f"{one.requests} requests, {one.strangers} of other hosts"
        lines.append(f"{one.name}: {one.median_ms:.0f} ms (median; {spread}{aim}); {asked}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("chromium is not installed")
    weighed, found = weights(), measure(options.runs, chromium)
    print(as_text(weighed, found))
    if options.json:
        told = {"bytes": weighed, "times": [asdict(one) for one in found]}
        options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
