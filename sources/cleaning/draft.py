"""`Draft`: a page while its text is being settled; `Rule`: one reason to cut blocks from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sources.outlets import Outlets
from sources.page import Block, Page


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The blocks of a page, numbered in page order, and what was cut so far. Each rule gives a new draft."""

    blocks: tuple[Block, ...]
    outlets: Outlets
    settled: bool = False
    """True when the reader already found the body: no rule may look for its start and end."""

    cut: Mapping[int, str] = field(default_factory=dict)
    """Block number -> name of the rule that cut it."""

    @classmethod
    def of(cls, page: Page, *, outlets: Outlets) -> "Draft":
        """Return the draft of a page with nothing cut."""
        return cls(blocks=page.blocks, outlets=outlets, settled=page.settled)

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
        return replace(self, cut={**self.cut, **new}) if new else self

    def with_again(self, numbers: Iterable[int]) -> "Draft":
        """Return the draft with these blocks held again."""
        back = frozenset(numbers)
        return replace(self, cut={number: rule for number, rule in self.cut.items() if number not in back})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A reason to cut. It sees the page after the rules before it."""

    name: str
    """Stands in `Article.removed`."""

    meaning: str
    """For an editor: what it takes and what it leaves."""

    apply: Callable[[Draft], Iterable[int]]
    """Draft -> numbers of the blocks to cut."""
