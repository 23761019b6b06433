"""Facts: where the pages disagree, and each fact with the words of each page."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.components.facts import differences, facts_grid
from dashboard.components.notice import Part, notice, section
from dashboard.story_facts import Fact, not_compared
from dashboard.tabs.tab import Asked, Tab

MOST_FACTS = 15
_MOST_READ = 30


def _draw(asked: Asked) -> list[Part]:
    """Return the disagreements and the grid; `facts=all` of the address shows all facts."""
    read = [*asked.visible, *(page for page in asked.pages if page not in asked.visible)][:_MOST_READ]
    facts = asked.story.facts(sorted(read, key=asked.pages.index))
    if not facts:
        none = [*_bounded(asked), notice("No fact was found on two pages or more.")]
        return [section("Facts across pages", none, name="facts")]
    return [*_differences(asked, facts), _grid(asked, facts)]


def _bounded(asked: Asked) -> list[Component]:
    """Return what is said of a story so long that not all its pages were compared."""
    beyond = asked.story.beyond
    return [notice(not_compared(len(beyond)))] if beyond else []


def _differences(asked: Asked, facts: Sequence[Fact]) -> list[Part]:
    if not any(fact.differs for fact in facts):
        return []
    intro = (
        "Numbers, dates or names that do not agree. Parallax cannot know which is right, "
        "and several pages may have theirs from one source."
    )
    made = differences(facts, asked.story.by_id)
    return [section("Where the pages disagree", [made], name="differences", intro=intro, drawn=True)]


def _grid(asked: Asked, facts: Sequence[Fact]) -> Part:
    shown = facts if asked.query.one("facts") == "all" else facts[:MOST_FACTS]
    intro = (
        "One fact in each row, one page in each column. Marked words stand in no other report; grey words tell "
        "something else. Open a cell to read what stands around it. “Perhaps told here” shows the sentence that comes "
        "nearest: read it and judge. A page with “not found in the text we hold” may still tell it in other words, and "
        "no page has to tell everything."
    )
    held = asked.story.together("shortened", asked.visible)
    why = dict(zip(held["article"], held["held"], strict=True))
    children = [*_bounded(asked), facts_grid(shown, asked.visible, shortened=why, beyond=asked.story.beyond)]
    if len(shown) < len(facts):
        link = asked.to({"facts": ["all"]})
        button = html.A(f"Show all {len(facts)} facts", href=link, className="button", **extra({"data-stay": "1"}))
        children.append(html.P(button))
    return section("Facts across pages", children, name="facts", intro=intro, drawn=True)


TAB = Tab(name="facts", label="Facts", draw=_draw, by_page=True)
