"""What the first page costs a browser: bytes on the wire, first content, and when it can be used; cold and warm.

`python -m tests.benchmarks.first_page --library FILE` serves a library and opens its first page in headless Chromium.
"""

import argparse
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tests.benchmarks.pages import served


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One opening of the first page."""

    bytes: int
    """On the wire, headers counted; what came from the browser's own store is not."""
    content: float
    """ms until the first content is painted."""
    usable: float
    """ms until the list of stories is there and answers to a click."""
    elsewhere: tuple[str, ...]
    """Requests to other hosts."""


_USABLE = """() => new Promise(done => {
  const look = () => document.querySelector("main h1") && document.querySelector("[data-choose]")
    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
  look();
})"""
_CONTENT = "() => performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)[0] || 0"


def opened(context: Any, base: str) -> Opened:
    """Open the first page in a new tab of a browser's context."""
    page = context.new_page()
    page.set_default_timeout(120_000)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    elsewhere: list[str] = []
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.on("request", lambda asked: asked.url.startswith((base, "data:", "blob:")) or elsewhere.append(asked.url))
    page.goto(base, wait_until="commit")
    usable = float(page.evaluate(_USABLE))
    page.wait_for_load_state("networkidle")
    content = float(page.evaluate(_CONTENT))
    page.close()
    return Opened(bytes=int(sum(sizes)), content=content, usable=usable, elsewhere=tuple(elsewhere))


def measured(base: str, *, rounds: int) -> tuple[list[Opened], list[Opened]]:
    """Return openings by a browser that was never there, and by one that was."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import chromium

    cold, warm = [], []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(**chromium())
        for _ in range(rounds + 1):  # in the first round the server reads what it needs
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            cold.append(opened(context, base))
            warm.append(opened(context, base))
            context.close()
        browser.close()
    return cold[1:], warm[1:]


def run(arguments: Sequence[str] | None = None) -> None:
    """Open the page and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args(arguments)
    with served(given.library) as base:
        found = dict(zip(("cold", "warm"), measured(base, rounds=given.rounds), strict=True))
    for name, each in found.items():
        content, usable = (statistics.median(getattr(one, what) for one in each) for what in ("content", "usable"))
        click.echo(
            f"{name}: {statistics.median(one.bytes for one in each) / 1024:.0f} KiB, first content {content:.0f} ms, "
            f"usable {usable:.0f} ms, {sum(len(one.elsewhere) for one in each)} requests to other hosts"
        )


if __name__ == "__main__":
    run()
