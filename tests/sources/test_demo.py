"""The demo pack holds what docs/demo.md promises: the pages, the outlets and every planted thing."""

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from sources import demo

FOLDER = Path(demo.__file__).parent
GUIDE = FOLDER.parents[1] / "docs" / "demo.md"
OUTLETS = tomllib.loads((FOLDER / "outlets.toml").read_text(encoding="utf-8"))["outlets"]
EVENTS = ("ferry", "turbines", "water")
COPIES = {"ferry-courier-early": "ferry-landwire", "turbines-rouser-early": "turbines-landwire"}
NOT_BODY = "ancestor::header or ancestor::aside or ancestor::footer"


@dataclass(frozen=True)
class Page:
    event: str
    outlet: str
    title: str
    site: str
    headings: tuple[str, ...]
    canonical: str
    published: datetime
    paragraphs: tuple[str, ...]
    """Paragraphs of the story; standfirst, byline, credit and the like carry a class in the markup, these do not."""

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def narration(self) -> str:
        """The text with what stands in double quotation marks taken out (an open one ends with its paragraph)."""
        return "\n".join(re.sub(r"“[^”]*(”|$)", " ", paragraph) for paragraph in self.paragraphs)


def plain(text: str) -> str:
    return " ".join(text.split())


def read(path: Path) -> Page:
    tree = html.fromstring(path.read_bytes())
    event, outlet, *_ = path.stem.split("-")

    def only(query: str) -> str:
        found = tree.xpath(query)
        assert len(found) == 1, f"{path.name}: {len(found)} x {query}"
        return plain(str(found[0]))

    return Page(
        event=event,
        outlet=outlet,
        title=only("/html[@lang='en']/head/title/text()"),
        site=only("//meta[@property='og:site_name']/@content"),
        headings=(
            only("//meta[@property='og:title']/@content"),
            plain("".join(tree.xpath("//article//h1")[0].itertext())),
        ),
        canonical=only("//link[@rel='canonical']/@href"),
        published=datetime.fromisoformat(only("//meta[@property='article:published_time']/@content")),
        paragraphs=tuple(
            plain("".join(p.itertext())) for p in tree.xpath(f"//article//p[not(@class) and not({NOT_BODY})]")
        ),
    )


PAGES = {path.stem: read(path) for path in demo.pages()}
EACH = pytest.mark.parametrize("name", PAGES)


def of(event: str, *, but: tuple[str, ...] = ()) -> dict[str, Page]:
    return {name: page for name, page in PAGES.items() if page.event == event and name not in but}


def share(page: Page, original: Page) -> float:
    """Share of the page's own runs of four words that the original has too."""

    def shingles(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}

    own = shingles(page.text)
    return len(own & shingles(original.text)) / len(own)


def test_three_events_by_five_outlets() -> None:
    assert 15 <= len(PAGES) <= 20
    assert [path.name for path in demo.pages()] == sorted(path.name for path in demo.pages())
    assert {page.event for page in PAGES.values()} == set(EVENTS)
    assert len(OUTLETS) == 5
    for event in EVENTS:
        assert {page.outlet for page in of(event).values()} == set(OUTLETS), event


def test_outlets_say_what_they_are() -> None:
    assert {outlet["kind"] for outlet in OUTLETS.values()} == {"agency", "tabloid", "opinion", "local", "business"}
    for key, outlet in OUTLETS.items():
        assert outlet["name"] in outlet["names"], key
        assert all(domain.endswith(".example") for domain in outlet["domains"]), key
        assert (outlet["country"], outlet["language"], outlet["feeds"]) == ("XX", "en", []), key


@EACH
def test_page_is_complete(name: str) -> None:
    page = PAGES[name]
    outlet = OUTLETS[page.outlet]
    assert page.site == outlet["name"]
    assert page.headings[0] == page.headings[1]
    assert page.title == f"{page.headings[0]} | {page.site}"
    assert urlsplit(page.canonical).hostname in outlet["domains"]
    assert urlsplit(page.canonical).scheme == "https"


@EACH
def test_body_is_250_to_600_words(name: str) -> None:
    assert 250 <= len(PAGES[name].text.split()) <= 600


@EACH
def test_quotation_marks_are_typographic_and_paired(name: str) -> None:
    text = PAGES[name].text
    assert not re.search(r"[\"']", text)
    left_open = 0
    for paragraph, following in pairwise((*PAGES[name].paragraphs, "")):
        missing = paragraph.count("“") - paragraph.count("”")
        assert missing in {0, 1}, paragraph
        if missing:
            assert following.startswith("“"), f"left open and not taken up again: {paragraph}"
            left_open += 1
    assert left_open == (1 if name == "water-courier" else 0)


def test_titles_and_addresses_are_unique() -> None:
    assert len({page.title for page in PAGES.values()}) == len(PAGES)
    assert len({page.canonical for page in PAGES.values()}) == len(PAGES)


def test_dates_are_aware_and_the_agency_is_first() -> None:
    for name, page in PAGES.items():
        assert page.published.utcoffset() is not None, name
        assert (2026, 3) <= (page.published.year, page.published.month) <= (2026, 6), name
    for event in EVENTS:
        times = sorted((page.published, page.outlet) for page in of(event).values())
        assert times[0][1] == "landwire"
        assert len({time for time, _ in times}) == len(times)
        assert (times[-1][0] - times[0][0]).days < 3


