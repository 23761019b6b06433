"""Marks that people took out because they are wrong: kept in the library, in order, each can be put back.

A mark is one value's mark on one stretch of an article. What is kept names its words too: an article that was changed
since keeps those of its marks whose words still stand where they stood.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, insert, select, update

from sources.article import Article
from sources.errors import InputError, UnknownName
from sources.keeping.schema import TAKEN_OUT
from sources.library import Library

TEXT, TITLE = "text", "title"
PLACES = (TEXT, TITLE)
"""Where in an article a mark can stand."""

_SINCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """One mark that a person took out."""

    article: str
    """Id of the article, as it was then."""

    value: str
    """Name of the value that counted it: "loaded", "agency.passive"."""

    place: str
    """One of `PLACES`."""

    start: int
    """Offset of its first character in the text or the title."""

    end: int
    """Offset after its last character."""

    words: str
    """The words that were marked."""

    number: int = 0
    """Its number in the library, from 1 in the order in which marks were taken out; 0 before it is kept."""

    undone: bool = False
    """Whether it was put back."""

    def stands_in(self, article: Article) -> bool:
        """Return whether its words stand in this version of the article where they stood."""
        return _words(article, self.place, self.start, self.end) == self.words


def take_out(library: Library, article: str, *, value: str, place: str, start: int, end: int) -> TakenOut:
    """Keep that a mark is wrong, and return it with its number; one that is out already is returned as it was kept.

    Raises UnknownName for an article that is not there, and InputError where the article has no such words.
    """
    found = library.version(article)
    words = _words(found, place, start, end)
    if not words:
        raise InputError(f"the article {article} has no words from {start} to {end} of its {place}")
    made = TakenOut(article=found.id, value=value, place=place, start=start, end=end, words=words)
    for each in taken_out_of(library, found):
        if (each.value, each.place, each.start, each.end) == (value, place, start, end):
            return each
    row = {name: getattr(made, name) for name in ("article", "value", "place", "words", "start", "end")}
    with library.telling(), library.writable().begin() as connection:
        done = connection.execute(insert(TAKEN_OUT).values(**row, undone=0))
        number = int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0
    return TakenOut(article=found.id, value=value, place=place, start=start, end=end, words=words, number=number)


def marks_taken_out(library: Library, *, undone: bool = False) -> tuple[TakenOut, ...]:
    """Return the marks that are out in the order they were taken out, with `undone` also those that were put back."""
    query = select(TAKEN_OUT).order_by(TAKEN_OUT.c.number)
    return _made(library.rows(query if undone else query.where(TAKEN_OUT.c.undone == 0), since=_SINCE))


def taken_out_of(library: Library, article: Article) -> tuple[TakenOut, ...]:
    """Return the marks that are out of an article, also those taken out of other versions of it.

    Left out, though kept, are those whose words do not stand in this version where they stood.
    """
    asked = select(TAKEN_OUT.c.article).where(TAKEN_OUT.c.undone == 0).distinct()
    known = [str(row["article"]) for row in library.rows(asked, since=_SINCE)]
    if not known:
        return ()
    now = _standing(library, article.id)
    same = [each for each in known if each == article.id or (now is not None and _standing(library, each) == now)]
    query = select(TAKEN_OUT).where(TAKEN_OUT.c.undone == 0, TAKEN_OUT.c.article.in_(same))
    rows = _made(library.rows(query.order_by(TAKEN_OUT.c.number), since=_SINCE))
    return tuple(each for each in rows if each.stands_in(article))


def put_back_mark(library: Library, number: int | None = None) -> TakenOut:
    """Put back the mark with this number, by default the last; return it. Raises UnknownName where there is none."""
    out = marks_taken_out(library)
    found = [each for each in out if number in (None, each.number)]
    if not found:
        known = ", ".join(str(each.number) for each in out)
        listed = f"there are {known}" if known else "no mark is out"
        asked = "no mark can be put back" if number is None else f"no mark that is out has the number {number}"
        raise UnknownName(f"{asked}; {listed}")
    with library.telling(), library.writable().begin() as connection:
        connection.execute(update(TAKEN_OUT).where(TAKEN_OUT.c.number == found[-1].number).values(undone=1))
    return found[-1]


def _words(article: Article, place: str, start: int, end: int) -> str:
    inside = {TEXT: article.text, TITLE: article.title or ""}.get(place, "")
    return inside[start:end] if 0 <= start < end <= len(inside) else ""


def _standing(library: Library, article: str) -> str | None:
    try:
        return library.standing(article)
    except UnknownName:
        return None


def _made(rows: Sequence[RowMapping]) -> tuple[TakenOut, ...]:
    return tuple(
        TakenOut(
            **{name: row[name] for name in ("article", "value", "place", "start", "end", "words", "number")},
            undone=bool(row["undone"]),
        )
        for row in rows
    )
