"""The frame that leads in invented headlines about ten topics."""

import pytest

from analysis.measures.framing import OTHER, leading
from analysis.reading.articles import read
from sources.article import Article

HEADLINES = {
    "immigration": (
        ("Farmers warn of crop losses and higher prices without migrant labour", "economic"),
        ("Asylum backlog grows as offices run short of caseworkers", "capacity"),
        ("Appeals court blocks deportation of students", "legality"),
        ("Patrols doubled to stop smugglers crossing the border", "security"),
        ("Half of voters want fewer visas, poll finds", "opinion"),
        ("Migrants turned away because of their religion, complaint says", "fairness"),
    ),
    "climate": (
        ("Carbon price would cost steel makers millions", "economic"),
        ("Bishops call burning coal a sin against the poor", "morality"),
        ("Thousands march for the climate in Ottawa", "opinion"),
        ("Heatwave sends hundreds to hospital with heatstroke", "health"),
        ("Ministers to sign emissions treaty at United Nations summit", "external"),
        ("New rules would phase out gas boilers by 2035", "policy"),
    ),
    "trade": (
        ("Tariffs push up prices as exporters cut jobs", "economic"),
        ("Beijing and Brussels resume talks on bilateral agreement", "external"),
        ("Republicans split over tariffs before midterm elections", "political"),
        ("Ports overwhelmed by shortage of drivers and warehouse space", "capacity"),
        ("Smuggling ring leader jailed for ten years", "crime"),
    ),
    "health care": (
        ("Hospitals short of nurses and beds as winter begins", "capacity"),
        ("Black mothers still face unequal treatment in maternity wards", "fairness"),
        ("Measles outbreak spreads to third city", "health"),
        ("Senate Democrats block insurance bill in party-line vote", "political"),
        ("Depression and anxiety rise among young nurses", "health"),
        ("Supreme Court to hear challenge to abortion ruling", "legality"),
    ),
    "war": (
        ("Missile strikes hit army base near the capital", "security"),
        ("Envoys meet in Geneva to revive ceasefire talks", "external"),
        ("Pope says war is a moral failure", "morality"),
        ("Families mourn sons killed at the front", "quality"),
        ("Thousands protest against war outside parliament", "opinion"),
    ),
    "education": (
        ("Teachers strike over pay as budget cuts bite", "economic"),
        ("Universities accused of racial discrimination in admissions", "fairness"),
        ("School board bans novels and rewrites history lessons", "culture"),
        ("Rural schools lack teachers and textbooks", "capacity"),
        ("Bill would require schools to teach coding", "policy"),
    ),
    "policing": (
        ("Two men charged with murder after robbery", "crime"),
        ("Officers face lawsuit over unlawful searches", "legality"),
        ("Police stops target black drivers, study finds", "fairness"),
        ("Residents rally against violence, demand change", "opinion"),
        ("City to overhaul police rules on use of force", "policy"),
    ),
    "housing": (
        ("Rents soar as mortgage rates hit record", "economic"),
        ("Young families priced out of their neighbourhoods lose hope of a home", "quality"),
        ("Landlords sue city over eviction law", "legality"),
        ("Lack of builders delays thousands of homes", "capacity"),
    ),
    "technology": (
        ("Hackers attack power grid, intelligence agencies warn", "security"),
        ("Regulators propose new rules for artificial intelligence", "policy"),
        ("Chip maker's shares fall after weak sales", "economic"),
        ("Screen time harms children's sleep and mental health", "health"),
        ("Film and music stars fear machines will replace artists", "culture"),
    ),
    "drugs": (
        ("Overdose deaths fall for second year", "health"),
        ("Cartel boss arrested in cocaine raid", "crime"),
        ("Governor vetoes cannabis bill, angering party rivals", "political"),
        ("Petition to legalise cannabis gathers a million signatures", "opinion"),
    ),
}
"""Headlines by topic with the frame that a reader would name first."""

RIGHT = 0.8


def _led(titles):
    found = leading(read([Article(id=str(n), title=title, text="") for n, title in enumerate(titles)]))
    frames = dict(zip(found["article"], found["frame"], strict=True))
    return [frames.get(str(n), OTHER) for n in range(len(titles))]


def test_most_headlines_of_every_topic_are_led_by_the_frame_a_reader_would_name():
    right = []
    for topic, pairs in HEADLINES.items():
        found = [led == wanted for led, (_, wanted) in zip(_led([t for t, _ in pairs]), pairs, strict=True)]
        assert sum(found) * 2 >= len(found), topic
        right += found
    assert sum(right) >= RIGHT * len(right)


@pytest.mark.parametrize(
    ("title", "frame"),
    [
        ("Mayor opens library", "political"),
        ("Poll: voters favour the ban", "opinion"),
        ("Harbour fire: Mayor opens inquiry", "political"),
        ("He went upstairs", "other"),
        ("", "other"),
    ],
)
def test_what_stands_first_leads(title, frame):
    assert _led([title]) == [frame]


def test_an_event_told_as_background_leads_less():
    assert _led(["Mayor visits families after terror attack"]) != ["security"]
    assert _led(["Terror attack kills mayor"]) == ["security"]


def test_the_leading_frame_comes_with_its_words():
    titles = ("Senators clash in the Senate", None, "He went upstairs")
    found = leading(read([Article(id=str(n), title=title, text="The pier.") for n, title in enumerate(titles)]))
    assert found.values.tolist() == [["0", "political", "Senators, Senate"]]
