"""Whatever a text holds: no crash, a sensible n, values in their range, and words where they are said to be."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evaluation.rewritten.roads import added
from analysis.measures import ALL_MEASURES
from analysis.portrayals import portrayals
from analysis.reading.articles import read
from analysis.scoring import score
from analysis.tables import PORTRAYALS
from sources.article import Article

VALUES = {value.name: value for measure in ALL_MEASURES for value in measure.values}
ADDED_UP = "value"
BY_N = "value times n"
WEIGHTS = {
    "sentiment": BY_N,
    "attribution": BY_N,
    "loaded": ADDED_UP,
    "hedging": ADDED_UP,
    "certainty": ADDED_UP,
    "framing": ADDED_UP,
    "agency": ADDED_UP,
}
"""What the weights of the evidence of a measure add up to; those of the others are in the unit of a sentence."""

NEWS = "The board slammed a “shameful” plan, and Ann Lee said: “We won’t go.” It could ruin the town. "
TEXTS = {
    "one word": "Yes",
    "nothing": "",
    "white space": " \n\n \t ",
    "all capitals": NEWS.upper() * 30,
    "emoji": "😀 great 👩‍🚀🚀 bad 😡😡. " * 40,
    "Arabic": "قال الوزير إن «الخطة» جيدة. " * 40,
    "Hebrew": 'השר אמר "התוכנית טובה". ' * 40,
    "Chinese": "部长说：“这个计划很好。”市民不同意。" * 40,
    "left-overs of HTML": "<p>The board&nbsp;said &amp; &quot;we <b>won&#39;t</b> go&quot;</p><br/>" * 30,
    "zero width": "The\u200bboard\u200c sl\u200dammed\ufeff the\u0301 pla\u0308n\u0327. " * 30,
    "controls": "The \x00 board\x01 slammed it.\x7f\x85 It left.",
    "digits": "123 456 7.8 9,000 " * 40,
    "marks": "\"“”‘’'«»„`" * 200,
    "one long word": "a" * 100_000,
    "unclosed curly": "“He said " * 10_000,
    "unclosed straight": '"He said ' * 10_000,
    "unclosed single": "'He said " * 2_000,
    "nested": "“a ‘b " * 3_000,
    "full stops": ". " * 20_000,
    "abbreviations": "Mr. " * 10_000,
    "initials": "A. " * 10_000,
    "a run of names": "Bank of " * 5_000,
    "one-word paragraphs": "a\n\n" * 3_000,
    "brackets": "([{" * 10_000,
}


def check(articles):
    """Assert what must hold for any articles."""
    batch = read(articles)
    scored = score(batch)
    ids = batch.texts["article"].tolist()
    expected = {(a, name, voice) for a in ids for name, value in VALUES.items() for voice in value.voices}
    scores = scored.scores
    keys = list(zip(scores["article"], scores["measure"], scores["voice"], strict=True))
    assert len(keys) == len(expected)
    assert set(keys) == expected
    assert (scores["n"] >= 0).all()
    assert ((scores["n"] == 0) == scores["value"].isna()).all()
    said = scores.dropna(subset="value")
    low, high = (
        said["measure"].map(lambda name, end=end: getattr(VALUES[name], end)).astype("float64")
        for end in ("low", "high")
    )
    assert np.isfinite(said["value"]).all()
    assert ((said["value"] >= low - 1e-9) & (said["value"] <= high + 1e-9)).all()
    evidence = scored.evidence
    texts = {(a.id, voice): a.text for a in articles for voice in ("narration", "quotation")}
    texts |= {(a.id, "headline"): a.title or "" for a in articles}
    spans = (evidence[column] for column in ("article", "voice", "start", "end", "quote"))
    for article, voice, start, end, quote in zip(*spans, strict=True):
        assert texts[article, voice][start:end] == quote != ""
    assert np.isfinite(evidence["weight"]).all()
    _check_weights(scores, evidence)
    shown = portrayals(batch)
    assert list(shown.columns) == PORTRAYALS.names
    assert (shown["n"] >= 0).all()
    assert (shown.loc[shown["n"] == 0, "value"].isna()).all()
    assert shown["value"].dropna().between(-1 - 1e-9, 1 + 1e-9).all()
    return scores


def _check_weights(scores, evidence):
    in_body = evidence[evidence["voice"] != "headline"].assign(voice="body")
    total = pd.concat([evidence, in_body]).groupby(["article", "measure", "voice"])["weight"].sum()
    for row in scores[scores["n"] > 0].itertuples():
        adding = WEIGHTS.get(row.measure.split(".")[0])
        if adding is not None:
            found = total.get((row.article, row.measure, row.voice), 0.0)
            assert math.isclose(found, row.value * (row.n if adding == BY_N else 1), rel_tol=1e-9, abs_tol=1e-6), row


@pytest.mark.parametrize("name", TEXTS)
def test_odd_texts(name):
    scores = check([Article(id="a", text=TEXTS[name], title=TEXTS[name][:200] or None)])
    n = scores[scores["measure"].eq("loaded") & scores["voice"].ne("headline")]["n"].sum()
    wordless = {"nothing", "white space", "marks", "full stops", "brackets"}
    assert (n == 0) == (name in wordless)
    assert n <= len(TEXTS[name])


def test_all_odd_texts_at_once_are_as_each_alone():
    small = {name: text[:2_000] for name, text in TEXTS.items()}
    together = check([Article(id=str(n), text=text) for n, text in enumerate(small.values())])
    for n, text in list(enumerate(small.values()))[::4]:
        alone = check([Article(id="x", text=text)])
        among = together[together["article"] == str(n)]
        merged = among.merge(alone, on=["measure", "voice"], suffixes=("", "_alone"), validate="one_to_one")
        assert len(merged) == len(alone)
        assert (merged["n"] == merged["n_alone"]).all()
        assert np.allclose(merged["value"], merged["value_alone"], equal_nan=True)


def test_what_a_word_counts_grows_with_the_text():
    once, often = (check([Article(id="a", text=NEWS * times)]) for times in (10, 100))
    keys = ["measure", "voice"]
    both = once.set_index(keys)["n"].to_frame("once").join(often.set_index(keys)["n"].rename("often"))
    assert (both["often"] >= both["once"]).all()
    assert both.loc[("loaded", "narration"), "often"] == 10 * both.loc[("loaded", "narration"), "once"]


def test_half_characters_never_come_in():
    article = added(
        b'{"title": "The \\udfff board", "text": "' + b"The \\ud800 board slammed it. " * 20 + b'"}\n', origin="a.jsonl"
    )
    assert article is not None
    check([article])


_PIECES = st.sampled_from(
    "said|Ann Lee|“|”|\"|'|’|.|?!|\n\n| |…|not good|U.S.|Mr.|she|was killed by|slammed|reportedly|&amp;|<b>|"
    "\u200b|\u0301|😀|ß|İ|ﬁ|Ⅷ|٣|中|\u2028|\r\n|\x00|%".split("|")
)
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=200)
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(_TEXTS, st.none() | _TEXTS), min_size=1, max_size=4))
def test_any_text(pages):
    check([Article(id=str(n), text=text, title=title or None) for n, (text, title) in enumerate(pages)])
