"""Which blocks are headings: the headline and the headings of sections."""

import re

from sources.cleaning.dates import read_date
from sources.cleaning.draft import Draft
from sources.cleaning.prose import ends_in_full_stop, is_prose, sentences_in, words_in

LONGEST = 25
"""Words in the longest headline."""

LONGEST_SECTION = 16
"""Words in the longest section heading."""

_NO_HEADING = re.compile(r"[.,;:–—-]\Z|\A[a-zß-ÿ(–—•-]|https?://|@|\A\W*\d[\d\W]*\Z")
_NO_HEADLINE = re.compile(
    r"\A(?:posted|published|updated|written|filed|submitted|tags|author|source)\b(?: |:).{0,60}\b(?:by|on|at|in)\b"
    r"|\A(?:by|in|from)\b(?: |:)(?:\S+ ){1,3}(?:by|on|at|in)\b"
    r"|[»›|>]|(?-i:[a-z]{3}[A-Z][a-z]+ [A-Z])|\A(?:by|von|por|par) (?-i:[A-Z])|#\w+ #|#ad\b"
    r"|\A#|\b\d+ comments?\b|\bread(?:ing)? time\b"
    r"|\([^()]*/[^()]*\)\Z|\((?:left|right|cent(?:re|er)|pictured|file|stock image)\)",
    re.IGNORECASE,
)
"""Who and when, paths, counters and captions: lines above a body that are no headline."""


def like_headline(text: str) -> bool:
    """Return whether a line could be a headline: short, one sentence at most, no full stop at its end."""
    words = words_in(text) if len(text) <= 400 else 0
    if not 3 <= words <= LONGEST or _NO_HEADING.search(text):
        return False
    if _NO_HEADLINE.search(text) or (words <= 12 and read_date(text) is not None):
        return False
    return not re.search(r"(?<!\.)\.[\"'”’)]*\Z", text) and sentences_in(text) <= 2


def section_headings(draft: Draft) -> frozenset[int]:
    """Return the numbers of the held blocks that are section headings.

    The form says so (a tag, square brackets), or a short line without a full stop stands before a block of prose or a
    list. A short line that ends in a full stop, or one that is a quotation, is a sentence.
    """
    held = draft.held
    found = frozenset(
        number
        for number, following in zip(held, (*held[1:], None), strict=True)
        if draft.blocks[number].kind == "heading" or (following is not None and _opens(draft, number, following))
    )
    return found - _interview(draft, found)


def _interview(draft: Draft, headings: frozenset[int]) -> frozenset[int]:
    """Return the questions of an interview: they are said, and head no section.

    Two or more of the headings ask a "you", and most of the blocks below questions answer as "I" or "we". Where the
    form itself calls a question a heading, it is one.
    """
    asked = [number for number in headings if draft.text(number).endswith("?")]
    answers = [draft.text(other) for number in asked for other in draft.held if other == number + 1]
    you = sum(_YOU.search(draft.text(number)) is not None for number in asked)
    told = sum(_I.search(text) is not None for text in answers)
    if you < 2 or 3 * you < len(asked) or 2 * told < len(answers) or not answers:
        return frozenset()
    return frozenset(number for number in asked if draft.blocks[number].kind != "heading")


_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|I’m|I'm|we|We|my|My|me|our|Our|us)\b")


def _opens(draft: Draft, number: int, following: int) -> bool:
    block, after = draft.blocks[number], draft.blocks[following]
    if block.kind not in ("line", "paragraph") or not 1 <= words_in(block.text) <= LONGEST_SECTION:
        return False
    if ends_in_full_stop(block.text) and not block.text.endswith("?"):
        return False
    if _NO_HEADING.search(block.text) or block.text[0] in '"“«' or block.text.endswith(("”", '"')):
        return False
    if block.text[0] == "‘" and not block.text.endswith("’"):
        return False
    if block.text.endswith("?") and sentences_in(block.text) > 1:
        return False
    return after.kind == "item" or is_prose(after.text) or (_is_line(draft, after.text) and words_in(block.text) >= 2)


def _is_line(draft: Draft, text: str) -> bool:
    return like_headline(text) or ends_in_full_stop(text)
