import pytest

from analysis.facts.differing_names import Apart, named_apart, names_known
from analysis.facts.fact_terms import tellings


def apart(one: str, other: str, *, rest: str = "") -> list[Apart]:
    """Compare two pages of one sentence; `rest` follows on the second one."""
    a = tellings("a", one, [(0, 0, len(one), 0)], ())[0][0]
    text = f"{other} {rest}"
    b, *more = tellings("b", text, [(0, 0, len(other), 0), (1, len(other) + 1, len(text), 0)], ())[0]
    known = {"a": names_known(a.names), "b": names_known((*b.names, *(n for t in more for n in t.names)))}
    return list(named_apart(a, b, {"a": one, "b": text}, known, similarity=0.7))


FOUND = "The stolen altarpiece was found in a barn in {}."


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (FOUND.format("Portugal"), FOUND.format("Denmark"), "place"),
        ("A fire gutted Orrin station at dawn.", "At dawn a fire gutted Halden station.", ""),
        (
            "The fire near Orrin station at dawn was put out.",
            "The fire near Halden station was put out at dawn.",
            "place",
        ),
        ("Mayor Carla Nydam opened the rebuilt market.", "The rebuilt market was opened by Mayor Rosa Ekholm.", "name"),
        (
            "The mill's owner, Hugo Strand, was fined for selling flour.",
            "Nils Varga, the owner, was fined for selling flour.",
            "name",
        ),
        ("Iceland rejected the fishing treaty.", "Norway rejected the fishing treaty.", "who"),
        ("Ada Lee insulted Otto Brume over the market.", "Otto Brume insulted Ada Lee over the market.", "who"),
    ],
    ids=["country", "no preposition", "station", "mayor", "owner", "country does it", "turned round"],
)
def test_names_in_one_place_of_two_sentences(one: str, other: str, what: str) -> None:
    assert [found.what for found in apart(one, other)] == ([what] if what else [])


@pytest.mark.parametrize(
    ("one", "other", "rest"),
    [
        (FOUND.format("Portugal"), FOUND.format("Denmark"), "Police in Portugal helped."),
        (FOUND.format("Orrin"), FOUND.format("Halden"), ""),
        ("The altarpiece was found in Portugal.", "The altarpiece was sent to Denmark.", ""),
        ("Ada Lee said the market is closed.", "Otto Brume said the market is closed.", ""),
        ("A passenger, Ada Lee, heard a loud bang.", "A passenger, Otto Brume, heard a loud bang.", ""),
        ("Mayor Tom Marsh opened the rebuilt market.", "Mayor Marsh opened the rebuilt market.", ""),
    ],
    ids=["both on the page", "town or county", "other preposition", "speakers", "one of many", "shorter form"],
)
def test_what_may_stand_beside_each_other(one: str, other: str, rest: str) -> None:
    assert apart(one, other, rest=rest) == []
