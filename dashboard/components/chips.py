"""The switches that turn the marks of each measure on and off, in the browser and in the address."""

from collections.abc import Collection, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from analysis.measures import ALL_MEASURES
from analysis.measures.measure import Measure
from dashboard.attributes import extra

FIRST_SHOWN = "loaded"
"""The measure whose words are marked when the address names none."""

_MOST_MARKED = 10


def switched_on(asked: Sequence[str], *, measures: tuple[Measure, ...] = ALL_MEASURES) -> list[int]:
    """Return the numbers (places in the list) of the measures to mark: those asked for by name, else the first shown.

    Unknown names are left out; "none" alone marks nothing.
    """
    names = [measure.name for measure in measures]
    known = [names.index(name) for name in asked if name in names]
    if known or "none" in asked:
        return sorted(set(known))
    return [names.index(FIRST_SHOWN)] if FIRST_SHOWN in names else [0][: len(names)]


def chips(
    on: Sequence[int],
    counts: Mapping[int, int],
    *,
    later: Collection[int] = (),
    measures: tuple[Measure, ...] = ALL_MEASURES,
) -> Component:
    """Return one switch for each measure with the number of its marks; `counts` is by place in the list.

    Marks of those in `later` are not on the page: their switch asks for the page that has them.
    """
    return html.Div(
        [
            html.Span("Mark:", className="chips-label"),
            *(
                html.Button(
                    [
                        html.Span("abc", className=f"swatch key-{key}", **extra({"aria-hidden": "true"})),
                        html.Span(measure.label),
                        html.Span(f"{counts.get(key, 0):,}", className="chip-count"),
                    ],
                    type="button",
                    className="chip",
                    title=measure.meaning,
                    **extra(
                        {
                            "data-mark": str(key),
                            "data-measure": measure.name,
                            "aria-pressed": "true" if key in on else "false",
                            **({"data-later": "1"} if key in later else {}),
                        }
                    ),
                )
                for key, measure in enumerate(measures)
            ),
            html.Span("quotation", className="chip-legend quoted"),
            html.Button(
                "Labels",
                type="button",
                className="choice chip-labels",
                title="Write the kind of each mark beside it",
                **extra({"data-labels": "1", "aria-pressed": "false"}),
            ),
        ],
        className="chips",
        role="group",
        **extra({"aria-label": "Words to mark"}),
    )


def too_many(counts: Mapping[int, int], *, words: int) -> set[int]:
    """Return the measures that mark more than a tenth of `words`: sent when asked for, or they would fill the page."""
    return {key for key, count in counts.items() if count > words / _MOST_MARKED}


def marks_box(children: Sequence[Component], on: Sequence[int], *, class_name: str = "") -> Component:
    """Return the box in which the switches work: everything marked stands inside, with the switches."""
    keys = " ".join(map(str, on))
    return html.Div(list(children), className=f"marks {class_name}".strip(), **extra({"data-on": keys}))
