"""A class clicks at once: how long each of many people waits for the page, and whether anybody gets an error.

`python -m tests.benchmarks.class_of --library FILE --people 30 --workers 4` serves the library and clicks. In every
round all click at the same moment, each somewhere else in the same few stories, as a class does; nobody thinks between
the rounds.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Barrier
from urllib.parse import urlsplit

import click

from analysis.results import Results
from tests.benchmarks.answers import TABS, late
from tests.benchmarks.pages import served

STORIES = 4
"""Stories that the class looks at."""


def places(results: Results, *, seed: int = 3) -> list[str]:
    """Return the addresses that the class may click: the list, a search, views of a few stories, their pages."""
    stories = results.table("stories")
    told = stories[stories["articles"].between(3, 12)]["story"]
    chosen = [str(story) for story in told.sample(min(STORIES, len(told)), random_state=seed)]
    articles = [str(article) for article in results.rows("members", story=chosen)["article"]]
    word = str(stories["title"].iloc[0]).split()[0]
    return [
        *("/", "/?view=table", "/?sort=apart", f"/?q={word}", "/outlets", "/method"),
        *(f"/story/{story}?tab={tab}" if tab else f"/story/{story}" for story in chosen for tab in TABS),
        *(f"/article/{article}" for article in articles),
    ]


def body_of(address: str) -> bytes:
    """Return what a browser sends to draw the page at `address`."""
    path, _, search = address.partition("?")
    inputs = [
        {"id": "address", "property": "pathname", "value": path},
        {"id": "address", "property": "search", "value": f"?{search}" if search else ""},
    ]
    outputs = [{"id": "page", "property": "children"}, {"id": "page-info", "property": "data"}]
    asked = {"output": "..page.children...page-info.data..", "outputs": outputs, "inputs": inputs}
    return json.dumps({**asked, "changedPropIds": ["address.pathname"]}).encode()


@contextmanager
def _connected(base: str) -> Iterator[HTTPConnection]:
    made = HTTPConnection(urlsplit(base).netloc, timeout=120)
    try:
        yield made
    finally:
        made.close()


def clicked(base: str, ways: Sequence[Sequence[str]]) -> list[list[tuple[float, str]]]:
    """Return for each person, who goes their way, seconds and what went wrong ("" where nothing did) of each click."""
    together = Barrier(len(ways))

    def person(way: Sequence[str]) -> list[tuple[float, str]]:
        found = []
        with _connected(base) as connection:
            for address in way:
                together.wait(300)
                began = time.perf_counter()
                found.append((0.0, _asked(connection, address)))
                found[-1] = (time.perf_counter() - began, found[-1][1])
        return found

    with ThreadPoolExecutor(len(ways)) as people:
        return list(people.map(person, ways))


def _asked(connection: HTTPConnection, address: str) -> str:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}
    try:
        connection.request("POST", "/_dash-update-component", body_of(address), headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        connection.close()
        return f"{address}: {error!r}"
    return "" if answer.status == 200 else f"{address}: {answer.status}"


def run(arguments: Sequence[str] | None = None) -> None:
    """Serve the library, click and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args(arguments)
    results = Results.open(given.library)
    every = places(results)
    results.close()
    dice = random.Random(0)
    ways = [[dice.choice(every) for _ in range(given.rounds)] for _ in range(given.people)]
    with served(given.library, "--read-only", "--workers", str(given.workers)) as base:
        first = clicked(base, [[way[0]] for way in ways])
        found = clicked(base, ways)
    click.echo(f"{given.people} people, {given.workers} workers, {len(every)} addresses; ms on the clock")
    _tell("just started", [one for person in first for one in person])
    for at in range(given.rounds):
        _tell(f"round {at + 1}", [person[at] for person in found])
    _tell("all but the first", [one for person in found for one in person])


def _tell(name: str, clicks: Sequence[tuple[float, str]]) -> None:
    waited = [1000 * seconds for seconds, _ in clicks]
    wrong = [what for _, what in clicks if what]
    middle, most = late(waited, 0.5), late(waited)
    click.echo(f"  {name:<18} median {middle:>7.0f}  95 % {most:>7.0f}  errors {len(wrong)} {wrong[:2] or ''}")


if __name__ == "__main__":
    run()
