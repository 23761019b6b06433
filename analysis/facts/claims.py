"""Aligned facts: which sentences of different pages tell the same fact, who says it, and where they disagree."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.facts.alignment import Space
from analysis.facts.counted import carried, counts_of
from analysis.facts.differences import Page, page_of
from analysis.facts.disagreements import Disagreement, disagreements
from analysis.facts.fact_terms import tellings
from analysis.facts.grouping import Group, grouped
from analysis.facts.surroundings import placed, with_offices
from analysis.facts.telling import IDEA, NUMBER, PLACE, Telling
from analysis.facts.told_by import Tellers
from analysis.tables import CLAIM_MEMBERS, CLAIMS

REASONS = 6
"""Shared terms named for a sentence, at most."""


class Aligned(NamedTuple):
    """What `align` returns."""

    claims: pd.DataFrame
    """CLAIMS, by story; those told by most pages first, then those that share most."""

    claim_members: pd.DataFrame
    """CLAIM_MEMBERS, in the order of the claims; the central sentence first, then by likeness."""


def align(
    batch: Batch,
    members: pd.DataFrame,
    *,
    outlets: Mapping[str, str | None] | None = None,
) -> Aligned:
    """Return the facts that pages of one story share.

    `members` (MEMBERS) says which article belongs to which story; articles without a story, and articles of it that
    are not in the batch, are left out. A fact told only by pages of one report (their `report`) is no
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
    witness = dict(zip(members["article"].tolist(), members["report"].tolist(), strict=True))
    houses = {article: name for article, name in (outlets or {}).items() if isinstance(name, str)}
    tellers = Tellers(batch)
    claims: list[tuple[object, ...]] = []
    claim_members: list[tuple[object, ...]] = []
    for story, rows in members.groupby("story", sort=True):
        articles = sorted(article for article in rows["article"] if article in texts)
        if len(articles) < 2:
            continue
        for claim, listed in _story(str(story), articles, texts, headings, spans, (witness, houses), tellers):
            claims.append(claim)
            claim_members += listed
    return Aligned(CLAIMS.frame(claims), CLAIM_MEMBERS.frame(claim_members))


_Rows = list[tuple[tuple[object, ...], list[tuple[object, ...]]]]


def _story(
    story: str, articles: Sequence[str], texts: dict[str, str], headings: Mapping[str, Sequence[tuple[int, int]]],
    spans: Mapping[str, Sequence[tuple[int, int, int, int]]], same: tuple[Mapping[str, str], ...], tellers: Tellers,
) -> _Rows:  # fmt: skip
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
    pages = {
        article: page_of(texts[article], [sentence for sentence in told if sentence.article == article])
        for article in articles
    }
    matches = space.matches(np.array(page))
    like = {(match.a, match.b): match.similarity for match in matches}
    kept: list[Group] = []
    for group in grouped(matches, page):
        telling = {told[i].article for i in group.main}
        if all(len({known.get(article, article) for article in telling}) > 1 for known in same):
            kept.append(group)  # more than one text, and more than one outlet
    made: list[tuple[tuple[int, float, str], Group, list[Disagreement]]] = []
    for group, joined in carried(kept, told, page, counts_of(told, texts), like):
        centre = told[group.main[0]]
        order = (-len(group.main), -round(space.worth(group.main), 6), f"{centre.article} {centre.sentence:06}")
        made.append((order, group, disagreements(group, told, like, pages, joined)))
    made.sort(key=lambda entry: entry[0])
    return [_rows(story, group, found, told, space, pages, tellers) for _, group, found in _once(made, page)]


def _once(
    made: Sequence[tuple[tuple[int, float, str], Group, list[Disagreement]]], page: Sequence[int]
) -> list[tuple[tuple[int, float, str], Group, list[Disagreement]]]:
    """Return the facts, each disagreement told once: with the first fact in which these pages have these values."""
    seen: list[tuple[str, set[tuple[int, str]]]] = []
    once: list[tuple[tuple[int, float, str], Group, list[Disagreement]]] = []
    for order, group, found in made:
        new: list[Disagreement] = []
        for one in found:
            by_page = one.by_page(page)
            if not any(what == one.what and by_page <= known for what, known in seen):
                seen.append((one.what, by_page))
                new.append(one)
        once.append((order, group, new))
    return once


def _rows(
    story: str, group: Group, found: Sequence[Disagreement], told: Sequence[Telling], space: Space,
    pages: Mapping[str, Page], tellers: Tellers,
) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:  # fmt: skip
    centre = told[group.main[0]]
    key = "\x00".join([story, *sorted(f"{told[i].article} {told[i].sentence}" for i in group.main)])
    claim = hashlib.sha256(key.encode()).hexdigest()[:16]
    own = {
        number: " / ".join(one.of(number) for one in found if number in one.values)
        for number in sorted({number for one in found for number in one.values})
    }
    saying = [number for number in own if number not in group.likeness]
    listed: list[tuple[object, ...]] = []
    for number in (*group.main, *group.others, *saying):
        sentence = told[number]
        teller = tellers.teller(sentence)
        status = "differs" if number in own else "attributed" if teller.attributed else "reported"
        reason = ", ".join(_reasons(centre, sentence, space) if sentence is not centre else [])
        listed.append((
            claim, sentence.article, sentence.sentence, status, teller.speaker, own.get(number),
            group.likeness.get(number, 0.0), reason,
        ))  # fmt: skip
    text = pages[centre.article].text[centre.start : centre.end]
    return (claim, story, text, len(group.main), bool(found), "; ".join(one.words for one in found) or None), listed


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
