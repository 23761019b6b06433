"""What stands beside a name and makes it the author's: a date, a row of buttons, the outlet that the author is of."""

import re

from sources.cleaning.dates import is_date_line
from sources.cleaning.draft import Draft
from sources.cleaning.people import is_name
from sources.cleaning.phrases import phrase_rules
from sources.cleaning.prose import words_in

HEADED = 5
"""Words in the shortest line below which a name alone may be the author's: a headline or its standfirst."""


def by_glued(draft: Draft, number: int) -> str | None:
    """Return the name of "ByAnn Lee" next to a date: a line that lost its space on the way."""
    match = _BY_GLUED.fullmatch(draft.text(number))
    near = range(max(0, number - 2), min(len(draft.blocks), number + 3))
    dated = match is not None and any(is_date_line(draft.text(other)) for other in near)
    return match["name"] if match and dated and is_name(match["name"]) else None


_BY_GLUED = re.compile(r"By(?P<name>[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ].{1,40})")


def is_affiliation(draft: Draft, text: str) -> bool:
    """Return whether a line is a listed outlet and a place: "BBC News, Cardiff"."""
    match = _AFFILIATION.fullmatch(text)
    return match is not None and draft.outlets.by_name(match["outlet"]) is not None


_AFFILIATION = re.compile(r"(?P<outlet>[^,]{2,40}), [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ&][\w’'-]*){0,3}")


def shared_below(draft: Draft, number: int) -> bool:
    """Return whether a name stands between a headline and a row of share buttons, and no prose speaks of it."""
    text, count = draft.text(number), len(draft.blocks)
    if not number < draft.lines.first_prose <= number + 12 or number == 0 or words_in(draft.text(number - 1)) < HEADED:
        return False
    row = [draft.text(other) for other in range(number + 1, min(count, number + 3))]
    shares = len(row) == 2 and all("share buttons" in phrase_rules(line) for line in row)
    known = draft.outlets.by_name(text) is not None or bool(phrase_rules(text))
    return shares and not known and text.split()[-1] not in draft.lines.prose_words


def without_outlet(draft: Draft, names: str) -> str:
    """Return "Mary Connolly" of "Mary Connolly Associated Press" and of "Mary Connolly, AFP France"."""
    first, *more = names.split(", ")
    names = ", ".join([first, *(name for name in more if not _of_outlet(draft, name))])
    words = names.split(" ")
    for size in range(2, len(words) - 1):
        if draft.outlets.by_name(" ".join(words[size:])) is not None:
            return " ".join(words[:size])
    return names


def _of_outlet(draft: Draft, name: str) -> bool:
    """Return whether what stands among names is an outlet, or one in capitals with a place: no person is called so."""
    initials = name.split(" ")[0]
    bureau = initials.isupper() and len(initials) > 1 and draft.outlets.by_name(initials) is not None
    return bureau or draft.outlets.by_name(name) is not None
