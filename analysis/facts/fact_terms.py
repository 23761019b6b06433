"""What a sentence tells, as terms that can be compared: names, places, ideas, numbers and word stems."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analysis import wordlists
from analysis.facts.concepts import find_ideas, find_places, ideas
from analysis.facts.dates import Moment, moments
from analysis.facts.name_terms import OTHER_NAME, add_name, other_names, title_terms
from analysis.facts.names import Name, name_spans
from analysis.facts.quantities import Quantity, quantities
from analysis.facts.runs import runs
from analysis.facts.stems import stem
from analysis.facts.telling import IDEA, NUMBER, PLACE, WORD, Telling

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_WEIGHT = {"act": 1.0, "thing": 0.8, "role": 0.6, "generic": 0.35, "source": 1.0, "silent": 0.0}
_SLOT = 0.35
"""Weight of an amount of something, whatever the amount: two pages that differ on a number still speak of the same."""

_EXACT = 0.5
"""Weight of a word's own stem where its idea counts already: the same word tells a little more than a like one."""


_DATED = {"day": 0.8, "month": 0.8, "year": 0.6, "quarter": 0.6, "weekday": 0.3}
"""Weight of what a date names: its day besides its month."""

CLAUSE = 6
"""Fewest terms of a clause that is compared on its own."""

SMALL = 13
"""Numbers below this tell something only together with what they count."""

SUBJECT = 8
"""Words at the beginning of a sentence in which its subject is looked for."""

REACH = 6
"""Words from an act to what it is done to, at most."""

BACK = 9
"""Words from an act back to who does it, at most."""

_CLAUSE = re.compile(
    r"[;:—–]\s|,\s|\s-\s|[\"“”]|\s(?:and|but|while|whereas|as|because|after|before|when|since|that|which|who|until|if|just)\s"
)


_POSSIBLE = re.compile(r"\b(?:if|whether|unless|would|could|might|may|should)\b")


def tellings(
    article: str, text: str, sentences: Sequence[tuple[int, int, int, int]], headings: Sequence[tuple[int, int]]
) -> tuple[list[Telling], dict[int, dict[str, float]]]:
    """Return the tellings of a page's sentences (number, start, end, paragraph) and each heading's terms."""
    names = name_spans(text, [(start, end) for _, start, end, _ in sentences])
    told = [
        _telling(article, text, number, (start, end), paragraph, [n for n in names if start <= n.start < end])
        for number, start, end, paragraph in sentences
    ]
    heads = {}
    known = {word for name in names for word in name.key.split()}
    for start, end in headings:
        inside = [n for n in name_spans(text, [(start, end)]) if set(n.text.split()) & known]
        heads[start] = _telling(article, text, -1, (start, end), -1, inside).terms
    return told, heads


