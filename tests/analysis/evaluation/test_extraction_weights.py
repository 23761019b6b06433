import csv
from importlib.resources import files
from pathlib import Path

from analysis.evaluation.extraction_pages import AnnotatedPage, annotated_pages
from analysis.evaluation.extraction_weights import examples, learned
from tests.analysis.evaluation.test_extraction import BODY, PAGE


def test_blocks_of_the_marked_body_are_examples_of_body() -> None:
    page = AnnotatedPage(id="a", html=PAGE.format(*BODY).encode(), url="", body="\n".join(BODY))
    names, rows, body, weight = examples(page)
    assert rows.shape == (6, len(names))
    assert body.tolist() == [False, False, False, True, True, False]
    assert weight[3] > weight[0] > 0


def test_the_shipped_weights_are_those_that_the_command_makes(evaluation: Path) -> None:
    with (files("sources") / "cleaning" / "body_weights.tsv").open(encoding="utf-8") as stream:
        shipped = {row["feature"]: float(row["weight"]) for row in csv.DictReader(stream, delimiter="\t")}
    made = learned(list(annotated_pages(evaluation / "extraction")))
    assert made.keys() == shipped.keys()
    assert max(abs(made[name] - shipped[name]) for name in made) < 0.01
