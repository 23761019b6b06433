"""Full names: which names of two words or more a body gives, so that a surname can stand for one of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from analysis import wordlists
from analysis.batch import Numbers
from analysis.reading.laid_out import LaidOut
from analysis.reading.narration import source_nouns, words_in
from analysis.reading.openings import no_names

# It begins with a letter and looks back afterwards, for a search for any letter at the start of a word is far slower.
_FULL_NAME = re.compile(
    r"[A-Z](?<!\w[A-Z])[\w’'-]+(?:\s(?:[A-Z][\w’'-]+|[A-Z]\.|[“\"][A-Z]\w+[”\"](?=\s[A-Z])|(?:de|von|van|bin|al|el|da|la|di)(?=\s[A-Z])))+"
)


_REMEMBERED = 1 << 15


_FIRST = re.compile(r"(?<!\w)[A-Z][\w’'-]+\Z")
_JOINING = frozenset("de von van bin al el da la di".split())
_OPENS = frozenset('“"')


class _Run(NamedTuple):
    """Whom a run of capitalised words names."""

    surname: str
    """In lower case."""
    gender: str
    """The pronoun that goes with a title in the run, "" without any."""
    titled: str
    """The surname where it stands with a title alone, else ""."""
    name: str
    """The name where it is a full one, else ""."""
    full_gender: str
    """The pronoun by title or first name, "" where neither tells."""


@cache
def genders_of_first_names() -> dict[str, str]:
    """Return the pronoun that goes with a first name, by the name in lower case."""
    return {row[0]: row[1] for row in wordlists.rows("first_names")}


def without_s(name: str) -> str:
    """Return a name without the ’s of what it owns."""
    return name.removesuffix("’s").removesuffix("'s")


@lru_cache(_REMEMBERED)
def _read(run: str) -> _Run | None:
    """Return whom a run of capitalised words names; None where it names nobody."""
    titles, function = wordlists.column("person_titles"), no_names()
    parts = run.replace("’", "'").split()
    keys = [part.lower().rstrip(".") for part in parts]
    gender = ""
    start = 0
    if len(parts) > 1 and parts[-1].endswith("'s"):  # "Ann Lee’s daughter"
        parts[-1] = parts[-1].removesuffix("'s")
        keys[-1] = keys[-1].removesuffix("'s")
    for number, key in enumerate(keys):
        # "Schoolboy Tom Marsh"
        calling = number == 0 and len(keys) > 2 and (key in source_nouns() or "-of-" in key)
        if calling or key in titles or key in function or parts[number].endswith("'s"):
            if number == len(keys) - 1 and key in titles:
                break
            start = number + 1
            gender = "he" if key in ("mr", "sir", "king") else "she" if key in ("ms", "mrs", "miss") else gender
    end = len(parts)
    while end > start and keys[end - 1] in words_in("suffix"):
        end -= 1
    if run.isupper() or end <= start:
        return None
    surname = keys[end - 1]
    titled = parts[start] if gender and end - start == 1 else ""
    body = surname in wordlists.column("body_words") or keys[start] in wordlists.column("affiliations")
    if end - start < 2 or end - start > 4 or body:
        return _Run(surname, gender, titled, "", "") if titled else None
    name = without_s(" ".join(run.split()[start:]))
    return _Run(surname, gender, titled, name, gender or genders_of_first_names().get(keys[start], ""))


@lru_cache(1 << 17)
def _joint(chunk: str) -> int:
    """Return where in a run of characters a full name may begin that goes on with the next, twice; odd if it may go on.

    What it may go on from is a run before. The number is -2 or -1 where none may begin.
    """
    if chunk.islower():  # most are
        return -2 + (chunk in _JOINING or chunk[0] in _OPENS)
    first = _FIRST.search(chunk)
    return 2 * (first.start() if first else -1) + ("A" <= chunk[0] <= "Z" or chunk[0] in _OPENS)


def may_begin(text: LaidOut) -> Numbers:
    """Return the places in what is laid out at which a full name may begin: to try these is quicker than to search."""
    joints = np.fromiter(map(_joint, text.chunk_types), dtype=np.int64, count=len(text.chunk_types))[text.chunk_type]
    begins = (joints[:-1] >= 0) & (joints[1:] % 2 == 1) & (text.chunk_starts[1:] - text.chunk_ends[:-1] == 1)
    at = np.flatnonzero(begins)
    places: Numbers = text.chunk_starts[at] + joints[at] // 2
    return places


def _at(text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches that a search through the whole text would find, from the places where one may begin."""
    past = 0
    for place in places:
        match = _FULL_NAME.match(text, place) if place >= past else None
        if match:
            past = match.end()
            yield match


class FullNames:
    """The full names of one body and whether he or she goes with them."""

    def __init__(self, text: str, places: Sequence[int] | None = None) -> None:
        """`places` are those that `may_begin` gives, where somebody has asked it already."""
        self.by_surname: dict[str, list[tuple[int, str]]] = {}
        """With the character where the run of capitals begins that holds the name."""
        self.genders: dict[str, str] = {}
        """The pronoun, by full name or surname in lower case."""
        self.titled: dict[str, str] = {}
        """Surnames that stand with a title alone: Mr Poe."""
        self._collect(_FULL_NAME.finditer(text) if places is None else _at(text, places))

    def _collect(self, matches: Iterable[re.Match[str]]) -> None:
        """Note the full names of the body by surname: two capitalised words or more that name no body or place."""
        for match in matches:
            found = _read(match.group())
            if found is None:
                continue
            surname, gender, titled, name, full_gender = found
            if titled:
                self.genders.setdefault(surname, gender)
                self.titled.setdefault(surname, titled)
            if name:
                self.by_surname.setdefault(surname, []).append((match.start(), name))
                if full_gender:
                    self.genders.setdefault(name.lower(), full_gender)

    def is_full_name(self, name: str) -> bool:
        """Return whether words in lower case are somebody's full name."""
        surname = name.rsplit(" ", 1)[-1]
        return any(full.replace("’", "'").lower() == name for _, full in self.by_surname.get(surname, ()))

    def full_name(self, name: str, place: int, gender: str = "") -> str:
        """Return the full name that a surname stands for at this place: the latest before it, else the first.

        Where a title tells the gender, of those whom it fits.
        """
        parts = name.replace("’", "'").split()
        if len(parts) != 1:
            return name
        known = self.by_surname.get(parts[0].lower())
        if not known:
            return name
        if gender and len(known) > 1:
            known = [entry for entry in known if self.genders.get(entry[1].lower(), gender) == gender] or known
        earlier = [full for start, full in known if start <= place]
        return earlier[-1] if earlier else known[0][1]
