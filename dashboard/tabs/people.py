"""People: how each page shows the same people, places and bodies, and how each outlet names them."""

from dashboard.components.by_outlet import names_by_outlet
from dashboard.components.notice import Part, notice, section
from dashboard.components.portrayed import portrayed
from dashboard.story_evidence import portrayed_words_of
from dashboard.tabs.tab import Asked, Tab


def _draw(asked: Asked) -> list[Part]:
    story = asked.story
    texts = story.texts(asked.visible)
    made = portrayed(
        story.together("portrayals", asked.visible), portrayed_words_of(list(texts.values())), asked.visible
    )
    intro = (
        "How each page speaks of the same people, places and bodies where it names them: −1 ill to +1 well, in the "
        "outlet’s own words and, apart, in those of people quoted. What happens to somebody counts as well as what "
        "they do, so a victim can come out ill. “Undecided” is a normal answer. Open a cell to see the words, and a "
        "word to see its sentence."
    )
    nobody = notice("Nobody is named twice or more by two of these pages: there is nothing to compare.")
    parts = [
        section(
            "How people and places are shown",
            [made or nobody],
            name="portrayals",
            intro=intro if made else None,
            drawn=made is not None,
        )
    ]
    named = names_by_outlet(story.of_event("namings", asked.event), asked.pages)
    if named is not None:
        intro = (
            "The same person or body in the outlets’ own words: by name, by title, or as what they are called. Places, "
            "quotations and those whom all name alike are left out. Each way opens its first place."
        )
        parts.append(section("How people are named", [named], name="namings", intro=intro, drawn=True))
    return parts


TAB = Tab(name="people", label="People", draw=_draw, by_page=True)
