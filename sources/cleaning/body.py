"""Where the body starts and ends: the run of blocks that is most likely all article.

Each block gets the log-odds that it is body text, from its form and from the blocks around it, times the logarithm of
its length; the body is the run with the greatest sum (the maximum-sum segment, found in one pass: Bentley,
"Programming Pearls", 1984). So a short heading or quotation inside the body costs little and is bridged, and a long
menu is not. The weights are those of a logistic regression, kept in body_weights.tsv with the command that made them.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

from sources.cleaning.boundaries import BOUNDARIES, clock_alone, within
from sources.cleaning.cards import long_stems
from sources.cleaning.draft import Draft, Rule
from sources.cleaning.pictures import glued_credit
from sources.cleaning.prose import ends_like_sentence, form_of, is_prose, words_in

OUTSIDE_NAME = "outside the body"

FAVOUR = 1.0
"""Added to every log-odds: keeping a line too many is better than losing a line of the body."""

CUT = -0.5
"""The score of a block that a rule has cut and that is no boundary: an advertisement inside a body must not end it."""

IMPRINTS = frozenset({"byline", "date line"})
"""Rules whose lines usually stand right above the body."""

LISTED = -0.1
"""The least score of a list's item below prose of the body: bullets seldom end in a full stop."""

DOUBT = -2.0
"""The least score of prose right below the run that belongs to it."""

_STAMPS = frozenset({"byline", "date line", "relative time", "card author"})
_GLUED = re.compile(r"[A-ZÀ-Þ](?<=[a-zß-ÿ]{3}.)[a-zß-ÿ]* [a-zß-ÿ]")
"""A teaser whose headline runs into its text: "SteakhouseA party of six"."""

FAR = 3
"""How many blocks before and after count as around."""


def features(draft: Draft) -> list[dict[str, float]]:
    """Return, for each block, the features by name that `body_weights.tsv` has weights for."""
    columns = _columns(draft)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _columns(draft: Draft) -> dict[str, list[float]]:
    """Return the features by name, each with its value for every block."""
    texts = [block.text for block in draft.blocks]
    forms = [form_of(text) for text in texts]
    blocks = range(len(texts))
    inside = within(draft)
    rules = [None if number in inside else draft.cut.get(number) for number in blocks]
    seen = Counter(texts)
    cut = [float(number in draft.cut) for number in blocks]
    size = [min(form.words, 60) / 60 for form in forms]
    weight = [share if form.prose and not gone else 0.0 for form, share, gone in zip(forms, size, cut, strict=True)]
    prose = list(accumulate(weight, initial=0.0))
    before = [sum(weight[max(0, number - FAR) : number]) for number in blocks]
    after = [sum(weight[number + 1 : number + 1 + FAR]) for number in blocks]
    stamped = [
        rule in _STAMPS and not (rule == "date line" and clock_alone(text))
        for rule, text in zip(rules, texts, strict=True)
    ]
    stamps = [now and not earlier for earlier, now in pairwise([False, *stamped])]
    imprints = [rule in IMPRINTS for rule in rules]
    return {
        "always": [1.0] * len(texts),
        "words": size,
        "log words": [math.log1p(form.words) for form in forms],
        "three words or fewer": [float(form.words <= 3) for form in forms],
        "twenty words or more": [float(form.words >= 20) for form in forms],
        "ends like a sentence": [float(form.ends) for form in forms],
        "lower case": [form.lower for form in forms],
        "sentences": [float(min(form.sentences, 5)) for form in forms],
        "prose": [float(form.prose) for form in forms],
        "commas": [text.count(",") / max(form.words, 1) for text, form in zip(texts, forms, strict=True)],
        "bar": [float("|" in text) for text in texts],
        "repeated": [float(seen[text] > 1) for text in texts],
        "cut by a rule": cut,
        "boundary": [float(rule in BOUNDARIES) for rule in rules],
        "disclaimer": [float(rule == "disclaimer") for rule in rules],
        "prose before": before,
        "prose after": after,
        "prose on both sides": list(map(min, before, after)),
        "comments above": _since("comment form", rules, prose),
        "related stories above": _since("related stories", rules, prose),
        "imprint above": [float(any(imprints[max(0, number - 6) : number])) for number in blocks],
        "dates around": [float(max(0, sum(stamps[max(0, number - 5) : number + 6]) - 1)) for number in blocks],
        "glued": [float(_GLUED.search(text) is not None) for text in texts],
        "cut around": [sum(cut[max(0, number - FAR) : number + 1 + FAR]) / 6 for number in blocks],
    }


