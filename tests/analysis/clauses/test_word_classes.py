import pytest

from analysis import wordlists
from analysis.clauses.word_classes import (
    ALWAYS,
    BE,
    MODAL,
    NEVER,
    NOUN,
    OFTEN,
    OWN,
    PARTICIPLE,
    PERHAPS_HAS,
    SKIPPED,
    _regular,
    classes,
    nominalisations,
    not_before,
)


@pytest.mark.parametrize(
    ("word", "has", "has_not"),
    [
        ("killed", PARTICIPLE | ALWAYS, OWN | SKIPPED | NEVER),
        ("taken", PARTICIPLE | OWN, NEVER),
        ("closed", PARTICIPLE | OFTEN, ALWAYS),
        ("acquitted", PARTICIPLE | ALWAYS, 0),
        ("smuggled", PARTICIPLE | ALWAYS, 0),
        ("born", NEVER, OWN),
        ("unarmed", NEVER, 0),
        ("undermined", PARTICIPLE, NEVER),
        ("unveiled", PARTICIPLE, NEVER),
        ("hundred", 0, PARTICIPLE),
        ("need", 0, PARTICIPLE),
        ("died", 0, PARTICIPLE),
        ("gone", 0, PARTICIPLE),
        ("freed", PARTICIPLE, 0),
        ("used", PARTICIPLE, 0),
        ("he's", BE | PERHAPS_HAS, 0),
        ("council's", 0, BE),
        ("they're", BE, PERHAPS_HAS),
        ("they'll", MODAL, BE),
        ("couldn't", MODAL, BE),
        ("quickly", SKIPPED, 0),
        ("family", 0, SKIPPED),
        ("killings", NOUN, 0),
    ],
)
def test_classes(word, has, has_not):
    (found,) = classes([word]).tolist()
    assert found & has == has
    assert not found & has_not


def test_lists_are_sound():
    irregular = wordlists.rows("participles")
    assert len({form for form, _, _ in irregular}) == len(irregular)
    assert {kind for _, _, kind in irregular} == {"own", "past", "base", "none"}
    assert all((verb == "") == (kind == "none") for _, verb, kind in irregular)
    verbs = wordlists.rows("passive_verbs")
    assert len({verb for verb, _, _ in verbs}) == len(verbs) > 1500
    assert {takes for _, takes, _ in verbs} == {"always", "often"}
    adjectives = wordlists.rows("participle_adjectives")
    assert len({word for word, _ in adjectives}) == len(adjectives)
    assert {rule for _, rule in adjectives} == {"never", "state", "present"}
    nouns = wordlists.rows("nominalisations")
    assert len({noun for noun, *_ in nouns}) == len(nouns) > 300
    assert {owner for *_, owner in nouns} == {"done", "doer"}
    assert {kind for _, kind in wordlists.rows("no_agents")} == {"any", "bare"}


def test_deeds_have_their_verb():
    assert nominalisations()["closures"].verb == "close"
    assert nominalisations()["decision"].before >= {"to"}
    assert nominalisations()["arrest"].done
    assert not nominalisations()["decision"].done


def test_words_before_which_a_participle_is_no_passive():
    assert "on" in not_before()["seized"]


def test_every_regular_form_of_a_verb_has_the_class_of_its_verb():
    irregular = {row[1] for row in wordlists.rows("participles")}
    regular = [(verb, takes) for verb, takes, _ in wordlists.rows("passive_verbs") if verb not in irregular]
    forms = [(form, ALWAYS if takes == "always" else OFTEN) for verb, takes in regular for form in _regular(verb)]
    assert len(forms) > 1000
    found = classes([form for form, _ in forms])
    assert [form for (form, bit), kind in zip(forms, found.tolist(), strict=True) if not kind & bit] == []
    assert not int(classes(["zqed"])[0]) & (ALWAYS | OFTEN)
