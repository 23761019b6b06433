"""Where one of two sentences that tell the same fact denies what the other tells: "did not close" against "closed"."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.facts.stems import stem
from analysis.facts.telling import NUMBER, Telling

NEAR = 7
"""Words around what is denied in which both sentences must tell the same."""

SHARED = 3
"""Terms that must stand there in both."""

_DENIED = re.compile(
    r"\b(?P<mark>not|never|no\slonger|\w+n['’]t|no)\s"
    r"(?:(?:yet|ever|also|even|fully|immediately|again|been|be|have|had|being|to|a|an|the|any)\s){0,2}"
    r"(?:(?P<at>on|in|at|under|among)\s(?:the\s)?)?(?P<word>[^\W\d_]{3,})\b",
    re.IGNORECASE,
)
_DO = re.compile(r"\b(?:do|does|did)\s\Z", re.IGNORECASE)
_ELSE = frozenset(
    "only just merely necessarily exactly quite always all every everyone everybody enough one more less other much"
    " many longer doubt matter way least even so such yet ever".split()
)
"""Words after a negation that say less than that it is not so."""
_TURNED = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nobody|nothing|without|cannot|deny|denie[sd]|denying|refus\w+|fail\w*|reject\w*"
    r"|unlikely|argu\w+|claim\w*|alleg\w+|contend\w*|insist\w*|hardly|barely|rule[sd]?\sout|wrong|false|untrue|hold\w*\soff|avoid\w*|instead|but|although|though|unless|if|whether)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that may turn the other sentence round too."""


class Denied(NamedTuple):
    """A word that a sentence denies."""

    start: int
    words: str
    """As it stands there, with the negation ("did not close")."""

    stem: str

    word: str
    """The word alone, in lower case."""

    at: str
    """The preposition before it ("on" in "was not on board"), "" where there is none."""

    verb: bool
    """True after do, does or did: what denies it is then a finite form of it ("closed"), else the very word."""


def denial(a: Telling, b: Telling, texts: dict[str, str]) -> tuple[str, str] | None:
    """Return the words of both sentences where one plainly denies what the other plainly tells, else None.

    The denied word must stand in the other sentence in some form, once, with at least `SHARED` of the same terms close
    to it in both; the other sentence must hold nothing that may turn it round, and its page must not deny it anywhere.
    `texts` gives the pages' bodies.
    """
    if a.asks or b.asks or a.supposes or b.supposes:
        return None
    for one, other, turned in ((a, b, False), (b, a, True)):
        denied = _denied(texts[one.article], one.start, one.end)
        turning = _TURNED.finditer(texts[other.article], other.start, other.end)
        if len(denied) != 1 or any(stem(match.group().lower()) != denied[0].stem for match in turning):
            continue
        if any(d.stem == denied[0].stem for d in _denied(texts[other.article])):
            continue
        told = _told(texts[other.article], other, denied[0])
        if told is None:
            continue
        common = _near(one, denied[0].start) & _near(other, told[0])
        if len(common) >= SHARED:
            return (told[1], denied[0].words) if turned else (denied[0].words, told[1])
    return None


@lru_cache(1 << 12)
def _denied(text: str, start: int = 0, end: int | None = None) -> tuple[Denied, ...]:
    found: list[Denied] = []
    for match in _DENIED.finditer(text, start, len(text) if end is None else end):
        word = match["word"].lower()
        if word not in _ELSE:
            verb = match["mark"].lower().startswith(("do", "did")) or bool(
                _DO.search(text, max(0, match.start() - 6), match.start())
            )
            found.append(
                Denied(match.start("word"), match.group(), stem(word), word, (match["at"] or "").lower(), verb)
            )
    return tuple(found)


def _told(text: str, sentence: Telling, denied: Denied) -> tuple[int, str] | None:
    """Return where the sentence has a form of the word, and the form; None where it has none or several."""
    found = [
        (match.start(), match.group())
        for match in re.finditer(r"[^\W\d_]+", text[sentence.start : sentence.end])
        if stem(match.group().lower()) == denied.stem
    ]
    if len(found) != 1:
        return None
    place, form = found[0]
    low = form.lower()
    if denied.at:
        there = re.compile(rf"\b(?:is|are|was|were)\s{denied.at}\s(?:the\s)?\Z").search(
            text, sentence.start, sentence.start + place
        )
        return (sentence.start + place, there.group() + form) if there else None
    fits = low != denied.word and low.endswith(("ed", "s")) if denied.verb else low == denied.word
    return (sentence.start + place, form) if fits else None


def _near(sentence: Telling, place: int) -> set[str]:
    position = sum(1 for start in sentence.words if start < place)
    low = sentence.words[max(0, position - NEAR)]
    high = sentence.words[min(len(sentence.words) - 1, position + NEAR)]
    return {
        term
        for term, places in sentence.at.items()
        if not term.startswith(NUMBER) and any(low <= p <= high and p != place for p in places)
    }
