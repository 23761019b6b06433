from analysis.stories.agency_names import MASK, agencies
from sources.outlets import Outlets, load_outlets


def test_outlets_that_are_agencies_go_by_all_their_names():
    known = agencies()
    masked = known.masked("The Associated Press, Agence France-Presse and REUTERS")
    assert masked.line == f"{MASK}, {MASK} and {MASK}"
    assert masked.named == ("Associated Press", "Agence France-Presse", "Reuters")
    assert {"Associated Press", "Reuters"} <= known.own


def test_the_longest_name_is_the_one_meant():
    assert agencies().masked("Thomson Reuters").named == ("Reuters",)
    assert agencies().masked("the Australian Associated Press").named == ("Australian Associated Press",)
    assert agencies().masked("Thomson Reuters Foundation").named == ("Thomson Reuters Foundation",)


def test_a_word_in_small_letters_is_no_agency():
    assert agencies().masked("an upi of mine, and the app").named == ()
    assert agencies().masked("Berlin (dpa)").named == ("Deutsche Presse-Agentur",)
    assert agencies().masked("APPLE, WAMPUM and UPIS").named == ()


def test_letters_that_only_look_alike():
    assert agencies().masked("(UPİ) and (PTı)").named == ()


def test_an_outlet_of_another_kind_keeps_its_name():
    for name in agencies().names:
        known = load_outlets().by_name(name)
        assert known is None or known.kind == "agency" or known.name in agencies().services, name


def test_other_outlets_other_agencies():
    own = next(outlet for outlet in load_outlets() if outlet.kind == "agency")
    only = agencies(Outlets({own.key: own}))
    assert only.own == {own.name}
    assert only.masked(own.name).named == (own.name,)
    assert only.masked("(U.P.I.)").named == ("United Press International",), "from the list of names"


def test_places_in_the_masked_line_are_known_in_the_line():
    line = f"With{MASK}AFP, the Associated Press\nand Reuters in Kell"
    masked = agencies().masked(line)
    assert masked.line == f"With {MASK}, {MASK}\nand {MASK} in Kell"
    for word in ("With", "and", "in", "Kell"):
        assert masked.place(masked.line.index(word)) == line.index(word)
    assert masked.place(len(masked.line)) == len(line)
    assert masked.among(0, len(masked.line)) == ["Agence France-Presse", "Associated Press", "Reuters"]
    assert masked.among(masked.line.index("and"), len(masked.line)) == ["Reuters"]


def test_letters_that_mean_other_things_count_in_brackets_alone():
    assert agencies().masked("ISLAMABAD (APP) –").named == ("Associated Press of Pakistan",)
    assert agencies().masked("Get our APP").named == ()
