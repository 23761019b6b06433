from analysis.reading.articles import read
from analysis.words.segments import SEGMENT_VOICES, segments
from sources.article import Article, article_id

TITLE = "Good plan for the bridge"
TEXT = "“It is bad for us,” said one. They all like it!\n\nA bad day 😀 ended ( sadly )."


def _cut(*pages):
    return segments(read([Article(id=article_id(title, text), title=title, text=text) for title, text in pages]))


def test_a_sentence_is_cut_by_voice_after_the_title():
    cut = _cut((TITLE, TEXT))
    assert [(s, SEGMENT_VOICES[v]) for s, v in zip(cut.sentence.tolist(), cut.voice.tolist(), strict=True)] == [
        (-1, "headline"),
        (0, "narration"),
        (0, "quotation"),
        (1, "narration"),
        (2, "narration"),
    ]
    assert cut.counted.tolist() == [True, False, True, True, True]  # "said one" is too short


def test_hits_stand_where_their_words_do():
    cut = _cut((None, "One two three four."), (TITLE, TEXT))
    found = [
        ((TITLE if cut.sentence[s] < 0 else TEXT)[a:b], int(cut.article[s]))
        for s, a, b in zip(cut.segment.tolist(), cut.start.tolist(), cut.end.tolist(), strict=True)
    ]
    assert found == [("Good", 1), ("bad", 1), ("like", 1), ("bad", 1), ("😀", 1), ("sadly", 1)]


def test_articles_do_not_run_into_each_other():
    alone = _cut((None, "It was not"))
    both = _cut((None, "It was not"), (None, "good for them"))
    assert both.article.tolist() == [0, 1]
    assert both.reading.negated.tolist() == [False]
    assert alone.reading.compound[0] == both.reading.compound[0] == 0
    assert both.reading.compound[1] > 0


def test_no_articles_and_empty_articles_have_no_segments():
    assert len(_cut().article) == 0
    assert len(_cut((None, ""), ("", " ")).article) == 0


def test_segments_of_a_batch_are_made_once_and_of_another_anew():
    one, two = (read([Article(id="x", title=TITLE, text=text)]) for text in (TEXT, "A good day ended well."))
    cut = segments(one)
    assert segments(one) is cut
    assert segments(two).sentence.tolist() == [-1, 0]
    assert segments(one).sentence.tolist() == cut.sentence.tolist() == [-1, 0, 0, 1, 2]
