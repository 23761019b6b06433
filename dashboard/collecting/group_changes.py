"""Groups of outlets made, changed and taken away on their page, and taken over from a file. Each can be undone."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from flask import request

from dashboard.collecting.desk import Desk
from dashboard.collecting.given import called
from dashboard.wording import several
from sources.adding.group_file import groups_in
from sources.errors import InputError, UnknownName
from sources.keeping.groups import group_named, import_groups, remove_group, set_group, undo_groups
from sources.library import Library
from sources.outlets import folded

KEEP = "/groups/do"
"""Where the forms go."""

MOST_BYTES = 2_000_000
"""Bytes of a file of groups."""

_LONGEST = 200

Said = tuple[str, str, str]
"""The page to go on at, what follows its question mark, and what to say."""


def on_groups(desk: Desk) -> Said:
    """Do what a form asks. No analysis follows: groups enter no score. Raises ParallaxError for what cannot be done."""
    form = request.form
    what, name = form.get("do", ""), form.get("group", "")
    if what == "set":
        return _set(desk)
    if what == "import":
        return _taken_over(desk)
    with Library(desk.library) as library:
        if what == "remove":
            change = remove_group(library, name)
            return "/groups", "", f"the group {change.rows[0].name} is taken away"
        if what == "undo":
            number = form.get("number", "")
            if not (number.isdecimal() and len(number) < 12):
                raise InputError("no change was named")
            change = undo_groups(library, int(number))
            return "/groups", "", f"change {change.number} is undone"
    raise UnknownName(f"{what!r} is nothing that can be done to a group")


def _set(desk: Desk) -> Said:
    """Make a group of the outlets that are ticked and written; one that had another name loses it."""
    form = request.form
    name, was = (" ".join(form.get(field, "").split()) for field in ("name", "was"))
    typed = [" ".join(line.split()) for line in form.get("more", "").splitlines()]
    named = [known.name if (known := desk.outlets.by_name(each)) else each for each in typed if each]
    too_long = next((each for each in (name, *named) if len(each) > _LONGEST), None)
    if too_long is not None:
        raise InputError(f"{too_long[:60]!r} ... is too long for a name: {_LONGEST} letters are the most")
    by, note = (" ".join(form.get(field, "").split())[:_LONGEST] or None for field in ("by", "note"))
    today = datetime.now(UTC).date().isoformat()
    with Library(desk.library) as library:
        old = group_named(library, was) if was else None
        if old is None or folded(old.name) != folded(name):
            _refuse_taken(library, name)
        outlets = [*form.getlist("outlet"), *named]
        change = set_group(library, name, outlets, by=by, date=form.get("date", "").strip() or today, note=note)
        called_now = change.rows[0].group
        if old is not None and folded(old.name) != folded(called_now):
            remove_group(library, old.name)
    said = f"the group {called_now} has {several(len(change.rows), 'outlet')}"
    return "/groups", urlencode([("a", called_now)]), said


def _refuse_taken(library: Library, name: str) -> None:
    """Raise InputError where another group has the name: it would be lost unseen."""
    try:
        found = group_named(library, name)
    except UnknownName:
        return
    if not found.rating:
        raise InputError(f"there is a group {found.name!r} already; change that one, or give this another name")


def _taken_over(desk: Desk) -> Said:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise InputError("choose a file first")
    content = file.stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(f"the file has more than {MOST_BYTES / 1e6:.0f} MB; a file of groups is a small table")
    origin = called(file.filename) or "file"
    rows = groups_in(content, Path(origin), outlets=desk.outlets)
    with Library(desk.library) as library:
        import_groups(library, rows, origin=origin)
    names = list(dict.fromkeys(row.name for row in rows))
    what = "rating" if all(row.rating for row in rows) else "group"
    return "/groups", "", f"{several(len(names), what)} taken over: {', '.join(names[:6])}"
