"""`Draft`: a page while its text is being settled; `Rule`: one reason to cut blocks from it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sources.cleaning.prose import is_prose
from sources.outlets import Outlets
from sources.page import Block, Page


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The blocks of a page, numbered in page order, and what was cut so far. Each rule gives a new draft."""

    blocks: tuple[Block, ...]
    outlets: Outlets
    settled: bool = False
    """True when the reader already found the body: no rule may look for its start and end."""

    repeated: frozenset[str] = frozenset()
    """Lines that stand on many pages of the outlet (`repeats.Repeats.lines_for`)."""

    cut: Mapping[int, str] = field(default_factory=dict)
    """Block number -> name of the rule that cut it."""

    @classmethod
    def of(cls, page: Page, *, outlets: Outlets, repeated: frozenset[str] = frozenset()) -> "Draft":
        """Return the draft of a page with nothing cut."""
        return cls(blocks=page.blocks, outlets=outlets, settled=page.settled, repeated=repeated)

    @cached_property
    def lines(self) -> "Lines":
        """Return what the blocks tell whatever was cut: found out once for all drafts of a page."""
        return Lines(self.blocks)

    @cached_property
    def held(self) -> tuple[int, ...]:
        """Return the numbers of the blocks that no rule has cut."""
        return tuple(number for number in range(len(self.blocks)) if number not in self.cut)

    def text(self, number: int) -> str:
        """Return the words of one block."""
        return self.blocks[number].text

    def without(self, numbers: Iterable[int], *, rule: str) -> "Draft":
        """Return the draft with these blocks cut as well; a block keeps the rule that cut it first."""
        new = {number: rule for number in numbers if number not in self.cut}
        return self._with({**self.cut, **new}) if new else self

    def with_again(self, numbers: Iterable[int]) -> "Draft":
        """Return the draft with these blocks held again."""
        back = frozenset(numbers)
        return self._with({number: rule for number, rule in self.cut.items() if number not in back})

    def _with(self, cut: Mapping[int, str]) -> "Draft":
        new = replace(self, cut=cut)
        new.__dict__["lines"] = self.lines  # a cached property of the same blocks
        return new


class Lines:
    """What the blocks of a page tell together, each found out at the first question."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks

    @cached_property
    def first_prose(self) -> int:
        """Return the number of the first block that is prose; the number of blocks when none is."""
        numbers = (number for number, block in enumerate(self._blocks) if is_prose(block.text))
        return next(numbers, len(self._blocks))

    @cached_property
    def prose_words(self) -> frozenset[str]:
        """Return the words of all blocks of prose, as they are written."""
        return frozenset(word for b in self._blocks if is_prose(b.text) for word in re.findall(r"\w[\w’'-]*", b.text))

    @cached_property
    def told_of(self) -> frozenset[str]:
        """Return whom a line in the lower half says something of: "Ann Lee" of "Ann Lee is a former teacher ..."."""
        lower = self._blocks[len(self._blocks) // 2 :]
        return frozenset(block.text[: found.start()] for block in lower for found in _TELLS.finditer(block.text, 0, 80))


_TELLS = re.compile(r" is (?:a|the)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A reason to cut. It sees the page after the rules before it."""

    name: str
    """Stands in `Article.removed`."""

    meaning: str
    """For an editor: what it takes and what it leaves."""

    apply: Callable[[Draft], Iterable[int]]
    """Draft -> numbers of the blocks to cut."""

    takes: Callable[[str], bool] | None = None
    """For a rule that looks at each line alone: whether it takes it. `apply` is then the same over all lines held."""

    begins: frozenset[str] = frozenset()
    """First words (`opening_of`) of the lines it takes ("#": any that starts with a figure); empty: any word."""

    marks: str = ""
    """Characters of which every line it takes holds one; empty: it may hold none."""

    ends: str = ""
    """Characters of which every line it takes has one at its end; empty: any."""

    phrases: bool = False
    """True when it takes only lines that a phrase of its name takes."""


def line_rule(
    name: str,
    meaning: str,
    takes: Callable[[str], bool],
    *,
    begins: frozenset[str] = frozenset(),
    marks: str = "",
    ends: str = "",
    phrases: bool = False,
) -> Rule:
    """Return a rule that looks at each line alone."""

    def apply(draft: Draft) -> Iterator[int]:
        return (number for number in draft.held if takes(draft.text(number)))

    return Rule(
        name=name, meaning=meaning, apply=apply, takes=takes, begins=begins, marks=marks, ends=ends, phrases=phrases
    )
