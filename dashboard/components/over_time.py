"""One value of an outlet over time, as points beside the others' level, with a change only where there is one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analysis.tables import rows as rows_of
from dashboard.attributes import extra
from dashboard.components.notice import scroller
from dashboard.components.take_away import take_away
from dashboard.figures.scale import scale
from dashboard.links import to_story
from dashboard.outlet_choice import Choice
from dashboard.outlet_wording import difference, label_of, scaled, unit_of
from dashboard.row import Row
from dashboard.svg import Shape, circle, label, line, svg
from dashboard.wording import IN_VOICE, date, records, several

MOST_LISTED = 60
_LEFT, _TOP, _BOTTOM = 7.0, 4.0, 90.0


def over_time_shown(
    events: pd.DataFrame, change: Row | None, titles: Mapping[str, str], *, name: str, choice: Choice
) -> list[Component]:
    """Return the points (OVER_TIME) as a figure with its table, and in words whether a change is there (CHANGES row).

    `titles` are those of the events listed: the last `MOST_LISTED`.
    """
    _, _, value = records()[choice.value]
    said = html.P(_sentence(change, name, choice), className="found")
    if len(events) < 2:
        return [said]
    heading = f"{name}: {label_of(choice.value).lower()} {IN_VOICE[choice.voice]}, difference from the others, by date."
    table = html.Table(
        [
            html.Thead(html.Tr([html.Th(head, scope="col") for head in ("When", "Event", "Difference")])),
            html.Tbody([_row(row, titles, choice) for row in rows_of(events.iloc[::-1].head(MOST_LISTED))]),
        ],
        className="grid plain",
    )
    points = events.groupby("point", sort=True).agg(day=("day", "min"), difference=("difference", "mean"))
    drawn = html.Div(
        _drawing(points["day"].tolist(), [scaled(value, x) for x in points["difference"].tolist()], change, choice),
        className="drawn",
    )
    caption = html.Figcaption(
        [
            html.Span(
                f"{heading} In {unit_of(value)}; a point is one event, or the events of one story in four weeks."
            ),
            html.Details([html.Summary("The same as a table"), scroller(table, label=heading)], className="fold"),
            take_away(f"over-time-{choice.value}-{choice.voice}"),
        ]
    )
    return [said, html.Figure([drawn, caption], className="figure", **extra({"aria-label": heading}))]


def _sentence(change: Row | None, name: str, choice: Choice) -> str:
    if change is None:
        return "No dated event here has this value of the outlet and of another one."
    _, _, value = records()[choice.value]
    if change.found:
        span = f"{date(change.earliest)} and {date(change.latest)}"
        return (
            f"From about {date(change.day)} on (likely between {span}), {name} is at "
            f"{difference(value, change.after, unit=True)} from the others; before at "
            f"{difference(value, change.before)}."
        )
    if change.enough:
        return f"No change over time beyond chance, on {several(int(change.points), 'point')} in time."
    return f"Not enough evidence to speak of a change: {change.reason}."


def _drawing(days: Sequence[datetime], values: Sequence[float], change: Row | None, choice: Choice) -> Component:
    _, _, value = records()[choice.value]
    up = scale(values)
    first, last = days[0].timestamp(), days[-1].timestamp()
    width = (last - first) or 1.0

    def x(day: datetime) -> float:
        return _LEFT + 2 + (100 - _LEFT - 4) * (day.timestamp() - first) / width

    def y(amount: float) -> float:
        return _TOP + (_BOTTOM - _TOP) * (1 - (amount - up.low) / (up.high - up.low))

    shapes: list[Shape | str] = []
    for tick in up.ticks:
        name = "at-zero" if tick == 0 else "at"
        shapes.append(line(_LEFT, 100, y1=y(tick), y2=y(tick), name=name))
        shapes.append(label(0, f"{tick:+.4g}".replace("-", "−") if tick else "0", y=y(tick)))
    for year in _years(days):
        shapes.append(label(x(year), f"{year:%Y}" if year.month == 1 else f"{year:%b %Y}", y=97))
        shapes.append(line(x(year), x(year), y1=_BOTTOM, y2=_BOTTOM + 2, name="at"))
    if change is not None and change.found:
        day = x(change.day)
        for begin, end, level in ((_LEFT + 2, day, change.before), (day, 98.0, change.after)):
            at = y(scaled(value, level))
            shapes.append(line(begin, end, y1=at, y2=at, name="likely"))
        shapes.append(line(day, day, y1=_TOP, y2=_BOTTOM, name="near"))
    shapes += [circle(x(day), y=y(amount), r=4, name="may-be-chance") for day, amount in zip(days, values, strict=True)]
    return svg(shapes, name="over-time")


def _years(days: Sequence[datetime]) -> list[datetime]:
    """Return the starts of years inside the span; the first and last day where there is none."""
    first, last = days[0], days[-1]
    starts = [datetime(year, 1, 1, tzinfo=first.tzinfo) for year in range(first.year + 1, last.year + 1)]
    step = -(-len(starts) // 10) or 1
    return starts[::step] or [first, last]


def _row(row: Row, titles: Mapping[str, str], choice: Choice) -> Component:
    _, _, value = records()[choice.value]
    said = difference(value, float(row.difference))
    exact = extra({"data-v": f"{scaled(value, float(row.difference)):.6g}"})
    return html.Tr(
        [
            html.Td(date(row.day)),
            html.Th(html.A(titles.get(str(row.event), str(row.event)), href=to_story(str(row.story))), scope="row"),
            html.Td(said, **exact),
        ]
    )
