"""How an article shows the people, places and bodies that it names, down to the words counted, as plain lines."""

import math
from collections.abc import Iterator

import pandas as pd

from analysis.portrayals import portrayals, portrayed_words
from analysis.reading.articles import read
from analysis.run import is_scored
from analysis.tables import rows
from dashboard.marking import strongest_first
from dashboard.wording import NO_HEADLINE, NO_OUTLET, VOICES, number, several
from sources.article import Article

NAME = "people"
"""What is asked for in the place of a measure."""

MOST_WORDS = 12
"""Words that are listed for each voice, the strongest first; the others are summed up in one line."""

_HOW = (
    "How: -1 shows somebody ill, 1 well. Each mention is weighed by the words near it; the mentions are summed and "
    "divided by their number and 3, so that one mention is no whole portrayal. The weights were learned from sentences "
    "in which people marked how somebody is shown."
)
_MIND = (
    "Mind: about two mentions in three are read as people read them. A word counts for whoever it stands near, also "
    "where the sentence means somebody else."
)


def people_explained(article: Article) -> Iterator[str]:
    """Yield a line for each entity that `article` names and each voice that speaks of it, with the words counted.

    Entities come by number of mentions, those of one number by name.
    """
    yield article.title or NO_HEADLINE
    yield f"{article.outlet or NO_OUTLET} · {article.id}"
    if not is_scored(article):
        yield f"not scored: the text's language is {article.language!r} and the weights are of English"
        return
    batch = read([article])
    shown = portrayals(batch)
    shown = shown[(shown["n"] > 0).to_numpy()]
    if shown.empty:
        yield ""
        yield "nobody is named twice, or in the headline, with words that tell something"
    words = portrayed_words(batch)
    times = shown.groupby("entity")["n"].sum()
    for entity in sorted(times.index, key=lambda name: (-int(times[name]), str(name))):
        yield ""
        yield str(entity)
        for row in rows(shown[(shown["entity"] == entity).to_numpy()]):
            said = "undecided" if math.isnan(row.value) else number(row.value, signed=True)
            yield f"  {VOICES[row.voice]}: {said}, counted from {several(row.n, 'mention')}"
            here = (words["entity"] == entity).to_numpy() & (words["voice"] == row.voice).to_numpy()
            yield from _counted(words[here])
    yield ""
    yield _HOW
    yield _MIND


def _counted(words: pd.DataFrame) -> Iterator[str]:
    """Yield the words of one entity and voice; a word that stands near two mentions is listed once, with its sum."""
    each = words.groupby(["start", "end"], as_index=False).agg(
        weight=("weight", "sum"),
        quote=("quote", "first"),
        category=("category", "first"),
        sentence=("sentence", "first"),
    )
    each = strongest_first(each)
    for word in rows(each.head(MOST_WORDS)):
        where = "headline" if word.sentence == -1 else f"sentence {int(word.sentence) + 1}"
        yield f"    “{word.quote}”: {word.category}, {number(word.weight, signed=True)} ({where})"
    left = each.iloc[MOST_WORDS:]
    if len(left):
        yield f"    {several(len(left), 'other word')}: {number(float(left['weight'].sum()), signed=True)}"
