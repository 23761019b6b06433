import numpy as np
import pandas as pd
import pytest

from analysis.outlets.cells import cells
from analysis.outlets.pair_tables import PAIR_PLACES, PAIR_WORDS
from analysis.outlets.pair_words import pair_words, shift_between
from analysis.outlets.pairs import head_to_head
from analysis.reading.articles import read
from analysis.scoring import score
from analysis.tables import ARTICLES, CREDITS, EVENTS, MEMBERS, SCORES
from sources.article import Article
from tests.analysis.outlets.invented import NOON

NOUNS = "ferry pier harbour council road bridge school mayor winter garden market train river tower letter".split()


def told(rng, *, events=16, own=(), once=0, words=60):
    """Return a batch and its reports: two outlets tell each event with words drawn by lot, Amber with more of `own`."""
    articles, rows = [], []
    for event in range(events):
        for outlet in ("Amber", "Birch"):
            drawn = [str(word) for word in rng.choice(NOUNS, int(words * rng.uniform(0.6, 1.4)))]
            if outlet == "Amber":
                drawn[: 2 * len(own)] = [*own, *own]
                if event == 0:
                    drawn[:once] = ["scandal"] * once
            lines = [" ".join(drawn[n : n + 10]) for n in range(0, len(drawn), 10)]
            text = " ".join(f"The {line} stood." for line in lines)
            articles.append(Article(id=f"{outlet[0]}{event:03}", outlet=outlet, title=None, text=text))
            rows.append((articles[-1].id, outlet, f"e{event}"))
    return read(articles), pd.DataFrame(rows, columns=["article", "outlet", "event"])


def test_a_planted_word_is_clear_and_opens_its_places():
    batch, reports = told(np.random.default_rng(1), own=("chaos",))
    made = pair_words(batch, reports, "Amber", "Birch")
    assert list(made.words.columns) == PAIR_WORDS.names
    assert list(made.places.columns) == PAIR_PLACES.names
    first = made.words.iloc[0]
    assert (first["word"], first["first"], first["second"], first["events"]) == ("chaos", 32, 0, 16)
    assert (first["higher"], first["lower"], first["clear"], first["name"]) == (16, 0, True, False)
    assert first["p"] == 1 / 1000
    assert first["difference"] > 1
    places = made.places[made.places["word"] == "chaos"]
    assert sorted(places["article"]) == [f"A{n:03}" for n in range(16)]
    assert (places["count"] == 2).all()
    texts = dict(zip(batch.texts["article"], batch.texts["text"], strict=True))
    assert {texts[row.article][row.start : row.end] for row in places.itertuples()} == {"chaos"}


def test_the_other_way_round_the_signs_turn():
    batch, reports = told(np.random.default_rng(2), own=("chaos",))
    one = pair_words(batch, reports, "Amber", "Birch").words.set_index("word").sort_index()
    other = pair_words(batch, reports, "Birch", "Amber").words.set_index("word").sort_index()
    assert one["z"].to_numpy() == pytest.approx(-other["z"].to_numpy())
    assert one["difference"].to_numpy() == pytest.approx(-other["difference"].to_numpy())
    assert one["p"].tolist() == other["p"].tolist()


def test_a_word_of_one_event_is_not_listed_however_often_it_stands_there():
    batch, reports = told(np.random.default_rng(3), once=20)
    assert "scandal" not in pair_words(batch, reports, "Amber", "Birch").words["word"].tolist()


def test_words_dealt_out_by_lot_are_hardly_ever_clear():
    rng = np.random.default_rng(4)
    lists = [pair_words(*told(rng, events=8, words=40), "Amber", "Birch", fewest=3).words for _ in range(40)]
    assert min(len(words) for words in lists) > 5
    assert sum(words["clear"].any() for words in lists) <= 5, "5 % of 40, and what chance adds to that"


def test_the_swaps_are_those_of_a_plain_permutation():
    batch, reports = told(np.random.default_rng(5), events=6, own=("chaos",), words=40)
    made = pair_words(batch, reports, "Amber", "Birch", fewest=3).words.set_index("word")
    uses = {}
    for article, event, outlet in reports[["article", "event", "outlet"]].itertuples(index=False):
        text = batch.texts.set_index("article").loc[article, "text"].lower().replace(".", "").split()
        uses[event, outlet] = [word for word in text if word in (*NOUNS, "chaos", "stood")]
    left = {}
    for word in made.index:
        sums = []
        for n in range(6):
            mine, other = uses[f"e{n}", "Amber"], uses[f"e{n}", "Birch"]
            share = len(mine) + len(other)
            sums.append(mine.count(word) * len(other) / share - other.count(word) * len(mine) / share)
        left[word] = np.array(sums)
    z = {word: each.sum() / np.sqrt((each**2).sum()) for word, each in left.items()}
    assert made["z"].to_dict() == pytest.approx(z)


def test_where_nothing_is_shared_nothing_is_listed():
    batch, reports = told(np.random.default_rng(6), events=2)
    made = pair_words(batch, reports, "Amber", "Birch")
    assert made.words.empty
    assert made.places.empty
    assert pair_words(batch, reports, "Amber", "Cedar").words.empty


def test_the_words_of_a_difference_add_up_to_it():
    sides = {
        "Amber": ["A terrible crash ruined the happy day.", "They said the awful plan was good."],
        "Birch": ["A crash ended the day.", "The plan was good and nobody was hurt."],
    }
    articles, reports = [], []
    for event in range(6):
        for outlet, texts in sides.items():
            text = f"{texts[event % 2]} The council met on day {event}. It was a {'nice' if event < 3 else 'sad'} day."
            articles.append(Article(id=f"{outlet[0]}{event}", outlet=outlet, title=None, text=text))
            reports.append((articles[-1].id, outlet, f"e{event}"))
    batch = read(articles)
    scored = score(batch)
    frame = pd.DataFrame(reports, columns=["article", "outlet", "event"])
    made = shift_between(
        scored.evidence, scored.scores, frame, "Amber", "Birch", measure="sentiment", voice="narration"
    )
    members = MEMBERS.frame((article, event, "s", 0.5, "", article) for article, _, event in reports)
    known = ARTICLES.frame(
        (a.id, a.outlet, None, a.text, None, NOON, None, None, "en", "", [], [], [], []) for a in articles
    )
    events = EVENTS.frame((f"e{n}", "s", "", 2, 2, NOON, NOON) for n in range(6))
    under = cells(SCORES.shaped(scored.scores), members, known, CREDITS.empty(), events=events)
    row = head_to_head(under, "Amber", "Birch").set_index(["measure", "voice"]).loc[("sentiment", "narration")]
    assert made.difference == pytest.approx(row["difference"])
    assert (made.here, made.there) == pytest.approx((row["first"], row["second"]))
    assert made.words["difference"].sum() == pytest.approx(row["difference"])
    assert "terrible" in made.words["word"].tolist()
    none = shift_between(
        scored.evidence, scored.scores, frame, "Amber", "Cedar", measure="sentiment", voice="narration"
    )
    assert np.isnan(none.difference)
    assert none.words.empty