def test_events_are_told_in_different_words() -> None:
    """Outside the function words, two events share little: people and places meet in one event only."""
    names = {
        event: {word for page in of(event).values() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", page.text)}
        for event in EVENTS
    }
    for event in EVENTS:
        others = set().union(*(names[other] for other in EVENTS if other != event))
        assert len(names[event] & others) / len(names[event]) < 0.25, (event, names[event] & others)


@pytest.mark.parametrize(("name", "original"), COPIES.items())
def test_copies_share_the_agency_text(name: str, original: str) -> None:
    copy, agency = PAGES[name], PAGES[original]
    assert share(copy, agency) >= 0.85
    assert 1 <= len(agency.paragraphs) - len(copy.paragraphs) <= 3
    assert copy.headings[0] != agency.headings[0]
    assert copy.published > agency.published


def test_nothing_else_is_a_copy() -> None:
    for event in EVENTS:
        own = of(event, but=tuple(COPIES))
        for name, page in own.items():
            for other in own.values():
                assert page is other or share(page, other) < 0.2, (name, other.title)


@pytest.mark.parametrize(
    ("odd", "odd_says", "others_say"),
    [
        ("ferry-rouser", r"\b41 people were injured", r"\b14 (people|injured|of them)"),
        ("water-lanternhill", r"was taken on 10 April", r"\b16 April\b"),
        ("turbines-quarterday", r"€1\.8m a year", r"(€1\.3\s?m(illion)?|1\.3 million euros) a year"),
        ("ferry-lanternhill", r"Captain Irene Tolland", r"\bInes(, Tolland| Tolland)"),
    ],
)
def test_contradictions(odd: str, odd_says: str, others_say: str) -> None:
    assert re.search(odd_says, PAGES[odd].text)
    assert not re.search(others_say, PAGES[odd].text)
    for name, page in of(PAGES[odd].event, but=(odd,)).items():
        assert re.search(others_say, page.text), name
        assert not re.search(odd_says, page.text), name


@pytest.mark.parametrize(
    ("event", "fact"),
    [
        ("ferry", r"\b186\b"),
        ("ferry", r"bow thruster"),
        ("ferry", r"\banchor\b"),
        ("ferry", r"\bFriday\b"),
        ("ferry", r"\b(40|forty) seats\b"),
        ("ferry", r"Marine Safety Board.* by 17 April"),
        ("water", r"9,300 (homes|households)"),
        ("water", r"E\. coli"),
        ("water", r"(cracked (inspection )?hatch|(hatch|which).* cracked)"),
        ("water", r"November 2024"),
        ("water", r"\b2027\b"),
        ("water", r"€60|\b60 euros"),
        ("turbines", r"(?i)\b(20 (to 20|councillors on one side and 20)|20–20|twenty councillors .* twenty)\b"),
        ("turbines", r"Piers Aldane"),
        ("turbines", r"(?i)\b(11|eleven)( hulking| wind)? turbines"),
        ("turbines", r"\b140 metres"),
        ("turbines", r"\b30 years"),
        ("turbines", r"(?i)\b(34|thirty-four) households"),
        ("turbines", r"\b2,860\b"),
        ("turbines", r"\b220,000\b"),
        ("turbines", r"\b28 days"),
        ("turbines", r"autumn of 2027"),
    ],
)
def test_facts_that_every_page_of_an_event_has(event: str, fact: str) -> None:
    for name, page in of(event).items():
        assert re.search(fact, page.text), name


def test_one_page_does_not_say_that_people_fell_ill() -> None:
    told = re.compile(r"two children|children, (aged )?four and seven|\b(23|twenty-three)\b|\bill\b|hospital", re.I)
    assert not told.search(PAGES["water-quarterday"].text)
    for name, page in of("water", but=("water-quarterday",)).items():
        assert re.search(r"\b(23|twenty-three)\b", page.text, re.I), name
        assert re.search(r"two children", page.text, re.I), name
        assert "Aldery Hospital" in page.text, name


def test_one_page_has_the_delay_only_in_a_quotation() -> None:
    def told(text: str) -> bool:
        return "January" in text and bool(re.search(r"(until|to) May\b", text))

    for name, page in of("ferry").items():
        assert told(page.text), name
        assert told(page.narration) == (name != "ferry-quarterday"), name


def test_one_headline_claims_more_than_its_story() -> None:
    page = PAGES["water-rouser"]
    assert "Thousands poisoned" in page.headings[0]
    assert "thousands" not in page.text.lower()
    assert "23 people" in page.text
    assert "nobody has yet proved" in page.text


def test_one_outlet_names_nobody_and_another_everybody() -> None:
    unnamed = re.compile(r"not to be named|not authorised|people with knowledge|person close|source|insider|one mum")
    people = "Mossop|Hartnoll|Kray|Askew|Orrell|Dell|Kell|Tibb|Peel"
    quarterday, courier = PAGES["turbines-quarterday"], PAGES["turbines-courier"]
    assert not re.search(people, quarterday.text)
    assert len(unnamed.findall(quarterday.text)) >= 4
    assert not unnamed.search(courier.text)
    for paragraph in courier.paragraphs:
        if "“" in paragraph:
            assert re.search(people, paragraph), paragraph


def test_the_guide_quotes_what_the_pages_say() -> None:
    """Each line set off with > stands in the page whose file name is the last before it."""
    page, checked, seen = None, 0, set()
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            assert page is not None, line
            assert line[2:] in page.text or line[2:] == page.headings[0], line
            checked += 1
        for name in re.findall(r"`([a-z-]+)\.html`", line):
            seen.add(name)
            page = PAGES[name]
    assert checked >= 15
    assert set(COPIES) < seen


def test_the_invented_outlets_are_known_by_name():
    from sources.demo import outlet_names

    assert len(outlet_names()) == 5
    assert "The Daily Rouser" in outlet_names()
