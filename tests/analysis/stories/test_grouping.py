from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.evaluation.annotated import articles_of, body, json_lines
from analysis.stories.grouping import group
from analysis.stories.similarity import vectors
from analysis.tables import ARTICLES, COPIES, CREDITS, EVENTS, MEMBERS, STORIES
from sources.collect import collect
from sources.library import Library
from sources.outlets import load_outlets
from tests.analysis.invented import BRIDGE_AGENCY, STRIKE, TOLD, articles, undated

NONE = (COPIES.empty(), CREDITS.empty())


def collected(tmp_path_factory, *inputs):
    with Library(tmp_path_factory.mktemp("library") / "library.db") as library:
        outcomes = list(collect([str(path) for path in inputs], library, outlets=load_outlets()))
    assert [outcome.message for outcome in outcomes if outcome.article is None] == []
    return ARTICLES.frame(tuple(getattr(outcome.article, name) for name in ARTICLES.names) for outcome in outcomes)


@pytest.fixture(scope="module")
def demo(tmp_path_factory, request):
    return collected(tmp_path_factory, request.config.rootpath / "sources" / "demo" / "pages")


@pytest.fixture(scope="module")
def five(tmp_path_factory, seeds):
    return collected(tmp_path_factory, *sorted(seeds.glob("*.txt")))


@pytest.fixture(scope="module")
def pool(evaluation):
    rows = json_lines(evaluation / "same_event.jsonl.gz", fields=("id", "story"))
    made = articles_of(
        [str(row["id"]) for row in rows], [row["title"] for row in rows], list(map(body, rows)), [None] * len(rows)
    )
    return made, pd.Series([row["story"] for row in rows], index=made["id"])


def sets(members, column):
    return {frozenset(rows["article"]) for _, rows in members.groupby(column)}


@pytest.mark.parametrize("frame", [articles(*TOLD), undated(articles(*TOLD))], ids=["dated", "undated"])
def test_reports_of_one_event_come_together_and_others_stay_apart(frame):
    found = group(frame, *NONE)
    expected = {frozenset({"a1", "b2", "c3"}), frozenset({"d4", "e5"}), frozenset({"f6"})}
    assert sets(found.members, "story") == expected
    assert sets(found.members, "event") == expected


def test_the_tables_have_their_shape_and_hang_together():
    stories, events, members = group(articles(*TOLD), *NONE)
    for table, frame in ((STORIES, stories), (EVENTS, events), (MEMBERS, members)):
        pd.testing.assert_frame_equal(frame, table.shaped(frame))
    assert members["article"].is_unique
    assert dict(zip(events["event"], events["story"], strict=True)) == dict(
        zip(members["event"], members["story"], strict=True)
    )
    assert stories["articles"].tolist() == [3, 2, 1]
    assert stories["outlets"].tolist() == [2, 2, 1]
    assert stories.loc[0, "first"] == pd.Timestamp("2026-03-02T08:00Z")
    assert stories.loc[0, "last"] == pd.Timestamp("2026-03-04T18:00Z")


def test_ids_come_from_the_smallest_article_and_titles_from_a_headline():
    stories, events, _ = group(articles(*TOLD), *NONE)
    assert stories["story"].tolist() == ["story-a1", "story-d4", "story-f6"]
    assert events["event"].tolist() == ["event-a1", "event-d4", "event-f6"]
    assert set(stories["title"]) <= {title for _, _, title, _, _ in TOLD}


def test_a_story_without_headlines_is_called_by_its_leading_words():
    stories, _, _ = group(articles(("x", None, None, STRIKE, None)), *NONE)
    assert stories.loc[0, "title"] == "Bakers in the four southern counties will walk out on Thursday in …"


def test_the_reason_names_shared_words_as_people_write_them():
    stories, _, members = group(articles(*TOLD), *NONE)
    bridge = stories.loc[stories["story"] == "story-a1", "terms"].item()
    assert "hangers" in bridge
    reasons = members.set_index("article")["reason"]
    for article, text in ((row[0], row[3]) for row in TOLD[:5]):
        words = reasons[article].lower().replace(",", "").split()
        assert words
        stems = {word[:4] for word in text.lower().replace(".", " ").replace(",", " ").split()}
        assert all(word[:4] in stems for word in words), reasons[article]
    assert reasons["f6"] == ""


def test_similarity_is_the_mean_over_the_other_pages_and_missing_alone():
    frame = articles(*TOLD)
    members = group(frame, *NONE).members.set_index("article")
    product = vectors(frame).matrix
    product = (product @ product.T).toarray()
    assert members.loc["a1", "similarity"] == pytest.approx((product[0, 1] + product[0, 2]) / 2)
    assert np.isnan(members.loc["f6", "similarity"])


def test_the_order_of_the_articles_changes_nothing():
    frame = articles(*TOLD)
    expected = group(frame, *NONE)
    for seed in range(4):
        for table, again in zip(expected, group(frame.sample(frac=1, random_state=seed), *NONE), strict=True):
            pd.testing.assert_frame_equal(table, again)


def test_the_input_is_left_alone():
    frame = articles(*TOLD)
    before = frame.copy(deep=True)
    group(frame, *NONE)
    pd.testing.assert_frame_equal(frame, before)


