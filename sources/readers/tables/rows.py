"""Rows of a table, or JSON objects, as pages: what a row says of its article, or where the article is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import chain, islice

from sources.errors import BadDate, EmptyInput, InputError, NoArticle
from sources.page import Block, Elsewhere, Page, Read, Refused
from sources.readers.tables.cells import prose_of, words_of
from sources.readers.tables.columns import (
    TEASERS,
    Columns,
    Row,
    folded,
    listed,
    meaning_of,
    named_columns,
    names_of,
    value_at,
)
from sources.readers.tables.moments import moment_of

_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+?(\d+) chars\]\s*\Z")
"""The end of a text that a news service gives only in part."""

_MASK = re.compile(r"@(?:[ \t]+@){3,}")
"""Words that a corpus made unreadable: NELA-GT replaces 5 or 7 of them in a row."""

MASKED = "[…]"
"""What stands where words are masked: the editor's mark for an omission."""

_SENTENCE = 5
"""Words of a text in an object below which it is no article, but a label or a note."""

_PASSAGE = 30
"""Words of a text in an object from which on it may be an article under a name of its own."""

_PARTICULARS = ("title", "outlet", "url", "published", "byline")

_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?\Z")
_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)


def pages_of(
    rows: Iterable[tuple[str, Row] | Refused], *, reader: str, column: str, named: Mapping[str, str] | None = None
) -> Iterator[Read]:
    """Yield what each row holds, in order, while the rows are being read.

    `rows` are (origin, row). The first `SAMPLE` rows tell which column is which where names do not. `named` are the
    columns that a person names (see `Reader.with_columns`); `column` is what one is called: "column" or "field".
    Raises InputError, which lists the columns, when none can be the text and none the address.
    """
    from sources.readers.tables.recognise import SAMPLE

    waiting = iter(rows)
    sample = list(islice(waiting, SAMPLE))
    seen = [each[1] for each in sample if not isinstance(each, Refused)]
    columns = columns_of(seen, column=column, named=named or {}) if seen else Columns()
    for each in chain(sample, waiting):
        if isinstance(each, Refused):
            yield each
        else:
            yield page_of(each[1], reader=reader, origin=each[0], column=column, columns=columns)


def columns_of(rows: Sequence[Row], *, column: str, named: Mapping[str, str]) -> Columns:
    """Return which columns of these rows hold which fields. Raises InputError when none can be text or address."""
    from sources.readers.tables.recognise import counts_days, recognised

    names = list(dict.fromkeys(name for row in rows for name in names_of(row)))
    reachable = [*names, *(path for path in named.values() if any(value_at(row, path) is not None for row in rows))]
    chosen = named_columns(named, reachable, column=column)
    told = {**meaning_of(names), **{field: (path,) for field, path in chosen.items()}}
    by_content = {field: path for field, path in recognised(rows, told=told).items() if field not in chosen}
    if column == "field" and _is_note(rows, names):
        by_content = {}
    if not any(field in by_content or told[field] for field in ("text", "url")):
        raise _unnamed(rows, names, column)
    if column == "field" and not chosen:
        _refuse_fragments(rows, [by_content["text"]] if "text" in by_content else told["text"])
    dates = [path for path in told["published"] if counts_days([value_at(row, path) for row in rows])]
    return Columns(named=chosen, recognised=by_content, day_counts=frozenset(dates))


def page_of(
    row: Row, *, reader: str, origin: str, column: str, columns: Columns | None = None
) -> Page | Elsewhere | Refused:
    """Return the page that a row holds, or where it is when the row has an address and no text of the article.

    `column` is what a field is called there: "column" or "field"; `columns` what is known beside the columns' names.
    A row without text and address is refused. A date that is none leaves the page without a date and with a note.
    """
    cells = _Cells(row, column, columns or Columns())
    whole = cells.text()
    title, outlet, url = cells.words("title"), cells.words("outlet"), cells.address()
    published, byline, section = cells.moment(), cells.words("byline"), cells.words("section")
    byline = re.sub(r"\Aby\s+", "", byline or "", flags=re.IGNORECASE) or None
    cut = _CUT.search(whole, max(0, len(whole) - 40)) if whole.endswith("chars]") else None
    text = whole[: cut.start()] if cut else whole
    if url and (not text or (cut and int(cut[1][:9]) > len(text))):
        found = tuple(each for each in cells.found if each[0] in {"title", "outlet", "published", "byline"})
        return Elsewhere(
            origin=origin, url=url, title=title, outlet=outlet, published=published, byline=byline, found=found
        )
    if not text:
        return Refused(origin=origin, error=cells.no_text())
    if cut:
        cells.missing(cut[1])
    text, masked = _MASK.subn(MASKED, text) if "@ @" in text else (text, 0)
    if masked:
        runs = f"{masked} {'run of words is' if masked == 1 else 'runs of words are'}"
        cells.notes.append(f"the text is masked by the corpus it comes from: {runs} shown as {MASKED}")
    return Page(
        blocks=_blocks(text),
        reader=reader,
        origin=origin,
        settled=True,
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        byline=byline,
        section=section,
        found=tuple(cells.found),
        notes=tuple(cells.notes),
    )


