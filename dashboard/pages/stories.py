"""Stories: what there is to compare."""

from datetime import date
from functools import lru_cache
from threading import Thread

from dash import html

from analysis.results import Results
from dashboard.components.filters import ORDERS, filters
from dashboard.components.look import invitation
from dashboard.components.notice import title
from dashboard.components.share import share
from dashboard.components.story_list import CARDS, TABLE, address, story_list
from dashboard.page import Page, Query, View
from dashboard.story_index import APART_KINDS, Wanted, story_index
from dashboard.story_open import prepare_stories
from dashboard.wording import several

MOST_PREPARED = 6
"""Stories whose first view is read and counted while a person still reads the list."""


def layout(results: Results, query: Query) -> View:
    """Return the list of stories.

    `q` searches it; `outlet`, `since`, `until` (days) and `apart` narrow it; `sort` puts it in order; `view` shows it
    as cards or as a table; `page` is the part of it. What cannot be read is left out.
    """
    asked = query.one("page")
    page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1
    wanted = wanted_of(query)
    _prepared(results)
    view = TABLE if query.one("view") == TABLE else CARDS
    articles = results.info.get("articles", 0)
    held = several(articles, "page") if isinstance(articles, int) else ""
    body = html.Div(
        [
            title("Stories"),
            html.P(
                f"{held} in this library, grouped by what they tell. Open a story to see its pages side by side.",
                className="lede",
            ),
            *invitation(results),
            filters(wanted, story_index(results).outlets, view="" if view == CARDS else view),
            story_list(results, wanted, page=page, view=view),
            share(
                ("CSV", address(wanted, view="", path="/files/stories.csv")),
                ("JSON", address(wanted, view="", path="/files/stories.json")),
            ),
        ],
        className="page stories-page",
    )
    return View("Stories", body)


def wanted_of(query: Query) -> Wanted:
    """Return which stories an address asks for; what cannot be read is left out."""
    return Wanted(
        words=query.one("q"),
        outlet=query.one("outlet"),
        since=_day(query.one("since")),
        until=_day(query.one("until")),
        apart=query.one("apart") if query.one("apart") in APART_KINDS else "",
        sort=query.one("sort") if query.one("sort") in ORDERS else "",
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.isascii() and len(text) == 10 and "1700" < text < "2200" else None
    except ValueError:
        return None


def first_stories(results: Results) -> list[str]:
    """Return the stories that come first in the list, those that several pages tell."""
    stories = story_index(results).stories
    return [str(story) for story in stories[stories["articles"] > 1]["story"].head(MOST_PREPARED)]


@lru_cache(maxsize=4)
def _prepared(results: Results) -> Thread | None:
    """Prepare the stories that come first in a run's list, once for each run."""
    first = first_stories(results)
    return prepare_stories(results, first) if first else None


PAGE = Page(name="stories", path="/", title="Stories", layout=layout, navigation=True)
