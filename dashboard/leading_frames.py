"""The frame that leads in each headline, with the words that say so."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.measures.framing import FRAMES, MEANINGS, leading
from analysis.reading.articles import read
from analysis.run import is_scored
from sources.article import Article


class Leading(NamedTuple):
    """What a headline is about first."""

    label: str
    """The frame's name for people: "Political"."""
    meaning: str
    """What the frame means, one sentence."""
    words: str
    """The frame's cues in the headline as they stand there, joined by ", "."""


def leading_of(articles: Sequence[Article]) -> dict[str, Leading]:
    """Return for each article by its id the frame that leads in its headline.

    Articles are left out that have no headline, no cue in it, or a language that the measures cannot read.
    """
    return _leading(tuple((article.id, article.title) for article in articles if article.title and is_scored(article)))


@lru_cache(maxsize=128)
def _leading(titles: tuple[tuple[str, str], ...]) -> dict[str, Leading]:
    if not titles:
        return {}
    found = leading(read([Article(id=key, title=title, text="") for key, title in titles]))
    labels = dict(FRAMES)
    return {
        article: Leading(labels[frame], MEANINGS[frame], quote)
        for article, frame, quote in zip(found["article"], found["frame"], found["quote"], strict=True)
    }
