"""Aligned facts: which sentences of different pages tell the same fact, who says it, and where they disagree."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.batch import Batch
from analysis.facts.alignment import Space
from analysis.facts.differences import Page, Value, differences, page_of
from analysis.facts.fact_terms import tellings
from analysis.facts.grouping import SAME, Group, grouped
from analysis.facts.surroundings import placed, with_offices
from analysis.facts.telling import IDEA, NUMBER, PLACE, Telling
from analysis.facts.told_by import Tellers
from analysis.tables import CLAIM_MEMBERS, CLAIMS

COPIED = 0.8
"""Share of a page's text in another from which both are one witness."""

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
    copies: pd.DataFrame | None = None,
    outlets: Mapping[str, str | None] | None = None,
) -> Aligned:
    """Return the facts that pages of one story share.

    `members` (MEMBERS) says which article belongs to which story; articles without a story, and articles of it that
    are not in the batch, are left out. With `copies` (COPIES) a fact told only by pages that print the same text is
    no fact of its own; such pages are still listed where another page tells it too. With `outlets` (name by article,
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
    witness = _witnesses(copies)
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

Likeness = dict[tuple[int, int], float]
"""Similarity of two sentences, the smaller number first."""


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
    made: list[tuple[tuple[int, float, str], tuple[tuple[object, ...], list[tuple[object, ...]]]]] = []
    matches = space.matches(np.array(page))
    like = {(match.a, match.b): match.similarity for match in matches}
    for group in grouped(matches, page):
        telling = {told[i].article for i in group.main}
        if any(len({known.get(article, article) for article in telling}) < 2 for known in same):
            continue  # one text, or one outlet
        rows = _rows(story, group, told, space, like, pages, tellers)
        worth = space.worth(group.main)
        made.append(((-len(telling), -round(worth, 6), str(rows[0][0])), rows))
    return [rows for _, rows in sorted(made, key=lambda entry: entry[0])]


def _rows(
    story: str, group: Group, told: Sequence[Telling], space: Space, like: Likeness,
    pages: Mapping[str, Page], tellers: Tellers,
) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:  # fmt: skip
    centre = told[group.main[0]]
    key = "\x00".join([story, *sorted(f"{told[i].article} {told[i].sentence}" for i in group.main)])
    claim = hashlib.sha256(key.encode()).hexdigest()[:16]
    own, found = _disagreement(group, told, like, pages)
    listed: list[tuple[object, ...]] = []
    for number in (*group.main, *group.others):
        sentence = told[number]
        teller = tellers.teller(sentence)
        status = "differs" if number in own else "attributed" if teller.attributed else "reported"
        reason = ", ".join(_reasons(centre, sentence, space) if sentence is not centre else [])
        listed.append((
            claim, sentence.article, sentence.sentence, status, teller.speaker, own.get(number),
            group.likeness[number], reason,
        ))  # fmt: skip
    text = pages[centre.article].text[centre.start : centre.end]
    return (claim, story, text, len(group.main), bool(found), "; ".join(found) if found else None), listed


def _disagreement(
    group: Group, told: Sequence[Telling], like: Likeness, pages: Mapping[str, Page]
) -> tuple[dict[int, str], list[str]]:
    """Return the differing values of each sentence in words, and what differs in words."""
    values: dict[str, dict[int, Value]] = {}
    for first, second in combinations(sorted((*group.main, *group.others)), 2):
        similarity = like.get((first, second), 0.0)
        if not {first, second} <= set(group.main) and similarity < SAME:
            continue
        for found in differences(told[first], told[second], pages, similarity=similarity):
            slot = values.setdefault(found.what, {})
            slot.setdefault(first, found.first)
            slot.setdefault(second, found.second)
    own: dict[int, list[str]] = {}
    words: list[str] = []
    for what, slot in sorted(values.items()):
        counted = Counter(value.key for value in slot.values())
        shown = {value.key: value.words for _, value in sorted(slot.items(), key=lambda entry: entry[1].words)}
        order = sorted(counted, key=lambda key: (-counted[key], shown[key]))
        words.append(f"{what}: {' against '.join(shown[key] for key in order)}")
        for number, value in slot.items():
            elsewhere = ", ".join(shown[key] for key in order if key != value.key)
            own.setdefault(number, []).append(f"{value.words}; elsewhere {elsewhere}")
    return {number: " / ".join(parts) for number, parts in own.items()}, words


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


def _witnesses(copies: pd.DataFrame | None) -> dict[str, str]:
    """Return for each page that prints another's text the page whose text it is."""
    if copies is None or copies.empty:
        return {}
    close = copies[copies["share"] >= COPIED].sort_values(
        ["article", "share", "original"], ascending=[True, False, True]
    )
    found: dict[str, str] = {}
    for article, original in zip(close["article"], close["original"], strict=True):
        found.setdefault(str(article), str(original))
    return {article: _last(article, found) for article in found}


def _last(article: str, found: Mapping[str, str]) -> str:
    seen = {article}
    while article in found and found[article] not in seen:
        article = found[article]
        seen.add(article)
    return min(seen) if article in found else article
