import codecs

from sources.readers.rtf_words import DESTINATIONS, ENCODINGS, SIGNS


def test_every_encoding_is_one_that_python_knows():
    assert {codecs.lookup(name).name for name in ENCODINGS.values()}


def test_no_word_is_both_a_sign_and_a_destination():
    assert not SIGNS.keys() & DESTINATIONS.keys()