def _telling(
    article: str, text: str, number: int, span: tuple[int, int], paragraph: int, names: Sequence[Name]
) -> Telling:
    start, end = span
    sentence = text[start:end]
    found = [(start + m.start(), start + m.end()) for m in _WORD.finditer(sentence)]
    words = [text[a:b] for a, b in found]
    stems = [stem(word.lower().replace("’", "'")) for word in words]
    terms: dict[str, float] = {}
    at: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    free = [True] * len(words)

    def add(term: str, weight: float, first: int, last: int) -> None:
        if weight <= 0:
            return
        terms[term] = max(terms.get(term, 0.0), weight)
        at.setdefault(term, []).append(found[first][0])
        shown.setdefault(term, text[found[first][0] : found[last - 1][1]])

    numbers = tuple(_moved(q, start) for q in quantities(sentence))
    dates = tuple(_moved_date(m, start) for m in moments(sentence))
    numerals: set[int] = set()
    counted = [(q.start, q.end) for q in numbers] + [(m.start, m.end) for m in dates]
    for index, (a, b) in enumerate(found):
        if any(x <= a and b <= y for x, y in counted):
            free[index] = False
            numerals.add(index)
    named = [False] * len(words)
    besides: set[str] = set()
    for name in names:
        covered = [i for i, (a, b) in enumerate(found) if name.start <= a and b <= name.end + 2]
        add_name(name, covered, words, stems, add)
        for term in other_names(name) if covered else ():
            if term not in terms:
                besides.add(term)
                add(term, OTHER_NAME, covered[0], covered[-1] + 1)
        for index in covered:
            named[index] = True
            if name.kind in {"person", "unknown"}:
                free[index] = False
    seats: set[int] = set()
    for first, last, place in find_places([_unpossessed(word) for word in words]):
        if all(free[first:last]):
            add(f"{PLACE}:{place}", 1.0, first, last)
            for index in range(first, last):
                free[index] = False
                terms.pop(f"{WORD}:{stems[index]}", None)
            if last - first > 1:
                seats.update(range(first, last))
    readable = [s if free[i] or words[i].islower() or i in seats or i in numerals else "" for i, s in enumerate(stems)]
    hits = find_ideas(readable)
    over = [(hit.start, hit.end, ideas()[idea].opposite) for hit in hits if hit.composed for idea in hit.ideas]
    told_by = {hit.end for hit in hits if any(ideas()[idea].kind == "source" for idea in hit.ideas)}
    for hit in hits:
        if hit.composed:
            for idea in hit.ideas:
                add(f"{IDEA}:{idea}", _WEIGHT[ideas()[idea].kind], hit.start, hit.end)
            continue
        single = hit.end - hit.start == 1
        if single and words[hit.start].lower() in _function_words():
            continue
        if single and named[hit.start]:
            continue  # a word inside a name: only whole phrases ("White House") count there
        if hit.start in told_by:
            free[hit.start] = False
            continue  # "two sources revealed"
        for idea in hit.ideas:
            if not any(a <= hit.start and hit.end <= b and idea == contrary for a, b, contrary in over):
                add(f"{IDEA}:{idea}", _WEIGHT[ideas()[idea].kind] / len(hit.ideas), hit.start, hit.end)
        silent = all(ideas()[idea].kind == "silent" for idea in hit.ideas)
        for index in range(hit.start, hit.end):
            if index == hit.start or index == hit.end - 1 or not silent:
                free[index] = free[index] and hit.end - hit.start > 3 and index not in {hit.start, hit.end - 1}
        if single and not silent:
            add(f"{WORD}:{stems[hit.start]}", _EXACT, hit.start, hit.end)
    for index, word in enumerate(words):
        low = word.lower().replace("’", "'")
        if free[index] and not named[index] and low not in _function_words() and not low.isdigit() and len(low) > 1:
            add(f"{WORD}:{stems[index]}", 1.0, index, index + 1)
    unnamed = any(ideas()[term[len(IDEA) + 1 :]].kind == "source" for term in terms if term.startswith(IDEA))
    silent_words = {
        index
        for hit in hits
        if not hit.composed and all(ideas()[idea].kind in {"silent", "role"} for idea in hit.ideas)
        for index in range(hit.start, hit.end)
    }
    telling = [
        not (named[index] or index in numerals or index in silent_words or index in seats)
        and word.lower().replace("’", "'") not in _joining_words()
        for index, word in enumerate(words)
    ]
    for quantity in numbers:
        if quantity.kind == "number" and quantity.value < SMALL and (not quantity.unit or unnamed):
            continue
        inside = [i for i, (a, _) in enumerate(found) if quantity.start <= a < quantity.end]
        if inside:
            unit = stem(quantity.unit) if quantity.value < SMALL else quantity.kind
            add(f"{NUMBER}:{unit}:{quantity.value:g}", 1.2, inside[0], inside[-1] + 1)
            add(f"{NUMBER}:{quantity.unit or quantity.kind}", _SLOT, inside[0], inside[-1] + 1)
    for moment in dates:
        inside = [i for i, (a, _) in enumerate(found) if moment.start <= a < moment.end]
        for part, weight in _date_terms(moment) if inside else ():
            add(f"{NUMBER}:{part}", weight, inside[0], inside[-1] + 1)
    at = {term: places for term, places in at.items() if term in terms}
    who = _who(at, names)
    return Telling(
        article=article,
        sentence=number,
        start=start,
        end=end,
        paragraph=paragraph,
        terms=terms,
        at={term: tuple(places) for term, places in at.items()},
        shown=shown,
        quantities=numbers,
        moments=dates,
        names=tuple(names),
        words=tuple(a for a, _ in found),
        clauses=_clauses(sentence, start, at),
        subject=_subject(at, found, names),
        asks=sentence.rstrip("”\"’' ").endswith("?"),
        free=frozenset(besides & terms.keys()),
        supposes=bool(_POSSIBLE.search(sentence)),
        who=who,
        deeds=_deeds(at, found, who),
        runs=runs(stems, telling),
    )


