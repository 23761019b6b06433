"""One compiled pattern a term, against one automaton for all terms: the loaded wording of a batch."""

import re
from collections.abc import Sequence
from functools import cache

from analysis.batch import Batch
from analysis.reading.articles import read
from analysis.words.context import context_of
from analysis.words.hits import find_hits
from analysis.words.lexicon import lexicon
from tests.benchmarks.invented import articles
from tests.benchmarks.timing import Way, options, timed, told

NAME = "loaded"
"""The list of words."""

SUBSET = 5
"""Articles that the patterns are tried on."""

Found = set[tuple[str, int]]
"""(form, first character in the batch's joined words) of each place where a form stands."""


@cache
def patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each form of a list with its pattern: whole words only."""
    return tuple((form, re.compile(rf"(?<= ){re.escape(form)}(?= )")) for form in lexicon(name).surfaces)


def by_patterns(joined: str) -> Found:
    """Return where the forms stand, found by one pattern after the other."""
    return {(form, match.start()) for form, pattern in patterns(NAME) for match in pattern.finditer(joined)}


@cache
def alternation(name: str) -> re.Pattern[str]:
    """Return one pattern with an alternative for each form of a list, the longest first."""
    forms = sorted(lexicon(name).surfaces, key=len, reverse=True)
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, forms))})(?= )")


def by_alternation(joined: str) -> Found:
    """Return where the forms stand that one pattern for all finds: of those that begin together, the longest."""
    return {(match[0], match.start()) for match in alternation(NAME).finditer(joined)}


def by_automaton(joined: str) -> Found:
    """Return where the forms stand, found in one pass."""
    words = lexicon(NAME)
    found = words.automaton.find_matches_as_indexes(joined, overlapping=True)
    return {(words.surfaces[number], start + 1) for number, start, _ in found}


def run(arguments: Sequence[str] | None = None) -> None:
    """Time the ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=200, rounds=5)
    few = min(given.articles, SUBSET)

    def material(seed: int) -> tuple[list[str], Batch]:
        made = articles(given.articles, seed=seed)
        return [context_of(read([article])).joined for article in made], read(made)

    ways = (
        Way(name="a compiled pattern for each", articles=few, work=lambda made: list(map(by_patterns, made[0][:few]))),
        Way(
            name="one pattern with an alternative for each",
            articles=few,
            work=lambda made: list(map(by_alternation, made[0][:few])),
        ),
        Way(
            name="one automaton: the same places",
            articles=given.articles,
            work=lambda made: list(map(by_automaton, made[0])),
        ),
        Way(
            name="the measure's hits: guards, names, overlaps, voices",
            articles=given.articles,
            work=lambda made: find_hits(made[1], lexicon(NAME)),
        ),
    )
    title = f"{len(patterns(NAME)):,} forms of the list '{NAME}' in words that are split already"
    told(title, timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
