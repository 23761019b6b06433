"""Where in the texts of a story's pages the words stand that somebody searches for."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from analysis.results import Results
from analysis.searching.full_text import can_search
from analysis.searching.passages import Passage, passage
from analysis.searching.sought import sought
from dashboard.links import to_article
from dashboard.story_index import StoryIndex
from dashboard.wording import NO_OUTLET, several, text_or

MOST_LOOKED_AT = 40
"""Pages of one list whose texts are read for the sentence."""


def found_in_texts(results: Results, index: StoryIndex, stories: Sequence[str], words: str) -> dict[str, Component]:
    """Return for each of these stories the first sentence with the words; left out are those without one."""
    if not words or index.full_text is None:
        return {}
    hits = _pages(index, stories, words)
    first = {story: pages[0] for story, pages in list(hits.items())[:MOST_LOOKED_AT]}
    ids = [str(index.pages["article"].iloc[row]) for row in first.values()]
    texts = results.texts(ids)
    every = sought(words)
    made: dict[str, Component] = {}
    for (story, row), article in zip(first.items(), ids, strict=True):
        found = passage(texts[article].text, every)
        if found is not None:
            outlet = text_or(index.pages["outlet"].iloc[row], NO_OUTLET)
            made[story] = _line(article, outlet, found, others=len(hits[story]) - 1)
    return made


def not_in_texts(index: StoryIndex) -> str:
    """Return why texts are not searched, in a sentence; empty where they are."""
    if index.full_text is not None:
        return ""
    if not can_search():
        return "Only titles, names and outlets are searched: the SQLite of this Python cannot search texts (no FTS5)."
    return "Only titles, names and outlets are searched; the texts too after the next analysis."


def _pages(index: StoryIndex, stories: Sequence[str], words: str) -> Mapping[str, list[int]]:
    wanted = set(stories)
    found: dict[str, list[int]] = {}
    named = index.pages["story"].to_numpy()
    hits = index.found_in(words)
    for story, row in zip(named[hits].tolist(), hits.tolist(), strict=True):
        if story in wanted:
            found.setdefault(story, []).append(row)
    return found


def _line(article: str, outlet: str, found: Passage, *, others: int) -> Component:
    parts: list[Component | str] = []
    at = 0
    for start, end in found.places:
        parts += [found.text[at:start], html.Strong(found.text[start:end])]
        at = end
    parts.append(found.text[at:])
    more = html.Span(f" and in {several(others, 'other page')}", className="quiet") if others else None
    source = html.A(outlet, href=to_article(article))
    return html.P([source, ": “", *parts, "”", *([more] if more else [])], className="found-in-text")
