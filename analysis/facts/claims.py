"""Aligned facts: which sentences of different pages tell the same fact, who says it, and where they disagree."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.facts.absences import Absence, Places, absences
from analysis.facts.alignment import Space, likest
from analysis.facts.bounded import compared
from analysis.facts.counted import carried, counts_of
from analysis.facts.cues import cued
from analysis.facts.differences import Page, page_of
from analysis.facts.disagreements import Disagreement, disagreements
from analysis.facts.fact_terms import tellings
from analysis.facts.grouping import Group, grouped
from analysis.facts.openings import openings
from analysis.facts.positions import position_of
from analysis.facts.surroundings import placed, with_offices
from analysis.facts.telling import IDEA, NUMBER, PLACE, Telling
from analysis.facts.told_by import Tellers
from analysis.facts.wordings import unlikeness
from analysis.tables import ABSENCES, CLAIM_MEMBERS, CLAIMS

REASONS = 6
"""Shared terms named for a sentence, at most."""


class Aligned(NamedTuple):
    """What `align` returns."""

    claims: pd.DataFrame
    """CLAIMS, by story; those told by most independent reports first, then those worded most differently."""

    claim_members: pd.DataFrame
    """CLAIM_MEMBERS, in the order of the claims; the central sentence first, then by likeness."""

    absences: pd.DataFrame
    """ABSENCES, in the order of the claims."""


def align(
    batch: Batch,
    members: pd.DataFrame,
    *,
    outlets: Mapping[str, str | None] | None = None,
) -> Aligned:
    """Return the facts that pages of one story share.

    `members` (MEMBERS) says which article belongs to which story; articles without a story, and articles of it that
    are not in the batch, are left out; so are those beyond `bounded.MOST_PAGES`.
    A fact told only by pages of one report (their `report`) is no
    fact of its own; such pages are still listed where another page tells it too. With `outlets` (name by article,
    None unknown) pages of one outlet alone make no fact either. Nothing depends on the order of articles. A story's
    facts have at least two pages each.
    """
    articles_known = [str(article) for article in batch.texts["article"]]
    texts = dict(zip(articles_known, map(str, batch.texts["text"]), strict=True))
    headings = {
        article: [(int(start), int(end)) for start, end in spans]
        for article, spans in zip(articles_known, batch.texts["headings"], strict=True)
    }
    spans: dict[str, list[tuple[int, int, int, int]]] = {}
    columns = ["sentence", "start", "end", "paragraph"]
    for article, row in zip(batch.sentences["article"], batch.sentences[columns].to_numpy().tolist(), strict=True):
        spans.setdefault(str(article), []).append((row[0], row[1], row[2], row[3]))
    places = Places(
        event=dict(zip(members["article"].tolist(), members["event"].tolist(), strict=True)),
        report=dict(zip(members["article"].tolist(), members["report"].tolist(), strict=True)),
    )
    houses = {article: name for article, name in (outlets or {}).items() if isinstance(name, str)}
    tellers = Tellers(batch)
    claims: list[tuple[object, ...]] = []
    claim_members: list[tuple[object, ...]] = []
    missing: list[tuple[object, ...]] = []
    for story, rows in members.groupby("story", sort=True):
        held = [str(article) for article in rows["article"] if article in texts]
        articles = compared(held, report=places.report, outlets=houses)
        if len(articles) < 2:
            continue
        for fact in _story(str(story), articles, texts, headings, spans, houses, places, tellers):
            claims.append(fact.claim)
            claim_members += fact.members
            missing += fact.absences
    return Aligned(CLAIMS.frame(claims), CLAIM_MEMBERS.frame(claim_members), ABSENCES.frame(missing))


class _Rows(NamedTuple):
    """One fact as rows of the tables."""

    claim: tuple[object, ...]
    members: list[tuple[object, ...]]
    absences: list[tuple[object, ...]]


class _Fact(NamedTuple):
    """One fact before it is named."""

    group: Group
    found: Sequence[Disagreement]
    reports: int
    unlike: float


def _story(
    story: str, articles: Sequence[str], texts: dict[str, str], headings: Mapping[str, Sequence[tuple[int, int]]],
    spans: Mapping[str, Sequence[tuple[int, int, int, int]]], houses: Mapping[str, str], places: Places,
    tellers: Tellers,
) -> list[_Rows]:  # fmt: skip
    told: list[Telling] = []
    around: list[dict[str, float]] = []
    page: list[int] = []
    for number, article in enumerate(articles):
        plain, heads = tellings(article, texts[article], spans.get(article, []), headings[article])
        sentences, context = placed(plain, heads)
        told += sentences
        around += context
        page += [number] * len(sentences)
    told = with_offices(told)
    if not told:
        return []
    space = Space(told, around)
    by_page: dict[str, list[Telling]] = {article: [] for article in articles}
    for sentence in told:
        by_page[sentence.article].append(sentence)
    pages = {article: page_of(texts[article], by_page[article]) for article in articles}
    matches = space.matches(np.array(page))
    opened = openings(told, around, page, [places.event[sentence.article] for sentence in told])
    matches = likest([*matches, *opened])
    like = {(match.a, match.b): match.similarity for match in matches}
    kept: list[Group] = []
    weight = dict(zip(space.terms, space.weight.tolist(), strict=True))
    for group in grouped(cued(matches, told, page, texts=texts, tellers=tellers, weight=weight), page):
        telling = {told[i].article for i in group.main}
        if all(len({known.get(article, article) for article in telling}) > 1 for known in (places.report, houses)):
            kept.append(group)  # more than one text, and more than one outlet
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches:
        near[match.a][match.b] = near[match.b][match.a] = match.similarity
    made: list[tuple[tuple[float, ...], str, _Fact]] = []
    for group, joined in carried(kept, told, page, counts_of(told, texts), like):
        centre = told[group.main[0]]
        reports = len({places.report[told[i].article] for i in group.main})
        unlike = _unlike(group, told, texts, places)
        order = (-len(group.main), -space.worth(group.main))
        found = disagreements(group, told, like, pages, joined, places.event)
        made.append((order, f"{centre.article} {centre.sentence:06}", _Fact(group, found, reports, unlike)))
    made.sort(key=lambda entry: entry[:2])
    facts = _once([fact for _, _, fact in made], page)
    facts.sort(key=lambda fact: (-fact.reports, -round(fact.unlike, 3)))
    sizes = {article: len(spans.get(article, ())) for article in articles}
    return [
        _rows(story, fact, told, space, pages, tellers, sizes, absences(fact.group, articles, page, near, places))
        for fact in facts
    ]


def _unlike(group: Group, told: Sequence[Telling], texts: Mapping[str, str], places: Places) -> float:
    """Return how differently the reports of a fact word it: the mean unlikeness to the fact's sentence."""
    centre, *others = (told[i] for i in group.main)
    words = texts[centre.article][centre.start : centre.end]
    measured = [
        unlikeness(words, texts[other.article][other.start : other.end])
        for other in others
        if places.report[other.article] != places.report[centre.article]
    ]
    return sum(measured) / len(measured) if measured else 0.0


