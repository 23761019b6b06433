from analysis.facts.stems import stem
from analysis.portraying.tones import FAVOURABLE, _valence, tones_of
from analysis.words.vader_words import lists


def test_a_word_has_the_tones_of_its_stem_and_steps_of_valence():
    assert "deceit" in tones_of("lied") or "deceit" in tones_of("liar")
    assert "praise" in tones_of("praised")
    assert any(tone.startswith("good") for tone in tones_of("wonderful"))
    assert any(tone.startswith("bad") for tone in tones_of("terrible"))
    assert tones_of("river") == ()
    assert not FAVOURABLE & set(tones_of("criminal"))


def test_the_valence_of_a_stem_is_the_mean_of_all_listed_words_with_it():
    values = {}
    for word, value in lists().lexicon.items():
        if word.isalpha() and len(word) >= 4:
            values.setdefault(stem(word), []).append(value)
    assert {root: _valence(root) for root in values} == {root: sum(v) / len(v) for root, v in values.items()}
    assert _valence("zq") == _valence("zqeta") == 0
