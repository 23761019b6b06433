"""Lines that one outlet prints below or inside many different articles: they are the outlet's, not the article's.

What single lines cannot tell, many pages of one outlet can. An outlet's words about itself, its series, its helpline
stand word for word on page after page. So does what is no furniture: the background of a running story, a refrain of
section headings, the whole text of an article that was added twice or that an agency wrote. The guards below are for
those. Three articles are asked for because two that share a sentence may well quote one another.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from sources.article import Article
from sources.cleaning.draft import Draft, Rule
from sources.cleaning.phrases import folded
from sources.cleaning.prose import is_prose, words_in
from sources.outlets import host_of

FEWEST = 3
"""Different articles on which a line must stand."""

SAME_BODY = 0.5
"""With more than this share of their prose in common, two articles are taken for copies of one text."""

FOREIGN = 0.34
"""A line is the article's if at least this share of its longer words stands elsewhere in the article."""

HEADING = 6
"""Words from which on a section heading may be cut alone: shorter ones are a manner of writing ("Why it matters")."""

SAMPLE = 16
"""Lines of prose of an article that stand for it when it is compared."""

LONGEST_ARTICLE = 400
"""Lines of an article that are looked at."""

MOST = 2_000_000
"""Lines that are remembered; past it those of a single article are forgotten."""

_QUOTED = re.compile('[“”"«»„]')
_NAME = re.compile(r"(?<=[\w,;:’'] )[A-Z][\w’'-]{3,}")
"""A capitalised word that opens no sentence."""

_LONG = re.compile(r"\w{5,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What tells one article from another."""

    title: int | None
    """Hash of the headline; None when unknown."""

    sample: frozenset[int]
    """Hashes of at most `SAMPLE` of its lines of prose: the smallest, so that copies give the same."""


class Repeats:
    """How many different articles of an outlet print a line. Only hashes are held: about 40 bytes a line."""

    def __init__(self) -> None:
        self._lines: dict[int, tuple[str, ...]] = {}
        self._bodies: dict[str, Body] = {}

    @classmethod
    def of(cls, lines: Iterable[tuple[int, str]], bodies: Iterable[tuple[str, int | None, Iterable[int]]]) -> "Repeats":
        """Return what was counted before, from the rows that `lines` and `bodies` gave."""
        made = cls()
        for line, article in lines:
            made._lines[line] = (*made._lines.get(line, ()), article)
        for article, title, sample in bodies:
            made._bodies[article] = Body(title=title, sample=frozenset(sample))
        return made

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield (hash of outlet and line, id of an article that prints it), at most `FEWEST` articles for each."""
        return ((line, article) for line, articles in self._lines.items() for article in articles)

    def bodies(self) -> Iterator[tuple[str, int | None, tuple[int, ...]]]:
        """Yield (id of an article, hash of its headline, hashes of some of its lines)."""
        return ((article, body.title, tuple(sorted(body.sample))) for article, body in self._bodies.items())

    def note(self, article: Article) -> None:
        """Count the lines of an article. One that was noted before, or a copy of such a one, adds nothing."""
        if article.id in self._bodies:
            return
        lines = _lines_of(article)
        hashes = {_hashed(article, line) for line in lines}
        prose = {_hashed(article, line) for line in lines if is_prose(line)} or hashes
        title = None if article.title is None else _hash(folded(article.title))
        body = Body(title=title, sample=frozenset(sorted(prose)[:SAMPLE]))
        self._bodies[article.id] = body
        for line in hashes:
            seen = self._lines.get(line, ())
            if len(seen) < FEWEST and all(self._differ(body, self._bodies.get(other)) for other in seen):
                self._lines[line] = (*seen, article.id)
        if len(self._lines) > MOST:
            self._lines = {line: seen for line, seen in self._lines.items() if len(seen) > 1}

    def lines_for(self, article: Article) -> frozenset[str]:
        """Return the lines of the article that are its outlet's: those to settle its page without.

        Never a line that somebody is quoted with or that shares its names or words with the rest of the article,
        never a short section heading above text that stays, and none at all where no prose of its own would be left.
        """
        lines = _lines_of(article)
        often = [self._is_often(article, line) for line in lines]
        if not any(often):
            return frozenset()
        own = [line for line, many in zip(lines, often, strict=True) if not many]
        if not any(map(is_prose, own)):
            return frozenset()
        words, names = _words(own), _names(own)
        outlet = set(_LONG.findall((article.outlet or "").casefold()))
        cut = [many and _foreign(line, words, names, outlet) for line, many in zip(lines, often, strict=True)]
        headings = {article.text[start:end] for start, end in article.headings}
        for place in range(len(lines) - 1, -1, -1):
            last = place + 1 == len(lines)
            if lines[place] in headings and words_in(lines[place]) < HEADING and not (last or cut[place + 1]):
                cut[place] = False
        return frozenset(line for line, gone in zip(lines, cut, strict=True) if gone)

    def _is_often(self, article: Article, line: str) -> bool:
        return len(self._lines.get(_hashed(article, line), ())) >= FEWEST

    @staticmethod
    def _differ(body: Body, other: Body | None) -> bool:
        """Return whether two articles are no copies: other headlines, and few lines in common."""
        if other is None or (body.title is not None and body.title == other.title):
            return False
        fewest = min(len(body.sample), len(other.sample))
        return len(body.sample & other.sample) <= SAME_BODY * fewest


def _lines_of(article: Article) -> list[str]:
    lines = article.text.split("\n\n")
    half = LONGEST_ARTICLE // 2
    return lines if len(lines) <= LONGEST_ARTICLE else [*lines[:half], *lines[-half:]]


def _foreign(line: str, words: set[str], names: set[str], outlet: set[str]) -> bool:
    """Return whether a line speaks of other things than the article's own lines."""
    if _QUOTED.search(line):
        return False
    told = _words([line]) - {word[:5] for word in outlet}
    if {name for name in _names([line]) & names if name.casefold() not in outlet}:
        return False
    return not told or len(told & words) < FOREIGN * len(told)


def _words(lines: Iterable[str]) -> set[str]:
    return {word[:5] for line in lines for word in _LONG.findall(line.casefold())}


def _names(lines: Iterable[str]) -> set[str]:
    return {name for line in lines for name in _NAME.findall(line)}


def _hashed(article: Article, line: str) -> int:
    """Return the hash of a line of an outlet: named, else by its address, else all unknown ones together."""
    outlet = article.outlet or (host_of(article.url) if article.url else "")
    return _hash(f"{outlet}\x00{line}")


def _hash(text: str) -> int:
    """Return 63 bits, the same in every process and fit for a database's integer."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def _repeated(draft: Draft) -> Iterator[int]:
    return (number for number in draft.held if draft.text(number) in draft.repeated)


REPEATED_LINE = Rule(
    name="line of many pages",
    meaning="A line that stands on three or more different articles of the outlet and speaks of other things than this "
    "one; never a quotation, a short heading above text that stays, or all of the prose.",
    apply=_repeated,
)
