from sources.readers.rtf_gathering import Gathering, State


def test_bytes_are_decoded_in_the_encoding_of_their_font():
    gathering = Gathering()
    gathering.fonts[3] = "cp1251"
    gathering.state.font = 3
    gathering.text("\xc4\xe0")
    gathering.decode()
    gathering.state.font = 0
    gathering.text(" caf\xe9")
    gathering.decode()
    gathering.end()
    assert gathering.paragraphs[0].text == "\u0414\u0430 café"


def test_a_group_begins_as_the_one_around_it():
    outer = State(place="", font=2, bold=True, centred=True)
    inner = outer.inherited()
    assert inner == outer
    inner.bold = False
    assert outer.bold


def test_halves_of_a_character_are_joined_and_a_lone_one_is_shown():
    gathering = Gathering()
    for words in ("\ud83d", "\ude00", " \ud83d"):
        gathering.say(words)
    gathering.end()
    assert gathering.paragraphs[0].text == "\U0001f600 \ufffd"
