from analysis.stories.agency_names import MASK, agencies
from sources.outlets import Outlets, load_outlets


def test_outlets_that_are_agencies_go_by_all_their_names():
    known = agencies()
    masked, found = known.masked("The Associated Press, Agence France-Presse and REUTERS")
    assert masked == f"{MASK}, {MASK} and {MASK}"
    assert found == ["Associated Press", "Agence France-Presse", "Reuters"]
    assert {"Associated Press", "Reuters"} <= known.own


def test_the_longest_name_is_the_one_meant():
    assert agencies().masked("Thomson Reuters")[1] == ["Reuters"]
    assert agencies().masked("the Australian Associated Press")[1] == ["Australian Associated Press"]
    assert agencies().masked("Thomson Reuters Foundation")[1] == ["Thomson Reuters Foundation"]


def test_a_word_in_small_letters_is_no_agency():
    assert agencies().masked("an upi of mine, and the app")[1] == []
    assert agencies().masked("Berlin (dpa)")[1] == ["Deutsche Presse-Agentur"]
    assert agencies().masked("APPLE, WAMPUM and UPIS")[1] == []


def test_an_outlet_of_another_kind_keeps_its_name():
    for name in agencies().names:
        known = load_outlets().by_name(name)
        assert known is None or known.kind == "agency" or known.name in agencies().services, name


def test_other_outlets_other_agencies():
    own = next(outlet for outlet in load_outlets() if outlet.kind == "agency")
    only = agencies(Outlets({own.key: own}))
    assert only.own == {own.name}
    assert only.masked(own.name)[1] == [own.name]
    assert only.masked("(UPI)")[1] == ["United Press International"], "from the list of names"
