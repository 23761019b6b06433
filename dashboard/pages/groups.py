"""Groups: outlets that a person puts together, against others, on the events that both sides tell."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from analysis.outlets.groups import compare_groups, events_of_groups
from analysis.results import Results
from dashboard.components.head_to_head import behind, findings, shown_rows, side_by_side, strongest
from dashboard.components.kept_groups import kept_groups
from dashboard.components.notice import contents, notice, title
from dashboard.components.outlet_form import outlet_form
from dashboard.components.outlet_pages import outlet_nav, refusals
from dashboard.current import CurrentResults
from dashboard.links import Pairs
from dashboard.outlet_choice import Choice, read_choice
from dashboard.outlet_groups import groups_held
from dashboard.outlet_numbers import cells_of_outlets, holdings_of, spreads, value_pairs
from dashboard.page import Page, Query, View
from dashboard.wording import listed
from sources.errors import InputError, UnknownName
from sources.keeping.groups import Group, Membership

_PATH = "/groups"
_LEDE = (
    "No group is built in and no outlet is placed left or right. Put outlets together for a question of yours, and "
    "compare them with others on the events that both sides tell."
)
_REST = "all others"
SPLIT = "\u001f"
"""What stands between the outlets of a side on their way from the form; assets/40_forms.js parts them."""


def layout(current: CurrentResults, query: Query) -> View:
    """Return two sides compared: outlets named by `one` and `other`, or kept groups named by `a` and `b`.

    Without a second side the first is set against all other outlets. Below stand the groups that are kept, with the
    forms that make, change and take them away; `edit` names the group that is changed.
    """
    results = current.get()
    names = holdings_of(results)["outlet"].tolist()
    kept = groups_held(results)
    refused: list[str] = []
    sides = [
        _side(query, single, several_, kept, names, label, refused)
        for single, several_, label in (("a", "one", "the first side"), ("b", "other", "the second side"))
    ]
    choice = read_choice(query, pairs=value_pairs(results))
    selects = [
        _select("one", "One side", names, sides[0]),
        _select("other", "The other side", names, sides[1], empty=_REST),
    ]
    head: list[Component] = [
        title("Groups"),
        html.P(_LEDE, className="lede"),
        outlet_nav("groups"),
        outlet_form(choice, _PATH, groups=(), before=selects, order=False),
        *refusals([*refused, *choice.refused]),
    ]
    body = _compared(results, sides[0], sides[1], query, choice) if sides[0] else []
    below = kept_groups(current, kept, names, edit=query.one("edit"), side=query.many("one") if body else ())
    return View("Groups", html.Div([*head, *body, *below], className="page outlets-page"))


def _side(
    query: Query,
    single: str,
    several_: str,
    kept: Sequence[Group],
    names: Sequence[str],
    label: str,
    refused: list[str],
) -> Group | None:
    asked = query.one(single)
    found = next((group for group in kept if group.name == asked), None)
    if asked and found is None:
        refused.append(f"There is no group “{asked}” in this library.")
    if found is not None:
        return found
    given = query.many(several_)
    strange = [name for name in given if name not in names]
    if strange:
        refused.append(f"No page here is from {listed([f'“{name}”' for name in strange[:5]])}; left out.")
    members = tuple(name for name in given if name in names)
    if not members:
        return None
    called = listed(members) if len(members) <= 3 else f"{members[0]} and {len(members) - 1} more"
    return Group(name=called, members=tuple(Membership(outlet=name, group=called) for name in sorted(members)))


def _pairs(query: Query) -> Pairs:
    return [(name, value) for name in ("a", "b", "one", "other") for value in query.many(name)]


def _compared(results: Results, first: Group, second: Group | None, query: Query, choice: Choice) -> list[Component]:
    outlets = None if second is None else (*first.outlets, *second.outlets)
    cells = cells_of_outlets(results, outlets, choice)
    try:
        rows = shown_rows(compare_groups(cells, first, second))
    except (InputError, UnknownName) as error:
        said = str(error).split("; there are")[0].replace(" (`parallax compare`)", " on the page Two outlets")
        where = f" Only {choice.told} was looked at." if choice.told else ""
        return [notice(f"This cannot be compared: {said}.{where}")]
    names = (first.name, second.name if second else _REST)
    spread = spreads(cells)
    if not query.one("value"):
        best = strongest(rows, spread)
        best = best if len(best) else rows[rows["events"] > 0]
        if len(best):
            choice = choice.of(str(best["measure"].iloc[0]), str(best["voice"].iloc[0]))
    events = events_of_groups(cells, first, second, measure=choice.value, voice=choice.voice)
    pairs = _pairs(query)
    parts = [
        findings(rows, spread, names=names, path=_PATH, pairs=pairs, choice=choice),
        side_by_side(rows, spread, names=names, path=_PATH, pairs=pairs, choice=choice),
        behind(
            results, events, names=names, path=_PATH, pairs=pairs, choice=choice, known=value_pairs(results), more=[]
        ),
    ]
    who = html.Dl(
        [
            html.Dt(names[0]),
            html.Dd(", ".join(first.outlets)),
            html.Dt(names[1]),
            html.Dd(", ".join(second.outlets) if second else "every outlet that is not in the first group"),
        ],
        className="metadata",
    )
    warn = "An interval speaks of these outlets on other events of the kind, not of other outlets of the kind."
    more = [("kept", "Groups of this library"), ("make", "Make or change a group")]
    return [who, html.P(warn, className="quiet"), contents(parts, more), *(part.body for part in parts)]


def _select(name: str, label: str, names: Sequence[str], side: Group | None, *, empty: str = "outlets") -> Component:
    made: Component = dmc.MultiSelect(
        id=f"groups-{name}",
        name=name,
        label=label,
        data=[{"value": each, "label": each} for each in names],
        value=[each for each in side.outlets if each in names] if side else [],
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        placeholder="" if side else empty,
        hiddenInputValuesDivider=SPLIT,
        nothingFoundMessage="no outlet of this name here",
        className="wide",
    )
    return made


PAGE = Page(name="groups", path=_PATH, title="Groups", from_library=layout, section="outlets")
