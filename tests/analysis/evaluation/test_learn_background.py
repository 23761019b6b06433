import gzip
import json

from analysis.evaluation.learn_background import LEAST, count, documents_of
from analysis.stories.background import background


def test_terms_are_counted_once_a_document_and_rare_ones_left_out():
    texts = ["Ferry ferry ferries.", "A ferry sank.", "The ferry sank again", "An orchid bloomed."]
    assert count(texts) == {"ferri": 3}
    assert count(texts, least=2) == {"ferri": 3, "ferri sank": 2, "sank": 2}


def test_twenty_sentences_make_a_document_and_so_does_a_body(tmp_path):
    sentences, bodies = tmp_path / "sentences.jsonl.gz", tmp_path / "bodies.json"
    with gzip.open(sentences, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": f"Sentence {n}."}) + "\n" for n in range(45))
    bodies.write_text(json.dumps({"b": {"articleBody": "Second."}, "a": {"articleBody": "First."}}))
    made = documents_of(sentences, bodies)
    assert [text.count("Sentence") for text in made] == [20, 20, 5, 0, 0]
    assert made[-2:] == ["First.", "Second."]


def test_the_shipped_table_is_what_the_command_counts(evaluation):
    texts = documents_of(evaluation / "portrayal_sentences.jsonl.gz", evaluation / "extraction" / "ground-truth.json")
    shipped = background()
    assert shipped.documents == len(texts)
    assert shipped.least == LEAST
    assert shipped.frequencies == count(texts)
