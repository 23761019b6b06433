"""Where the body starts and ends: the run of blocks that is most likely all article.

Each block gets the log-odds that it is body text, from its form and from the blocks around it, times the logarithm of
its length; the body is the run with the greatest sum (the maximum-sum segment, found in one pass: Bentley,
"Programming Pearls", 1984). So a short heading or quotation inside the body costs little and is bridged, and a long
menu is not. The weights are those of a logistic regression, kept in body_weights.tsv with the command that made them.
"""

import csv
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from sources.cleaning.dates import read_date
from sources.cleaning.draft import Draft, Rule
from sources.cleaning.prose import ends_like_sentence, is_prose, lower_share, sentences_in, words_in

OUTSIDE_NAME = "outside the body"

FAVOUR = 1.0
"""Added to every log-odds: keeping a line too many is better than losing a line of the body."""

CUT = -0.5
"""The score of a block that a rule has cut and that is no boundary: an advertisement inside a body must not end it."""

BOUNDARIES = frozenset({"comment form", "related stories"})
"""Rules whose lines usually open a part of the page that is no article any more."""

IMPRINTS = frozenset({"byline", "date line"})
"""Rules whose lines usually stand right above the body."""

LISTED = -0.1
"""The least score of a list's item below prose of the body: bullets seldom end in a full stop."""

_STAMPS = frozenset({"byline", "date line", "relative time", "card author"})
_GLUED = re.compile(r"[a-zß-ÿ]{3}[A-ZÀ-Þ][a-zß-ÿ]* [a-zß-ÿ]")
"""A teaser whose headline runs into its text: "SteakhouseA party of six"."""

FAR = 3
"""How many blocks before and after count as around."""


@dataclass(frozen=True, slots=True)
class _Form:
    words: int
    ends: bool
    lower: float
    sentences: int
    prose: bool
    rule: str | None

    @property
    def weight(self) -> float:
        """Words of prose, 60 at most: what a block says about the blocks around it. Nothing once a rule has cut it."""
        return min(self.words, 60) / 60 if self.prose and self.rule is None else 0.0


def features(draft: Draft) -> list[dict[str, float]]:
    """Return, for each block, the features by name that `body_weights.tsv` has weights for."""
    forms = [_form(draft, number) for number in range(len(draft.blocks))]
    texts = [block.text for block in draft.blocks]
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
    rows = []
    stamped = [form.rule in _STAMPS and _dated(form, text) for form, text in zip(forms, texts, strict=True)]
    stamps = [now and not before for before, now in pairwise([False, *stamped])]
    prose, boundary = 0.0, dict.fromkeys(BOUNDARIES, False)
    for number, (form, text) in enumerate(zip(forms, texts, strict=True)):
        if form.rule in BOUNDARIES:
            boundary[form.rule] = boundary[form.rule] or prose >= 1
        prose += form.weight
        before = sum(near.weight for near in forms[max(0, number - FAR) : number])
        after = sum(near.weight for near in forms[number + 1 : number + 1 + FAR])
        rows.append(
            {
                "always": 1.0,
                "words": min(form.words, 60) / 60,
                "log words": math.log1p(form.words),
                "three words or fewer": float(form.words <= 3),
                "twenty words or more": float(form.words >= 20),
                "ends like a sentence": float(form.ends),
                "lower case": form.lower,
                "sentences": float(min(form.sentences, 5)),
                "prose": float(form.prose),
                "commas": text.count(",") / max(form.words, 1),
                "bar": float("|" in text),
                "repeated": float(seen[text] > 1),
                "cut by a rule": float(form.rule is not None),
                "boundary": float(form.rule in BOUNDARIES),
                "disclaimer": float(form.rule == "disclaimer"),
                "prose before": before,
                "prose after": after,
                "prose on both sides": min(before, after),
                "comments above": float(boundary["comment form"]),
                "related stories above": float(boundary["related stories"]),
                "imprint above": float(any(near.rule in IMPRINTS for near in forms[max(0, number - 6) : number])),
                "dates around": float(max(0, sum(stamps[max(0, number - 5) : number + 6]) - 1)),
                "glued": float(_GLUED.search(text) is not None),
                "cut around": sum(near.rule is not None for near in forms[max(0, number - FAR) : number + 1 + FAR]) / 6,
            }
        )
    return rows


def _dated(form: _Form, text: str) -> bool:
    """Return whether a stamp tells more than a time of day, as above each entry of a live page ("Posted at 15:42")."""
    return form.rule != "date line" or read_date(text) is not None or re.search(r"\d[/.-]\d", text) is not None


def scores(draft: Draft) -> list[float]:
    """Return each block's log-odds of being body text times the logarithm of its length; above 0 is likely body."""
    weights = _weights()
    result = []
    for number, row in enumerate(features(draft)):
        rule = draft.cut.get(number)
        if rule is not None and rule not in BOUNDARIES:
            result.append(CUT)
            continue
        odds = sum(weights[name] * value for name, value in row.items()) + FAVOUR
        score = odds * max(row["log words"], 0.3)
        result.append(max(score, LISTED) if _in_list(draft, number, row) else score)
    return result


