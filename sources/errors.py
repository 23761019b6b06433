"""The one tree of errors. Every message is one line: what is wrong, why, and what to do."""

from typing import ClassVar


class ParallaxError(Exception):
    """Root of all errors that Parallax raises on purpose.

    `slug` names the kind for programs (`error.slug`), the message is for people: one line with the bad value, the
    reason and what to do about it.
    """

    slug: ClassVar[str] = "error"


class InputError(ParallaxError):
    """Something a person brought cannot be read as an article."""

    slug = "input"


class EmptyInput(InputError):
    """The input holds no text at all."""

    slug = "empty-input"


class NotText(InputError):
    """The input is binary or of a kind that no reader knows."""

    slug = "not-text"


class TooLarge(InputError):
    """The input is larger than the limit."""

    slug = "too-large"


class NoArticle(InputError):
    """The input was read, but nothing in it is an article."""

    slug = "no-article"


class Unreadable(InputError):
    """The file or folder cannot be opened: it is missing or permission is refused."""

    slug = "unreadable"


class Unreachable(InputError):
    """An address that does not answer, answers with an error, or answers too much or too slowly."""

    slug = "unreachable"


class NotAllowed(InputError):
    """An address that may not be read: robots.txt says so, it is private, or its scheme is not http or https."""

    slug = "not-allowed"


class BadDate(InputError):
    """A date that is none."""

    slug = "bad-date"


class LibraryError(ParallaxError):
    """The library file cannot be opened, is not a library, or is from a newer version."""

    slug = "library"


class UnknownName(ParallaxError):
    """A name that is none of the known ones; the message lists the valid ones."""

    slug = "unknown-name"


class NoResults(ParallaxError):
    """There is no finished analysis yet; the message says which command makes one."""

    slug = "no-results"