def _once(made: Sequence[_Fact], page: Sequence[int]) -> list[_Fact]:
    """Return the facts, each disagreement told once: with the first fact in which these pages have these values."""
    seen: list[tuple[str, set[tuple[int, str]]]] = []
    once: list[_Fact] = []
    for fact in made:
        new: list[Disagreement] = []
        for one in fact.found:
            by_page = one.by_page(page)
            if not any(what == one.what and by_page <= known for what, known in seen):
                seen.append((one.what, by_page))
                new.append(one)
        once.append(fact._replace(found=new))
    return once


def _rows(
    story: str, fact: _Fact, told: Sequence[Telling], space: Space, pages: Mapping[str, Page], tellers: Tellers,
    sizes: Mapping[str, int], missing: Sequence[Absence],
) -> _Rows:  # fmt: skip
    group, found = fact.group, fact.found
    centre = told[group.main[0]]
    key = "\x00".join([story, *sorted(f"{told[i].article} {told[i].sentence}" for i in group.main)])
    claim = hashlib.sha256(key.encode()).hexdigest()[:16]
    own = {
        number: " / ".join(one.of(number) for one in found if number in one.values)
        for number in sorted({number for one in found for number in one.values})
    }
    saying = [number for number in own if number not in group.likeness]
    held = Counter(term for number in group.main for term in told[number].at)
    listed: list[tuple[object, ...]] = []
    for number in (*group.main, *group.others, *saying):
        sentence = told[number]
        shared = [places[0] for term, places in sentence.at.items() if held[term] > (number in group.main)]
        quoted = tellers.quotes(sentence, shared)
        teller = tellers.teller(sentence)
        status = "differs" if number in own else "attributed" if teller.attributed or quoted else "reported"
        reason = ", ".join(_reasons(centre, sentence, space) if sentence is not centre else [])
        listed.append((
            claim, sentence.article, sentence.sentence, status, teller.speaker, own.get(number),
            group.likeness.get(number, 0.0), reason, position_of(sentence.sentence, sizes[sentence.article]), quoted,
        ))  # fmt: skip
    text = pages[centre.article].text[centre.start : centre.end]
    words = "; ".join(one.words for one in found) or None
    absent: list[tuple[object, ...]] = [
        (claim, one.article, -1 if one.nearest is None else told[one.nearest].sentence, one.similarity)
        for one in missing
    ]
    return _Rows((claim, story, text, len(group.main), bool(found), words, fact.reports, fact.unlike), listed, absent)


def _reasons(centre: Telling, sentence: Telling, space: Space) -> list[str]:
    """Return the shared words and ideas, the most telling first."""
    shared = [(space.rarity_of(t) * centre.terms[t] * w, t) for t, w in sentence.terms.items() if t in centre.terms]
    named: list[str] = []
    for _, term in sorted(shared, key=lambda entry: (-entry[0], entry[1])):
        kind, _, rest = term.partition(":")
        if kind == NUMBER:
            word = sentence.shown.get(term, "")
        elif kind in {IDEA, PLACE}:
            word = rest.replace("_", " ").title() if kind == PLACE else rest.replace("_", " ")
        else:
            word = sentence.shown.get(term, centre.shown.get(term, ""))
        if word and word.lower() not in {known.lower() for known in named}:
            named.append(word)
    return named[:REASONS]