def _since(rule: str, rules: Sequence[str | None], prose: Sequence[float]) -> list[float]:
    """Return 1.0 from the first line on that the rule took below 60 words of prose or more, 0.0 above it."""
    opened = (number for number, name in enumerate(rules) if name == rule and prose[number] >= 1)
    first = next(opened, len(rules))
    return [float(number >= first) for number in range(len(rules))]


def scores(draft: Draft) -> list[float]:
    """Return each block's log-odds of being body text times the logarithm of its length; above 0 is likely body."""
    columns, weights = _columns(draft), _weights()
    odds = [0.0] * len(draft.blocks)
    for name, values in columns.items():
        if not any(values):
            continue
        by = weights[name]
        odds = [total + by * value for total, value in zip(odds, values, strict=True)]
    below = list(map(max, columns["comments above"], columns["related stories above"]))
    inside = within(draft)
    result = []
    for number, (total, length) in enumerate(zip(odds, columns["log words"], strict=True)):
        rule = draft.cut.get(number)
        if rule is not None and (rule not in BOUNDARIES or number in inside):
            result.append(CUT)
            continue
        score = (total + FAVOUR) * max(length, 0.3)
        result.append(max(score, LISTED) if score < LISTED and _in_list(draft, number, below[number]) else score)
    return result


def _in_list(draft: Draft, number: int, below: float) -> bool:
    """Return whether a block is an item of a list in the body, or opens one: prose stands shortly above.

    `below` is above 0 below a form for comments or a box of links.
    """
    here = draft.blocks[number].kind
    after = draft.blocks[number + 1].kind if number + 1 < len(draft.blocks) else "line"
    if below or "item" not in (here, after):
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


def _same_list(draft: Draft, number: int) -> bool:
    return draft.blocks[number].kind == draft.blocks[number - 1].kind == "item" and not draft.blocks[number].gap_before


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
    if all(number in draft.cut for number in range(start, end)):
        start, end = best_run([_plain(draft, number) for number in range(len(values))])
    while 0 < end < len(values) and end not in draft.cut and values[end] > DOUBT and is_prose(draft.text(end)):
        end += 1  # prose right below prose, though dates of other stories follow it
    while 0 < end < len(values) and end not in draft.cut and values[end] >= LISTED and _same_list(draft, end):
        end += 1  # the rest of a list that the body ends with
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
    body = long_stems(" ".join(draft.text(number) for number in range(start, end)))
    told = long_stems(" ".join(draft.text(number) for number in prose))
    alike = len(told & body) / len(told) if told else 0.0
    return frozenset(prose) if len(prose) >= 2 and alike >= RESUMES else frozenset()


LONGEST_BOX = 12
"""Blocks of a box inside a body."""

RESUMES = 0.06
"""The least share of its longer words that the prose after a box has in common with the body before it."""


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
        if ends_like_sentence(text) or not 3 <= words_in(text) <= 40 or text[0] in "“\"‘'":
            continue
        below = draft.text(number + 1) if number + 1 < len(draft.blocks) else ""
        above = draft.text(number - 1) if number else ""
        numbered = (_COUNT.fullmatch(above) and draft.cut.get(number + 1) == "photo credit") or glued_credit(above)
        credited = numbered or draft.cut.get(number - 1) == "photo credit" or _agency(draft, above)
        if words_in(text) < CAPTION_WORDS and not numbered:
            continue
        if credited or draft.cut.get(number + 1) == "photo credit" or _GALLERY.fullmatch(below):
            yield number


CAPTION_WORDS = 9
"""Words in the shortest line beside a credit in the body that is a caption: headings are shorter."""

_COUNT = re.compile(r"\d{1,2}(?: ?(?:/|of) ?\d{1,2})?")
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
