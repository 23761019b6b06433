"""The groups that a library keeps: who is in them, who says so, and the forms that make, change and undo them."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.collecting.group_changes import KEEP
from dashboard.components.notice import Part, notice, scroller, section
from dashboard.current import CurrentResults
from dashboard.fields import Child, box, button, element, form, hidden, text_field
from dashboard.links import to_page
from dashboard.wording import several
from sources.keeping.groups import Group, GroupChange, changes_of_groups
from sources.library import Library
from sources.outlets import folded

_PATH = "/groups"
_MOST_CHANGES = 30
_DID = {"set": "made", "import": "taken over from a file", "remove": "taken out"}


def kept_groups(
    current: CurrentResults, groups: Sequence[Group], names: Sequence[str], *, edit: str, side: Sequence[str]
) -> list[Component]:
    """Return the groups kept, and for those who may write the forms; `names` are the outlets of the library.

    `edit` names the group that the form changes; without one it offers the outlets of `side` as a new group.
    """
    closed = current.desk.closed()
    token = None if closed else current.desk.guard.token
    parts = [_listed(groups, names, token, closed)]
    if token is not None:
        with Library(current.desk.library) as library:
            changes = changes_of_groups(library, undone=True)
        changed = next((each for each in groups if not each.rating and folded(each.name) == folded(edit)), None)
        parts += [_made(changed, names, side, token), _file(token)]
        parts += [_changes(changes, token)] if changes else []
    return [part.body for part in parts]


def _listed(groups: Sequence[Group], names: Sequence[str], token: str | None, closed: str | None) -> Part:
    said = [notice(closed)] if closed else []
    if not groups:
        return section("Groups of this library", [notice("None was made yet."), *said], name="kept")
    heads = ["Group", "Outlets", "Said by", *([""] if token else [])]
    head = html.Thead(html.Tr([html.Th(each, scope="col") for each in heads]))
    rows = [_row(group, names, token) for group in groups]
    table = scroller(html.Table([head, html.Tbody(rows)], className="grid plain"), label="Groups of this library")
    intro = (
        "A name opens the comparison with all other outlets. Ratings are what others say of outlets: they are shown "
        "with their source and date, and are part of no number."
    )
    return section("Groups of this library", [table, *said], name="kept", intro=intro)


def _row(group: Group, names: Sequence[str], token: str | None) -> Component:
    inside = ", ".join(f"{each}{'' if each in names else ' (no page here)'}" for each in group.outlets)
    notes = list(dict.fromkeys(member.note for member in group.members if member.note))
    told: list[str | Component] = [_source(group)]
    if group.rating:
        told.append(html.Span("a rating by others", className="unit"))
    told += [html.Span(note, className="unit") for note in notes[:3]]
    cells = [
        html.Th(html.A(group.name, href=to_page(_PATH, [("a", group.name)])), scope="row"),
        html.Td(inside),
        html.Td(told),
    ]
    if token is not None:
        away = [
            hidden("group", group.name),
            button("Take away", do="remove", about=f"Take away the group {group.name}"),
        ]
        acts: list[Component] = [form(KEEP, token, away, name=f"remove-{group.name}")]
        if not group.rating:
            change = to_page(_PATH, [("edit", group.name)], anchor="make")
            acts.insert(0, html.A("Change", href=change, className="button", title=f"Change the group {group.name}"))
        cells.append(html.Td(html.Div(acts, className="acts")))
    return html.Tr(cells)


def _source(group: Group) -> str:
    """Return who says so and when, each once."""
    said = (", ".join(filter(None, (member.by, member.date))) for member in group.members)
    return "; ".join(dict.fromkeys(each or "nobody named" for each in said))


def _made(changed: Group | None, names: Sequence[str], side: Sequence[str], token: str) -> Part:
    """Return the form that makes a group, or changes the one given."""
    inside = set(changed.outlets) if changed else set(side)
    strange = sorted(inside - set(names)) if changed else []
    ticks = [box("outlet", name, name, on=name in inside) for name in [*names, *strange]]
    first = changed.members[0] if changed else None
    fields: list[Child] = [
        hidden("was", changed.name if changed else ""),
        html.Div(
            [
                text_field(
                    "name", "Name of the group", value=changed.name if changed else "", place="e.g. state-owned"
                ),
                text_field("by", "Who says so", value=(first.by or "") if first else "", place="empty: nobody named"),
                text_field("note", "Note", value=(first.note or "") if first else "", place="what it rests on"),
            ],
            className="group-fields",
        ),
        element("fieldset", [element("legend", "Its outlets"), html.Div(ticks, className="group-ticks")]),
        html.Details(
            [
                html.Summary("Outlets of which no page is held yet"),
                text_field("more", "Their names, one a line", rows=3),
            ],
            className="fold",
        ),
        html.Div(
            [
                button("Save the group" if changed else "Keep as a group", do="set", main=True),
                html.A("Make another", href=to_page(_PATH, anchor="make"), className="button") if changed else None,
            ],
            className="row",
        ),
    ]
    heading = f"Change the group “{changed.name}”" if changed else "Make a group"
    intro = (
        "It is kept in this library, can be chosen on all pages about outlets, and can be undone. Two outlets or more "
        "can be compared."
    )
    name = f"group-{changed.name}-{len(changed.members)}" if changed else f"group-{'-'.join(side)}"
    return section(heading, [form(KEEP, token, fields, name=name)], name="make", intro=intro)


def _file(token: str) -> Part:
    file = element(
        "input",
        None,
        {"type": "file", "name": "file", "id": "group-file", "accept": ".csv,.toml,.tsv,.txt",
         "aria-describedby": "group-file-hint"},
    )  # fmt: skip
    hint = html.P(
        [
            "A CSV file with the columns outlet, group, by, date, note, a row for each outlet. With rating in place of "
            "group they are ratings by others, and need by (whom) and date. A TOML file has tables [[group]] or "
            "[[rating]].",
        ],
        className="hint",
        id="group-file-hint",
    )
    inside: list[Child] = [
        html.Div([html.Label("File of groups or ratings", htmlFor="group-file"), file, hint], className="field"),
        html.Div([button("Take over", do="import")], className="row"),
    ]
    return section("From a file", [form(KEEP, token, inside, name="group-file", files=True)], name="file")


def _changes(changes: Sequence[GroupChange], token: str) -> Part:
    items = []
    for change in reversed(changes[-_MOST_CHANGES:]):
        names = list(dict.fromkeys(row.name for row in change.rows))
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        from_file = f" ({change.origin})" if change.origin else ""
        said = (
            f"{change.number}. {names[0]}{more}: {several(len(change.rows), 'outlet')} "
            f"{_DID.get(change.kind, change.kind)}{from_file}"
        )
        fields: list[Child] = [
            hidden("number", str(change.number)),
            button("Undo", do="undo", about=f"Undo change {change.number} of groups"),
        ]
        undo = form(KEEP, token, fields, name=f"undo-{change.number}")
        items.append(html.Li([html.Span(said), html.Span(" (undone)", className="quiet") if change.undone else undo]))
    return section("What was changed", [html.Ol(items, className="changes")], name="changes")
