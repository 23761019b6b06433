"""Profiles: what sets an outlet apart from the others on the same events."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.stories.reports import own_reports
from analysis.tables import PROFILES

FEWEST_EVENTS = 5
"""With fewer events there is not enough evidence to speak of a difference."""

_DRAWS = 2000
_AT_ONCE = 1 << 22

_VALUE = ["measure", "voice"]

Reals = npt.NDArray[np.float64]


def profiles(
    scores: pd.DataFrame,
    members: pd.DataFrame,
    articles: pd.DataFrame,
    credits: pd.DataFrame,
    *,
    fewest: int = FEWEST_EVENTS,
    seed: int = 0,
) -> pd.DataFrame:
    """Return PROFILES from SCORES, MEMBERS, ARTICLES and CREDITS: a row for each outlet, value and voice.

    On each event an outlet's value is the mean over its own reports, and the difference that of this mean from the mean
    of the other outlets' means: every outlet counts once, however much it printed. `difference` is the mean over the
    events on which the outlet and at least one other have a value; articles are compared inside events only, never over
    the whole of a story. Articles of unknown outlets, copies and texts of news agencies (but on the agency's own pages)
    are left out.

    `low` and `high` are the ends of the percentile bootstrap interval (Efron & Tibshirani 1993, chapter 13), 95 %, with
    events drawn 2,000 times with the given `seed`; NaN for fewer than two events. `enough` says whether there are at
    least `fewest` events. An outlet that never meets another has 0 events, NaN and not enough: a normal answer.
    """
    found = _differences(_cells(scores, members, articles, credits))
    if found.empty:
        return PROFILES.empty()
    met = found[found["difference"].notna()]
    keys = ["outlet", *_VALUE]
    every = found[keys].drop_duplicates().reset_index(drop=True)
    group = pd.MultiIndex.from_frame(every).get_indexer(pd.MultiIndex.from_frame(met[keys]))
    order = np.argsort(group, kind="stable")
    values, group = met["difference"].to_numpy()[order], group[order]
    events = np.bincount(group, minlength=len(every))
    sums = np.bincount(group, weights=values, minlength=len(every))
    low, high = _intervals(values, events, seed=seed)
    made = every.assign(
        events=events,
        difference=np.divide(sums, events, out=np.full(len(every), np.nan), where=events > 0),
        low=low,
        high=high,
        enough=events >= fewest,
    )
    return PROFILES.shaped(made)


def _cells(scores: pd.DataFrame, members: pd.DataFrame, articles: pd.DataFrame, credits: pd.DataFrame) -> pd.DataFrame:
    """Return the mean of each outlet's own reports for each event, value and voice; NaN where none has a value."""
    own = articles["id"].isin(own_reports(members, credits))
    known = articles.loc[articles["outlet"].notna() & own, ["id", "outlet"]]
    reports = known.merge(members[["article", "event"]], left_on="id", right_on="article")
    valued = scores.merge(reports[["article", "event", "outlet"]], on="article")
    return valued.groupby(["outlet", *_VALUE, "event"], sort=False)["value"].mean().reset_index()


def _differences(cells: pd.DataFrame) -> pd.DataFrame:
    """Add each outlet's difference from the mean of the others; NaN where no other has a value."""
    together = cells.groupby(["event", *_VALUE])["value"]
    others = together.transform("count") - 1
    rest = (together.transform("sum") - cells["value"]) / others.where(others > 0)
    named = cells.assign(difference=cells["value"] - rest)
    measures = pd.Categorical(named["measure"], categories=named["measure"].unique())
    voices = pd.Categorical(named["voice"], categories=named["voice"].unique())
    return named.assign(measure=measures, voice=voices).sort_values(["outlet", *_VALUE, "event"]).reset_index(drop=True)


def _intervals(values: Reals, events: npt.NDArray[np.int64], *, seed: int) -> tuple[Reals, Reals]:
    """Return the ends of the interval of the mean of each group; groups follow one another in `values`.

    Groups of equally many events are drawn together, from a generator of their own, so that an interval depends on its
    own group alone.
    """
    low, high = np.full(len(events), np.nan), np.full(len(events), np.nan)
    first = np.concatenate(([0], np.cumsum(events)[:-1]))
    for size in np.unique(events[events >= 2]).tolist():
        groups = np.flatnonzero(events == size)
        drawn = np.random.default_rng([seed, size])
        step = max(1, _AT_ONCE // size)
        times = [
            drawn.multinomial(size, np.full(size, 1 / size), size=min(step, _DRAWS - begin))
            for begin in range(0, _DRAWS, step)
        ]
        for some in np.array_split(groups, -(-len(groups) * max(size, _DRAWS) // _AT_ONCE)):
            held = values[first[some][:, None] + np.arange(size)]
            means = np.concatenate([held @ weights.T for weights in times], axis=1) / size
            low[some], high[some] = np.percentile(means, [2.5, 97.5], axis=1)
    return low, high
