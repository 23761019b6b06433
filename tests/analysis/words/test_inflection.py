import pytest

from analysis.words.inflection import inflect, inflections


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
        ("flee", "verb", {"flee", "flees", "fled", "fleeing"}),
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
        ("tear into", "=tears into, tore into", {"tear into", "tears into", "tore into"}),
        ("tear into", "verb", {"tear into", "tears into", "tore into", "torn into", "tearing into"}),
        ("admit", "verb", {"admit", "admits", "admitted", "admitting"}),
        ("spin", "verb", {"spin", "spins", "spun", "spinning"}),
        ("overrun", "verb", {"overrun", "overruns", "overran", "overrunning"}),
        ("begin", "verb", {"begin", "begins", "began", "begun", "beginning"}),
        ("funnel", "verb", {"funnel", "funnels", "funneled", "funneling", "funnelled", "funnelling"}),
        ("reveal", "verb", {"reveal", "reveals", "revealed", "revealing"}),
        ("so called", "", {"so called"}),
        ("say", "verb", {"say", "says", "said", "saying"}),
        ("lie", "verb", {"lie", "lies", "lied", "lying"}),
        ("lay", "verb", {"lay", "lays", "laid", "laying"}),
        ("oversee", "verb", {"oversee", "oversees", "oversaw", "overseen", "overseeing"}),
        ("forget", "verb", {"forget", "forgets", "forgot", "forgotten", "forgetting"}),
        ("undercut", "verb", {"undercut", "undercuts", "undercutting"}),
    ],
)  # fmt: skip
def test_forms(term, form, expected):
    assert set(inflect(term, form)) == expected


def test_the_term_is_first_and_no_form_is_twice():
    forms = inflect("smear", "verb+noun")
    assert forms[0] == "smear"
    assert len(forms) == len(set(forms)) == 4


def test_each_form_says_what_it_is():
    assert inflections("take aim", "verb") == {
        "take aim": "",
        "takes aim": "s",
        "took aim": "ed",
        "taken aim": "en",
        "taking aim": "ing",
    }
    assert inflections("madman", "=madmen") == {"madman": "", "madmen": "plural"}
    assert inflections("shady", "ly+er") == {"shady": "", "shadily": "ly", "shadier": "er", "shadiest": "est"}


def test_size_is_no_verb_in_ise():
    assert "sise" not in inflect("size", "noun")


def test_an_unknown_form_is_named():
    with pytest.raises(ValueError, match="unknown form 'gerund'"):
        inflect("slam", "gerund")
