"""Aligned facts on invented pages of an invented town."""

import random

import pandas as pd
import pytest

from analysis.facts.claims import Aligned, align
from analysis.reading.articles import read
from analysis.tables import CLAIM_MEMBERS, CLAIMS, MEMBERS
from sources.article import Article, article_id

FILLER = {
    "a": "The bakery on Tolver Street opens at six. A heron was seen near the old quay.",
    "b": "Tickets for the flower show go on sale next week. The choir rehearses in the crypt.",
    "c": "Snow lay on the moor until noon. The library has bought a new piano.",
}


def page(name: str, *paragraphs: str, headings: tuple[tuple[int, int], ...] = ()) -> Article:
    text = "\n\n".join((*paragraphs, FILLER.get(name, "")))
    return Article(
        id=article_id(name, text), title=name, text=text, outlet=name, source="test", language="en", headings=headings
    )


def aligned(*pages: Article, report: dict[str, str] | None = None) -> Aligned:
    members = MEMBERS.frame((a.id, "event", "story", 0.5, "", (report or {}).get(a.id, a.id)) for a in pages)
    return align(read(pages), members)


def told_together(found: Aligned, pages: list[Article]) -> list[set[str]]:
    """Return, for each fact, the sentences of its members."""
    batch = read(pages)
    texts = {article.id: article.text for article in pages}
    spans = {(r.article, r.sentence): (r.start, r.end) for r in batch.sentences.itertuples()}
    facts: list[set[str]] = []
    for claim in found.claims["claim"]:
        rows = found.claim_members[found.claim_members["claim"] == claim]
        facts.append(
            {
                texts[article][slice(*spans[article, sentence])]
                for article, sentence in zip(rows["article"], rows["sentence"], strict=True)
            }
        )
    return facts


A = "Fourteen people were injured when the ferry Marlow struck the stone pier at Dunsay on Tuesday morning."
B = "The Marlow hit Dunsay’s stone pier on Tuesday, and fourteen of those on the ferry were hurt."
C = "At least 41 people were wounded as the ferry Marlow rammed the stone pier at Dunsay, witnesses said."


def test_the_same_fact_in_other_words_is_found() -> None:
    pages = [page("a", A), page("b", B)]
    found = aligned(*pages)
    assert told_together(found, pages) == [{A, B}]
    assert found.claims["articles"].tolist() == [2]
    assert not found.claims["differs"].any()
    assert found.claims["text"].iloc[0] in {A, B}
    assert found.claim_members["similarity"].between(0, 1).all()


def test_pages_that_share_no_fact_give_none() -> None:
    found = aligned(page("a", "The mill will close in spring."), page("b", "A goat won the hill race."))
    assert found.claims.empty
    assert found.claim_members.empty
    assert list(found.claims.columns) == CLAIMS.names
    assert list(found.claim_members.columns) == CLAIM_MEMBERS.names


def test_a_number_that_disagrees_is_pointed_out_with_both_values() -> None:
    pages = [page("a", A), page("b", B), page("c", C)]
    found = aligned(*pages)
    claim = found.claims[found.claims["differs"]].iloc[0]
    assert claim["difference"] == "people: fourteen against 41"
    rows = found.claim_members.set_index("article")
    assert (rows["status"] == "differs").sum() >= 2
    assert rows.loc[pages[2].id, "values"].startswith("41; elsewhere")


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The rent will be €1.3m a year under the lease signed with Norrgate.",
         "Under the lease signed with Norrgate the rent is €1.8 million a year.", "money"),
        ("The mayor said 25% of the houses in Dunsay had lost their roofs.",
         "The mayor said 30 per cent of the houses in Dunsay lost their roofs.", "per cent"),
        ("The sample from the tank at Kessel was taken on 16 April by inspectors.",
         "Inspectors took the sample from the Kessel tank on 10 April.", "date"),
        ("The island’s decision in April to suspend exports of copper and tin shook the smelters.",
         "Its March freeze on exports of copper and tin from the island has shaken smelters.", "month"),
        ("Captain Irene Tolland dropped the anchor with seconds to spare and saved the ferry.",
         "Captain Ines Tolland dropped the anchor in the last seconds and saved the ferry.", "name"),
    ],
)  # fmt: skip
def test_what_disagrees(one: str, other: str, what: str) -> None:
    found = aligned(page("a", one), page("b", other))
    assert [d.split(":")[0] for d in found.claims["difference"].dropna()] == [what]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("About 40 people were hurt when the ferry Marlow struck the stone pier at Dunsay.",
         "The ferry Marlow struck the stone pier at Dunsay, hurting 41 people."),
        ("The ferry Marlow struck the pier at Dunsay with 186 passengers; it may carry 320 passengers.",
         "The ferry Marlow, which struck the pier at Dunsay, may carry 320 passengers."),
        ("The rent will be almost €2 billion a year under the lease signed with Norrgate.",
         "Under the lease signed with Norrgate the rent is €1.99bn a year."),
        ("Former Mayor Joseph Brume opened the lock at Dunsay with a silver key.",
         "The lock at Dunsay was opened with a silver key by former Mayor Joe Brume."),
    ],
)  # fmt: skip
def test_what_does_not_disagree(one: str, other: str) -> None:
    found = aligned(page("a", one), page("b", other))
    assert len(found.claims) == 1
    assert not found.claims["differs"].any()
    assert found.claims["difference"].isna().all()