def _date_terms(moment: Moment) -> Iterator[tuple[str, float]]:
    """Yield what a date names, the whole of it and its parts, with weights: a day tells more than a year."""
    if moment.month is not None:
        yield f"month:{moment.month}", _DATED["month"]
        if moment.day is not None:
            yield f"day:{moment.month}-{moment.day}", _DATED["day"]
    for part in ("year", "quarter", "weekday"):
        if (value := getattr(moment, part)) is not None:
            yield f"{part}:{value}", _DATED[part]


def _who(at: dict[str, list[int]], names: Sequence[Name]) -> frozenset[str]:
    """Return the terms that stand in names only, the places and the offices."""
    spans = [(name.start, name.end) for name in names]
    inside = {place for places in at.values() for place in places if any(a <= place < b for a, b in spans)}
    return frozenset(
        term
        for term, places in at.items()
        if term.startswith(PLACE)
        or (term.startswith(IDEA) and ideas()[term[len(IDEA) + 1 :]].kind == "role")
        or term in title_terms()
        or inside.issuperset(places)
    )


def _deeds(at: dict[str, list[int]], found: list[tuple[int, int]], who: frozenset[str]) -> frozenset[str]:
    """Return "who>act" and "act>what" for each idea of kind act and the terms close to it."""
    index = {a: i for i, (a, _) in enumerate(found)}
    placed = sorted(
        (index[place], term) for term, places in at.items() for place in places if not term.startswith(NUMBER)
    )
    acts = [(i, term) for i, term in placed if term.startswith(IDEA) and ideas()[term[len(IDEA) + 1 :]].kind == "act"]
    pairs: set[str] = set()
    for i, act in acts:
        for j, term in placed:
            if i < j <= i + REACH:
                pairs.add(f"{act}>{term}")
            elif i - BACK <= j < i and term in who:
                pairs.add(f"{term}>{act}")
    return frozenset(pairs)


def _clauses(sentence: str, start: int, at: dict[str, list[int]]) -> tuple[frozenset[str], ...]:
    """Return the terms of each clause; one with too few is joined to the next."""
    ends = [start + m.start() for m in _CLAUSE.finditer(sentence)]
    if not ends:
        return ()
    ends.append(start + len(sentence))
    placed = sorted((place, term) for term, places in at.items() for place in places)
    clauses: list[frozenset[str]] = []
    inside: set[str] = set()
    number = 0
    for end in ends:
        while number < len(placed) and placed[number][0] < end:
            inside.add(placed[number][1])
            number += 1
        if len(inside) >= CLAUSE or end == ends[-1]:
            clauses.append(frozenset(inside))
            inside = set()
    if len(clauses) > 1 and len(clauses[-1]) < CLAUSE:
        clauses[-2:] = [clauses[-2] | clauses[-1]]
    return tuple(clauses) if len(clauses) > 1 else ()


def _subject(at: dict[str, list[int]], found: list[tuple[int, int]], names: Sequence[Name]) -> frozenset[str]:
    """Return the names and places among the first `SUBJECT` words."""
    limit = found[SUBJECT][0] if len(found) > SUBJECT else found[-1][1] if found else 0
    spans = [(name.start, name.end) for name in names]
    return frozenset(
        term
        for term, places in at.items()
        if places[0] < limit and (term.startswith(PLACE) or any(a <= places[0] < b for a, b in spans))
    )


def _unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _moved(quantity: Quantity, by: int) -> Quantity:
    q = quantity
    return Quantity(q.start + by, q.end + by, q.kind, q.value, q.low, q.high, q.unit, q.approximate)


def _moved_date(moment: Moment, by: int) -> Moment:
    m = moment
    return Moment(m.start + by, m.end + by, m.year, m.quarter, m.month, m.day, m.weekday)


@cache
def _joining_words() -> frozenset[str]:
    return wordlists.column("fact_stopwords", kind="function")


@cache
def _function_words() -> frozenset[str]:
    return wordlists.column("fact_stopwords")
