import pytest

from sources.readers.databases.nexis_fields import COVER, END, HEAD, LABELS, NUMBERED, SECTIONS, TAIL, label_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Length:\u00a01204 words", ("length", "1204 words")),
        ("LOAD-DATE: March 5, 2024", ("load-date", "March 5, 2024")),
        ("Journal Code: HG", ("journal code", "HG")),
        ("Byline:", ("byline", "")),
        ("LÄNGE: 300 Wörter", ("länge", "300 Wörter")),
        ("The meeting began at 10:30 on Monday", None),
        ("https://example.org/a", None),
        ("", None),
        ("No label here", None),
    ],
)
def test_labels(text, label):
    assert label_of(text) == label


def test_labels_are_in_lower_case_and_no_label_is_of_two_places():
    for label in (*LABELS, *COVER, *SECTIONS):
        assert label == label.casefold()
    assert not HEAD.keys() & TAIL.keys()


@pytest.mark.parametrize("text", ["1 of 50 DOCUMENTS", "          2 of 1,204 DOCUMENTS", "Dokument 3 von 9"])
def test_numbers_of_documents(text):
    assert NUMBERED.fullmatch(text)


def test_ends():
    assert END.fullmatch("End of Document")
    assert not END.fullmatch("At its end stands End of Document.")
