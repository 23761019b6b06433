"""Articles are read at once as one by one: also those that were changed or removed since."""

from pathlib import Path

import pytest

from sources.article import Article, article_id
from sources.errors import UnknownName
from sources.keeping.versions import versions
from sources.library import Library


def _article(text: str) -> Article:
    return Article(id=article_id(None, text), text=text, source="test")


def test_several_as_one_by_one(tmp_path: Path) -> None:
    every = [_article(f"text {at}") for at in range(5)]
    with Library(tmp_path / "l.sqlite") as library:
        library.add_many(every)
        library.replace(every[1].id, _article("another"), what="test")
        library.remove(every[2].id)
        asked = [every[at].id for at in (4, 1, 2, 0, 4)]
        found = versions(library, asked)
        assert found == {each: library.version(each) for each in asked}
        assert list(found) == asked[:4]
        assert found[every[2].id] == every[2]
        assert versions(library, []) == {}
        with pytest.raises(UnknownName):
            versions(library, [every[0].id, "0" * 16])
