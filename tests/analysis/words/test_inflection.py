import pytest

from analysis.words.inflection import inflect


@pytest.mark.parametrize(
    ("term", "form", "expected"),
    [
        ("slam", "verb", {"slam", "slams", "slammed", "slamming"}),
        ("lash out", "verb", {"lash out", "lashes out", "lashed out", "lashing out"}),
        ("decry", "verb", {"decry", "decries", "decried", "decrying"}),
        ("gouge", "verb", {"gouge", "gouges", "gouged", "gouging"}),
        ("panic", "verb", {"panic", "panics", "panicked", "panicking"}),
        ("vie", "verb", {"vie", "vies", "vied", "vying"}),
        ("veto", "verb", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("foment", "verb", {"foment", "foments", "fomented", "fomenting"}),
        ("flee", "verb", {"flee", "flees", "fleed", "fleeing"}),
        ("quip", "verb", {"quip", "quips", "quipped", "quipping"}),
        ("politicize", "verb", {"politicize", "politicizes", "politicized", "politicizing"}
         | {"politicise", "politicises", "politicised", "politicising"}),
        ("witch hunt", "noun", {"witch hunt", "witch hunts"}),
        ("crony", "noun", {"crony", "cronies"}),
        ("fiasco", "noun", {"fiasco", "fiascos"}),
        ("reckless", "adj+ly", {"reckless", "recklessly"}),
        ("shady", "ly+er", {"shady", "shadily", "shadier", "shadiest"}),
        ("terrible", "ly", {"terrible", "terribly"}),
        ("tragic", "ly", {"tragic", "tragically"}),
        ("tear into", "=tears, tore", {"tear into", "tears into", "tore into"}),
        ("so called", "", {"so called"}),
    ],
)  # fmt: skip
def test_forms(term, form, expected):
    assert set(inflect(term, form)) == expected


def test_the_term_is_first_and_no_form_is_twice():
    forms = inflect("smear", "verb+noun")
    assert forms[0] == "smear"
    assert len(forms) == len(set(forms)) == 4


def test_size_is_no_verb_in_ise():
    assert "sise" not in inflect("size", "noun")


def test_an_unknown_form_is_named():
    with pytest.raises(ValueError, match="unknown form 'gerund'"):
        inflect("slam", "gerund")
