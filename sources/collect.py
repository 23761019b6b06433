"""`collect`: from what a person names on the command line to articles in the library, one outcome for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sources.article import Article
from sources.clean import settle
from sources.cleaning.dates import no_such_day
from sources.cleaning.imprint import DATE_LINE
from sources.decode import decode, refuse_binary, refuse_size
from sources.errors import InputError, NoArticle, NotText, Unreadable
from sources.inputs import Input, inputs_of
from sources.library import Library
from sources.outlets import Outlets
from sources.page import Elsewhere, Page, Reader, Refused
from sources.readers import ALL_READERS

Status = Literal["added", "duplicate", "refused"]

_HEAD = 65_536
"""Bytes that a reader is chosen by."""

_AT_ONCE = 100
"""Articles that are written to the library at once: a crash loses no more of a table than these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one page, or of an input that holds none."""

    origin: str
    """Path as the person named it, with the row where it is a table; "standard input" for "-"."""

    status: Status
    """added, duplicate (it was in the library before, which is unchanged) or refused."""

    message: str
    """One line: what was added, or what is wrong, why, and what to do."""

    article: Article | None = None
    """The article; None when refused."""

    notes: tuple[str, ...] = ()
    """What to know about an article that was added all the same: a guessed encoding, a date that is none, a language
    that is kept and shown but not scored."""

    slug: str | None = None
    """For programs: the kind of error (`errors.ParallaxError.slug`) when refused."""

    @property
    def line(self) -> str:
        """Return all of it as one line for people."""
        word = {"added": "added", "duplicate": "already there", "refused": "refused"}[self.status]
        return "; note: ".join([f"{word}: {self.origin}: {self.message}", *self.notes])


def collect(
    inputs: Sequence[str], library: Library, *, outlets: Outlets, stdin: bytes | None = None
) -> Iterator[Outcome]:
    """Add what `inputs` name to the library and yield an outcome for each page, in the order of the inputs.

    An input is a file, a folder (its files in order of name, without hidden ones) or "-", which stands for the bytes
    `stdin`. What cannot be read gives one refused outcome, and the others are still added. An outcome is yielded after
    its article is safely written. Raises LibraryError when the library itself cannot be written.
    """
    for each in inputs_of(inputs, stdin=stdin):
        yield from _collected(each, library, outlets)


def _collected(each: Input | Refused, library: Library, outlets: Outlets) -> Iterator[Outcome]:
    waiting: list[Outcome] = []
    for outcome in [_refusal(each)] if isinstance(each, Refused) else _outcomes(each, outlets):
        waiting.append(outcome)
        if len(waiting) == _AT_ONCE:
            yield from _written(waiting, library)
            waiting = []
    yield from _written(waiting, library)


def _written(waiting: Sequence[Outcome], library: Library) -> Iterator[Outcome]:
    """Write the articles of the outcomes at once; yield them, those that were there before as duplicates."""
    new = iter(library.keep([outcome.article for outcome in waiting if outcome.article]))
    for outcome in waiting:
        if outcome.article is None or next(new):
            yield outcome
        else:
            yield Outcome(
                origin=outcome.origin,
                status="duplicate",
                message=f"the library has it as {outcome.article.id}; nothing was changed",
                article=outcome.article,
            )


def _outcomes(each: Input, outlets: Outlets) -> Iterator[Outcome]:
    """Yield an outcome for each page of one input, nothing written yet."""
    pages = 0
    try:
        content, note, reader = _read(each)
        for page in reader.read(content, each.origin):
            pages += 1
            if isinstance(page, Elsewhere):
                why = f"only points to {page.url}; save that page in your browser and add the file"
                page = Refused(origin=page.origin, error=NoArticle(why))
            yield _refusal(page) if isinstance(page, Refused) else _settled(page, note, outlets)
        if pages == 0:
            raise NoArticle(f"read as {reader.name}, holds no article; add one with the article's text")
    except InputError as error:
        yield _refusal(Refused(origin=each.origin, error=error))
    except Exception as error:  # whatever one page breaks in a parser, the others are still added
        yield _refusal(Refused(origin=each.origin, error=_broken(error)))


def _settled(page: Page, note: str | None, outlets: Outlets) -> Outcome:
    try:
        article = settle(page, outlets=outlets)
    except InputError as error:
        return _refusal(Refused(origin=page.origin, error=error))
    except Exception as error:  # as above: one page must not keep the rows after it from being added
        return _refusal(Refused(origin=page.origin, error=_broken(error)))
    notes = [*([note] if note else []), *page.notes]
    printed = (no_such_day(cut.text) for cut in article.removed if cut.rule == DATE_LINE)
    if article.published is None and (none := next(filter(None, printed), None)):
        notes.append(f"it prints the date '{_line(none)}', which is none; the article is kept without a date")
    if article.language not in {None, "en"}:
        notes.append(f"its language is '{article.language}', not English: it is kept and shown, but not scored")
    title = article.title or f"(no headline) {article.text[:60].rsplit(' ', 1)[0]} ..."
    named = f"{title} ({article.outlet or 'outlet unknown'})"
    return Outcome(origin=page.origin, status="added", message=_line(named), article=article, notes=tuple(notes))


def _read(each: Input) -> tuple[bytes, str | None, Reader]:
    """Return the content as its reader wants it, a note on its encoding, and the reader.

    A big file is judged by its head, before the rest of it is read.
    """
    largest = max(reader.limit for reader in ALL_READERS)
    refuse_size(each.size, limit=largest)
    head = each.read(_HEAD)
    refuse_binary(head)
    reader = _reader_of(head, each.origin)
    if each.size > _HEAD:
        refuse_size(each.size, limit=reader.limit)
    content = each.read(each.size)
    if reader.binary:
        return content, None, reader
    found = decode(content, limit=largest)
    text = found.text.encode("utf-8", errors="replace")
    reader = _reader_of(text[:_HEAD], each.origin)  # again, now that UTF-16 and its like are legible
    refuse_size(len(content), limit=reader.limit)
    return text, found.note, reader


def _reader_of(head: bytes, origin: str) -> Reader:
    """Return the first reader that knows content beginning with `head`; the last when none does."""
    return next((reader for reader in ALL_READERS if reader.detects(head, origin)), ALL_READERS[-1])


def _refusal(refused: Refused) -> Outcome:
    message = _line(str(refused.error)).removeprefix(f"{refused.origin}: ")
    return Outcome(origin=refused.origin, status="refused", message=message, slug=refused.error.slug)


def _broken(error: Exception) -> InputError:
    if isinstance(error, OSError):
        return Unreadable(f"cannot be read ({error.strerror or error}); copy it to another place and add that")
    return NotText(
        f"cannot be read as an article ({type(error).__name__}: {error}); save its text as .txt and add that"
    )


def _line(text: str) -> str:
    return " ".join(text.split())
