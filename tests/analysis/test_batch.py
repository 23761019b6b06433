"""`Batch`: its words as numbers, and as the frame that they make."""

from analysis.batch import NO_GAP, ONE_BLANK, WORD_VOICES, Batch
from analysis.reading.articles import read
from analysis.tables import TOKENS
from sources.article import Article

TITLE = "A Plan — again"
TEXT = "“Don’t go,” Ann said.\n\nHeading\n\nIt's over."


def test_words_are_the_rows_of_tokens():
    batch = read([Article(id="a", title=TITLE, text=TEXT, headings=((23, 30),)), Article(id="b", text="Go on.")])
    words, tokens = batch.words, batch.tokens
    assert list(tokens.columns) == TOKENS.names
    assert (tokens.dtypes == TOKENS.empty().dtypes).all()
    assert tokens["word"].tolist() == [words.types[number] for number in words.type]
    assert tokens["word"].tolist() == ["a", "plan", "again", "don't", "go", "ann", "said", "it's", "over", "go", "on"]
    assert tokens["article"].tolist() == [batch.texts["article"][row] for row in words.article]
    assert tokens["voice"].tolist() == [WORD_VOICES[place] for place in words.voice]
    assert tokens["sentence"].tolist() == words.sentence.tolist() == [-1] * 3 + [0] * 4 + [1, 1, 0, 0]
    assert words.capital.tolist() == [True, True, False, True, False, True, False, True, False, True, False]
    assert [words.gaps[place] for place in words.gap] == [
        *("\n", " ", " — ", "\n", " ", ",” ", " ", "\n", " ", "\n", " "),
    ]
    assert words.gaps[:2] == [" ", "\n"]
    assert (ONE_BLANK, NO_GAP) == (0, 1)


def test_a_batch_of_nothing_has_no_words():
    batch = Batch(*(read([]).__dict__[name] for name in ("texts", "sentences", "voices")))
    assert batch.tokens.equals(TOKENS.empty())
    assert len(batch.words.type) == 0
