from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from sources.article import Article, Removed, article_id
from sources.errors import LibraryError
from sources.keeping.schema import (
    ARTICLES,
    SCHEMA,
    article_of,
    engine_of,
    file_of,
    make_tables,
    refuse_stranger,
    row_of,
    schema_of,
    url_of,
)

ARTICLE = Article(
    id=article_id("Ferry closes", "The last boat left."),
    title="Ferry closes",
    text="The last boat left.",
    published=datetime(2025, 3, 12, 14, 5, tzinfo=UTC),
    summary=("One point",),
    headings=((0, 8),),
    removed=(Removed(text="Home", rule="page furniture"),),
    found=(("title", "line above the body"),),
)


def test_an_article_comes_back_from_its_row(tmp_path: Path) -> None:
    engine = engine_of(url_of(tmp_path / "library.sqlite"))
    assert schema_of(engine, shown="it") is None
    make_tables(engine)
    with engine.begin() as connection:
        connection.execute(insert(ARTICLES), [row_of(ARTICLE)])
    with engine.connect() as connection:
        assert [article_of(row) for row in connection.execute(select(ARTICLES)).mappings()] == [ARTICLE]
    assert schema_of(engine, shown="it") == SCHEMA
    engine.dispose()


def test_a_path_is_a_file_and_an_address_may_be_none(tmp_path: Path) -> None:
    assert file_of(url_of(tmp_path / "library.sqlite")) == tmp_path / "library.sqlite"
    assert file_of(url_of("postgresql://ann@host/parallax")) is None


def test_a_stranger_is_refused_and_an_empty_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    refuse_stranger(tmp_path / "empty")
    (tmp_path / "text").write_text("a shopping list that is no library at all")
    for stranger in (tmp_path, tmp_path / "text"):
        with pytest.raises(LibraryError):
            refuse_stranger(stranger)
