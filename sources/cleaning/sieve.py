"""`Sieve`: many rules over the lines of a page, each line looked at once."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from sources.cleaning.draft import Draft, Rule
from sources.cleaning.phrases import opening_of, phrase_rules
from sources.cleaning.prose import LONGEST, RECENT

Asked = list[tuple[int, Callable[[str], bool]]]
"""Places of rules, and what they ask of a line."""


class Sieve:
    """Rules, one after another, where what takes a line alone is found out once for all rules and remembered.

    The result is the same as `draft.without(rule.apply(draft), rule=rule.name)` for each rule in order. A line is asked
    for only by the rules that its first word, its marks and the phrases in it leave.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._always: Asked = []
        self._marked: Asked = []
        self._begins: dict[str, Asked] = {}
        self._ends: dict[str, Asked] = {}
        self._phrases: dict[str, Asked] = {}
        marks = ""
        for place, rule in enumerate(self.rules):
            if rule.takes is None:
                continue
            asked = (place, rule.takes)
            if rule.phrases:
                self._phrases.setdefault(rule.name, []).append(asked)
            elif rule.begins:
                for word in rule.begins:
                    self._begins.setdefault(word, []).append(asked)
            elif rule.ends:
                for mark in rule.ends:
                    self._ends.setdefault(mark, []).append(asked)
            elif rule.marks:
                marks += rule.marks
                self._marked.append(asked)
            else:
                self._always.append(asked)
        self._mark = re.compile(f"[{re.escape(marks)}]" if marks else r"(?!)")
        self._remembered = lru_cache(maxsize=RECENT)(self._taken)

    def through(self, draft: Draft) -> Draft:
        """Return the draft after all rules."""
        by_rule: dict[int, list[int]] = {}
        for number, block in enumerate(draft.blocks):
            text = block.text
            for place in self._remembered(text) if len(text) <= LONGEST else self._taken(text):
                by_rule.setdefault(place, []).append(number)
        for place, rule in enumerate(self.rules):
            if rule.takes is None:
                draft = draft.without(rule.apply(draft), rule=rule.name)
            elif place in by_rule:
                draft = draft.without(by_rule[place], rule=rule.name)
        return draft

    def _taken(self, text: str) -> tuple[int, ...]:
        """Return the places of the rules that take the line."""
        opening = opening_of(text)
        asked = [*self._always, *self._begins.get(opening, ()), *self._ends.get(text[-1:], ())]
        if opening[:1].isdigit():
            asked += self._begins.get("#", ())
        if self._mark.search(text):
            asked += self._marked
        for name in phrase_rules(text):
            asked += self._phrases.get(name, ())
        return tuple(place for place, takes in asked if takes(text))
