from analysis.portraying.word_types import LINKS, Known, numbered


def test_what_is_known_of_words():
    ids, types = numbered(["trump's", "trump", "wasn't", "she", "he", "against", "quickly", "40%", "trump"])
    known = Known(types, ids)
    assert known["bare"][0] == ids[1] == ids[8]
    assert known["possessive"].tolist() == [True] + [False] * 8
    assert known["negation"].tolist()[2]
    assert known["shown"][3] == ids[4] == known["shown"][4]
    assert LINKS[known["link"][5]] == "against"
    assert known["auxiliary"].tolist()[6]
    assert known["number"].tolist()[7]
    assert known["stem"][0] == known["stem"][1]


def test_a_word_keeps_its_number():
    first, _ = numbered(["harbour", "bridge"])
    again, _ = numbered(["bridge", "harbour"])
    assert first.tolist() == again.tolist()[::-1]