def test_who_says_it() -> None:
    said = "“Fourteen people were injured when the ferry Marlow struck the pier,” said Odile Farrant."
    found = aligned(page("a", A), page("b", said)).claim_members
    by_status = dict(zip(found["status"], found["speaker"], strict=True))
    assert by_status["attributed"] == "Odile Farrant"
    assert pd.isna(by_status["reported"])


def test_two_prints_of_one_text_are_no_fact_of_their_own() -> None:
    pages = [page("a", A), page("copy", A), page("b", "The choir of Dunsay sang on Sunday in the crypt.")]
    report = {pages[1].id: pages[0].id}
    assert len(aligned(*pages).claims) == 1
    assert aligned(*pages, report=report).claims.empty
    third = aligned(*pages[:2], page("b", B), report=report)
    assert third.claims["articles"].tolist() == [3]


def test_pages_of_one_outlet_alone_are_no_fact() -> None:
    pages = [page("a", A), page("b", B)]
    members = MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in pages)
    ids = [article.id for article in pages]
    assert align(read(pages), members, outlets=dict.fromkeys(ids, "The Dunsay Post")).claims.empty
    assert len(align(read(pages), members, outlets=dict.fromkeys(ids)).claims) == 1


def test_one_main_sentence_a_page() -> None:
    found = aligned(page("a", A, "Fourteen people on the ferry Marlow were injured at the stone pier."), page("b", B))
    assert found.claims["articles"].tolist() == [2]


def test_stories_are_kept_apart_and_unknown_articles_left_out() -> None:
    pages = [page("a", A), page("b", B), page("c", C)]
    members = MEMBERS.frame([
        (pages[0].id, "e", "one", 0.5, "", pages[0].id), (pages[1].id, "f", "two", 0.5, "", pages[1].id),
        ("missing", "e", "one", 0.5, "", "missing"),
    ])  # fmt: skip
    assert align(read(pages), members).claims.empty


def test_the_order_of_articles_changes_nothing() -> None:
    pages = [page("a", A), page("b", B), page("c", C), page("d", "Nobody at Dunsay slept.", A)]
    first = aligned(*pages)
    rng = random.Random(7)
    for _ in range(3):
        rng.shuffle(pages)
        again = aligned(*pages)
        pd.testing.assert_frame_equal(again.claims, first.claims)
        pd.testing.assert_frame_equal(again.claim_members, first.claim_members)


def test_the_frames_handed_in_stay_as_they_are() -> None:
    pages = [page("a", A), page("b", B)]
    batch = read(pages)
    members = MEMBERS.frame((article.id, "event", "story", 0.5, "", article.id) for article in pages)
    before = (batch.sentences.copy(), batch.voices.copy(), members.copy())
    align(batch, members)
    for kept, frame in zip(before, (batch.sentences, batch.voices, members), strict=True):
        pd.testing.assert_frame_equal(kept, frame)


def test_the_reason_names_shared_words_and_ideas() -> None:
    reasons = aligned(page("a", A), page("b", B)).claim_members["reason"].tolist()
    shared = {word.lower() for reason in reasons for word in reason.split(", ")}
    assert {"injure", "marlow"} & shared == {"injure", "marlow"}
