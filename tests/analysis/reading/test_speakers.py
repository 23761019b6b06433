"""Whom sources stand for."""

import pytest

from analysis.reading.cues import cues
from analysis.reading.speakers import Speaker, Speakers
from tests.analysis.invented_narration import narration


def resolved(text):
    read = narration(text)
    speakers = Speakers(read)
    return [speakers.resolve(cue.source) for cue in cues(read) if cue.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee left. Lee said so.", ("Ann Lee", "named")),
        ("Mary Cole said so. Tom Poe left with her. She said so.", ("Mary Cole", "named")),
        ("Selby Motors said so. The company said so.", ("Selby Motors", "named")),
        ("Harbour Bank analysts said so. The analysts said so.", ("Harbour Bank analysts", "named")),
        ("Two officials said so. They said so.", ("Two officials", "anonymous")),
        ("A banker at a lender said so. The banker said so.", ("A banker at a lender", "anonymous")),
        ("Mary Cole said so. At the quay I met a woman. She said so.", ("a woman", "anonymous")),
        ("US officials said so.", ("US officials", "anonymous")),
        ("Chinese media said so.", ("Chinese media", "anonymous")),
        ("A spokesman for Selby Motors said so.", ("A spokesman for Selby Motors", "named")),
        ("The Chinese government said so.", ("The Chinese government", "named")),
        ("Experts said so.", ("Experts", "anonymous")),
        ("The chairman said so.", ("The chairman", "named")),
        ("Beijing said so.", ("Beijing", "named")),
    ],
)
def test_who(text, expected):
    assert resolved(text)[-1] == Speaker(*expected)


def test_a_pronoun_of_nobody():
    assert resolved("She said so.") == [None]


def test_a_persons_name_is_known_from_the_text():
    speakers = Speakers(narration("Ann Lee of the Harbour Board left. Lee spoke."))
    assert speakers.is_person("Ann Lee")
    assert not speakers.is_person("Harbour Board")
    assert speakers.names.full_name("Lee", 40) == "Ann Lee"
    assert speakers.names.full_name("Poe", 40) == "Poe"