def _in_list(draft: Draft, number: int, row: dict[str, float]) -> bool:
    """Return whether a block is an item of a list in the body, or opens one: prose stands shortly above."""
    kinds = [block.kind for block in draft.blocks[max(0, number - 8) : number + 2]]
    here = draft.blocks[number].kind
    after = draft.blocks[number + 1].kind if number + 1 < len(draft.blocks) else "line"
    if row["comments above"] or row["related stories above"] or "item" not in (here, after) or not kinds:
        return False
    above = range(number - 1, max(-1, number - 12), -1)
    for other in above:
        if other in draft.cut:
            return False
        if is_prose(draft.text(other)):
            return True
        if draft.blocks[other].kind != "item" and words_in(draft.text(other)) > 16:
            return False
    return False


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """Return (start, end) of the run of values with the greatest sum, end exclusive; (0, 0) when none is above 0."""
    best, result, total, start = 0.0, (0, 0), 0.0, 0
    for number, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, number
        total += value
        if total > best:
            best, result = total, (start, number + 1)
    return result


def _outside(draft: Draft) -> Iterator[int]:
    """Cut all blocks outside the best run. Where nothing scores above 0, prose alone decides."""
    if draft.settled:
        return
    values = scores(draft)
    start, end = best_run(values)
    if not any(number in range(start, end) and number not in draft.cut for number in range(len(values))):
        start, end = best_run([_plain(draft, number) for number in range(len(values))])
    again = _resumed(draft, start, end)
    yield from (number for number in draft.held if not (start <= number < end or number in again))


def _resumed(draft: Draft, start: int, end: int) -> frozenset[int]:
    """Return the prose right after a box of links to other stories that ended the body too early.

    It goes on where, below the box and before any form for comments or disclaimer, two lines of prose or more follow
    each other that speak of what the body speaks of; the box itself stays cut.
    """
    box = range(end, min(end + LONGEST_BOX, len(draft.blocks)))
    opened = next((number for number in box if draft.cut.get(number) == "related stories"), None)
    first = next((number for number in box if number not in draft.cut and is_prose(draft.text(number))), None)
    if opened is None or first is None or opened > first or opened > end + 1:
        return frozenset()
    prose: list[int] = []
    for number in range(first, len(draft.blocks)):
        if draft.cut.get(number) in ("related stories", "comment form", "disclaimer", "relative time", "date line"):
            break
        if number not in draft.cut:
            if not is_prose(draft.text(number)) and not ends_like_sentence(draft.text(number)):
                break
            prose.append(number)
    if any(draft.cut.get(number) in ("comment form", "disclaimer", *_STAMPS) for number in range(end, first)):
        return frozenset()
    body = _long_words(" ".join(draft.text(number) for number in range(start, end)))
    told = _long_words(" ".join(draft.text(number) for number in prose))
    alike = len(told & body) / len(told) if told else 0.0
    return frozenset(prose) if len(prose) >= 2 and alike >= RESUMES else frozenset()


LONGEST_BOX = 12
"""Blocks of a box inside a body."""

RESUMES = 0.06
"""The least share of its longer words that the prose after a box has in common with the body before it."""


def _long_words(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{5,}", text.casefold())}


def _captions(draft: Draft) -> Iterator[int]:
    """Cut what stands, without a full stop, right below a picture's credit above the body's first prose."""
    if draft.settled:
        return
    for number in draft.held:
        text = draft.text(number)
        if is_prose(text):
            return
        if draft.cut.get(number - 1) == "photo credit" and not ends_like_sentence(text) and words_in(text) <= 30:
            yield number


def _captions_within(draft: Draft) -> Iterator[int]:
    """Cut what stands below a credit or above a gallery's label inside the body, too long for a heading."""
    if draft.settled:
        return
    for number in draft.held:
        text = draft.text(number)
        if ends_like_sentence(text) or not CAPTION_WORDS <= words_in(text) <= 40 or text[0] in "“\"‘'":
            continue
        below = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
        above = draft.text(number - 1) if number else ""
        credited = draft.cut.get(number - 1) == "photo credit" or _agency(draft, above)
        if credited or draft.cut.get(number + 1) == "photo credit" or _GALLERY.fullmatch(below):
            yield number


CAPTION_WORDS = 9
"""Words in the shortest line beside a credit in the body that is a caption: headings are shorter."""

_GALLERY = re.compile(r"\+ ?\d{1,3}|view (?:gallery|slideshow|\d+ (?:images|photos))", re.IGNORECASE)


def _agency(draft: Draft, text: str) -> bool:
    known = draft.outlets.by_name(text) if words_in(text) <= 4 else None
    return known is not None and known.kind == "agency"


def _plain(draft: Draft, number: int) -> float:
    text = draft.text(number)
    words = words_in(text)
    if number in draft.cut:
        return -1.0
    return float(words) if is_prose(text) or (ends_like_sentence(text) and words >= 4) or words >= 20 else -1.0


def _form(draft: Draft, number: int) -> _Form:
    text = draft.text(number)
    return _Form(
        words=words_in(text),
        ends=ends_like_sentence(text),
        lower=lower_share(text),
        sentences=sentences_in(text),
        prose=is_prose(text),
        rule=draft.cut.get(number),
    )


@cache
def _weights() -> dict[str, float]:
    with (files("sources") / "cleaning" / "body_weights.tsv").open(encoding="utf-8") as stream:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(stream, delimiter="\t")}


OUTSIDE = Rule(
    name=OUTSIDE_NAME,
    meaning="Before or after the run of lines that is most likely all article: menus, teasers, footers.",
    apply=_outside,
)
CAPTIONS = Rule(
    name="caption",
    meaning="Below a picture's credit and above the first prose: a line without a full stop.",
    apply=_captions,
)
CAPTIONS_WITHIN = Rule(
    name="caption",
    meaning="Inside the body, beside a credit or a gallery's label: a line of nine words or more without a full stop.",
    apply=_captions_within,
)
