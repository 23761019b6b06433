"""Proper names in an article: runs of capitalised words, titles taken off, surnames folded into full names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis import wordlists
from analysis.facts.stems import stem

NameKind = Literal["person", "body", "place", "unknown"]

_WORD = r"(?:(?:[A-Z]\.){2,}|(?:[A-Z]\.)(?=\s[A-Z])|[^\W\d_]+(?:['’.&-][^\W_]+)*\d*|\d+)"
_TOKEN = re.compile(_WORD)
_CAPITAL = re.compile(r"(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ][\w'’.&-]*")
_INSIDE = frozenset(
    {"of", "the", "for", "and", "de", "la", "del", "van", "von", "der", "den", "al", "bin", "ibn", "du", "&", "on"}
)
_PARTICLES = frozenset({"de", "la", "del", "van", "von", "der", "den", "al", "bin", "ibn", "du"})
_INNER = re.compile(r"(?<=[a-z,] )[A-ZÀ-ÖØ-Þ][^\W\d_]+")
"""A word with a capital after a word or a comma."""
_OPENING = re.compile(r"""(?:[:—–“‘„]|(?<!\S)["']|[.,?!…]["'”’])\s*\Z""")
"""What stands before a capital that any word would have: an opening mark, a colon, a dash, the end of a quotation."""
_LONGEST_NAME = 12
"""Words: a longer run of capitals is no name, and is not looked at whole."""
_POSSESSIVE = re.compile(r"['’]s?$")
_GAP = re.compile(r"\s|\s?-\s?|\.\s")
_MONTHS_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands."""

    start: int
    end: int
    """Offsets into the text; titles before the name and a possessive 's after it are outside."""

    text: str
    """The name as it stands there."""

    key: str
    """The name all its mentions in the article share: the fullest form found ("Howard Lutnick" for "Lutnick")."""

    kind: NameKind
    title: str = ""
    """The office before it, in lower case ("commerce secretary"); "" where none stands there."""


def name_spans(text: str, sentences: Sequence[tuple[int, int]]) -> list[Name]:
    """Return the proper names in the sentences (start, end) of a text, in order.

    A run of capitalised words, joined by "of", "the", "and" only inside the names of bodies; a common word with a
    capital because it opens the sentence is left out, and so are months and weekdays. Countries and the like are of
    kind place. A single surname is folded into the full name of a person found anywhere in the same article.
    """
    runs: list[_Run] = []
    small = _small_words(text)
    for start, end in sentences:
        runs += _runs(text, start, end, small)
    return _folded(text, runs)


@dataclass(slots=True)
class _Run:
    words: list[tuple[int, int]]
    title: str


def _small_words(text: str) -> Counter[str]:
    """Return how much more often each word stands in lower case than with a capital inside a sentence.

    What is written small is no name, though a name may also be a common word ("Trump", "trump card").
    """
    counted = Counter(word for word in re.findall(r"[^\W\d_]+", text) if word.islower())
    counted.subtract(match.group().lower() for match in _INNER.finditer(text))
    return counted


def _runs(text: str, start: int, end: int, small: Counter[str]) -> list[_Run]:
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    found: list[_Run] = []
    index = 0
    while index < len(tokens):
        a, b = tokens[index]
        word = text[a:b]
        if not _CAPITAL.fullmatch(word) or _bare(word) in _MONTHS_DAYS or word in {"I", "I'm", "I’m", "I've", "I’ve"}:
            index += 1
            continue
        last = _run_end(text, tokens, index)
        spans = tokens[index : last + 1]
        opening = index == 0 or _OPENING.search(text, tokens[index - 1][1], a) is not None
        if opening:
            spans = _without_opening(text, spans, small)
        run = _without_title(text, spans) if spans else None
        if run:
            found.append(run)
        index = last + 1
    return found


def _run_end(text: str, tokens: list[tuple[int, int]], first: int) -> int:
    """Return the index of the last token of the name that begins at `first`."""
    last = index = first
    while index + 1 < len(tokens):
        a, b = tokens[index + 1]
        gap = text[tokens[index][1] : a]
        if not _GAP.fullmatch(gap) or _POSSESSIVE.search(text[slice(*tokens[index])]):
            break
        if gap == ". " and not (
            len(text[slice(*tokens[index])]) == 1 or _bare(text[slice(*tokens[index])]) in wordlists.title_words()
        ):
            break
        word = text[a:b]
        if (_CAPITAL.fullmatch(word) and _bare(word) not in _MONTHS_DAYS) or (word.isdigit() and last == index):
            if word.isdigit() and not _CAPITAL.fullmatch(text[slice(*tokens[index])]):
                break
            index += 1
            last = index
        elif word in _INSIDE and (word in _PARTICLES or _joins_body(text, tokens, first, index + 1)):
            index += 1
        else:
            break
    return last


def _joins_body(text: str, tokens: list[tuple[int, int]], first: int, joint: int) -> bool:
    """Return whether a small word joins two halves of one body: "Department of Commerce", not "Trump and Xi"."""
    follows = joint + 1
    if follows < len(tokens) and text[slice(*tokens[follows])] == "the":
        follows += 1
    if follows >= len(tokens) or not _CAPITAL.fullmatch(text[slice(*tokens[follows])]):
        return False
    word = text[slice(*tokens[joint])]
    before = {_bare(text[slice(*span)]) for span in tokens[max(first, joint - _LONGEST_NAME) : joint]}
    if word in {"of", "for", "on", "the"}:
        return bool(before & wordlists.body_words()) and "president" not in before
    after = {
        _bare(text[slice(*span)]) for span in tokens[follows : follows + 2] if _CAPITAL.fullmatch(text[slice(*span)])
    }
    if (
        word == "and"
        and _bare(text[slice(*tokens[first])]) in wordlists.body_words()
        and text[slice(*tokens[first + 1])] == "of"
    ):
        return True  # Department of Fisheries and Ports
    return (
        bool(before & wordlists.body_words())
        and bool(after & wordlists.body_words())
        and word == "and"
        and len(before) < 4
    )


def _without_opening(text: str, spans: list[tuple[int, int]], small: Counter[str]) -> list[tuple[int, int]]:
    """Drop a first word that has its capital only because it opens the sentence."""
    word = _bare(text[slice(*spans[0])])
    if text[slice(*spans[0])].isupper() and len(word) > 1 and word not in _function_words():
        return spans
    if len(spans) > 1 and word not in _function_words() and _bare(text[slice(*spans[1])]) in wordlists.body_words():
        return spans
    if small[word] < 0 and word not in _function_words():
        return spans
    ordinary = word in _function_words() or small[word] > 0 or stem(word) in _ordinary()
    if (
        ordinary
        and not (len(spans) > 1 and word in wordlists.title_words())
        and not (len(spans) > 1 and word in wordlists.body_words())
    ):
        rest = spans[1:]
        while rest and text[slice(*rest[0])] in _INSIDE:
            rest = rest[1:]
        return rest
    return spans


def _without_title(text: str, spans: list[tuple[int, int]]) -> _Run | None:
    """Take offices and forms of address off the front; None where nothing but a title is left."""
    words = [_bare(text[slice(*span)]) for span in spans]
    cut = 0
    for index in range(min(len(words) - 1, 7)):
        of_state = words[max(0, index - 2) : index + 1] == ["secretary", "of", "state"]
        if of_state or (words[index] in wordlists.title_words() and words[index + 1] not in _INSIDE):
            cut = index + 1
    if cut and any(word in wordlists.body_words() for word in words[cut:]):
        cut = 0
    if len(words) == 1 and words[0] in wordlists.title_words():
        return None
    title = " ".join(words[:cut])
    return _Run(spans[cut:], title)


def _folded(text: str, runs: list[_Run]) -> list[Name]:
    """Give each run its kind and the fullest form of its name."""
    texts = [_POSSESSIVE.sub("", text[run.words[0][0] : run.words[-1][1]]) for run in runs]
    kinds = [_kind(name, run.title) for name, run in zip(texts, runs, strict=True)]
    full: dict[str, Counter[str]] = {}
    for name, kind in zip(texts, kinds, strict=True):
        words = name.split()
        if kind in {"person", "unknown"} and 2 <= len(words) <= 4:
            full.setdefault(words[-1], Counter())[name] += 1
    made: list[Name] = []
    for run, name, kind in zip(runs, texts, kinds, strict=True):
        key = name
        if " " not in name and kind != "place" and name in full:
            key = max(full[name], key=lambda known: (full[name][known], len(known), known))
            kind = "person"
        start = run.words[0][0]
        made.append(Name(start, start + len(name), name, key, kind, run.title))
    return made


def _kind(name: str, title: str) -> NameKind:
    words = name.split()
    if name in place_forms():
        return "place"
    if any(_bare(word) in wordlists.body_words() for word in words):
        return "body"
    if title:
        return "person"
    if name.isupper() or any(char.isdigit() for char in name):
        return "body"
    return "unknown"


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).rstrip(".").lower().replace("’", "'")


def place_forms() -> dict[str, str]:
    """Return the name of a place by each form it takes in news ("Beijing": "china")."""
    return wordlists.place_names()


@cache
def _function_words() -> frozenset[str]:
    return wordlists.column("fact_stopwords") | wordlists.column("sentence_starters")


@cache
def _ordinary() -> frozenset[str]:
    """Return single words of the ideas: general words that may open a sentence."""
    listed = {stem(word) for row in wordlists.rows("concepts") for word in row[3].split(", ") if word.isalpha()}
    return frozenset(listed)
