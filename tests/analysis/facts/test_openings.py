from analysis.facts.fact_terms import tellings
from analysis.facts.openings import openings
from analysis.facts.telling import Telling

NEWS = "The harbour board closed the eastern pier."
SAME = "The eastern pier was closed by the harbour board."
MORE = " The pier is old. The board met. The pier closed in May. The board rents the pier. A pier can close."


def first(name: str, text: str) -> list[Telling]:
    spans = []
    start = 0
    for number, sentence in enumerate(text.split(". ")):
        end = min(len(text), start + len(sentence) + 1)
        spans.append((number, start, end, 0))
        start = end + 1
    return tellings(name, text, spans, ())[0]


def test_what_opens_two_pages_of_one_event_is_compared_and_nothing_else() -> None:
    told = first("a", NEWS + MORE) + first("b", SAME + MORE)
    page = [0 if sentence.article == "a" else 1 for sentence in told]
    around: list[dict[str, float]] = [{} for _ in told]
    found = openings(told, around, page, ["event"] * len(told))
    assert [(match.a, match.b) for match in found] == [(0, page.index(1))]
    assert found[0].similarity > 0.5
    events = ["first" if number == 0 else "second" for number in page]
    assert openings(told, around, page, events) == []
