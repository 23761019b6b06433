"""trafilatura's default alone, against all of collecting: from a web page, and from the same page saved as text."""

from collections.abc import Sequence

from analysis.evaluation.extraction_pages import AnnotatedPage
from analysis.evaluation.saved_text import saved_text
from sources.article import Article
from sources.clean import settle
from sources.outlets import load_outlets
from sources.page import Page, Reader
from sources.readers.html import READER as HTML
from sources.readers.plain_text import READER as TEXT
from tests.benchmarks.invented import web_pages
from tests.benchmarks.timing import Way, options, timed, told


def by_trafilatura(pages: Sequence[bytes]) -> list[str]:
    """Return the text that trafilatura finds in each page."""
    from trafilatura import extract

    return [extract(page) or "" for page in pages]


def collected(pages: Sequence[bytes], reader: Reader) -> list[Article]:
    """Return the article of each page: text, headline, outlet, date, byline, section, language, and what was cut."""
    outlets = load_outlets()
    return [
        settle(page, outlets=outlets)
        for content in pages
        for page in reader.read(content, "page")
        if isinstance(page, Page)
    ]


def as_text(page: bytes) -> bytes:
    """Return a web page as a person's copy would save it: all of its text, no tag."""
    return saved_text(AnnotatedPage(id="page", html=page, url="", body="")).encode()


def run(arguments: Sequence[str] | None = None) -> None:
    """Time the ways and print the figures."""
    given = options(arguments, about=__doc__ or "", articles=51, rounds=5)

    def material(seed: int) -> tuple[list[bytes], list[bytes]]:
        made = web_pages(given.articles, seed=seed)
        return made, list(map(as_text, made))

    number = given.articles
    ways = (
        Way(
            name="trafilatura's default: text of a web page", articles=number, work=lambda made: by_trafilatura(made[0])
        ),
        Way(name="a web page as an article", articles=number, work=lambda made: collected(made[0], HTML)),
        Way(name="the same page saved as text", articles=number, work=lambda made: collected(made[1], TEXT)),
    )
    told("Collecting", timed(ways, material, rounds=given.rounds))


if __name__ == "__main__":
    run()
