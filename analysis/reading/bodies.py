"""Names of bodies: words that are one by themselves, and words that the text elsewhere has with a body's after them."""

import re
from functools import cache

from analysis import wordlists

_CAPITALISED = re.compile(r"[A-Z]\w+")


@cache
def bodies() -> frozenset[str]:
    """Return the words in lower case that name a body by themselves: "council", "congress"."""
    return wordlists.column("body_words") | wordlists.column("affiliations")


def stands_for_body(name: str, text: str) -> bool:
    """Return whether the text has the word of a body after the name: Norland, and elsewhere Norland Energy.

    The first capitalised word that follows the name anywhere decides.
    """
    wanted = f"{name} "
    at = text.find(wanted)
    while at >= 0:
        found = _CAPITALISED.match(text, at + len(wanted))
        if found and _of_word(text[at]) != (at > 0 and _of_word(text[at - 1])):
            return found.group().lower() in wordlists.column("body_words")
        at = text.find(wanted, at + 1)
    return False


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
