from collections import Counter

import pytest

from analysis.measures.generic_frames import GENERIC_FRAMES, MEASURE
from analysis.reading.articles import read
from analysis.words.lexicon import lexicon
from sources.article import Article

SENTENCES = {
    "conflict": (
        "The minister accused her rival of lying about the ferry.",
        "Both sides refused to back down.",
        "The council is bitterly divided over the bridge.",
        "Talks broke down after an angry exchange.",
    ),
    "human_interest": (
        "Her mother burst into tears when the boat came in.",
        "He leaves behind a wife and two small sons.",
        "The grieving father remembered how the boy loved to swim.",
        "They lost everything in the flood.",
    ),
    "economic": (
        "The closure will cost 300 jobs and millions of euros in lost revenue.",
        "Fuel prices rose sharply.",
        "Fishermen can't afford the new fees.",
        "The strike could hurt the economy.",
    ),
    "morality": (
        "It is a sin to leave them at sea, the bishop said.",
        "Turning them away is morally wrong.",
        "We owe it to our children to do the right thing.",
    ),
    "responsibility": (
        "The harbour office is to blame for the delay.",
        "The government must do more to prevent such accidents.",
        "Lawmakers should be held accountable.",
        "An inquiry found that the company failed to act on the warnings.",
    ),
}

PLAIN = (
    "The bridge was opened on Monday.",
    "She lives near the harbour and works at the library.",
    "The president will visit the town in May.",
    "The company makes boats.",
    "Parliament meets on Tuesday.",
)


def _said(text, title=None):
    scores = MEASURE.score(read([Article(id="x", text=text, title=title)])).scores
    return {
        (name.partition(".")[2], voice): value
        for name, voice, value in zip(scores["measure"], scores["voice"], scores["value"], strict=True)
    }


def test_the_frames_are_those_of_the_lexicon_and_each_says_what_it_means():
    assert [key for key, _, _ in GENERIC_FRAMES] == list(lexicon("generic_frames").categories)
    assert len(MEASURE.values) == 5
    assert all(value.meaning.endswith(".") for value in MEASURE.values)


@pytest.mark.parametrize(("frame", "sentence"), [(frame, s) for frame, all_of in SENTENCES.items() for s in all_of])
def test_plain_sentences_of_each_frame(frame, sentence):
    said = _said(sentence, title=sentence)
    assert said[frame, "body"] == 1
    assert said[frame, "headline"] == 1
    assert sum(value for (_, voice), value in said.items() if voice == "body") <= 3


@pytest.mark.parametrize("sentence", PLAIN)
def test_sentences_that_only_tell_have_none_of_the_frames(sentence):
    assert sum(value for (_, voice), value in _said(sentence).items() if voice == "body") == 0


def test_naming_a_government_is_no_responsibility_but_its_duty_is():
    assert _said("The government and the council met the police.")["responsibility", "body"] == 0
    assert _said("The government failed the islanders.")["responsibility", "body"] == 1


def test_there_are_as_many_cues_as_promised_and_no_frame_wins_by_the_size_of_its_list():
    entries = lexicon("generic_frames").entries
    assert len(entries) >= 3500
    assert sum(" " in entry.term for entry in entries) >= 2000
    sizes = Counter(entry.category for entry in entries)
    assert max(sizes.values()) < 1.5 * min(sizes.values())
    assert {entry.weight for entry in entries} == {1, 0.7, 0.5, 0.3}
