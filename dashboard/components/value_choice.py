"""Links that choose what is compared: the measure, its part, and whose words."""

from collections.abc import Collection

from dash import html
from dash.development.base_component import Component

from dashboard.attributes import extra
from dashboard.links import Pairs, to_page
from dashboard.outlet_choice import Choice
from dashboard.wording import VOICES, records


def value_choice(
    choice: Choice, path: str, *, pairs: Collection[tuple[str, str]], more: Pairs = (), anchor: str = ""
) -> list[Component]:
    """Return rows of links to the same page for another measure, part or voice; `more` are the page's own pairs."""
    by_name = records()
    values = [name for name in by_name if any(name == value for value, _ in pairs) and not by_name[name][2].beside]
    if choice.value and choice.value not in values:
        values.append(choice.value)

    def to(value: str, voice: str) -> str:
        voices = [each for each in VOICES if (value, each) in pairs]
        kept = voice if voice in voices else voices[0]
        return to_page(path, [*more, *choice.of(value, kept).pairs()], anchor=anchor)

    mine = by_name[choice.value][0] if choice.value else -1
    first = {by_name[value][0]: value for value in reversed(values)}
    rows = [
        _row(
            "Measure",
            [(by_name[value][1].label, to(value, choice.voice), at == mine) for at, value in sorted(first.items())],
        )
    ]
    parts = [value for value in values if by_name[value][0] == mine]
    if len(parts) > 1:
        rows.append(
            _row("Part", [(by_name[value][2].label, to(value, choice.voice), value == choice.value) for value in parts])
        )
    voices = [voice for voice in VOICES if (choice.value, voice) in pairs]
    if len(voices) > 1:
        rows.append(
            _row("Words of", [(VOICES[voice], to(choice.value, voice), voice == choice.voice) for voice in voices])
        )
    return rows


def _row(what: str, links: list[tuple[str, str, bool]]) -> Component:
    made = [
        html.A(
            said,
            href=href,
            className="choice on" if on else "choice",
            **extra({"data-stay": "1", "aria-current": "true" if on else "false"}),
        )
        for said, href, on in links
    ]
    return html.Nav(
        [html.Span(f"{what}:", className="chips-label"), *made], className="chips", **extra({"aria-label": what})
    )
