"""How many differences would be found were there none: the permutation check of a page, in a sentence."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.wording import number, several


def shuffled_said(chance: pd.DataFrame) -> list[Component]:
    """Return what came out when the names of outlets were dealt out at random inside events, from one CHANCE row.

    [] where no outlet could be compared.
    """
    if chance.empty or not int(chance["compared"].iloc[0]):
        return []
    row = chance.iloc[0]
    compared, expected = int(row["compared"]), float(row["expected"])
    times = several(int(row["shuffles"]), "time")
    said = (
        f"The check by chance: with the names of the outlets shuffled inside events, {times} over, "
        f"{expected / compared * 100:.1f} % of the {several(compared, 'outlet')} that can be compared would look "
        f"different ({number(expected)} on average). With their true names it is {int(row['found'])}."
    )
    return [html.P(said, className="checked")]
