"""A run leaves out nothing and does not depend on the order of articles or the number of processes."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from analysis.results import Results
from analysis.run import analyse, fingerprint, is_scored
from sources.article import Article, article_id
from sources.errors import NoResults
from sources.library import Library
from tests.analysis.invented import BRIDGE_AGENCY, BRIDGE_LOCAL, BRIDGE_OPINION

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
ENGLISH = "The council of Oldmere voted on Tuesday to close the pool in Mill Lane. “We had no choice,” said Ada Quill."
GERMAN = "Der Rat von Oldmere hat am Dienstag beschlossen, das Schwimmbad in der Mühlgasse zu schließen."


def _article(text: str, **more) -> Article:
    return Article(id=article_id(more.get("title"), text), text=text, **more)


def _filled(path: Path, articles: list[Article]) -> Path:
    with Library(path) as library:
        for article in articles:
            library.add(article)
    return path


def test_an_empty_library_says_what_to_do(tmp_path):
    with pytest.raises(NoResults, match="parallax add"):
        analyse(_filled(tmp_path / "l.sqlite", []), now=NOW)


def test_another_language_is_kept_and_not_scored(tmp_path):
    english, german = _article(ENGLISH, language="en"), _article(GERMAN, language="de")
    library = _filled(tmp_path / "l.sqlite", [english, german])
    analyse(library, now=NOW)
    results = Results.open(library)
    assert set(results.table("articles")["id"]) == {english.id, german.id}
    assert set(results.table("scores")["article"]) == {english.id}
    assert set(results.table("members")["article"]) == {english.id, german.id}
    assert results.evidence(german.id).empty
    assert (results.info["articles"], results.info["scored"]) == (2, 1)
    assert not is_scored(german)


def test_the_same_whatever_the_order_and_the_processes(demo_library, tmp_path):
    with Library(demo_library) as library:
        articles = list(library.articles())
    other = _filled(tmp_path / "l.sqlite", articles[::-1])
    one = Results.open(demo_library)
    analyse(other, now=datetime.fromisoformat(str(one.info["made"])), jobs=2)
    two = Results.open(other)
    for name in ("scores", "members", "copies", "claims", "claim_members", "profiles"):
        a, b = (_sorted(results.table(name)) for results in (one, two))
        pd.testing.assert_frame_equal(a, b)


def test_one_agencys_texts_on_one_event_are_one_report_everywhere(tmp_path):
    other = BRIDGE_LOCAL.replace("“", "").replace("”", "")
    when = {"language": "en", "published": NOW}
    pages = [
        _article(f"KELL (AP) — {BRIDGE_AGENCY}", outlet="Kell Observer", **when),
        _article(f"KELL (AP) — {other}", outlet="Daily Loud", **when),
        _article(BRIDGE_AGENCY + " Ferries were full.", outlet="Associated Press", **when),
        _article(BRIDGE_OPINION, outlet="Fern", byline="Ann Lee", **when),
    ]
    library = _filled(tmp_path / "l.sqlite", pages)
    analyse(library, now=NOW)
    results = Results.open(library)
    assert results.table("stories")[["articles", "reports"]].to_numpy().tolist() == [[4, 2]]
    assert results.table("events")[["articles", "reports"]].to_numpy().tolist() == [[4, 2]]
    printed, told, own, opinion = (page.id for page in pages)
    report = results.table("members").set_index("article")["report"].to_dict()
    assert report == {printed: own, told: own, own: own, opinion: opinion}
    assert set(results.rows("credits", agency="Associated Press")["article"]) == {printed, told, own}
    profiles = results.table("profiles")
    assert set(profiles.loc[profiles["events"] > 0, "outlet"]) == {"Associated Press", "Fern"}
    assert all(profiles.loc[profiles["outlet"] == "Daily Loud", "reason"].str.startswith("Every page held of it is a"))
    tellers = results.table("claim_members").groupby("claim")["article"].agg(lambda ids: {report[i] for i in ids})
    assert all(len(each) > 1 for each in tellers), "a fact needs two reports"


def test_progress_is_told(tmp_path):
    told = []
    library = _filled(tmp_path / "l.sqlite", [_article(ENGLISH, language="en")])
    analyse(library, now=NOW, progress=lambda *step: told.append(step))
    assert ("scoring articles", 1, 1) in told


def test_a_fingerprint_knows_the_articles_and_not_their_order():
    assert fingerprint(["a", "b"]) == fingerprint(["b", "a"]) != fingerprint(["a"])


def test_a_corrected_outlet_is_another_library_and_another_result(tmp_path):
    library = _filled(tmp_path / "l.sqlite", [_article(ENGLISH, language="en", outlet="Daly Post")])
    analyse(library, now=NOW)
    with closing(Results.open(library)) as before, Library(library) as opened:
        assert before.info["fingerprint"] == fingerprint(opened.seen())
        (article,) = opened.articles()
        opened.replace(article.id, replace(article, outlet="Daily Post"), what="corrected outlet")
        assert opened.ids() == (article.id,), "its id is made of its words"
        assert before.info["fingerprint"] != fingerprint(opened.seen())
        analyse(library, now=NOW + timedelta(minutes=1))
        with closing(Results.open(library)) as after:
            assert after.info["fingerprint"] == fingerprint(opened.seen())
            assert after.table("holdings")["outlet"].tolist() == ["Daily Post"]


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(list(frame.columns)).reset_index(drop=True)