def test_an_event_is_short_and_a_story_may_be_long():
    later = ("g7", "Agency", "Tarrow Bridge open to lorries again", BRIDGE_AGENCY, "2026-05-09T08:00:00+00:00")
    stories, events, members = group(articles(*TOLD, later), *NONE)
    assert frozenset({"a1", "b2", "c3", "g7"}) in sets(members, "story")
    assert frozenset({"g7"}) in sets(members, "event")
    of_bridge = events[events["story"] == "story-a1"]
    assert of_bridge["event"].tolist() == ["event-a1", "event-g7"], "in order of time"
    for first, last in zip(events["first"], events["last"], strict=True):
        assert last - first <= pd.Timedelta(days=5)
    assert stories.loc[0, "articles"] == 4


def test_a_copy_is_no_report_of_its_own():
    copy = ("g7", "Other", "Lorries stopped", BRIDGE_AGENCY, "2026-03-02T12:00:00+00:00")
    copies = COPIES.frame([("g7", "a1", 1.0, True)])
    stories, events, _ = group(articles(*TOLD, copy), copies, CREDITS.empty())
    assert stories.loc[0, ["articles", "reports"]].tolist() == [4, 3]
    assert events.loc[0, ["articles", "reports"]].tolist() == [4, 3]
    little = COPIES.frame([("g7", "a1", 0.6, True)])
    assert group(articles(*TOLD, copy), little, CREDITS.empty()).stories.loc[0, "reports"] == 4


def test_no_articles_no_stories():
    for table, frame in zip((STORIES, EVENTS, MEMBERS), group(ARTICLES.empty(), *NONE), strict=True):
        pd.testing.assert_frame_equal(frame, table.empty())


def test_texts_without_any_term_are_stories_of_their_own():
    found = group(articles(("x", None, None, "the of", None), ("y", None, None, "", None), *TOLD), *NONE)
    assert {frozenset({"x"}), frozenset({"y"})} <= sets(found.members, "story")
    assert found.members["article"].nunique() == len(TOLD) + 2


@pytest.mark.parametrize(
    ("language", "one", "two", "three"),
    [
        (
            "de",
            "Die Talbrücke bei Wernau bleibt gesperrt, weil Risse in den Trägern gefunden wurden, so die Bauaufsicht.",
            "Risse in den Trägern: Die Bauaufsicht hat die Talbrücke bei Wernau für Lastwagen gesperrt.",
            "Der Chor aus Lindau singt am Sonntag die Messe, und bei der Feier in den Gassen wurden Spenden gesammelt.",
        ),
        (
            "fr",
            "L’orgue de Sainte-Vigne sera démonté cet été, car l’humidité de la nef a rongé tous les tuyaux.",
            "Rongés par l’humidité, les tuyaux de l’orgue de Sainte-Vigne doivent être démontés et réparés.",
            "Les pêcheurs de la côte ont trouvé dans les filets un poisson des abysses que l’on n’avait pas vu depuis.",
        ),
        (
            "hr",
            "Most kod Tarova je zatvoren jer su u nosačima pronađene pukotine, a kamioni voze kroz tunel.",
            "Pukotine u nosačima: most kod Tarova zatvoren je za kamione.",
            "Zbor je u nedjelju pjevao na trgu, a za obnovu orgulja je kod crkve skupljen prilog.",
        ),
    ],
)
def test_other_languages_are_grouped_by_what_they_are_about(language, one, two, three):
    frame = articles(*((n, None, None, text, None) for n, text in (("p", one), ("q", two), ("r", three))))
    found = group(frame.assign(language=language), *NONE)
    assert sets(found.members, "story") == {frozenset("pq"), frozenset("r")}


def test_the_demo_tells_three_stories(demo):
    for frame in (demo, undated(demo)):
        stories, events, _ = group(frame, *NONE)
        assert len(stories) == 3
        assert len(events) == 3
        assert stories["articles"].min() >= 5


def test_the_five_real_pages_are_one_story_alone_and_among_other_news(five, demo, pool):
    others, _ = pool
    for beside in (None, demo, others, pd.concat([others, demo], ignore_index=True)):
        frame = five if beside is None else pd.concat([five, beside], ignore_index=True)
        members = group(frame, *NONE).members.set_index("article")
        story = members.loc[five["id"], "story"]
        assert story.nunique() == 1
        assert (members["story"] == story.iloc[0]).sum() == 5, "nothing else is drawn in"


def test_any_two_of_the_five_are_one_story(five):
    for one, other in pairwise([0, 1, 2, 3, 4, 0, 2, 4, 1, 3, 0]):
        assert len(group(five.iloc[[one, other]], *NONE).stories) == 1


def test_many_events_do_not_collapse_into_a_few_stories(pool):
    frame, gold = pool
    stories, _, members = group(frame, *NONE)
    assert len(stories) >= gold.nunique() * 0.6
    assert stories["articles"].max() <= 20
    told = members.assign(gold=members["article"].map(gold))
    together = told.groupby("gold")["story"].agg(lambda column: column.value_counts().iloc[0]).sum() / len(told)
    assert together >= 0.93, "share of pages that are in the story of most of their event"
