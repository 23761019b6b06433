from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from sources.article import Article, Removed, article_id
from sources.keeping.place import url_of
from sources.keeping.schema import ARTICLES, SCHEMA, article_of, engine_of, make_tables, row_of, schema_of

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
