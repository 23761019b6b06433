import pytest

from analysis.words.lexicon import lexicon
from analysis.words.rewording import LEFT_OUT, neutral_wording, reworded


@pytest.mark.parametrize(
    ("neutral", "kind", "expected"),
    [
        ("criticise", "", "criticise"),
        ("criticise", "s", "criticises"),
        ("criticise", "ed", "criticised"),
        ("criticise", "ing", "criticising"),
        ("fall", "ed", "fell"),
        ("fall", "en", "fallen"),
        ("speak at length", "ing", "speaking at length"),
        ("not mention", "s", "does not mention"),
        ("not mention", "ed", "did not mention"),
        ("not mention", "ing", "not mentioning"),
        ("official", "plural", "officials"),
        ("group of migrants", "plural", "groups of migrants"),
        ("person with addiction", "plural", "persons with addiction"),
        ("strong", "ly", "strongly"),
        ("very large", "ly", ""),
        ("cheap", "er", "more cheap"),
    ],
)
def test_a_wording_takes_the_form_of_what_it_stands_for(neutral, kind, expected):
    assert reworded(neutral, kind) == expected


def entry(term):
    return next(entry for entry in lexicon("loaded").entries if entry.term == term)


def test_the_neutral_wording_follows_the_text():
    slam = entry("slam")
    assert [neutral_wording(slam, form) for form in ("slam", "slams", "slammed", "slamming")] == [
        "criticise",
        "criticises",
        "criticised",
        "criticising",
    ]


def test_a_participle_is_told_from_a_past_by_the_word_before():
    plummet = entry("plummet")
    assert neutral_wording(plummet, "plummeted", before="prices") == "fell"
    assert neutral_wording(plummet, "plummeted", before="have") == "fallen"


def test_a_verb_used_as_a_noun_has_no_neutral_wording():
    assert neutral_wording(entry("smear"), "smear", before="a") == ""
    assert neutral_wording(entry("smear"), "smear", before="to") == "accuse"


@pytest.mark.parametrize(
    ("surface", "before", "after", "expected"),
    [
        ("slamming", "is", "it", "criticising"),
        ("slamming", "ministers", "", "criticising"),
        ("slamming", "ministers", "the", "criticising"),
        ("slamming", "", "report", ""),
        ("slams", "she", "it", "criticises"),
        ("slams", "by", "and", ""),
        ("slam", "critics", "it", "criticise"),
        ("slam", "won't", "it", "criticise"),
        ("slam", "loud", "of", ""),
    ],
)
def test_a_form_that_may_be_another_part_of_speech_has_no_wording(surface, before, after, expected):
    assert neutral_wording(entry("slam"), surface, before=before, after=after) == expected


def test_not_is_offered_only_after_what_it_can_follow():
    assert neutral_wording(entry("fail to"), "fail to", before="will") == "not"
    assert neutral_wording(entry("fail to"), "fail to", before="councils") == ""
    assert neutral_wording(entry("fail to"), "failed to", before="council") == "did not"
    assert neutral_wording(entry("fail to"), "failing to", before="after") == ""


def test_some_words_can_be_left_out():
    assert neutral_wording(entry("utterly"), "utterly") == LEFT_OUT


def test_no_neutral_wording_is_itself_loaded_as_strongly():
    """What is offered instead must not be a mark of the same strength."""
    words = lexicon("loaded")
    numbers = {surface: found[0] for surface, found in zip(words.surfaces, words.entries_of, strict=True)}
    worse = [
        (entry.term, entry.neutral)
        for entry in words.entries
        if entry.neutral in numbers
        and words.entries[numbers[entry.neutral]].strength >= entry.strength
        and not words.entries[numbers[entry.neutral]].guards
    ]
    assert worse == []


def test_every_form_of_every_entry_has_its_wording():
    for entry in lexicon("loaded").entries:
        if entry.neutral and entry.neutral != LEFT_OUT:
            for form, kind in entry.forms.items():
                wording = neutral_wording(entry, form)
                no_form = kind == "ly" or (entry.neutral.split(" ")[0] == "not" and kind in {"en", "ing"})
                assert wording or no_form, (entry.term, form)
                assert wording == wording.strip()
