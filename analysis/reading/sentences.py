"""Sentences: candidate ends by form, doubtful full stops decided by Punkt with our own abbreviations.

Punkt is the algorithm of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (Computational
Linguistics 32, 2006), in NLTK's implementation, with parameters from `lexicons/abbreviations` and
`lexicons/sentence_starters` in place of trained ones. A full stop after an ordinary word needs no such decision, so
only those after abbreviations, initials and dots are put to it.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis import wordlists

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_BLOCK = re.compile(r"[^\n]+")
_HAS_WORD = re.compile(r"[^\W_]")

_CANDIDATE = re.compile(
    r"""
    (?P<mark>[.?!…]+)
    (?P<closing>["'”’»)\]}]*)
    (?:\[\d+\])*                                # footnote marks
    \s+
    (?P<opening>["'“‘„«(\[{¡¿–—*•-]*\s?)
    (?P<next>\S+)
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s(\[“‘\"„«—–/-]*$")
_LIST_NUMBER = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})")
_QUOTE_CLOSED = re.compile("[\"'”’»]")
_SPEAKER_AFTER = re.compile(
    r"(?:[A-Z][\w.’'-]*[ ]){0,4}[A-Z][\w.’'-]*(?:,[^,.“”\"]{1,90},)?\s+"
    r"(?:\w+ly\s+|also\s+|then\s+|later\s+)?(?P<verb>[a-z]+)"
)


@cache
def _asking() -> frozenset[str]:
    """Return the verbs that follow a quoted question or exclamation: “Why?” Cutler asked."""
    return wordlists.column("reporting_verbs", 0, kind="say") | wordlists.column("reporting_verbs", 0, kind="beside")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row[0] for row in wordlists.rows("abbreviations") if row[1] != "number")


@cache
def _punkt() -> "PunktSentenceTokenizer":
    """Return NLTK's Punkt with our parameters. Imported here: `import nltk` takes seconds."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_abbreviations())
    parameters.sent_starters = set(wordlists.column("sentence_starters"))
    for word in parameters.sent_starters:
        parameters.add_ortho_context(word, _seen_lower_inside())
    return PunktSentenceTokenizer(parameters)


def _seen_lower_inside() -> int:
    """Return Punkt's flag for a word that is seen in lower case inside sentences."""
    from nltk.tokenize import punkt

    return int(punkt._ORTHO_MID_LC)


@lru_cache(maxsize=65536)
def _punkt_breaks(before: str, after: str) -> bool:
    return bool(_punkt().text_contains_sentbreak(f"{before} {after}"))


def _doubtful(word: str) -> bool:
    """Return whether a full stop after `word` (without the stop) may be part of it."""
    return "." in word or len(word) <= 1 or word.lower() in _abbreviations()


def _breaks(block: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends at this candidate."""
    following = match["next"]
    first = following[0]
    if first.islower() and not (len(following) > 1 and following[1].isupper()):  # "iPhone" may begin a sentence
        return False
    if first in ",;:.?!)…%":
        return False
    mark, closing = match["mark"], match["closing"]
    if closing and _QUOTE_CLOSED.search(closing) and not match["opening"].strip():
        speaker = _SPEAKER_AFTER.match(block, match.start("next"))
        if speaker and speaker["verb"] in _asking():
            if not mark.endswith((".", "…")):
                return False  # “Why?” Cutler asked
            if block[speaker.end() : speaker.end() + 1] in (".", ",", ""):
                return False  # “It is over.” Cutler wrote.
    if not mark.endswith((".", "…")):
        return True
    begin = _WORD_BEFORE.search(block, start, match.start())
    word = block[begin.start() : match.start()] if begin else ""
    if mark == ".":
        if not match["opening"] and _LIST_NUMBER.fullmatch(block, start, match.start()):
            return False
        if first.isdigit() and word.lower() in wordlists.column("abbreviations", kind="number"):
            return False
        if not _doubtful(word):
            return True
        return _punkt_breaks(f"{word}.", following)
    if len(mark) > 3 or mark not in {"..", "...", "…"}:  # dots and the full stop of the sentence
        return True
    return _punkt_breaks("and ...", following)


def split_block(block: str) -> list[tuple[int, int]]:
    """Return (start, end) of the sentences of one paragraph, without the white space between them.

    A closing quotation mark or bracket belongs to the sentence that it closes. A piece without any letter or digit is
    no sentence.
    """
    spans: list[tuple[int, int]] = []
    start = len(block) - len(block.lstrip())
    position = start
    while match := _CANDIDATE.search(block, position):
        if _breaks(block, start, match):
            spans.append((start, match.end("closing")))
            start = match.start("opening") if match["opening"].strip() else match.start("next")
            position = start
        else:
            position = match.end("closing")
    spans.append((start, len(block.rstrip())))
    return [(a, b) for a, b in spans if b > a and _HAS_WORD.search(block, a, b)]


def blocks(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the blocks of a body. A single line break parts blocks too, should one be left."""
    return [match.span() for match in _BLOCK.finditer(text)]


def sentence_spans(text: str, headings: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int, int]]:
    """Return (start, end, paragraph) of each sentence of a body, headings left out.

    `paragraph` is the number of the block, headings counted, from 0.
    """
    skipped = {start for start, _ in headings}
    found: list[tuple[int, int, int]] = []
    for number, (begin, end) in enumerate(blocks(text)):
        if begin in skipped:
            continue
        found += [(begin + a, begin + b, number) for a, b in split_block(text[begin:end])]
    return found
