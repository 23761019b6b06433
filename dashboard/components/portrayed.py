"""How the pages of a story show the same people, places and bodies."""

from collections.abc import Sequence

import pandas as pd
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.components.chart import chart, plain_table
from dashboard.figures.portrayals import portrayals
from dashboard.story_pages import StoryPage
from dashboard.wording import NOT_ENOUGH, number, several

MOST_ENTITIES = 8
LEAST_PAGES = 2
LEAST_SENTENCES = 2


def portrayed(rows: pd.DataFrame, pages: Sequence[StoryPage]) -> Component | None:
    """Return the figure for the entities that most pages name in their own words; None when there is none.

    A page is shown for an entity when it names it in two sentences or more.
    """
    own = rows[(rows["voice"] == "narration") & (rows["n"] >= LEAST_SENTENCES)].dropna(subset=["value"])
    told = own.groupby("entity").agg(pages=("article", "nunique"), n=("n", "sum"))
    told = told[told["pages"] >= LEAST_PAGES].sort_values(["pages", "n"], ascending=False).head(MOST_ENTITIES)
    if told.empty:
        return None
    kept = own[own["entity"].isin(told.index)]
    order = {page.id: at for at, page in enumerate(pages)}
    names = {page.id: f"{page.letter} {page.outlet_shown}" for page in pages}
    frame = kept.assign(
        page=kept["article"].map(names),
        row=kept["entity"].map({entity: at for at, entity in enumerate(told.index)}),
        column=kept["article"].map(order),
    ).sort_values(["column", "row"])
    figure = portrayals(frame.sort_values(["row", "column"]))
    cells = {
        (r.entity, r.article): f"{number(r.value, signed=True)} ({several(r.n, 'sentence')})" for r in rows_of(frame)
    }
    table = plain_table(
        ["Named", *names.values()],
        [[str(e), *(cells.get((e, page.id), NOT_ENOUGH) for page in pages)] for e in told.index],
    )
    label = "Average sentiment of the sentences that name each, by page: left unfavourable, right favourable."
    return chart(figure, label=label, table=table)
