"""Names of outlets in a text: no lexicon counts a word of them, for a score must not depend on who is named.

`python -m analysis.words.outlet_names` writes the list again from the table of outlets (`sources/outlets.toml`), which
takes too long to read each time.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from analysis import wordlists
from analysis.batch import Flags, Numbers
from analysis.reading.tokens import words_of
from analysis.words.matching import Matcher

_ANYWHERE, _IN_CAPITALS, _AFTER_THE = "anywhere", "in capitals", "after the"


def in_outlet_names(types: Sequence[str], type_of: Numbers, *, breaks: Flags, capital: Flags, shouted: Flags) -> Flags:
    """Say of each word whether it is part of the name of a listed outlet.

    `capital`: it begins with a capital; `shouted`: with two. A name of several words is one wherever its first and last
    words have capitals, an abbreviation where it is written as one. One word in small letters ("the Guardian") is one
    after "the", unless another name goes on from it ("the Guardian Angels").
    Other single words ("Time") are none.
    """
    inside = np.zeros(len(type_of), dtype=bool)
    if not len(type_of):
        return inside
    matcher, kinds = _matcher()
    found = matcher.places(types, type_of, breaks=breaks)
    named = capital[found.first] & capital[found.last]
    kind = kinds[found.surface]
    article = np.array([word == "the" for word in types], dtype=bool)[type_of]
    preceded = article[found.first - 1] & ~breaks[found.first]
    following = np.minimum(found.last + 1, len(type_of) - 1)
    goes_on = capital[following] & ~breaks[following] & (found.last + 1 < len(type_of))
    named &= (kind != _AFTER_THE) | (preceded & ~goes_on)
    named &= (kind != _IN_CAPITALS) | shouted[found.first]
    change = np.zeros(len(type_of) + 1, dtype=np.int64)
    np.add.at(change, found.first[named], 1)
    np.add.at(change, found.last[named] + 1, -1)
    return np.cumsum(change[:-1]) > 0


@cache
def _matcher() -> tuple[Matcher, npt.NDArray[np.str_]]:
    rows = wordlists.rows("outlet_names")
    return Matcher([row[0] for row in rows]), np.array([row[1] for row in rows])


def rows_of_table() -> Iterator[tuple[str, str]]:
    """Yield (name in words of lower case without "the", where it is one) from the table of outlets, sorted."""
    from sources.outlets import load_outlets

    found: dict[str, str] = {}
    for name in sorted({name for outlet in load_outlets().all for name in outlet.names}):
        bare = name[4:] if name.startswith(("The ", "the ")) else name
        words = words_of(bare)
        if not words or not bare.isascii() or any(mark in bare for mark in "(,/&!"):
            continue
        if len(words) > 1 and " " in bare:
            found[" ".join(words)] = _ANYWHERE
        elif len(words) == 1 and sum(map(str.isupper, bare)) > 1:
            found[words[0]] = _IN_CAPITALS if bare.isupper() else _ANYWHERE
        elif len(words) == 1 and bare != name:
            found.setdefault(words[0], _AFTER_THE)
    yield from sorted(found.items())


def main() -> None:
    """Print the list."""
    lines = ["name\twhere", *("\t".join(row) for row in rows_of_table())]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
