"""What one cell of a table, or one value of a JSON object, says: a text of many paragraphs, or words on one line."""

from collections.abc import Iterator, Mapping

from sources.adding.decode import legible

NOTHING = frozenset({"", "-", "nan", "none", "null", "n/a", "na", "unknown", "nil"})
"""Cells that say nothing, in lower case."""

_DEEPEST = 6
"""Objects inside each other that are looked into."""

_NAMES = ("name", "title", "main", "original", "rendered", "text", "value", "label", "#text")
"""Keys under which an object holds what it is called."""

_PROSE = ("sections", "paragraphs", "text", "rendered", "plaintext", "content", "value", "html", "#text")
"""Keys under which an object holds a text or its parts."""

_HEADINGS = ("headline", "heading", "title")


def words_of(value: object, *, depth: int = 0) -> str | None:
    """Return a text on one line; of an object its name; of a list its members joined by ", "; None for nothing."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, Mapping):
        for key in _NAMES:
            if key in value and (text := words_of(value[key], depth=depth + 1)):
                return text
        names = [_word(value, key, depth) for key in ("first_name", "firstname", "last_name", "lastname")]
        return " ".join(filter(None, names)) or None
    if isinstance(value, list | tuple):
        found = (words_of(each, depth=depth + 1) for each in value)
        return ", ".join(dict.fromkeys(each for each in found if each)) or None
    if not isinstance(value, str):
        return None
    text = " ".join(_legible(value).split())
    return None if text.casefold() in NOTHING else text


def _word(value: Mapping[str, object], key: str, depth: int) -> str | None:
    return words_of(value.get(key), depth=depth + 1)


def prose_of(value: object) -> str:
    """Return a text, paragraphs parted by an empty line; "" for nothing.

    A number is none, so that a column "article" with numbers is not taken for one. A list gives its paragraphs, an
    object the parts that it is made of; a heading of a part stands in square brackets.
    """
    text = _legible(value).strip() if isinstance(value, str) else "\n\n".join(_paragraphs(value, 0))
    return text if any(letter.isalpha() for letter in text) and text.casefold() not in NOTHING else ""


def _paragraphs(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, str):
        if text := _legible(value).strip():
            yield text
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _paragraphs(each, depth + 1)
    elif isinstance(value, Mapping):
        heading = next((words_of(value[key]) for key in _HEADINGS if key in value), None) if depth else None
        parts = next((list(_paragraphs(value[key], depth + 1)) for key in _PROSE if key in value), [])
        if heading and parts:
            yield f"[{heading}]"
        yield from parts


def _legible(text: str) -> str:
    """Return the text as `legible` does, at once where nothing in it can be illegible."""
    return text if text.replace("\n", "").replace("\r", "").isprintable() else legible(text)
