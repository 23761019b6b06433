import numpy as np
import pytest

from analysis.stories.grouping import group
from analysis.stories.moments import SAME_EVENT, moments_of
from analysis.stories.reasons import NEAR, borders_of, reasons_of, told
from analysis.stories.similarity import vectors
from analysis.tables import COPIES, CREDITS, MEMBERS
from tests.analysis.invented import BRIDGE_AGENCY, TOLD, articles, undated
from tests.analysis.look_alikes import look_alikes

NONE = (COPIES.empty(), CREDITS.empty())


def test_shared_terms_are_told_by_kind():
    terms = ["Selmi", "copper mine", "6.1", "rescuers", "Aldo Renn", "22 miners"]
    assert told(terms) == "names Selmi, Aldo Renn; numbers 6.1, 22 miners; phrases copper mine; words rescuers"
    assert told([]) == ""


def test_a_members_similarity_is_the_mean_over_the_other_pages_of_its_event():
    frame, _ = look_alikes("trials")
    members = group(frame, *NONE).members.set_index("article")
    frame = frame.sort_values("id")
    product = vectors(frame.reset_index(drop=True)).matrix
    product = (product @ product.T).toarray()
    ids = frame["id"].tolist()
    for article, event in members["event"].items():
        others = [ids.index(i) for i in members.index[members["event"] == event] if i != article]
        expected = product[ids.index(article), others].mean()
        assert members.loc[article, "event_similarity"] == pytest.approx(expected)
        assert members.loc[article, "event_similarity"] > members.loc[article, "similarity"], "one story holds both"


def test_reasons_name_people_places_and_numbers():
    frame, _ = look_alikes("quakes")
    members = group(frame, *NONE).members.set_index("article")
    reasons = members["event_reason"].tolist()
    assert sum("Selmi" in reason for reason in reasons) == 3
    assert sum("Urdale" in reason for reason in reasons) == 3
    assert all(reason.startswith("names ") for reason in reasons)


def test_a_page_between_two_events_is_marked_with_the_other():
    frame, gold = look_alikes("quakes", dated=False)
    both = " ".join([frame["text"].iloc[0], frame["text"].iloc[3]])
    between = articles(("zz", None, "Two earthquakes in three days", both, None))
    members = group(frame_of(frame, between), *NONE).members.set_index("article")
    assert members.loc["zz", "borderline"]
    other = set(members["event"]) - {members.loc["zz", "event"]}
    assert any(event in members.loc["zz", "note"] for event in other)
    assert members.loc[frame["id"], "borderline"].sum() < len(gold)


def test_a_page_alone_that_is_nearly_like_an_event_is_marked():
    made = vectors(undated(articles(*TOLD)))
    count = len(TOLD)
    alone = np.arange(count)
    moments = moments_of(made.matrix, np.full(count, np.nan))
    borders = borders_of(made, alone, np.full(count, np.nan), moments.beside, similarity=np.full(count, np.nan))
    assert borders.rival[0] >= 0, "pages of one event that were put apart are near each other"
    assert borders.needed[0] == SAME_EVENT
    assert borders.likeness[0] >= NEAR * SAME_EVENT
    assert borders.rival[5] == -1
    assert not borders.weak.any()


def test_clear_events_have_nothing_on_the_border():
    members = group(articles(*TOLD), *NONE).members
    assert not members["borderline"].any()
    assert members["note"].isna().all()
    assert list(members.columns) == MEMBERS.names


def test_undated_pages_say_that_text_alone_placed_them():
    members = group(undated(articles(*TOLD)), *NONE).members
    assert set(members["note"]) == {"it has no date: grouped by its text alone"}


def test_a_copy_stands_where_its_original_stands_and_says_so():
    copy = ("g7", "Other", "Something else altogether", BRIDGE_AGENCY, "2026-03-02T12:00:00+00:00")
    copies = COPIES.frame([("g7", "a1", 1.0, True)])
    members = group(articles(*TOLD, copy), copies, CREDITS.empty()).members.set_index("article")
    assert members.loc["g7", "event"] == members.loc["a1", "event"]
    assert members.loc["g7", "note"] == "prints the text of a1, and stands where that stands"


def test_reasons_of_one_row_are_none():
    frame = articles(TOLD[0])
    made = vectors(frame)
    found = reasons_of(made, np.zeros(1, np.int64), most=6)
    assert np.isnan(found.similarity[0])
    assert found.terms == [[]]
    assert found.group[0]


def frame_of(*frames):
    import pandas as pd

    return pd.concat(frames, ignore_index=True)
