"""Marks that a person says are wrong: taken out, and put back. What was counted stays as it is."""

from urllib.parse import parse_qsl, quote, urlencode

from flask import request

from analysis.measures import ALL_MEASURES
from dashboard.collecting.desk import Desk
from sources.errors import InputError, UnknownName
from sources.keeping.taken_out import PLACES, put_back_mark, take_out
from sources.library import Library

MARK = "/correct/mark"
"""Where the forms go."""

OUT, BACK = "out", "back"
"""What they ask for."""

_GOES_ON = frozenset({"measure", "value", "voice", "sentence", "labels"})
"""What the address of an article may say when it is shown again."""

_MOST = 60
_LONGEST = 4_000


def on_marks(desk: Desk) -> tuple[str, str, str]:
    """Do what a form asks; return the page to go on at, what follows its question mark, and what to say.

    Raises ParallaxError for what cannot be done.
    """
    form = request.form
    article, what = form.get("article", ""), form.get("do", "")
    with Library(desk.library) as library:
        if what == OUT:
            value, place, start, end = _mark(form.get("mark", ""))
            made = take_out(library, article, value=value, place=place, start=start, end=end)
            said = f"“{made.words[:80]}” is taken out"
        elif what == BACK:
            number = form.get("number", "")
            if not (number.isdecimal() and len(number) < 12):
                raise InputError("no mark was named")
            made = put_back_mark(library, int(number))
            said = f"“{made.words[:80]}” counts again"
        else:
            raise UnknownName(f"{what!r} is nothing that can be done to a mark")
    return f"/article/{quote(article or made.article, safe='')}", _asked(form.get("back", "")), said


def _mark(text: str) -> tuple[str, str, int, int]:
    """Read what names a mark (`dashboard.components.marks.mark_at`). Raises InputError where it is none."""
    parts = text.split("|")
    known = {value.name for measure in ALL_MEASURES for value in measure.values}
    offsets = parts[2:]
    read = all(each.isascii() and each.isdecimal() and len(each) < 9 for each in offsets)
    if len(parts) != 4 or parts[0] not in known or parts[1] not in PLACES or not read:
        raise InputError(f"{text[:80]!r} names no mark; it is written as loaded|text|12|19")
    return parts[0], parts[1], int(offsets[0]), int(offsets[1])


def _asked(search: str) -> str:
    """Return what of an address is taken over: the switches and the number that was opened."""
    try:
        pairs = parse_qsl(search[:_LONGEST].removeprefix("?"), max_num_fields=_MOST)
    except ValueError:
        return ""
    return urlencode([(name, value) for name, value in pairs if name in _GOES_ON])
