import csv
import io
from datetime import UTC, datetime

import pytest

from sources.page import Elsewhere, Page, Refused
from sources.readers import ALL_READERS
from sources.readers.media_cloud import READER
from tests.sources.readers.articles import article

OLD = "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url".split(",")
NEW = "id,indexed_date,language,media_name,media_url,publish_date,title,url".split(",")
TOPIC = "stories_id,publish_date,title,url,language,ap_syndicated,inlink_count,outlink_count,media_id,media_name".split(
    ","
)


def export(columns: list[str], count: int = 3, **other: str) -> bytes:
    made = io.StringIO(newline="")
    table = csv.DictWriter(made, columns, extrasaction="ignore")
    table.writeheader()
    for number in range(count):
        table.writerow(
            {
                "id": f"{number:064x}",
                "stories_id": number,
                "publish_date": "2020-03-01 10:20:30",
                "indexed_date": "2024-03-01 10:20:30.123456",
                "title": article(number)["title"],
                "url": article(number)["url"],
                "language": "en",
                "ap_syndicated": "False",
                "themes": "politics, transport",
                "media_id": 17,
                "media_name": "Harbour Post",
                "media_url": "https://harbourpost.example/",
                **other,
            }
        )
    return made.getvalue().encode()


def read(content: bytes) -> list[Page | Elsewhere | Refused]:
    assert next(reader for reader in ALL_READERS if reader.detects(content[:65536], "saved")) is READER
    return list(READER.read(content, "stories.csv"))


@pytest.mark.parametrize("columns", [OLD, NEW, TOPIC])
def test_each_story_is_elsewhere(columns):
    stories = read(export(columns))
    assert all(isinstance(story, Elsewhere) for story in stories)
    first = stories[0]
    assert (first.title, first.url, first.outlet) == (article(0)["title"], article(0)["url"], "Harbour Post")
    assert first.published == datetime(2020, 3, 1, 10, 20, 30, tzinfo=UTC)
    assert first.origin == "stories.csv, row 2"
    assert dict(first.found) == {
        "title": "column 'title'",
        "outlet": "column 'media_name'",
        "published": "column 'publish_date'; no time zone given, read as UTC",
    }


def test_a_story_without_a_date_has_none():
    (story,) = read(export(NEW, 1, publish_date=""))
    assert story.published is None


def test_a_story_with_its_text_is_a_page():
    (page,) = read(export([*NEW, "text"], 1, text=article(0)["text"]))
    assert isinstance(page, Page)
    assert (page.reader, page.outlet, page.url) == ("Media Cloud", "Harbour Post", article(0)["url"])


def test_a_story_without_an_address_is_refused():
    (refused,) = read(export(OLD, 1, url=""))
    assert isinstance(refused, Refused)


def test_other_tables_are_not_its_own():
    assert not READER.detects(b"title,url,publish_date\n", "stories.csv")
    assert not READER.detects(b"", "stories.csv")
