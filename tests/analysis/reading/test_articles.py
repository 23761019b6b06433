"""Articles read into frames."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.articles import read
from analysis.tables import ATTRIBUTIONS, SENTENCES, TEXTS, TOKENS, VOICES
from sources.article import Article, article_id


def article(text, title=None, headings=()):
    return Article(id=article_id(title, text), title=title, text=text, headings=headings)


FIRST = article(
    "Why it matters\n\n“We will rebuild,” Ana Rivera said. It rained.\n\nNobody left the “last resort” hotel.",
    title="Mayor: ‘We will rebuild’",
    headings=((0, 14),),
)
SECOND = article("Two officials said no.")


def test_frames_have_their_declared_shape():
    for articles in ([], [FIRST, SECOND], [article("")]):
        batch = read(articles)
        for frame, table in zip(
            (batch.texts, batch.sentences, batch.voices, batch.tokens, batch.attributions),
            (TEXTS, SENTENCES, VOICES, TOKENS, ATTRIBUTIONS),
            strict=True,
        ):
            assert list(frame.columns) == table.names
            assert (frame.dtypes == table.empty().dtypes).all(), table.name
    assert len(read([]).texts) == 0


def test_sentences_leave_headings_out_and_count_words():
    sentences = read([FIRST]).sentences
    assert [FIRST.text[a:b] for a, b in zip(sentences["start"], sentences["end"], strict=True)] == [
        "“We will rebuild,” Ana Rivera said.",
        "It rained.",
        "Nobody left the “last resort” hotel.",
    ]
    assert sentences["sentence"].tolist() == [0, 1, 2]
    assert sentences["paragraph"].tolist() == [1, 1, 2]
    assert sentences["words"].tolist() == [6, 2, 6]


def test_voices_and_tokens():
    batch = read([FIRST, SECOND])
    assert batch.voices["voice"].tolist() == ["headline", "quotation"]
    assert batch.voices["end"].tolist()[0] == len(FIRST.title)
    tokens = batch.tokens
    assert tokens.loc[tokens["voice"].eq("headline"), "word"].tolist() == ["mayor", "we", "will", "rebuild"]
    assert tokens.loc[tokens["voice"].eq("headline"), "sentence"].unique().tolist() == [-1]
    assert tokens.loc[tokens["voice"].eq("quotation"), "word"].tolist() == ["we", "will", "rebuild"]
    assert "matters" not in set(tokens["word"])
    assert tokens["article"].unique().tolist() == [FIRST.id, SECOND.id]


def test_an_article_reads_alone_as_among_others():
    together = read([SECOND, FIRST])
    for alone in (SECOND, FIRST):
        batch = read([alone])
        for name in ("sentences", "voices", "tokens", "attributions"):
            among = getattr(together, name)
            rows = among[among["article"] == alone.id].reset_index(drop=True)
            pd.testing.assert_frame_equal(rows, getattr(batch, name))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aI “”\"'‘’.,:—()!?\nsaid Bob he İ1"), max_size=120))
def test_any_text_is_read(text):
    batch = read([article(text, title=text[:20] or None)])
    tokens = batch.tokens[batch.tokens["voice"].ne("headline")]
    words = [text[a:b] for a, b in zip(tokens["start"], tokens["end"], strict=True)]
    assert [word.lower().replace("’", "'") for word in words] == tokens["word"].tolist()
    assert tokens["start"].is_monotonic_increasing
    assert batch.sentences["words"].sum() == len(tokens)
    quoted = np.zeros(len(text), dtype=bool)
    for start, end in zip(
        *(batch.voices.loc[batch.voices["voice"].eq("quotation"), c] for c in ("start", "end")), strict=True
    ):
        quoted[start:end] = True
    assert [bool(quoted[at]) for at in tokens["start"]] == tokens["voice"].eq("quotation").tolist()
