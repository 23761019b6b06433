"""What `parallax doctor` looks at."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import requires, version
from pathlib import Path

from sources.errors import NoResults, ParallaxError


class Wrong(ParallaxError):
    """A check found something wrong; the message says what to do."""

    slug = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at: `run(library)` returns a line for people, or raises with what is wrong and what to do."""

    name: str
    run: Callable[[Path], str]


def _python(_: Path) -> str:
    return f"{platform.python_version()} on {platform.system()}"


def _packages(_: Path) -> str:
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in requires("parallax-news") or ()]
    needed = [one for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]
    unfit = [f"{one.name} {version(one.name)}" for one in needed if version(one.name) not in one.specifier]
    if unfit:
        raise Wrong(f"versions that do not fit: {', '.join(unfit)}; install again with `make .venv` or pip")
    return f"{len(needed)} packages of fitting versions"


def _measures(_: Path) -> str:
    from analysis.measures import ALL_MEASURES
    from analysis.reading.articles import read
    from sources.article import Article

    for measure in ALL_MEASURES:
        example = measure.example
        article = Article(id="example", title=example.title, text=example.text, language="en")
        scores = measure.score(read([article])).scores
        row = scores[(scores["measure"] == example.value) & (scores["voice"] == example.voice)]
        value = float(row["value"].iloc[0])
        if abs(value - example.expected) > 1e-6:
            raise Wrong(f"{measure.name} gives {value} for its example, not {example.expected}; install again")
    return f"{len(ALL_MEASURES)} measures give the values of their examples"


def _language(_: Path) -> str:
    from sources.language import language_of

    found = language_of(
        "The council voted on Tuesday to repair the old bridge, and the people who live nearby said that they "
        "were glad to hear it after years of waiting for the money."
    )
    if found != "en":
        raise Wrong(f"plain English was read as {found!r}; install py3langid again")
    return "the language detector answers"


def _outlets(library: Path) -> str:
    from sources.outlets import outlets_for, own_file

    own = own_file(library)
    return f"{len(outlets_for(library).all)} outlets known" + (f", your own from {own}" if own else "")


def _library(library: Path) -> str:
    from sources.library import Library

    if not library.exists():
        return f"{library} is not there yet; `parallax add FILE ...` makes it"
    with Library(library) as opened:
        number = opened.count()
        return f"{library} holds {number} article{'s' * (number != 1)}"


def _results(library: Path) -> str:
    from analysis.results import Results

    try:
        results = Results.open(library)
    except NoResults:
        return "none yet; `parallax analyse` makes them"
    return f"made {results.info['made']} for {results.info['articles']} articles"


ALL_CHECKS: tuple[Check, ...] = (
    Check("Python", _python),
    Check("packages", _packages),
    Check("measures", _measures),
    Check("language detector", _language),
    Check("outlets", _outlets),
    Check("library", _library),
    Check("results", _results),
)
