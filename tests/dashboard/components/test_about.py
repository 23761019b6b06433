from dashboard.components.about import metadata, removed, site_summary
from tests.dashboard.hand_made import OTHER, WIRE, links, words


def test_each_field_says_where_it_was_found_and_unknown_ones_that_they_are() -> None:
    assert "OutletReuters found: line 'Source Reuters'" in words(metadata(WIRE))
    said = words(metadata(OTHER))
    for part in ("outlet not named on the page", "no headline on the page", "undated", "Addressunknown"):
        assert part in said
    assert links(metadata(OTHER)) == []
    assert links(metadata(WIRE)) == ["https://example.com/fire"]


def test_what_was_cut_stands_with_its_rule() -> None:
    assert "Cut from the page: 1 line" in words(removed(WIRE))
    assert "buttonSubscribe now" in words(removed(WIRE))
    assert removed(OTHER) is None


def test_the_sites_own_summary_stands_apart() -> None:
    assert "not scored" in words(site_summary(WIRE))
    assert site_summary(OTHER) is None
