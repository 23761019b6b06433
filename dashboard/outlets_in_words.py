"""What is found of outlets, as plain lines for a terminal."""

import math
from collections.abc import Iterator

import pandas as pd

from analysis.outlets.pair_words import Words
from analysis.tables import rows
from dashboard.wording import IN_VOICE, date, dates, in_unit, is_share, known, listed, number, records, several

MOST_SHOWN = 8
"""Values without a clear difference that are named."""

_NAMINGS = {"named": "by name", "anonymous": "without a name", "document": "papers and figures"}


def compared_lines(found: pd.DataFrame, first: str, second: str) -> Iterator[str]:
    """Yield the lines of HEAD_TO_HEAD: what differs, what does not clearly, and what there is not enough of."""
    enough = found[found["enough"]]
    differ = enough[enough["different"]].sort_values(["q", "measure", "voice"], kind="stable")
    shared = int(found["events"].max()) if len(found) else 0
    yield f"{first} and {second} share {several(shared, 'event')} told in reports of their own."
    yield f"{_compared(len(enough), len(found))}; {_differ(len(differ))} (at most 1 in 20 of these by chance):"
    for row in rows(differ):
        yield f"  {_named(row.measure, row.voice)}: {_difference(row, first)}"
        yield f"      {_each_way(row, first, second)}{_rests(row)}"
    near = enough[~enough["different"]]
    if len(near):
        names = [_named(row.measure, row.voice) for row in rows(near.sort_values(["p", "measure"], kind="stable"))]
        shown = "; ".join(names[:MOST_SHOWN])
        yield f"no clear difference in {several(len(names), 'value')}: {shown}{_more(names)}"
    yield from _lacking(found)


