"""What news services answer: one invented article in the form of each, and teasers of it."""

from tests.sources.readers.articles import article

TEXT = article(1)["text"]
PLACE = "https://harbourpost.example/1"
SERVICES = {
    "NewsAPI": {
        "status": "ok",
        "totalResults": 1,
        "articles": [
            {
                "source": {"id": None, "name": "Harbour Post"},
                "author": "Ann Lowe",
                "title": "Port shuts",
                "description": "A teaser.",
                "url": PLACE,
                "publishedAt": "2026-03-01T09:30:00Z",
                "content": TEXT,
            }
        ],
    },
    "Guardian": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "world/port",
                    "sectionName": "World",
                    "webPublicationDate": "2026-03-01T09:30:00Z",
                    "webTitle": "Port shuts",
                    "webUrl": PLACE,
                    "fields": {
                        "trailText": "A teaser.",
                        "byline": "Ann Lowe",
                        "publication": "Harbour Post",
                        "bodyText": TEXT,
                    },
                }
            ],
        }
    },
    "Event Registry": {
        "articles": {
            "page": 1,
            "results": [
                {
                    "uri": "7",
                    "lang": "eng",
                    "isDuplicate": False,
                    "date": "2026-03-02",
                    "time": "11:00:00",
                    "dateTime": "2026-03-02T11:00:00Z",
                    "dateTimePub": "2026-03-01T09:30:00Z",
                    "url": PLACE,
                    "title": "Port shuts",
                    "body": TEXT,
                    "source": {"uri": "harbourpost.example", "title": "Harbour Post"},
                    "authors": [{"uri": "ann@x.example", "name": "Ann Lowe", "type": "author"}],
                }
            ],
        }
    },
    "news-please": {
        "authors": ["Ann Lowe"],
        "date_download": "2026-03-05 00:00:00",
        "date_modify": None,
        "date_publish": "2026-03-01 09:30:00",
        "description": "A teaser.",
        "maintext": TEXT,
        "source_domain": "Harbour Post",
        "title": "Port shuts",
        "url": PLACE,
    },
    "fundus": [
        {
            "title": "Port shuts",
            "authors": ["Ann Lowe"],
            "publishing_date": "2026-03-01 09:30:00+00:00",
            "publisher": "Harbour Post",
            "body": {"summary": ["A teaser."], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]},
            "html": {"requested_url": PLACE, "responded_url": PLACE, "content": "<html>menu</html>"},
        }
    ],
    "Elasticsearch": {
        "hits": {
            "total": 1,
            "hits": [
                {
                    "_id": "a",
                    "_source": {
                        "headline": "Port shuts",
                        "text": TEXT,
                        "link": PLACE,
                        "publisher": {"name": "Harbour Post"},
                        "author": "By Ann Lowe",
                        "published": 1772357400000,
                    },
                }
            ],
        }
    },
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {
                "id": "1",
                "title": "Port shuts",
                "url": PLACE,
                "content_html": "".join(f"<p>{each}</p>" for each in TEXT.split("\n\n")),
                "date_published": "2026-03-01T09:30:00Z",
                "authors": [{"name": "Ann Lowe"}],
                "site_name": "Harbour Post",
            }
        ],
    },
}

TEASERS = {
    "NYT": {
        "status": "OK",
        "response": {
            "docs": [
                {
                    "abstract": "A teaser.",
                    "web_url": PLACE,
                    "snippet": "A teaser.",
                    "lead_paragraph": "The council closed the port.",
                    "source": "Harbour Post",
                    "headline": {"main": "Port shuts", "kicker": None},
                    "pub_date": "2026-03-01T09:30:00+0000",
                    "byline": {"original": "By Ann Lowe", "person": [{"firstname": "Ann", "lastname": "Lowe"}]},
                }
            ]
        },
    },
    "GNews": {
        "totalArticles": 1,
        "articles": [
            {
                "title": "Port shuts",
                "description": "A teaser.",
                "content": "The council closed the port on Tuesday, which... [2345 chars]",
                "url": PLACE,
                "image": "https://harbourpost.example/1.jpg",
                "publishedAt": "2026-03-01T09:30:00Z",
                "source": {"name": "Harbour Post", "url": "https://harbourpost.example"},
                "author": "Ann Lowe",
            }
        ],
    },
    "Mediastack": {
        "pagination": {"limit": 100},
        "data": [
            {
                "author": "Ann Lowe",
                "title": "Port shuts",
                "description": "A teaser.",
                "url": PLACE,
                "source": "Harbour Post",
                "category": "general",
                "published_at": "2026-03-01T09:30:00+00:00",
            }
        ],
    },
}
