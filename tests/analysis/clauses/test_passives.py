import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.clauses.passives import find_passives
from analysis.clauses.words import ClauseWords
from tests.analysis.clauses.reading import batch_of, passives, verbs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mistakes were made.", ["were made"]),
        ("The bridge has been closed since May.", ["has been closed"]),
        ("It will not be sold.", ["will not be sold"]),
        ("They could easily have been warned.", ["could easily have been warned"]),
        ("Two men are being held in a camp.", ["are being held"]),
        ("He was not told.", ["was not told"]),
        ("The minister was, on Friday, quite busy.", []),
        ("The offices were quietly and unlawfully searched.", []),
        ("The offices were quietly searched.", ["were quietly searched"]),
        ("It was then taken from the yard.", ["was then taken"]),
        ("She wants to be heard.", ["be heard"]),
        ("He said the house wasn't broken into.", ["wasn't broken"]),
        ("We're being watched.", ["We're being watched"]),
        ("The board was re-elected.", ["was re-elected"]),
        ("The tax was cut and the fund was spent.", ["was cut", "was spent"]),
    ],
)
def test_be_with_a_participle(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She is interested in art.",
        "He was born in Leeds.",
        "The parties are united.",
        "The house is located in Rome.",
        "He was supposed to go.",
        "She is concerned about the plan.",
        "The shop is closed on Mondays.",
        "It is set to rain.",
        "He is used to it.",
        "They are used to waiting.",
        "I am done with it.",
        "There were limited funds.",
        "The statue is naked and the text is sacred.",
        "A hundred need seed.",
        "She has closed the bridge.",
        "The council had sold it.",
        "He's killed three men.",
        "What he's proposed is a tax.",
        "The crew was very tired and unarmed.",
        "They got married and got divorced.",
        "We got started late.",
        "The United States is large.",
    ],
)
def test_what_is_no_passive(text):
    assert verbs(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was surprised by the news.", [("was surprised", "the news")]),
        ("The shop was closed on Monday.", [("was closed", "")]),
        ("The nation is being divided.", [("is being divided", "")]),
        ("It is divided by a river.", [("is divided", "a river")]),
        ("It is used to make bread.", [("is used", "")]),
        ("He's accused of murder.", [("He's accused", "")]),
        ("He's been told.", [("He's been told", "")]),
    ],
)
def test_a_state_can_be_done_by_somebody(text, expected):
    assert passives(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She got fired.", ["got fired"]),
        ("They are getting paid on Friday.", ["are getting paid"]),
        ("He got robbed by two boys.", ["got robbed"]),
        ("She got lost.", []),
    ],
)
def test_get(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were arrested and charged with murder.", ["were arrested", "charged"]),
        ("He was arrested on Monday and charged with murder.", ["was arrested", "charged"]),
        ("He was beaten, robbed and left for dead.", ["was beaten", "robbed", "left"]),
        ("She was elected in May and served in the senate.", ["was elected"]),
        ("He was arrested and told police everything.", ["was arrested"]),
        ("They were neither asked nor informed.", ["were neither asked", "informed"]),
    ],
)
def test_joined_participles(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was the man arrested?", ["arrested"]),
        ("Were the papers ever published by the ministry?", ["published"]),
        ("Why were they not told?", ["told"]),
        ("Why were the families not told?", ["told"]),
        ("She did not know, nor was her brother informed.", ["informed"]),
        ("Was the man who asked there?", []),
    ],
)
def test_questions(text, expected):
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Three killed in blast", ["killed"]),
        ("Man shot by police", ["shot"]),
        ("Woman Charged With Murder", ["Charged"]),
        ("Senator Accused of Lying", ["Accused"]),
        ("Man found dead in river", ["found"]),
        ("Protesters beaten, detained in Minsk", ["beaten", "detained"]),
        ("Police shoot man", []),
        ("Police shot man", []),
        ("Mayor vows to stay", []),
        ("Storm killed 20 people", []),
        ("Bridge to be closed", ["be closed"]),
    ],
)
def test_headlines(title, expected):
    assert verbs(title=title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shot by police died.", ["shot"]),
        ("The papers obtained by the Courier show much.", ["obtained"]),
        ("The photos obtained and posted by the Courier show much.", ["obtained", "posted"]),
        ("Those killed in the attack were buried.", ["killed", "were buried"]),
        ("A letter written in May was lost.", ["written", "was lost"]),
        ("The weapons seized in the raid were old.", ["seized"]),
        ("When asked about it, he left.", ["asked"]),
        ("Asked about the plan, he smiled.", ["Asked"]),
        ("Accused of fraud, she resigned.", ["Accused"]),
        ("Also killed was a nurse.", ["killed"]),
        ("The bill, signed by the governor, is law.", ["signed"]),
        ("Police arrested three men.", []),
        ("Police killed at least three.", []),
        ("The party seized on the news.", []),
        ("Lee arrested in the role of a king.", []),
        ("The soft-spoken clerk smiled.", []),
        ("He passed by the house.", []),
        ("Prices rose by a third.", []),
        ("She has arrested by mistake.", []),
        ("Tom wanted to run in the race.", []),
        ("People used to wait.", []),
        ("It was a long shot at best.", []),
    ],
)
def test_participles_alone(text, expected):
    assert verbs(text) == expected


def test_the_last_of_joined_participles_shares_its_agent():
    assert passives("They were arrested and beaten by police.") == [("were arrested", "police"), ("beaten", "police")]


def test_marks_of_quotation_may_stand_between():
    assert verbs("“He was ‘beaten’ twice,” she said.") == ["was ‘beaten"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was “dropped,” Ann Lee told the board.", ["was “dropped"]),
        ("Lee said it “was” dropped by the board.", []),
    ],
)
def test_narration_is_read_as_if_nobody_were_quoted(text, expected):
    assert verbs(text) == expected


_PIECES = (
    "was were been being got he's they the a men police , . and or not by killed taken used to in “ ” ? said".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25), st.booleans())
def test_any_order_of_words_is_read(pieces, titled):
    text = " ".join(pieces) or "Yes."
    batch = batch_of("Yes.", title=text) if titled else batch_of(text)
    found, words = find_passives(batch), ClauseWords(batch)
    assert (np.diff(found.last) > 0).all(), "each participle once, in order"
    assert (found.first <= found.last).all()
    assert (found.before <= found.first).all()
    assert ((found.agent_first < 0) == (found.agent_last < 0)).all()
    for first, last, agent in zip(found.first.tolist(), found.last.tolist(), found.agent_last.tolist(), strict=True):
        assert words.together(first, last)
        assert agent < 0 or words.together(last, agent) or words.together(agent, last)


def test_no_words_give_no_passives():
    assert len(find_passives(batch_of("…")).last) == 0
