"""Processor time for an article and memory as ever more articles with ever new words are scored by one process."""

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from analysis.run import BATCH, read_and_score
from sources.article import Article
from tests.benchmarks.invented import articles

NEW = 20
"""After so many words of an article stands one that no other article has: as in 37,000 real ones, where word types grow
as the 0.57th power of words, and above that in the long run."""

_LETTERS = "etaoinshrdlu"


def new_word(number: int) -> str:
    """Return a word that no other number gives, and no list has."""
    letters = []
    while number:
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "zq" + "".join(letters)


def with_new_words(article: Article, *, first: int) -> Article:
    """Return the article with a word after every `NEW` that is new from number `first` on, some with capitals."""
    words = article.text.split(" ")
    for at in range(NEW, len(words), NEW):
        word = new_word(first + at // NEW)
        words[at] += f" {word.capitalize() if at // NEW % 3 == 0 else word}"
    return replace(article, text=" ".join(words))


def batches(number: int) -> Iterator[list[Article]]:
    """Yield `number` articles in batches of the size that a run has; no word is new twice."""
    made = 0
    while made < number:
        size = min(BATCH, number - made)
        few = articles(size, seed=made)
        yield [
            replace(with_new_words(article, first=1000 * (made + at) + 1), id=f"{made + at:016x}")
            for at, article in enumerate(few)
        ]
        made += size


def memory() -> float:
    """Return the most memory that this process has held, in MB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1024 / (1024 if sys.platform == "darwin" else 1)


def run(arguments: Sequence[str] | None = None) -> None:
    """Score the greatest number of articles and print what an article took up to each number, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000], help="numbers to tell the figures at")
    wanted = sorted(parser.parse_args(arguments).articles)
    click.echo("Growth: all measures and portrayals; articles, ms of the processor for each, MB at most")
    spent, done, lately, first = 0.0, 0, 0, 0.0
    since = 0.0
    for batch in batches(wanted[-1]):
        started = time.process_time()
        read_and_score(batch)
        took = time.process_time() - started
        spent, done = spent + took, done + len(batch)
        since, lately = since + took, lately + len(batch)
        if done >= wanted[0]:
            each = 1000 * since / lately
            first = first or each
            click.echo(f"  {done:>9,} {each:>8.3f} ms (x {each / first:.2f} of the first) {memory():>7,.0f} MB")
            since, lately = 0.0, 0
            wanted = [number for number in wanted if number > done] or [done]


if __name__ == "__main__":
    run()
