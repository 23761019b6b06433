"""Stories: what there is to compare."""

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, html

from analysis.results import Results
from dashboard.components.notice import title
from dashboard.components.story_list import BY_APART, story_list
from dashboard.current import CurrentResults
from dashboard.drawing import drawing
from dashboard.page import Page, Query, View
from dashboard.wording import several

_SEARCH = "stories-search"
_LIST = "stories-list"
_NOWHERE = "stories-nowhere"
_SORT = "stories-sort"
_LONGEST = 200


def layout(results: Results, query: Query) -> View:
    """Return the list of stories, searched by `q`, in parts of 40 by `page`; `sort=apart`: furthest apart first."""
    words = query.one("q")
    asked = query.one("page")
    page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1
    sort = BY_APART if query.one("sort") == BY_APART else ""
    info = results.info
    articles = info.get("articles", 0)
    held = several(articles, "page") if isinstance(articles, int) else ""
    body = html.Div(
        [
            title("Stories"),
            html.P(
                f"{held} in this library, grouped by what they tell. Open a story to see its pages side by side.",
                className="lede",
            ),
            dmc.TextInput(
                id=_SEARCH,
                label="Search stories",
                placeholder="a word, a name, an outlet",
                value=words,
                debounce=250,
                className="search",
            ),
            html.Div(story_list(results, words=words, page=page, sort=sort), id=_LIST),
            html.Div(sort, id=_SORT, hidden=True),
            html.Div(id=_NOWHERE, hidden=True),
        ],
        className="page stories-page",
    )
    return View("Stories", body)


def connect(app: Dash, current: CurrentResults) -> None:
    """Let the list follow the search box, and the address keep what is searched."""

    def searched(words: object) -> object:
        text = words[:_LONGEST] if isinstance(words, str) else ""
        return drawing(story_list(current.get(), words=text.strip(), page=1), live=())

    app.callback(Output(_LIST, "children"), Input(_SEARCH, "value"), prevent_initial_call=True)(searched)
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("parallax", "searched"),
        Output(_NOWHERE, "children"),
        Input(_SEARCH, "value"),
        prevent_initial_call=True,
    )


PAGE = Page(name="stories", path="/", title="Stories", layout=layout, navigation=True, connect=connect)
