import pytest

from analysis.facts.names import Name
from analysis.facts.office_holders import holders, titled


def named(key: str, title: str) -> Name:
    return Name(0, len(key), key, key, "person", title)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (named("Ines Tolland", "captain"), named("Irene Tolland", "captain"), True),
        (named("Ines Tolland", "captain"), named("Otto Tolland", "captain"), False),
        (named("Odile Farrant", "prime minister"), named("Hector Brume", "prime minister"), True),
        (named("Odile Farrant", "minister"), named("Hector Brume", "minister"), False),
        (named("Joe Brume", "president"), named("Joseph Brume", "president"), False),
    ],
    ids=["misspelt", "another first name", "one office", "one of many", "pet form"],
)
def test_two_holders_of_an_office(one: Name, other: Name, found: bool) -> None:
    mine, theirs = ([one], frozenset({one.key})), ([other], frozenset({other.key}))
    assert list(holders([one], [other], mine, theirs)) == ([(one.key, other.key)] if found else [])


def test_former_holders_hold_no_office() -> None:
    assert titled([named("Joe Brume", "former president"), named("Ada Lee", "")]) == []
