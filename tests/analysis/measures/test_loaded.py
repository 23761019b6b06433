import pytest

from analysis.measures.loaded import MEASURE
from analysis.reading.articles import read
from analysis.words.lexicon import lexicon
from sources.article import Article

PLAIN = (
    "The council voted on Tuesday to close the Selby bridge for nine weeks. The mayor said the repair would cost "
    "3 million crowns. Drivers must use the tunnel, and the toll will be paid by the county."
)
STIRRING = (
    "The spineless council rammed through its disastrous closure of the Selby bridge for nine endless weeks. The "
    "hapless mayor boasted that the botched repair would cost a whopping 3 million crowns. Furious drivers are being "
    "fleeced at the tunnel while the so-called guardians of the county gloat."
)


def values(*texts, title=None):
    batch = read([Article(id=str(n), text=text, title=title) for n, text in enumerate(texts)])
    scores = MEASURE.score(batch).scores
    return scores.pivot(index="article", columns="voice", values="value")


def test_a_stirring_report_is_above_a_plain_one():
    plain, stirring = values(PLAIN, STIRRING)["narration"]
    assert plain < 10
    assert stirring > 100


def test_the_people_quoted_are_kept_apart_from_the_outlet():
    text = "“This is a disgraceful, reckless and utterly shameless plan,” said Mara Lind. The council met on Monday."
    found = values(text).iloc[0]
    assert found["narration"] == 0
    assert found["quotation"] > 100


def test_each_mark_says_its_strength_and_a_neutral_wording():
    text = "The minister slammed the utterly spineless council. The “temporary” toll was a scandal-ridden sham."
    scored = MEASURE.score(read([Article(id="x", text=text)]))
    rows = zip(scored.evidence["quote"], scored.evidence["category"], scored.evidence["note"], strict=True)
    assert list(rows) == [
        ("slammed", "charged verb", "strength 4 of 5; neutral: criticised"),
        ("utterly", "intensifier", "strength 4 of 5; can be left out"),
        ("spineless", "evaluative word", "strength 5 of 5"),
        ("temporary", "scare quotes", "strength 1 of 5"),
        ("scandal-ridden", "evaluative word", "strength 4 of 5"),
        ("sham", "sneer", "strength 4 of 5"),
    ]


def test_policy_labels_of_all_sides_are_there():
    surfaces = set(lexicon("loaded").surfaces)
    pairs = (
        ("illegal aliens", "kids in cages"), ("baby killers", "forced birth"), ("pro abortion", "anti choice"),
        ("pro life", "pro choice"), ("gun grabbers", "gun nuts"), ("climate alarmists", "climate deniers"),
        ("radical left", "radical right"), ("far left", "far right"), ("leftists", "rightists"),
        ("job killing", "trickle down"), ("socialized medicine", "corporate greed"), ("war on police", "war on women"),
        ("libtard", "wingnut"), ("killer cops", "cop killers"), ("race card", "dog whistle"),
        ("voter fraud scheme", "voter suppression"), ("activist judges", "court packing"),
        ("death tax", "corporate welfare"), ("woke mob", "lynch mob"),
        ("gender ideology", "toxic masculinity"), ("eco terrorist", "climate criminal"), ("commie", "fascist"),
    )  # fmt: skip
    missing = [label for pair in pairs for label in pair if label not in surfaces]
    assert missing == []


@pytest.mark.parametrize(
    "text",
    [
        "The suspect fled from the police on Monday.",
        "Crude oil rose to 80 dollars a barrel.",
        "The bomb exploded near the station and killed two people.",
        "Extreme weather and severe storms are expected in the north.",
        "He won the slam dunk contest.",
        "The volcano erupted on Sunday.",
        "A storm is expected to reach the coast on Friday.",
        "She was treated for toxic shock at the hospital.",
        "The defending champion won the final.",
    ],
)
def test_plain_reports_are_not_loaded(text):
    assert values(text)["narration"].iloc[0] == 0


def test_real_pages(seeds):
    """One outlet tells the story with much feeling, another dryly; the site's furniture is in both."""
    texts = [next(seeds.glob(f"{n}_*.txt")).read_text("utf-8") for n in ("001", "004")]
    stirring, dry = values(*texts)["narration"]
    assert stirring > 3 * dry > 0
