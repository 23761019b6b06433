from analysis.portraying.tones import FAVOURABLE, tones_of


def test_a_word_has_the_tones_of_its_stem_and_steps_of_valence():
    assert "deceit" in tones_of("lied") or "deceit" in tones_of("liar")
    assert "praise" in tones_of("praised")
    assert any(tone.startswith("good") for tone in tones_of("wonderful"))
    assert any(tone.startswith("bad") for tone in tones_of("terrible"))
    assert tones_of("river") == ()
    assert not FAVOURABLE & set(tones_of("criminal"))
