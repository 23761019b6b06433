"""Who gets to speak in an outlet, and in the others on the same events: by name, without one, or papers and figures."""

from typing import Any, Final

import numpy as np
import pandas as pd

from analysis.outlets.pair_tables import SPEAKERS
from analysis.outlets.paired import Paired, adjusted, paired
from analysis.outlets.profiles import FEWEST_EVENTS, LEVEL

NAMINGS: Final = ("named", "anonymous", "document", "nobody said")
"""What whoever is quoted can be; the last where the text does not say who speaks."""

_UNKNOWN: Final = "unknown outlet ("
"""How QUOTED begins the name of a page of unknown outlet."""


def speakers(quoted: pd.DataFrame, outlet: str, *, fewest: int = FEWEST_EVENTS, most: int = 30) -> pd.DataFrame:
    """Return SPEAKERS of an outlet from QUOTED of its events: the namings, then at most `most` named speakers.

    Only events count on which the outlet and at least one other quote somebody. On each the outlet's room for a speaker
    is their part of all the words it quotes, the others' the mean of such parts; the differences are summed up as in
    `analysis.outlets.paired`. A speaker is asked about on the events on which anybody quotes them, and listed where
    there are `fewest`; those quoted most come first. `q` counts all rows with enough evidence. Pages of unknown outlets
    are left out. Empty where the outlet quotes nobody on an event that another quotes on.
    """
    known = quoted[~quoted["outlet"].str.startswith(_UNKNOWN) & (quoted["words"] > 0)]
    total = known.groupby(["event", "outlet"])["words"].transform("sum")
    told = known.assign(share=known["words"] / total, naming=known["naming"].fillna(NAMINGS[3]))
    outlets = told.groupby("event")["outlet"].nunique()
    here = set(told.loc[told["outlet"] == outlet, "event"]) & set(outlets[outlets > 1].index)
    told = told[told["event"].isin(here)]
    if told.empty:
        return SPEAKERS.empty()
    others = outlets - 1
    namings = _compared(told, "naming", outlet, others, everywhere=here, fewest=fewest)
    order = {name: at for at, name in enumerate(NAMINGS)}
    namings = namings.sort_values("name", key=lambda names: names.map(order))
    persons = told[told["naming"] == "named"].dropna(subset=["speaker"])
    events = persons.groupby("speaker")["event"].nunique()
    size = persons.groupby("speaker")["words"].sum()
    often = sorted(events[events >= fewest].index, key=lambda name: (-int(events[name]), -int(size[name]), name))[:most]
    parts = [namings.assign(kind="naming")]
    if often:
        some = persons[persons["speaker"].isin(often)]
        made = _compared(some, "speaker", outlet, others, everywhere=None, fewest=fewest)
        parts.append(made.set_index("name").loc[often].reset_index().assign(kind="speaker"))
    joined = pd.concat(parts, ignore_index=True)
    joined["q"] = adjusted(joined["p"].to_numpy())
    joined["different"] = joined["q"].fillna(1.0) <= LEVEL
    return SPEAKERS.shaped(joined)


def _compared(
    told: pd.DataFrame, by: str, outlet: str, others: pd.Series, *, everywhere: "set[str] | None", fewest: int
) -> pd.DataFrame:
    """Return columns of SPEAKERS for each value of column `by`, on its own events or `everywhere`."""
    mine = told["outlet"] == outlet
    keys = [by, "event"]
    here = told[mine].groupby(keys)["share"].sum()
    there = told[~mine].groupby(keys)["share"].sum()
    if everywhere is None:
        index = here.index.union(there.index)
    else:
        index = pd.MultiIndex.from_product([sorted(told[by].unique()), sorted(everywhere)], names=keys)
    event = index.get_level_values("event")
    one = here.reindex(index, fill_value=0.0).to_numpy()
    other = there.reindex(index, fill_value=0.0).to_numpy() / others.reindex(event).to_numpy()
    group, names = pd.factorize(index.get_level_values(by), sort=True)
    found = paired(one - other, group.astype(np.int64), groups=len(names), fewest=fewest)
    words = told[mine].groupby(by)["words"].sum()
    made: dict[str, Any] = {
        "name": list(names),
        "events": found.events,
        "words": words.reindex(names, fill_value=0).to_numpy(),
        "here": np.bincount(group, weights=one) / found.events,
        "others": np.bincount(group, weights=other) / found.events,
        "difference": found.difference,
        "low": found.low,
        "high": found.high,
        "p": found.p,
        "higher": found.higher,
        "lower": found.lower,
        "enough": found.enough,
        "reason": list(_reasons(found, fewest)),
    }
    return pd.DataFrame(made)


def _reasons(found: Paired, fewest: int) -> "list[str | None]":
    said: list[str | None] = []
    for events, higher, lower, enough in zip(
        found.events.tolist(), found.higher.tolist(), found.lower.tolist(), found.enough.tolist(), strict=True
    ):
        if enough:
            said.append(None)
        elif events < fewest:
            told = "1 event" if events == 1 else f"{events} events"
            said.append(f"quoted words of this and of another outlet on {told} only; it takes {fewest}")
        elif higher + lower < fewest:
            said.append(f"more or less room here on {higher + lower} of {events} events only; it takes {fewest}")
        else:
            said.append(f"the difference is the same on all {events} events: how far it varies cannot be told")
    return said
