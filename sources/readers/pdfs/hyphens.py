"""Two lines of a PDF as one: whether a hyphen at a line's end belongs to the word or was put where the line ends."""

import re
from collections.abc import Sequence

from sources.readers.pdfs.lines import Line

_TAILS = frozenset(
    "called known based led backed owned wing term year old time scale level run style minded looking like haired "
    "making wide free sized paid held made born raised going standing profile ranking".split()
)
"""Second parts before which a hyphen at a line's end is the word's own ("so-" / "called")."""

_BROKEN = 0.04
"""Share of the lines inside paragraphs that end in a hyphen where words are broken, at least."""

_FIRST = re.compile(r"(?<![\w-])([^\W\d_]+)[-‐]\Z")
_SECOND = re.compile(r"[^\W\d_]+")


class Words:
    """The words of the whole text: they tell whether a hyphen at a line's end belongs to the word.

    A page that breaks words at all breaks many: where few lines that go on end in a hyphen, it is the words' own.
    """

    def __init__(self, lines: Sequence[Line], groups: Sequence[Sequence[int]]) -> None:
        going_on = [lines[number].text for group in groups for number in group[:-1]]
        hyphens = sum(text.endswith(("-", "‐")) for text in going_on)
        self._breaks_words = hyphens >= _BROKEN * len(going_on)
        self._seen: set[str] = set()
        hyphen = False
        for number in (number for group in groups for number in group):
            text = lines[number].text.casefold()
            inner = text.partition(" ")[2] if hyphen else text  # without the halves of words at its ends
            hyphen = text.endswith(("-", "‐", "\u00ad"))
            inner = inner.rpartition(" ")[0] if hyphen else inner
            self._seen.update(re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", inner))

    def joined(self, text: str, after: str) -> str:
        """Return two lines as one."""
        if text.endswith("\u00ad"):
            return text[:-1] + after
        if text.endswith(("-", "‐")) and len(text) > 1 and not text[-2].isspace():
            return text[:-1] + after if self._breaks(text, after) else text + after
        if text.endswith("—") and text[-2:-1].strip():
            return text + after
        return f"{text} {after}"

    def _breaks(self, text: str, after: str) -> bool:
        """Return whether the hyphen was only put where the line ends."""
        first, second = _FIRST.search(text), _SECOND.match(after)
        if first is None or second is None or not second[0].islower():
            return False
        head, tail = first[1].casefold(), second[0].casefold()
        whole = after[second.end() : second.end() + 1] not in {"-", "‐"}
        if head + tail in self._seen:
            return True
        if f"{head}-{tail}" in self._seen or not whole or not self._breaks_words:
            return False
        return tail not in _TAILS and not (len(head) > 3 and len(tail) > 3 and {head, tail} <= self._seen)
