import pytest

from tests.analysis.clauses.reading import whom


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three old men were killed.", ["Three old men"]),
        ("The head of the union was arrested.", ["The head"]),
        ("A number of men were arrested.", ["men"]),
        ("The man in the car was shot.", ["The man"]),
        ("The families that drink from the lake were warned.", ["The families"]),
        ("The jar from the cellar that had held oil was emptied.", ["The jar"]),
        ("An aide to the mayor, who was paid late, left.", ["An aide"]),
        ("Then Ann Lee was asked.", ["Ann Lee"]),
        ("The clerk, who was paid late, left.", ["The clerk"]),
        ("The ferry, built in 1990, was sold.", ["The ferry", "The ferry"]),
        ("They were beaten and robbed.", ["They", "They"]),
        ("They’re being watched.", ["They’re"]),
        ("It ought to be done.", [""]),
        ("A man shot by police died.", ["A man"]),
        ("Some 30 houses were burnt.", ["30 houses"]),
        ("They said that mistakes were made.", ["mistakes"]),
        ("That bus was hit.", ["That bus"]),
        ("What she says on the stand will be limited.", [""]),
        ("A dog stuck up a tree was rescued.", [""]),
        ("It came two days before he was sworn in.", ["he"]),
        ("A gap that many had hoped would be closed stays.", [""]),
        ("The letters that she wrote from it were found.", [""]),
        ("Gusts of up to 140kph were recorded.", [""]),
    ],
)
def test_to_whom(text, expected):
    assert whom(text) == expected
