from analysis.facts.fact_terms import tellings
from analysis.facts.told_by import Teller, Tellers
from analysis.reading.articles import read
from sources.article import Article, article_id


def tellers(text: str) -> list[Teller]:
    article = Article(id=article_id(None, text), text=text, source="test", language="en")
    batch = read([article])
    rows = batch.sentences[["sentence", "start", "end", "paragraph"]].to_numpy().tolist()
    told, _ = tellings(article.id, text, [tuple(row) for row in rows], ())
    finder = Tellers(batch)
    return [finder.teller(sentence) for sentence in told]


def test_narration_has_no_speaker() -> None:
    assert tellers("The ferry struck the pier.") == [Teller(False, None)]


def test_a_quotation_is_its_speakers() -> None:
    assert tellers("“The ferry struck the stone pier,” said Odile Farrant.") == [Teller(True, "Odile Farrant")]


def test_reported_speech_is_attributed_too() -> None:
    (teller,) = tellers("The ferry struck the stone pier, according to Odile Farrant.")
    assert teller == Teller(True, "Odile Farrant")


def test_a_word_in_marks_does_not_make_a_quotation() -> None:
    (teller,) = tellers("The so-called “flagship” of the small line struck the stone pier at Dunsay at noon.")
    assert not teller.attributed
