"""Giving quotations to cues: which of two, and none."""

import pytest

from analysis.reading.cues import cues
from analysis.reading.quotations import quotations
from analysis.reading.quoted_speech import GivenQuotations, cue_words
from analysis.reading.sentences import sentence_spans
from analysis.reading.speakers import Speakers
from tests.analysis.invented_narration import narration


def given(text):
    read = narration(text)
    raw = quotations(text)
    extents = []
    for number in range(len(raw)):
        words = [at for at, inside in enumerate(read.quoted) if inside == number]
        extents.append((words[0], words[-1] + 1))
    found = cues(read)
    speakers = Speakers(read)
    who = [speakers.resolve(cue.source) if cue.source else None for cue in found]
    rows = GivenQuotations(read, raw, extents, found, who, sentence_spans(text), speakers)
    return [(row.speaker, row.cue) for row in rows.rows()], {cue_words(read, found[number]) for number in rows.used}


@pytest.mark.parametrize(
    ("text", "rows", "used"),
    [
        ("“We go,” Lee said, adding “we go far”.", [("Lee", "said"), ("Lee", "adding")], {"said", "adding"}),
        ("Ann Lee said, “We go now,” referring to the bridge.", [("Ann Lee", "said")], {"said"}),
        ("Poe thinks it is “a fine thing,” Ann Lee said.", [("Ann Lee", "said")], {"said"}),
        ("A “last resort” hotel closed.", [], set()),
        ("“We go.” — Ann Lee", [("Ann Lee", None)], set()),
        ("It rained on all of them and “nobody in the whole town minded”.", [(None, None)], set()),
    ],
)  # fmt: skip
def test_given(text, rows, used):
    assert given(text) == (rows, used)