def profile_lines(profiles: pd.DataFrame, levels: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of one outlet's PROFILES beside LEVELS: what sets it apart from the others on the same events."""
    enough = profiles[profiles["enough"]]
    differ = enough[enough["different"]].sort_values(["q", "measure", "voice"], kind="stable")
    beside = {(row.measure, row.voice): row for row in rows(levels)}
    yield f"{_compared(len(enough), len(profiles))}; {_differ(len(differ))} from the other outlets on the same events:"
    for row in rows(differ):
        level = beside.get((row.measure, row.voice))
        value = records()[row.measure][2]
        means = f" (here {in_unit(value, level.here)}, others {in_unit(value, level.others)})" if level else ""
        yield f"  {_named(row.measure, row.voice)}: {_difference(row, None)}{means}"
    yield from _lacking(profiles)


def framing_lines(levels: pd.DataFrame) -> Iterator[str]:
    """Yield the share of sentences that each frame has in an outlet’s reports, beside the others’."""
    framing = levels[
        levels["measure"].str.startswith("framing.") & (levels["voice"] == "body") & (levels["events"] > 0)
    ]
    if framing.empty:
        yield "  not enough evidence: no event on which this outlet and another have reports of their own"
    for row in rows(framing.sort_values("here", ascending=False, kind="stable")):
        label = records()[row.measure][2].label
        events = several(row.events, "event")
        yield f"  {label}: {row.here * 100:.0f} % of sentences; others {row.others * 100:.0f} % ({events})"


def speaker_lines(found: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of SPEAKERS: who gets how much of the quoted words."""
    if found.empty:
        yield "  not enough evidence: no event on which this outlet and another quote somebody"
    for row in rows(found):
        name = {"named": "by name", "anonymous": "without a name", "document": "papers and figures"}.get(
            row.name, row.name
        )
        shares = f"{row.here * 100:.0f} % of the words it quotes; others {row.others * 100:.0f} %"
        said = (
            "differs"
            if row.different
            else "no clear difference"
            if row.enough
            else f"not enough evidence: {row.reason}"
        )
        yield f"  {name}: {shares} ({several(row.events, 'event')}; {said})"


def change_lines(found: pd.DataFrame) -> Iterator[str]:
    """Yield the lines of CHANGES: only what is there."""
    enough, there = found[found["enough"]], found[found["found"]]
    if enough.empty:
        reasons = found["reason"].dropna()
        yield f"  not enough evidence: {reasons.iloc[0] if len(reasons) else 'nothing can be compared'}"
        return
    yield f"  looked for in {several(len(enough), 'value')}; found in {len(there)}"
    for row in rows(there.sort_values("q", kind="stable")):
        value = records()[row.measure][2]
        step = f"difference from the others {_amount(value, row.before)} before, {_amount(value, row.after)} after"
        span = f"95 % interval {dates(row.earliest, row.latest)}"
        yield f"  {_named(row.measure, row.voice)}: changed about {date(row.day)} ({span}); {step}"


def selection_lines(
    chances: pd.DataFrame, holes: pd.DataFrame, found: pd.DataFrame, titles: dict[str, str]
) -> Iterator[str]:
    """Yield the lines of CHANCES, HOLES and SELECTION by story."""
    held = chances[chances["held"]]
    told = int(held["told"].sum())
    yield f"  of {several(len(held), 'dated event')} that two others or more tell, it tells {told}"
    if len(holes):
        days = int(holes["days"].sum())
        longest = next(rows(holes.sort_values("days", ascending=False, kind="stable")))
        span = dates(longest.first, longest.last)
        yield f"  no page is held from {several(days, 'day')} in between (longest: {span}): holes, no choices; left out"
    enough = found[found["enough"]]
    if enough.empty:
        yield "  not enough evidence: no story has events enough to tell a choice from chance"
    for row in rows(enough[enough["different"]]):
        chance = f"chance gives {row.low:.0f} to {row.high:.0f}"
        yield f"  {titles.get(row.kind, row.kind)}: tells {row.told} of {several(row.events, 'event')}; {chance}"
    if len(enough) and not enough["different"].any():
        yield f"  no clear choice in {several(len(enough), 'story', 'stories')}"


def word_lines(found: Words, first: str, second: str, *, events: int) -> Iterator[str]:
    """Yield the words that set two outlets apart, with where each stands first."""
    clear = found.words[found.words["clear"]]
    yield f"Words of narration, from {several(events, 'event')} (together at most 1 list in 20 by chance):"
    if clear.empty:
        yield "  no word is clearly one's own on the events that both tell"
    for row in rows(clear):
        mine = first if row.z > 0 else second
        places = found.places[(found.places["word"] == row.word) & (found.places["outlet"] == mine)]
        where = ", ".join(places["article"].head(2))
        ways = max(row.higher, row.lower)
        times = f"{row.first} to {row.second} times"
        yield f"  {mine}: {row.word} ({times}; more on {ways} of {row.events} events; {where})"


def _compared(enough: int, every: int) -> str:
    return f"{enough} of {several(every, 'value')} can be compared"


def _differ(count: int) -> str:
    return "1 differs" if count == 1 else f"{count} differ"


def _named(measure: str, voice: str) -> str:
    _, record, value = records()[measure]
    same = sum(each.label == value.label for _, _, each in records().values())
    label = f"{value.label} ({record.label.lower()})" if same > 1 else value.label
    return f"{label} {IN_VOICE[voice]}"


def _difference(row: object, first: str | None) -> str:
    value = records()[str(getattr(row, "measure", ""))][2]
    amounts = [_amount(value, float(getattr(row, name, math.nan))) for name in ("difference", "low", "high")]
    who = f" in {first}" if first else ""
    events = several(int(getattr(row, "events", 0)), "event")
    return f"{amounts[0]}{who}, interval {amounts[1]} to {amounts[2]}, {events}"


def _amount(value: object, amount: float) -> str:
    from analysis.measures.measure import Value

    assert isinstance(value, Value)
    return f"{amount * 100:+.0f} points".replace("-", "−") if is_share(value) else number(amount, signed=True)


def _each_way(row: object, first: str, second: str) -> str:
    higher, lower = int(getattr(row, "higher", 0)), int(getattr(row, "lower", 0))
    return f"higher in {first} on {higher} of them, in {second} on {lower}"


def _rests(row: object) -> str:
    outlet = getattr(row, "rests_on", None)
    return f"; rests on {outlet} alone: without it there is no such difference" if known(outlet) else ""


def _lacking(found: pd.DataFrame) -> Iterator[str]:
    lacking = found[~found["enough"]]
    if len(lacking):
        often = lacking["reason"].value_counts()
        reasons = listed([f"{reason} ({count})" for reason, count in often.head(3).items()])
        yield f"not enough evidence for {several(len(lacking), 'value')}: {reasons}"


def _more(names: list[str]) -> str:
    return f"; and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
