"""Quoted share, named and anonymous sources."""

import math

from analysis.measures.attribution import MEASURE, score
from analysis.reading.articles import read
from sources.article import Article, article_id

TEXT = (
    "“We will rebuild,” Ana Rivera said. Two officials said the bridge may stay closed. Rivera denied that.\n\n"
    "“Nobody knows.”"
)


def scored(text):
    result = score(read([Article(id=article_id(None, text), text=text)]))
    values = {row.measure: (row.value, row.n) for row in result.scores.itertuples()}
    return values, result.evidence


def test_values():
    values, _ = scored(TEXT)
    assert values == {
        "attribution.quoted_share": (5 / 19, 19),
        "attribution.named_sources": (2 / 3, 3),
        "attribution.anonymous_sources": (1 / 3, 3),
        "attribution.coloured_verbs": (1 / 3, 3),
    }


def test_evidence_names_the_speaker_and_adds_up():
    values, evidence = scored(TEXT)
    for name, (value, n) in values.items():
        assert evidence.loc[evidence["measure"].eq(name), "weight"].sum() / n == value
    told = list(zip(evidence["measure"].str.split(".").str[1], evidence["category"], evidence["quote"], strict=True))
    assert told == [
        ("quoted_share", "Ana Rivera", "We will rebuild,"),
        ("named_sources", "named source: Ana Rivera", "Ana Rivera"),
        ("anonymous_sources", "anonymous source: Two officials", "Two officials"),
        ("named_sources", "named source: Ana Rivera", "Rivera"),
        ("coloured_verbs", "denied: rejecting", "denied"),
        ("quoted_share", "Ana Rivera", "Nobody knows."),
    ]


def test_a_quotation_of_nobody_says_so():
    _, evidence = scored("It was Monday. The rain fell.\n\nThen, on a wall: “All of this will pass away.”")
    assert evidence["category"].tolist() == ["speaker not found"]


def test_nothing_to_count():
    values, evidence = scored("The rain fell.")
    assert values["attribution.quoted_share"] == (0.0, 3)
    assert math.isnan(values["attribution.named_sources"][0])
    assert values["attribution.anonymous_sources"][1] == 0
    assert evidence.empty
    empty, _ = scored("")
    assert all(math.isnan(value) and n == 0 for value, n in empty.values())


def test_coloured_verbs_are_marked_with_their_colour():
    text = (
        "Lee said it rained. Marsh claimed that it snowed. Tibb pointed out that it hailed. According to Cole, it "
        "thawed. Ruiz admitted that she slept."
    )
    values, evidence = scored(text)
    assert values["attribution.coloured_verbs"] == (3 / 5, 5)
    marked = evidence[evidence["measure"].eq("attribution.coloured_verbs")]
    assert list(zip(marked["category"], marked["quote"], strict=True)) == [
        ("claimed: doubting", "claimed"),
        ("pointed out: endorsing", "pointed out"),
        ("admitted: conceding", "admitted"),
    ]
    assert [text[a:b] for a, b in zip(marked["start"], marked["end"], strict=True)] == marked["quote"].tolist()


def test_the_record_names_its_values():
    assert [value.name for value in MEASURE.values] == list(scored(TEXT)[0])
