"""Columns recognised by what a sample of their rows holds, where their names do not tell; only where it is clear."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sources.errors import BadDate
from sources.readers.tables.columns import TEASERS, Row, folded, meaning_of, names_of, value_at
from sources.readers.tables.moments import moment_of

SAMPLE = 100
"""Rows that are looked at."""

PROSE = 60
"""Words that the middle one of a column's cells has at least when it is taken for the articles' text."""

MOST_COLUMNS = 2_000
"""Columns that are looked at: the first ones."""

HEADLINE = (4, 25)
"""Words that the middle one of a column's cells has when it is taken for the headlines."""

_OTHER_DATES = re.compile(
    "access|added|birth|collect|crawl|creat|download|expir|fetch|index|insert|modif|retriev|scrap|seen|updat"
)
"""What names of columns with other dates than that of publication say."""

_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+/\S*\Z")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|mp[34])(?:\?\S*)?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)]*(?:\s|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What the cells of one column have in common."""

    name: str
    cells: tuple[str, ...]
    """Those that hold something."""

    words: float
    """Words of the middle one of them."""

    def share(self, holds: Sequence[bool]) -> float:
        return sum(holds) / len(self.cells) if self.cells else 0.0

    @property
    def distinct(self) -> float:
        return len(set(self.cells)) / len(self.cells)


def recognised(rows: Sequence[Row], *, told: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return {field: column} for fields that no name tells, and for a text that names tell wrongly.

    `told` are the columns that names or the person tell for each field. A field is left out when no column, or more
    than one, could be it.
    """
    columns = _columns(rows)
    taken = {column for field, named in told.items() for column in named if field != "text"}
    prose = [column for column in columns if column.name not in taken and _is_prose(column)]
    found: dict[str, str] = {}
    text = _clearly_longest(prose)
    if text is not None and not any(column.name in told["text"] for column in prose):
        found["text"] = text.name
    taken |= {*told["text"], *found.values()}
    texts = [column.cells for column in columns if column.name in {*told["text"], *found.values()}]
    rest = [
        column
        for column in columns
        if column.name not in taken and folded(column.name.rpartition(".")[2]) not in TEASERS
    ]
    for field, fits in (("url", _is_address), ("published", _is_date), ("title", _is_headline), ("outlet", _is_outlet)):
        if told[field]:
            continue
        fitting = [column for column in rest if fits(column) and not (field == "title" and _begins(column, texts))]
        if len(fitting) == 1:
            found[field] = fitting[0].name
            rest.remove(fitting[0])
    return found


def looks_like_rows(cells: Sequence[str]) -> bool:
    """Return whether the first row of a table is a row like the others, and not the names of columns."""
    if any(meaning_of(cells).values()):
        return False
    return any(len(cell.split()) >= PROSE // 2 or _ADDRESS.match(cell.strip()) for cell in cells)


def counts_days(cells: Sequence[object]) -> bool:
    """Return whether all cells that hold something are numbers of days as spreadsheets count them (1970 to 2064)."""
    numbers: list[float] = []
    for cell in cells:
        text = str(cell).strip() if isinstance(cell, int | float | str) and not isinstance(cell, bool) else ""
        if not text:
            continue
        if not re.fullmatch(r"\d{5}(?:[.,]\d{1,12})?", text):
            return False
        numbers.append(float(text.replace(",", ".")))
    return bool(numbers) and all(25_569 <= number < 60_000 for number in numbers)


def _columns(rows: Sequence[Row]) -> list[_Column]:
    names = list(dict.fromkeys(name for row in rows for name in names_of(row)))[:MOST_COLUMNS]
    made: list[_Column] = []
    for name in names:
        values = [value_at(row, name) for row in rows]
        texts = (value.isoformat() if isinstance(value, date) else value for value in values)
        cells = tuple(text.strip() for text in texts if isinstance(text, str) and text.strip())
        if cells:
            made.append(_Column(name=name, cells=cells, words=median(len(cell.split()) for cell in cells)))
    return made


def _is_prose(column: _Column) -> bool:
    ends = [len(_SENTENCE_END.findall(cell[:20_000])) >= 3 for cell in column.cells]
    return column.words >= PROSE and column.share(ends) >= 0.7


def _clearly_longest(columns: Sequence[_Column]) -> _Column | None:
    """Return the column with the longest cells when it is at least twice as long as the next; else None."""
    ordered = sorted(columns, key=lambda column: -column.words)
    if not ordered or (len(ordered) > 1 and ordered[0].words < 2 * ordered[1].words):
        return None
    return ordered[0]


def _is_address(column: _Column) -> bool:
    pages = [bool(_ADDRESS.match(cell)) and not _PICTURE.search(cell) for cell in column.cells]
    return column.share(pages) >= 0.9 and column.distinct >= 0.9


def _is_date(column: _Column) -> bool:
    other = _OTHER_DATES.search(column.name.casefold())
    return not other and column.words <= 8 and column.share([_reads_as_date(cell) for cell in column.cells]) >= 0.9


def _reads_as_date(cell: str) -> bool:
    if re.fullmatch(r"[\d.,]+", cell):  # a number may be anything
        return False
    try:
        moment_of(cell)
    except BadDate:
        return False
    return True


def _is_headline(column: _Column) -> bool:
    """Return whether the cells are of a headline's length and mostly do not end as sentences do."""
    ends = [cell.endswith((".", ";")) for cell in column.cells]
    letters = [sum(letter.isalpha() for letter in cell) >= 0.6 * len(cell) for cell in column.cells]
    lists = [cell.count(",") + cell.count(";") + cell.count("|") >= 3 for cell in column.cells]
    fits = HEADLINE[0] <= column.words <= HEADLINE[1] and column.distinct >= 0.9
    return fits and column.share(ends) <= 0.25 and column.share(letters) >= 0.9 and column.share(lists) <= 0.25


def _begins(column: _Column, texts: Sequence[Sequence[str]]) -> bool:
    """Return whether the cells are mostly the beginnings of the texts: a teaser, no headline."""
    openings = {cell[:40] for cells in texts for cell in cells}
    return column.share([cell[:40] in openings for cell in column.cells]) > 0.5


def _is_outlet(column: _Column) -> bool:
    """Return whether half of the cells' different values are names or addresses of outlets that are known."""
    if column.words > 5 or (len(column.cells) >= 10 and column.distinct > 0.7):
        return False
    from sources.outlets import load_outlets

    outlets = load_outlets()
    values = set(column.cells)
    return 2 * sum(outlets.by_name(value) is not None or outlets.by_domain(value) is not None for value in values) >= (
        len(values)
    )
