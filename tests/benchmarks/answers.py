"""How long the dashboard takes to answer, page by page, on a large library: each question is another one.

`python -m tests.benchmarks.answers --library FILE` asks a library that `tests.benchmarks.library_of` made, or another.
"""

import argparse
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

import click
from dash import Dash

from analysis.results import Results
from tests.benchmarks.pages import asked

TABS = ("", "facts", "people", "words", "sources", "copies")
VALUES = ("sentiment", "loaded", "hedging", "certainty", "agency.passive", "attribution.named")


def questions(results: Results, *, times: int, seed: int = 1) -> Mapping[str, list[str]]:
    """Return `times` different addresses of each kind of page, chosen by lot from what the library holds."""
    dice = random.Random(seed)
    stories = results.table("stories")
    told = stories[stories["articles"] > 1]
    ids = dice.sample(results.table("articles")["id"].tolist(), min(len(results.table("articles")), 4 * times))
    outlets = results.table("holdings").sort_values("own", ascending=False)["outlet"].head(40).tolist()
    few = [told.sample(min(times, len(told)), random_state=seed + at) for at in range(3)]
    words = [str(title).split()[dice.randrange(3)] for title in few[0]["title"]]
    rare = [str(title).split()[-1] for title in few[1]["title"]]
    days = [f"{day:%Y-%m-%d}" for day in few[2]["first"].dropna()]
    chosen = [str(story) for story in told["story"].sample(len(told), random_state=seed).head(7 * times)]
    last = max(1, len(told) // 30)
    turns = range(times)

    def of(values: Sequence[str], at: int) -> str:
        return values[at % len(values)]

    def to(path: str, *pairs: tuple[str, object]) -> str:
        return f"{path}?{urlencode(pairs)}"

    apart = ("clear", "none", "unknown")
    found = {
        "stories": [to("/", ("page", dice.randint(1, last))) for _ in turns],
        "stories as a table": [to("/", ("page", dice.randint(1, last)), ("view", "table")) for _ in turns],
        "stories: common word": [to("/", ("q", of(words, at))) for at in turns],
        "stories: rare word": [to("/", ("q", of(rare, at))) for at in turns],
        "stories: phrase": [to("/", ("q", f'"{of(words, at)} {of(rare, at)}"')) for at in turns],
        "stories: outlet": [to("/", ("outlet", of(outlets, at)), ("page", at % 3 + 1)) for at in turns],
        "stories: day on": [to("/", ("since", of(days, at)), ("sort", of(("newest", "oldest"), at))) for at in turns],
        "stories: apart": [to("/", ("apart", of(apart, at)), ("sort", "apart"), ("page", at + 1)) for at in turns],
    }
    for at, tab in enumerate(TABS):
        mine = chosen[at * times : (at + 1) * times] or chosen[:times]
        found[f"story: {tab or 'beside'}"] = [f"/story/{story}" + (f"?tab={tab}" if tab else "") for story in mine]
    value = [("value", of(VALUES, at)) for at in turns]
    numbered = [to(f"/article/{ids[times + at]}", value[at], ("voice", "narration")) for at in turns]
    sides = [(("one", of(outlets, at)), ("one", outlets[-1]), ("other", of(outlets, at + 5))) for at in turns]
    return found | {
        "article": [f"/article/{article}" for article in ids[:times]],
        "article: a number": numbered,
        "outlets": [to("/outlets", value[at], ("since", of(days, at))) for at in turns],
        "outlet": [to("/outlet", ("name", of(outlets, at))) for at in turns],
        "two outlets": [to("/two-outlets", ("a", of(outlets, at)), ("b", of(outlets, at + 1))) for at in turns],
        "groups": [to("/groups", *sides[at]) for at in turns],
        "collect": [to("/collect", ("again", at)) for at in turns],
        "data quality": [to("/quality", ("again", at)) for at in turns],
        "correct": [to("/correct", ("article", article)) for article in ids[2 * times : 3 * times]],
        "method": [to("/method", ("again", at)) for at in turns],
    }


def timed(app: Dash, addresses: Sequence[str]) -> tuple[list[float], list[float], int]:
    """Return ms on the clock and of the processor for each answer, in the order of asking, and the largest in bytes."""
    wall, work, most = [], [], 0
    for address in addresses:
        began = time.perf_counter()
        spent, sent = asked(app, address)
        wall.append(1000 * (time.perf_counter() - began))
        work.append(1000 * spent)
        most = max(most, len(sent))
    return wall, work, most


def late(values: Sequence[float], share: float = 0.95) -> float:
    """Return the value that so many are not above."""
    return sorted(values)[min(len(values) - 1, round(share * len(values)))]


def run(arguments: Sequence[str] | None = None) -> None:
    """Ask every page and print the figures."""
    from dashboard.app import create_app
    from dashboard.warm import warm_up

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--only", default="", help="only pages whose name begins like this")
    given = parser.parse_args(arguments)
    results = Results.open(given.library)
    wanted = questions(results, times=given.times)
    results.close()
    del results
    warm_up().join()
    app = create_app(given.library)
    click.echo("Answers: first, median and 95th percentile on the clock (of the processor), ms; the largest, KiB")
    for name, addresses in wanted.items():
        if not name.startswith(given.only):
            continue
        wall, work, most = timed(app, addresses)
        click.echo(
            f"  {name:<22} {wall[0]:>7.0f} ({work[0]:>6.0f}) {late(wall[1:], 0.5):>7.1f} ({late(work[1:], 0.5):>6.1f})"
            f" {late(wall[1:]):>7.1f} ({late(work[1:]):>6.1f}) {most / 1024:>6.0f} KiB"
        )


if __name__ == "__main__":
    run()
