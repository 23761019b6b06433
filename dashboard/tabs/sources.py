"""Sources: who speaks with which outlet, and how much room each gets."""

from dashboard.components.by_outlet import quoted_by_outlet
from dashboard.components.notice import Part, notice, section
from dashboard.tabs.tab import Asked, Tab


def _draw(asked: Asked) -> list[Part]:
    made = quoted_by_outlet(asked.story.of_event("quoted", asked.event), asked.pages)
    if made is None:
        said = notice("Nobody is quoted on this event, or one outlet alone tells it: there is nothing to compare.")
        return [section("Who is quoted", [said], name="quoted")]
    intro = (
        "Who speaks with which outlet, in how many words, and with which verbs. The bar is the part of all words that "
        "the outlet quotes on this event. Verbs that do more than say are named by their colour."
    )
    return [section("Who is quoted", [made], name="quoted", intro=intro, drawn=True)]


TAB = Tab(name="sources", label="Sources", draw=_draw)
