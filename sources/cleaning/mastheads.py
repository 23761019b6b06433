"""Names of outlets that nobody listed: a line beside the headline, or a sender, that is called as newspapers are."""

import re

from sources.cleaning.draft import Draft

_LAST = frozenset(
    "times post star journal mail herald tribune telegraph independent standard observer press guardian echo chronicle "
    "gazette record express mirror globe citizen monitor argus dispatch courier sentinel examiner bulletin advertiser "
    "news newswire wire radio tv fm review register messenger enquirer inquirer ledger weekly zeitung anzeiger "
    "lantern beacon banner bugle clarion mercury recorder "
    "tagblatt nachrichten rundschau kurier blatt journaux gaceta diario".split()
)
"""What a paper is called in the end: the Oldmere Gazette."""

_FIRST = frozenset("daily evening".split())
"""What a paper may be called at first: the Daily Rouser."""

_GENERIC = frozenset(
    "daily evening morning weekly sunday world local breaking latest top business sport sports national international "
    "us uk eu politics political opinion more all your our my the press news star review live video related trending "
    "featured science health tech technology culture entertainment money travel food fashion regional city home good "
    "bad fake book film game product movie music free in of for and & tv radio on".split()
)
"""Words that make no name of one paper: "World News", "Book Review" are sections."""

_SMALL = frozenset("of the and & for on in de la le el".split())
_LONGEST = 50
_MOST_WORDS = 6
_ABOVE = 3
"""Lines that may stand between the name and the headline: a date, a writer."""

_BELOW = 2
"""How many lines below the headline the name may stand, above the writer or the date."""


def masthead(text: str) -> str | None:
    """Return the name of an outlet that a line is and nothing else; None for another line.

    Two to six words in capitals, of which the last (or the first) is what papers are called, and another that makes it
    one paper's: "Oldmere Gazette", "The Daily Rouser"; not "World News".
    """
    name = " ".join(text.split())
    if len(name) > _LONGEST or not re.fullmatch(r"[\w.&’'-]+(?: [\w.&’'-]+)+", name):
        return None
    words = name.split()
    plain = [word.casefold() for word in words]
    if len(words) > _MOST_WORDS or not all(word[:1].isupper() or word.casefold() in _SMALL for word in words):
        return None
    named = plain[1:] if plain[0] == "the" else plain
    called = named[-1] in _LAST or named[0] in _FIRST
    own = named[:-1] if named[-1] in _LAST else named[1:]
    return name if called and any(word not in _GENERIC for word in own) else None


def above(draft: Draft, title: int | None) -> tuple[str, int] | None:
    """Return the outlet's name in the first line of a page, and its block, where the headline follows shortly."""
    if draft.settled or title is None or not 0 < title <= _ABOVE:
        return None
    return _unlisted(draft, 0)


def below(draft: Draft, title: int | None, *, signs: frozenset[str]) -> tuple[str, int] | None:
    """Return the outlet's name in a line between the headline and who wrote it or when, and its block.

    `signs` are the names of the rules that take those lines.
    """
    if draft.settled or title is None:
        return None
    for number in range(title + 1, min(title + 1 + _BELOW, len(draft.blocks) - 1)):
        signed = any(draft.cut.get(near) in signs for near in (number + 1, number + 2))
        if number in draft.cut and signed and (found := _unlisted(draft, number)):
            return found
    return None


def _unlisted(draft: Draft, number: int) -> tuple[str, int] | None:
    """Return the name and its block where no list has it: a listed name is judged by other rules, with others."""
    name = masthead(draft.text(number))
    return (name, number) if name is not None and draft.outlets.by_name(name) is None else None
