"""Which events an outlet tells that others tell, against what its output and the days that are held let expect."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlets.pair_tables import CHANCES, HOLES, SELECTION
from analysis.outlets.paired import Codes, Flags, Reals, adjusted
from analysis.outlets.profiles import LEVEL
from sources.errors import UnknownName

Array = npt.NDArray[Any]

LEAST_OTHERS: Final = 2
"""Other outlets that must tell an event for it to be one that could be told."""

LEAST_ROOM: Final = 5.0
"""How far the expected number must lie from the least and the greatest that could be (Mantel & Fleiss 1980)."""

_NORMAL: Final = 1.959964
_DAY: Final = pd.Timedelta(days=1)


def chances(coverage: pd.DataFrame, outlet: str) -> pd.DataFrame:
    """Return CHANCES of an outlet from COVERAGE of all: the dated events that two others or more tell, by day.

    An event is held when the library has any page of the outlet from the days on which others told it, or the day
    after. `chance` is the share told among the held events that began on the same day and that about as many others
    tell (2, 3 to 4, 5 to 8 ...). Raises UnknownName for an outlet without a page.
    """
    if not (coverage["outlet"] == outlet).any():
        known = sorted(coverage["outlet"].unique().tolist())[:8]
        raise UnknownName(f"no page of an outlet {outlet!r} is held; there are {', '.join(known) or 'none'}")
    mine = (coverage["outlet"] == outlet).to_numpy()
    dated = coverage[~mine].dropna(subset=["day"])
    by = dated.groupby("event", sort=True)
    made = pd.DataFrame(
        {
            "story": by["story"].first(),
            "day": by["day"].min(),
            "last": by["day"].max(),
            "others": by["outlet"].nunique(),
        }
    ).reset_index()
    made = made[made["others"] >= LEAST_OTHERS]
    days = np.unique(coverage.loc[mine, "day"].dropna().to_numpy(dtype="datetime64[D]"))
    first = made["day"].to_numpy(dtype="datetime64[D]")
    after = made["last"].to_numpy(dtype="datetime64[D]") + np.timedelta64(1, "D")
    held = np.searchsorted(days, first, side="left") < np.searchsorted(days, after, side="right")
    told = made["event"].isin(coverage.loc[mine, "event"]).to_numpy()
    made = made.assign(told=told, held=held, chance=np.nan)
    stratum = _strata(made)
    events, ours = (np.bincount(stratum[held], weights=each[held]) for each in (np.ones(len(made)), told))
    made.loc[held, "chance"] = (ours / np.maximum(events, 1))[stratum[held]]
    return CHANCES.shaped(made.sort_values(["day", "event"], kind="stable").reset_index(drop=True))


def holes(coverage: pd.DataFrame, outlet: str, *, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return HOLES of an outlet from COVERAGE of all: days without any page of it between its first and its last.

    `events` are its CHANCES, where they are known already.
    """
    days = coverage.loc[(coverage["outlet"] == outlet).to_numpy(), "day"].dropna().drop_duplicates().sort_values()
    gap = days.diff()
    after = gap > _DAY
    starts = (chances(coverage, outlet) if events is None else events)["day"] if after.any() else None
    if starts is None:
        return HOLES.empty()
    begin, end = days[after] - gap[after] + _DAY, days[after] - _DAY
    first, last, told = (each.to_numpy(dtype="datetime64[D]") for each in (begin, end, starts.sort_values()))
    inside = np.searchsorted(told, last, side="right") - np.searchsorted(told, first, side="left")
    width = gap[after].dt.days.to_numpy() - 1
    return HOLES.shaped(pd.DataFrame({"first": begin.array, "last": end.array, "days": width, "events": inside}))


