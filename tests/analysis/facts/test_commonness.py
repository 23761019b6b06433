from analysis.facts.commonness import rarity


def test_what_every_page_writes_tells_little() -> None:
    assert rarity("idea:presidency") < rarity("idea:stop") < rarity("word:magnet") <= 1
    assert rarity("word:never-seen-anywhere") == 1
