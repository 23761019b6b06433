from tests.sources.cleaning.pages import BODY, HEADLINE, assert_body, read, rules_of

PITCH = (
    "Is your boat insured for a storm like this one?",
    "HullGuard covers wooden and steel boats of every age, in more than forty harbours.",
    "With powerful tools and trusted experts, it finds the best deal for you in minutes.",
    "Want to know if HullGuard has an offer for your harbour?",
)


def test_pitch_below_is_cut_from_its_first_line() -> None:
    article = read(HEADLINE, "", *BODY, *PITCH)
    assert_body(article)
    assert set(rules_of(article)) == set(PITCH)


def test_call_to_act_below_takes_no_prose_with_it() -> None:
    article = read(HEADLINE, "", *BODY, "Subscribe to our newsletter")
    assert_body(article)