def selection(found: pd.DataFrame, kinds: pd.Series) -> pd.DataFrame:
    """Return SELECTION from CHANCES of one outlet: a row for each kind of event, those furthest from the lot first.

    `kinds` says the kind of each event (index: event); events that it lacks are of no kind. Events are dealt into
    strata: those that begin on the same day and that about as many others tell. In each stratum the outlet told so many
    of the events held; if these were drawn by lot, the number of one kind among them would be hypergeometric. Told and
    expected numbers, and the variance, are added up over the strata (Mantel & Haenszel 1959): what the outlet prints in
    all, and on which days, is thereby given, and says nothing. Where events of one story are told or left together, the
    variance is raised to what the sums of stories show. There is enough where the expected number lies `LEAST_ROOM`
    or more from the least and from the greatest that could be. `q` counts all rows with enough evidence.
    """
    held = found[found["held"]].reset_index(drop=True)
    kind, names = pd.factorize(held["event"].map(kinds).astype("object"), sort=True)
    stratum = _strata(held)
    story = pd.factorize(held["story"].array)[0]
    told = held["told"].to_numpy(dtype=np.float64)
    size = np.bincount(stratum, weights=np.ones(len(stratum)))
    ours = np.bincount(stratum, weights=told)
    if not len(names):
        return SELECTION.empty()
    made = _short(kind, told, stratum, size, ours, kinds=len(names))
    enough = np.flatnonzero(made.pop("room") >= LEAST_ROOM)
    for number in enough.tolist():
        for name, known in _one(kind == number, told, stratum, story, size, ours).items():
            made.at[number, name] = known
    made.insert(0, "kind", [str(name) for name in names])
    made["q"] = adjusted(made["p"].to_numpy(dtype=np.float64))
    made["different"] = made["q"].fillna(1.0) <= LEVEL
    order = made.assign(far=made["p"].fillna(2.0)).sort_values(["far", "kind"], kind="stable").index
    return SELECTION.shaped(made.loc[order].reset_index(drop=True))


def _strata(events: pd.DataFrame) -> Codes:
    """Return each event's stratum: the day on which it begins and how many others tell it (2, 3 to 4 ...)."""
    about = np.ceil(np.log2(np.maximum(events["others"].to_numpy(), 1))).astype(np.int64)
    days = events["day"].to_numpy(dtype="datetime64[D]").astype(np.int64)
    _, number = np.unique(days * 64 + about, return_inverse=True)
    return number.astype(np.int64)


def _short(kind: Codes, told: Reals, stratum: Codes, size: Array, ours: Array, *, kinds: int) -> pd.DataFrame:
    """Return the columns of SELECTION for each kind as if there were too few events to tell, and `room`.

    Most kinds are stories of some events: what they add up over the strata that they stand in is all they need.
    """
    own = kind >= 0
    of, at = kind[own], stratum[own]
    cells, here = np.unique(of * len(size) + at, return_counts=True)
    row, column = cells // len(size), cells % len(size)
    observed = np.bincount(of, weights=told[own], minlength=kinds)
    events = np.bincount(of, minlength=kinds)
    expected, least, most = (
        np.bincount(row, weights=each, minlength=kinds)
        for each in (
            here * (ours / size)[column],
            np.maximum(0, here + ours[column] - size[column]),
            np.minimum(here, ours[column]),
        )
    )
    reasons = [_reason(*each) for each in zip(events.tolist(), least.tolist(), most.tolist(), strict=True)]
    return pd.DataFrame(
        {
            "events": events,
            "told": observed.astype(np.int64),
            "expected": expected,
            **dict.fromkeys(("low", "high", "p"), np.nan),
            "enough": False,
            "reason": pd.Series(reasons, dtype=object),
            "room": np.minimum(expected - least, most - expected),
        }
    )


def _one(of_kind: Flags, told: Reals, stratum: Codes, story: Codes, size: Array, ours: Array) -> dict[str, Any]:
    """Return the columns of SELECTION for one kind of event of which there are enough."""
    here = np.bincount(stratum, weights=of_kind, minlength=len(size))
    share = ours / size
    expected = here * share
    rest = np.maximum(size - 1, 1)
    variance = float((here * (size - here) * share * (1 - share) / rest).sum())
    least, most = np.maximum(0, here + ours - size).sum(), np.minimum(here, ours).sum()
    observed = int(told[of_kind].sum())
    plain = {"events": int(of_kind.sum()), "told": observed, "expected": float(expected.sum())}
    beyond = of_kind - (here / size)[stratum]
    effect = (observed - expected.sum()) / (beyond**2).sum()
    stories = np.bincount(story, weights=beyond * (told - share[stratum] - effect * beyond))
    if (np.bincount(story, weights=of_kind) > 0).sum() > 1:  # the sum of one story alone shows no variance
        variance = max(variance, float((stories**2).sum()))
    from scipy.special import ndtr

    error = variance**0.5
    away = float(abs(observed - expected.sum()) / error)
    return {
        **plain,
        "low": max(float(least), plain["expected"] - _NORMAL * error),
        "high": min(float(most), plain["expected"] + _NORMAL * error),
        "p": 2 * float(ndtr(-away)),
        "enough": True,
        "reason": None,
    }


def _reason(events: int, least: float, most: float) -> str:
    if most - least < 1:
        return (
            f"{events} events, but on their days the outlet told all or none of what others told, or there was nothing "
            "else to tell: nothing was chosen"
        )
    return f"{events} events, of which chance alone could give {least:.0f} to {most:.0f}: too few to tell a choice"
