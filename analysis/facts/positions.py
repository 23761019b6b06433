"""Where a page puts a fact: at its head, in the middle or at the end."""

from typing import Literal

Position = Literal["lead", "middle", "end"]

LEAD = 3
"""Sentences at the head of a page that are its lead."""

END = 0.25
"""Share of a page's sentences, the last ones, that are its end."""


def position_of(sentence: int, sentences: int) -> Position:
    """Return where the sentence with this number (from 0) stands in a page of so many sentences.

    The lead is the first `LEAD` sentences, the end the last `END` of the page; the lead of a short page comes first.
    """
    if sentence < LEAD:
        return "lead"
    return "end" if sentence >= (1 - END) * sentences else "middle"
