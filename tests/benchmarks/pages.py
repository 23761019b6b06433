"""A story of six long articles as the dashboard sends and draws it: processor time, bytes, time from click to paint."""

import argparse
import gzip
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from dash import Dash

from analysis.run import analyse
from sources.library import Library
from sources.outlets import load_outlets
from tests.benchmarks.invented import articles

SIZE, WORDS = 6, 1500
_HEADERS = {"Accept-Encoding": "gzip"}
_GZIP = b"\x1f\x8b"


def fill(library: Path, *, size: int = SIZE, words: int = WORDS) -> None:
    """Make a library of `size` articles of about `words` words, each of another outlet, within a day."""
    names = [outlet.name for outlet in load_outlets().all[:size]]
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    with Library(library) as opened:
        for at, (article, name) in enumerate(zip(articles(size, seed=5, words=words), names, strict=True)):
            opened.add(replace(article, outlet=name, published=noon + timedelta(hours=at)))
    analyse(library, now=noon + timedelta(days=1))


def asked(app: Dash, address: str) -> tuple[float, bytes]:
    """Return the processor seconds of the answer that draws the page at `address`, and what is sent."""
    path, _, search = address.partition("?")
    inputs = [
        {"id": "address", "property": "pathname", "value": path},
        {"id": "address", "property": "search", "value": f"?{search}" if search else ""},
    ]
    outputs = [{"id": "page", "property": "children"}, {"id": "page-info", "property": "data"}]
    body = {"output": "..page.children...page-info.data..", "outputs": outputs, "inputs": inputs,
            "changedPropIds": ["address.pathname"]}  # fmt: skip
    started = time.process_time()
    answer = app.server.test_client().post("/_dash-update-component", json=body, headers=_HEADERS)
    spent = time.process_time() - started
    if answer.status_code != 200:
        raise RuntimeError(f"{address} was answered with {answer.status_code}")
    return spent, answer.get_data()


def plain_of(sent: bytes) -> bytes:
    """Return what was sent, no longer compressed."""
    return gzip.decompress(sent) if sent[:2] == _GZIP else sent


def marks(sent: bytes) -> int:
    """Return how many marked words a page that was sent has."""
    return sent.count(b'["mark",')


def addresses(library: Path) -> dict[str, str]:
    """Return one address for each kind of page; the story is the one told most."""
    from analysis.results import Results

    results = Results.open(library)
    story = results.table("stories").sort_values("articles", ascending=False).iloc[0]["story"]
    article = results.rows("members", story=story)["article"].iloc[0]
    results.close()
    shown = f"/article/{article}"
    number = f"{shown}?value=sentiment&voice=narration"
    return {"stories": "/", "story": f"/story/{story}",
            **{tab: f"/story/{story}?tab={tab}" for tab in ("facts", "people", "words", "sources", "copies")},
            "article": shown, "number": number,
            "outlets": "/outlets", "method": "/method"}  # fmt: skip


@contextmanager
def served(library: Path, *options: str) -> Iterator[str]:
    """Serve a library by a process of its own and yield the address."""
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "--library", str(library), "serve"]
    process = subprocess.Popen([*command, "--port", "0", *options], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        if process.stdout is None:
            raise RuntimeError("the server says nothing")
        yield next(word for word in process.stdout.readline().split() if word.startswith("http"))
    finally:
        process.terminate()
        process.communicate(timeout=20)


_CLICK = """async ([from, to]) => {
  const settled = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const began = performance.now();
  const link = document.createElement("a");
  link.href = to;
  document.querySelector("main").append(link);
  link.click();
  link.remove();
  while (location.pathname + location.search !== to || !document.querySelector(from)) await settled();
  await settled();
  return performance.now() - began;
}"""


def clicks(base: str, ways: Sequence[tuple[str, str]], *, rounds: int) -> list[list[tuple[float, float]]]:
    """Return, for each way (address, what is seen there), milliseconds from click to paint and of the processor."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import chromium

    found: list[list[tuple[float, float]]] = [[] for _ in ways]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(**chromium())
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.set_default_timeout(120_000)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def worked() -> float:
            told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            return float(told["TaskDuration"]) * 1000

        page.goto(base)
        page.locator("h1").wait_for()
        for _ in range(rounds + 1):  # the first one loads what the pages need
            for taken, (address, seen) in zip(found, ways, strict=True):
                before = worked()
                spent = page.evaluate(_CLICK, [seen, address])
                taken.append((float(spent), worked() - before))
                page.wait_for_timeout(300)
        browser.close()
    return [taken[1:] for taken in found]


def run(arguments: Sequence[str] | None = None) -> None:
    """Make the story, draw each page `rounds` times and print the figures."""
    from dashboard.app import create_app
    from dashboard.warm import warm_up

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--library", type=Path, help="a library that is there; without it, the one described above")
    parser.add_argument("--no-browser", action="store_true")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        library = given.library or Path(folder) / "library.sqlite"
        if given.library is None:
            fill(library)
        places = addresses(library)
        warm_up().join()
        app = create_app(library)
        click.echo("Server: processor ms, drawn first, drawn again, asked again (median, 95th percentile);")
        click.echo("        KiB of what is sent, compressed; marked words")
        for name, address in places.items():
            more = f"{address}{'&' if '?' in address else '?'}again="  # another question, so that it is drawn anew
            drawn = [1000 * asked(app, f"{more}{at}")[0] for at in range(4)]
            taken = [asked(app, address) for _ in range(given.rounds + 1)][1:]
            spent = sorted(1000 * seconds for seconds, _ in taken)
            sent = taken[-1][1]
            late = spent[min(len(spent) - 1, round(0.95 * len(spent)))]
            plain = plain_of(sent)
            times = (
                f"{drawn[0]:>7.1f} {statistics.median(drawn[1:]):>7.1f} {statistics.median(spent):>7.1f} {late:>7.1f}"
            )
            click.echo(
                f"  {name:<8} {times} ms {len(plain) / 1024:>7.0f} {len(sent) / 1024:>6.0f} KiB {marks(plain):>5}"
            )
        if given.no_browser:
            return
        ways = {"stories": ".stories", "story": "#texts-title", "number": "#counted", "outlets": ".outlets-page"}
        with served(library) as base:
            found = clicks(
                base, [(places[name], seen) for name, seen in ways.items()], rounds=max(3, given.rounds // 4)
            )
        click.echo("Browser: ms from a click to the paint, and of the processor; medians")
        for name, each in zip(ways, found, strict=True):
            wall, work = (statistics.median(column) for column in zip(*each, strict=True))
            click.echo(f"  {name:<8} {wall:>7.0f} ms {work:>7.0f} ms")


if __name__ == "__main__":
    run()