class _Cells:
    """One row being read: what was found where, and what is to be noted."""

    def __init__(self, row: Row, column: str, columns: Columns) -> None:
        self._row = row
        self._column = column
        self._columns = columns
        self._by_name = meaning_of(names_of(row))
        self._text_at = ""
        self.found: list[tuple[str, str]] = []
        self.notes: list[str] = []

    def _candidates(self, field: str) -> Iterator[tuple[str, str, object]]:
        for path, how in self._columns.of(self._row, field, self._by_name):
            yield path, f"{self._column} '{path}'{how}", value_at(self._row, path)

    def text(self) -> str:
        """Return the text; "" when there is none."""
        for _, where, value in self._candidates("text"):
            if text := prose_of(value):
                self._text_at = where
                if "," in where.rpartition("'")[2]:  # a name that tells needs no word about it
                    self.found.append(("text", where))
                return text
        return ""

    def missing(self, characters: str) -> None:
        """Note that so many characters of the text are not here."""
        self.found = [each for each in self.found if each[0] != "text"]
        self.found.insert(0, ("text", f"{self._text_at}; cut there: {characters} characters are missing"))
        self.notes.insert(0, f"the text is cut: whoever gave it left out {characters} characters")

    def words(self, field: str) -> str | None:
        """Return a field on one line; None when no column says it."""
        for _, where, value in self._candidates(field):
            if text := words_of(value):
                self.found.append((field, where))
                return text
        return None

    def address(self) -> str | None:
        for _, where, value in self._candidates("url"):
            text = words_of(value)
            if text and _ADDRESS.match(text):
                self.found.append(("url", where))
                return text
        return None

    def moment(self) -> datetime | None:
        """Return the date of the surest column that holds one; a note when what says something is no date."""
        unread = ""
        for path, where, value in self._candidates("published"):
            stamp = _stamp(value)
            if stamp is None:
                continue
            try:
                moment, how = self._moment(path, stamp)
            except BadDate as error:
                unread = unread or f"the {self._column} '{path}' holds {str(stamp)[:60]!r}, which {error}"
                continue
            self.found.append(("published", f"{where}{how}"))
            return moment
        self.notes += [unread] if unread else []
        return None

    def _moment(self, path: str, stamp: str | float | datetime) -> tuple[datetime, str]:
        """Return the moment that a cell names and what to say of how it was read. Raises BadDate."""
        if path in self._columns.day_counts:
            return _day_counted(stamp), "; counted in days, as spreadsheets do"
        if isinstance(stamp, datetime):
            moment, given = stamp, stamp.utcoffset() is not None
        else:
            moment, given = moment_of(stamp)
        return (moment, "") if given else (moment.replace(tzinfo=UTC), "; no time zone given, read as UTC")

    def no_text(self) -> InputError:
        """Return why this row is refused."""
        columns = [path for path, _, _ in self._candidates("text")]
        if columns:
            what = f"the {self._column} '{columns[0]}' is empty, so there is no text"
            return EmptyInput(f"{what}; fill it or leave the row out")
        names = names_of(self._row)
        teaser = next((name for name in names if folded(name.rpartition(".")[2]) in TEASERS), None)
        if teaser is not None and words_of(value_at(self._row, teaser)):
            what = f"holds only a teaser ({self._column} '{teaser}') and no address to get the article from"
            return EmptyInput(f"{what}; add the article's text")
        return _unnamed([self._row], names, self._column)


def _day_counted(stamp: str | float | datetime) -> datetime:
    """Return the moment so many days after 30 December 1899, to the second. Raises BadDate."""
    try:
        return _DAY_ZERO + timedelta(seconds=round(float(str(stamp).replace(",", ".")) * 86_400))
    except (ValueError, OverflowError) as error:
        raise BadDate("is not a count of days like the others; the article is kept without a date") from error


def _stamp(value: object) -> str | float | datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return words_of(value)


def _unnamed(rows: Sequence[Row], columns: Sequence[str], column: str) -> InputError:
    there, advice = f"(there are: {listed(columns)})", f"say which it is with --map text={column.upper()}"
    if column == "field" and (_is_note(rows, columns) or _longest(rows, columns) < _PASSAGE):
        why = "holds no article, as files that describe other files do: no field holds a text by its name"
        return NoArticle(f"{why} {there}; if one does, {advice}")
    why = f"no {column} holds the text by its name or clearly by its content"
    return InputError(f"{why} {there}; name it text, body or content, or {advice}")


def _is_note(rows: Sequence[Row], columns: Sequence[str]) -> bool:
    """Return whether this is one object that names nothing of an article: what it tells may be of anything."""
    told = meaning_of(columns)
    return len(rows) == 1 and not any(told[field] for field in _PARTICULARS)


def _refuse_fragments(rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Raise NoArticle where what should be texts are labels and notes of a few words, as in lists of settings."""
    if 0 < (longest := _longest(rows, columns)) < _SENTENCE:
        words = "1 word" if longest == 1 else f"{longest} words"
        why = f"holds no article: no text in its field '{columns[0][:40]}' has more than {words}"
        raise NoArticle(f"{why}; name the field that holds the articles' text with --map text=FIELD")


def _longest(rows: Sequence[Row], columns: Sequence[str]) -> int:
    """Return the words of the longest text in these columns."""
    return max((len(prose_of(value_at(row, path)).split()) for row in rows for path in columns[:200]), default=0)


_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|article|section|span|a|b|i|strong|em)\b[^<>]*>", re.IGNORECASE)


def _blocks(text: str) -> tuple[Block, ...]:
    if "<" in text and _TAGS.search(text):
        from sources.readers.markup.blocks import blocks_of, parse

        tree = parse(text)
        return blocks_of(tree) if tree is not None else ()
    from sources.readers.plain_text import blocks_of_text

    return blocks_of_text(text)
