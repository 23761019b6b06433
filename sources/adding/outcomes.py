"""`Outcome`: what became of one page that a person brought, in one line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sources.adding.decode import legible
from sources.adding.inputs import Input
from sources.adding.reading import broken, read_input
from sources.article import Article
from sources.clean import settle
from sources.cleaning.dates import no_such_day
from sources.cleaning.imprint import DATE_LINE
from sources.errors import InputError, NoArticle, UnknownName
from sources.keeping.marks import Mark
from sources.keeping.not_read import NotRead
from sources.library import Library
from sources.outlets import Outlets, each_in_use, in_use
from sources.page import Elsewhere, Page, Refused

Status = Literal["added", "duplicate", "refused", "told"]

_WORDS: Mapping[Status, str] = {
    "added": "added",
    "duplicate": "already there",
    "refused": "refused",
    "told": "note",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one page, or of an input that holds none."""

    origin: str
    """Path or address as the person named it, with the row where it is a table; "standard input" for "-"."""

    status: Status
    """added, duplicate (it was in the library before, which is unchanged), refused, or told (nothing to add or to mend,
    but to know: a feed that is unchanged or went quiet)."""

    message: str
    """One line: what was added, or what is wrong, why, and what to do."""

    article: Article | None = None
    """The article; None when refused, told, or passed over because the whole input was read before."""

    notes: tuple[str, ...] = ()
    """What to know about an article that was added all the same: a guessed encoding, a date that is none, a language
    that is kept and shown but not scored."""

    slug: str | None = None
    """For programs: the kind of error (`errors.ParallaxError.slug`) when refused."""

    count: int = 1
    """Articles (or parts) that it speaks of: more than one where a whole input was read before; 0 when told."""

    @property
    def line(self) -> str:
        """Return all of it as one line for people."""
        return "; note: ".join([f"{_WORDS[self.status]}: {self.origin}: {self.message}", *self.notes])


def outcomes_of(each: Input, *, outlets: Outlets, columns: Mapping[str, str]) -> Iterator[Outcome | Elsewhere]:
    """Yield what becomes of everything in one input, nothing written yet; what it only points to comes as it is."""
    for read in each_in_use(outlets, read_input(each, columns=columns)):
        if isinstance(read, Elsewhere):
            yield read
        else:
            yield refusal(read) if isinstance(read, Refused) else settled(read, outlets=outlets)


def settled(page: Page, *, outlets: Outlets) -> Outcome:
    """Return the outcome of a page: the article on it, or why there is none."""
    try:
        with in_use(outlets):
            article = settle(page, outlets=outlets)
    except InputError as error:
        return refusal(Refused(origin=page.origin, error=error))
    except Exception as error:  # one page must not keep the rows after it from being added
        return refusal(Refused(origin=page.origin, error=broken(error)))
    notes = list(page.notes)
    printed = (no_such_day(cut.text) for cut in article.removed if cut.rule == DATE_LINE)
    if article.published is None and (none := next(filter(None, printed), None)):
        notes.append(f"it prints the date '{on_one_line(none)}', which is none; the article is kept without a date")
    if article.language not in {None, "en"}:
        notes.append(f"its language is '{article.language}', not English: it is kept and shown, but not scored")
    return added(article, origin=page.origin, notes=notes)


def added(article: Article, *, origin: str, notes: list[str] | tuple[str, ...] = ()) -> Outcome:
    """Return the outcome of an article that is ready to be kept."""
    begins = article.text if len(article.text) <= 60 else f"{article.text[:60].rsplit(' ', 1)[0]} ..."
    title = article.title or f"(no headline) {begins}"
    named = f"{title} ({article.outlet or 'outlet unknown'})"
    return Outcome(origin=origin, status="added", message=on_one_line(named), article=article, notes=tuple(notes))


def refusal(refused: Refused) -> Outcome:
    """Return the outcome of something that cannot be read."""
    message = on_one_line(str(refused.error)).removeprefix(f"{refused.origin}: ")
    return Outcome(origin=refused.origin, status="refused", message=message, slug=refused.error.slug)


def not_read_of(outcome: Outcome, *, at: datetime) -> NotRead:
    """Return the note of an outcome that was refused at this time."""
    return NotRead(origin=outcome.origin, message=outcome.message, slug=outcome.slug or "", at=at.isoformat())


def there_already(outcome: Outcome, library: Library) -> Outcome:
    """Return the outcome of an article that the library has, or had until a person changed it."""
    article = outcome.article.id if outcome.article is not None else ""
    return Outcome(
        origin=outcome.origin, status="duplicate", message=_held_as(article, library), article=outcome.article
    )


def passed_over(origin: str, mark: Mark, library: Library) -> Iterator[Outcome]:
    """Yield the outcome of an input that was read whole before."""
    if mark.articles == 1 and mark.first is not None:
        message = _held_as(mark.first, library)
    else:
        message = f"it was read whole before: its {mark.articles:,} articles were kept; nothing was changed"
    yield Outcome(origin=origin, status="duplicate", message=message, count=mark.articles)
    if mark.refused:
        why = f"{mark.refused:,} of its parts were refused when it was read; add it with --again to see which, and why"
        yield Outcome(origin=origin, status="refused", message=why, slug=NoArticle.slug, count=mark.refused)


def _held_as(article: str, library: Library) -> str:
    try:
        now = library.standing(article)
    except UnknownName:  # somebody took it out of the database by other means
        return "it was read whole before; nothing was changed; --again reads it anew"
    if now is None:
        return f"you removed it ({article}), and it stays out; parallax undo {article} brings it back"
    if now != article:
        return f"the library has it as {now}, changed since it was added; it stays as it is"
    return f"the library has it as {article}; nothing was changed"


def only_points(number: int) -> InputError:
    """Return what to say of an input whose entries hold no article, only its address."""
    entries = (
        "1 of its entries only points to an article"
        if number == 1
        else (f"{number:,} of its entries only point to articles")
    )
    return NoArticle(f"{entries} on the web; add it with --fetch to fetch them, or save the pages and add those")


def told(origin: str, message: str) -> Outcome:
    """Return a line that is worth knowing."""
    return Outcome(origin=origin, status="told", message=on_one_line(message), count=0)


def on_one_line(text: str) -> str:
    """Return the text on one line, without what could steer a terminal."""
    return " ".join(legible(text).split())
