import pytest

from analysis.stories.headlines import headline_changed


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("Cracks close bridge", "Chaos on bridge", True),
        ("Cracks close bridge", "Cracks Close Bridge!", False),
        ("Mayor’s ‘no’ to bridge", "Mayor's 'no' to bridge", False),
        ("Cracks close bridge", "Cracks close bridge | Kell Observer", False),
        ("Cracks close bridge", "Cracks close bridge - BBC News", False),
        ("Cracks close bridge - reuters.com", "Cracks close bridge", False),
        ("The Guardian | Cracks close bridge", "Cracks close bridge", False),
        ("AP: Cracks close bridge", "Cracks close bridge", False),
        ("Mayor: Cracks close bridge", "Cracks close bridge", True),
        ("Cracks close bridge", "Cracks close bridge - what now", True),
        ("Cracks close bridge | Kell Observer", "Chaos on bridge | Kell Observer", True),
        (None, "Cracks close bridge", False),
        ("", "Cracks close bridge", False),
    ],
)
def test_a_headline_changes_with_its_words(one, other, changed):
    assert headline_changed(one, other, names=("Kell Observer", None)) is changed
    assert headline_changed(other, one, names=(None, "Kell Observer")) is changed


def test_the_name_of_an_outlet_nobody_knows_is_a_part_of_the_headline():
    assert headline_changed("Cracks close bridge", "Cracks close bridge | Kell Observer")
