"""Whether two headlines are the same, whatever their case and marks and whichever outlet's name hangs on them."""

import re

from analysis.reading.tokens import words_of
from sources.outlets import Outlets, folded, load_outlets

_PART = re.compile(r"\s+(?:[|–—-]|::|»|·|•)\s+|\s*\|\s*")
"""What parts a headline from an outlet's name: "Bridge shut | Kell Observer"."""


def headline_changed(
    one: str | None, other: str | None, *, names: tuple[str | None, ...] = (), outlets: Outlets | None = None
) -> bool:
    """Return whether two pages have headlines that differ in their words; False where one has none.

    Case, punctuation, an outlet's name at either end (one of `names`, or any in `outlets`: those that come with
    Parallax) and an agency's before a colon ("AP: ...") are no change.
    """
    if not (one and other) or words_of(one) == words_of(other):
        return False
    known = load_outlets() if outlets is None else outlets
    called = {folded(name) for name in names if name}
    bare = [words_of(_bare(title, called, known)) for title in (one, other)]
    return bare[0] != bare[1]


def _bare(title: str, called: set[str], outlets: Outlets) -> str:
    def names_outlet(part: str) -> bool:
        return folded(part) in called or outlets.by_name(part) is not None or outlets.by_domain(part) is not None

    parts = _PART.split(title)
    if len(parts) > 1 and names_outlet(parts[-1]):
        title = title[: title.rindex(parts[-1])]
    elif len(parts) > 1 and names_outlet(parts[0]):
        title = title[len(parts[0]) :]
    before, _, after = title.partition(": ")
    return after if after and len(before) < 30 and names_outlet(before) else title
