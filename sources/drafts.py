"""`Drafts`: pages that were read and wait for a person's yes. They stand in the library's file, beside its articles."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from sources.article import Article
from sources.errors import LibraryError, UnknownName
from sources.keeping import changes as library_changes
from sources.keeping.marks import Mark
from sources.keeping.not_read import SINCE
from sources.keeping.prints import as_prints
from sources.keeping.restoring import corrected, put_back
from sources.keeping.schema import ADDRESSES, ARTICLES, DRAFTS, FEEDS, article_of, put, row_of
from sources.library import Library

State = Literal["waiting", "kept", "thrown"]

CORRECTED = "corrected before keeping"
"""How the note of a change begins that was made while the article was a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page as it was read, and as the person made it since."""

    number: int
    """In the order of reading, from 1."""

    given: Article
    """What was recognised."""

    now: Article
    """What will be kept: `given` with what the person corrected and put back."""

    notes: tuple[str, ...]
    """What reading it had to say: a guessed encoding, a date that is none."""

    state: State
    """waiting, kept (it is an article of the library), or thrown away (it can come back)."""

    act: int
    """Number of what was done to it last, with others; 0 while nothing was."""


class Drafts(Library):
    """A library whose new articles wait as drafts: what is collected into it is no article of the library yet.

    Nothing that was read is lost: what is thrown away can come back, what was kept can be taken back, and what was
    corrected on the way is a change of the article that `undo` takes back.
    """

    def keep(
        self,
        articles: Sequence[Article],
        *,
        marks: Sequence[Mark] = (),
        feeds: Mapping[str, str] | None = None,
        addresses: Mapping[str, str] | None = None,
    ) -> tuple[bool, ...]:
        """Keep articles as drafts; return for each whether it is new: neither in the library nor waiting already.

        One that was thrown away, or removed from the library, waits again. `marks` are not kept: a file that is given
        again is read again.
        """
        with self.telling(), self.writable().begin() as connection:
            waiting = select(DRAFTS.c.given).where(DRAFTS.c.article.in_([article.id for article in articles]))
            given = [article_of(json.loads(row)) for row in connection.scalars(waiting)]
            prints = as_prints(connection, articles, waiting=given)
            new = tuple([_wait(connection, article) for article in prints])
            put(connection, FEEDS, [{"address": each, "state": state} for each, state in (feeds or {}).items()])
            put(connection, ADDRESSES, [{"address": at, "article": each} for at, each in (addresses or {}).items()])
        return new

    def mark(self, key: str) -> Mark | None:
        """Return None: a file that a person gives again is read again."""
        return None

    def note(self, article: str, notes: Sequence[str]) -> None:
        """Keep what reading a page had to say; `article` is the id that it was read as."""
        with self.telling(), self.writable().begin() as connection:
            connection.execute(update(DRAFTS).where(DRAFTS.c.article == article).values(notes=json.dumps([*notes])))

    def drafts(self, state: State = "waiting") -> tuple[Draft, ...]:
        """Return the drafts in this state, in the order of reading."""
        query = select(DRAFTS).where(DRAFTS.c.state == state).order_by(DRAFTS.c.number)
        return tuple(map(_draft, self.rows(query, since=SINCE)))

    def feeds(self) -> tuple[str, ...]:
        """Return the addresses of the feeds that are remembered, in order of address."""
        return tuple(row["address"] for row in self.rows(select(FEEDS.c.address).order_by(FEEDS.c.address), since=2))

    def counted(self) -> dict[str, int]:
        """Return how many drafts are in each state that any is in."""
        query = select(DRAFTS.c.state, func.count().label("count")).group_by(DRAFTS.c.state)
        return {row["state"]: int(row["count"]) for row in self.rows(query, since=SINCE)}

    def draft(self, number: int) -> Draft:
        """Return one draft. Raises UnknownName when there is none with this number."""
        found = self.rows(select(DRAFTS).where(DRAFTS.c.number == number), since=SINCE)
        if not found:
            raise UnknownName(f"there is no draft {number}; it may have been another library's")
        return _draft(found[0])

    def done(self, act: int) -> tuple[Draft, ...]:
        """Return the drafts that were kept or thrown away together, by the number of what was done."""
        query = select(DRAFTS).where(DRAFTS.c.act == act, DRAFTS.c.act > 0, DRAFTS.c.state != "waiting")
        return tuple(map(_draft, self.rows(query.order_by(DRAFTS.c.number), since=SINCE)))

    def correct(self, number: int, given: Mapping[str, str], *, back: Collection[int] = ()) -> Draft:
        """Correct particulars of a waiting draft (see `restoring.corrected`), and put pieces back that were cut.

        What is given as it is already changes nothing. Raises as `corrected` and `put_back` do.
        """
        draft = self._waiting(number)
        now = put_back(draft.now, back) if back else draft.now
        now = corrected(now, given) if given else now
        self._write(number, now)
        return self.draft(number)

    def as_read(self, number: int) -> Draft:
        """Undo all corrections of a waiting draft."""
        self._write(number, self._waiting(number).given)
        return self.draft(number)

    def accept(self, numbers: Collection[int]) -> tuple[int, tuple[Draft, ...]]:
        """Make these waiting drafts articles of the library; return the number of the act, and what stays a draft.

        What was corrected is first kept as it was read and then changed, so that the change can be undone and the same
        page is known again. A draft stays one where the library has its text already, as another article.
        """
        left: list[Draft] = []

        def one(connection: Connection, draft: Draft) -> State:
            try:
                _into_library(connection, draft)
            except LibraryError:
                left.append(draft)
                return "waiting"
            return "kept"

        return self._act(numbers, "waiting", one), tuple(left)

    def throw(self, numbers: Collection[int]) -> int:
        """Throw these waiting drafts away; return the number of the act."""
        return self._act(numbers, "waiting", lambda connection, draft: "thrown")

    def wait_again(self, numbers: Collection[int]) -> int:
        """Let these thrown drafts wait again; return the number of the act."""
        return self._act(numbers, "thrown", lambda connection, draft: "waiting")

    def take_back(self, act: int) -> int:
        """Undo what was done together: what was kept leaves the library and waits again, as what was thrown does."""
        done = {draft.number: draft for draft in self.done(act)}

        def one(connection: Connection, draft: Draft) -> State:
            if draft.state == "kept" and (now := library_changes.standing(connection, draft.given.id)) is not None:
                library_changes.remove(connection, now)
            return "waiting"

        kept = self._act([n for n, each in done.items() if each.state == "kept"], "kept", one)
        thrown = [n for n, each in done.items() if each.state == "thrown"]
        return self.wait_again(thrown) if thrown else kept

    def _waiting(self, number: int) -> Draft:
        draft = self.draft(number)
        if draft.state != "waiting":
            said = "kept" if draft.state == "kept" else "thrown away"
            raise UnknownName(f"this page was {said} meanwhile, and is no draft any more")
        return draft

    def _write(self, number: int, now: Article) -> None:
        with self.telling(), self.writable().begin() as connection:
            connection.execute(update(DRAFTS).where(DRAFTS.c.number == number).values(now=_json(now)))

    def _act(self, numbers: Collection[int], state: State, one: Callable[[Connection, Draft], State]) -> int:
        """Do something to the drafts that have these numbers and are in this state, all of it or nothing."""
        chosen = list(numbers)
        with self.telling(), self.writable().begin() as connection:
            act = 1 + (connection.scalar(select(func.max(DRAFTS.c.act))) or 0)
            for start in range(0, len(chosen), 500):
                some = DRAFTS.c.number.in_(chosen[start : start + 500])
                rows = connection.execute(select(DRAFTS).where(some, DRAFTS.c.state == state)).mappings().all()
                for draft in sorted(map(_draft, rows), key=lambda each: each.number):
                    new = one(connection, draft)
                    if new != state:
                        at = DRAFTS.c.number == draft.number
                        connection.execute(update(DRAFTS).where(at).values(state=new, act=act))
        return act


def _wait(connection: Connection, article: Article) -> bool:
    there = connection.scalar(select(ARTICLES.c.number).where(ARTICLES.c.id == article.id)) is not None
    if there or _stands_changed(connection, article.id):
        return False
    before = connection.execute(select(DRAFTS).where(DRAFTS.c.article == article.id)).mappings().first()
    if before is None:
        row = _json(article)
        values = {"article": article.id, "given": row, "now": row, "notes": "[]", "state": "waiting", "act": 0}
        connection.execute(insert(DRAFTS), values)
        return True
    connection.execute(update(DRAFTS).where(DRAFTS.c.number == before["number"]).values(state="waiting", act=0))
    return bool(before["state"] != "waiting")


def _stands_changed(connection: Connection, article: str) -> bool:
    try:
        return library_changes.standing(connection, article) is not None
    except UnknownName:
        return False


def _into_library(connection: Connection, draft: Draft) -> None:
    """Raise LibraryError, with nothing written, when the library has the text already as another article."""
    given, now = draft.given, draft.now
    taken = connection.scalar(select(ARTICLES.c.id).where(ARTICLES.c.id.in_([given.id, now.id])))
    if taken is not None:
        raise LibraryError(f"{taken}: the library has this text already; throw the draft away")
    held = library_changes.restored(connection, given.id)
    if held is None:
        connection.execute(insert(ARTICLES), row_of(given))
        held = given.id
    was = connection.execute(select(ARTICLES).where(ARTICLES.c.id == held)).mappings().one()
    if article_of(was) != now:
        library_changes.replace(connection, held, now, what=f"{CORRECTED}: {', '.join(_differing(given, now))}")


def _differing(given: Article, now: Article) -> list[str]:
    fields = ("outlet", "title", "published", "byline", "section", "url", "text")
    return [field for field in fields if getattr(given, field) != getattr(now, field)] or ["nothing"]


def _json(article: Article) -> str:
    return json.dumps(row_of(article), ensure_ascii=False)


def _draft(row: RowMapping) -> Draft:
    return Draft(
        number=row["number"],
        given=article_of(json.loads(row["given"])),
        now=article_of(json.loads(row["now"])),
        notes=tuple(json.loads(row["notes"])),
        state=row["state"],
        act=row["act"],
    )
