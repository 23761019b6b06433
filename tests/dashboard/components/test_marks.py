import json

from analysis.measures import ALL_MEASURES
from analysis.reading.narration import cue_colours
from analysis.tables import EVIDENCE, VOICES
from dashboard.components.marks import (
    Span,
    evidence_spans,
    marked,
    marked_body,
    quotation_spans,
    words_only,
)
from dashboard.wording import COLOUR
from tests.dashboard.hand_made import OTHER, WIRE, HandMade, of_class, walk, words

NAMES = [measure.name for measure in ALL_MEASURES]


def _span(start: int, end: int, key: int | None) -> Span:
    return Span(start, end, key, f"what {key}", f"why {key}")


def test_overlapping_marks_are_nested_and_the_text_stays_whole() -> None:
    made = marked("one two three", [_span(0, 7, 0), _span(4, 13, 2)])
    assert words(made) == "one two three"
    marks = [(part.className, words(part), part.to_plotly_json()["props"]["data-on"]) for part in made]
    assert marks == [("mk mk-0", "one ", "0"), ("mk mk-2", "two", "0 2"), ("mk mk-2", " three", "2")]
    assert made[1].children.className == "mk-0"


def test_a_weak_loaded_word_is_drawn_faintly_unless_a_stronger_one_lies_over_it() -> None:
    rows = [
        (WIRE.id, "loaded", 0, 7, 0, "alarm", 2.5, "narration", "one two", "strength 2 of 5"),
        (WIRE.id, "loaded", 4, 13, 0, "alarm", 2.5, "narration", "two three", "strength 3 of 5; neutral: two"),
    ]
    made = marked("one two three", evidence_spans(EVIDENCE.frame(rows)))
    key = NAMES.index("loaded")
    assert [part.className for part in made] == [f"mk mk-{key} faint", f"mk mk-{key}", f"mk mk-{key}"]


def test_notes_name_the_measure_the_kind_and_what_it_adds() -> None:
    row = (WIRE.id, "loaded", 0, 3, 0, "alarm", 2.5, "narration", "Ten")
    span = evidence_spans(EVIDENCE.frame([row]))[0]
    assert (span.start, span.end, span.key) == (0, 3, NAMES.index("loaded"))
    assert span.what == "Loaded wording: alarm"
    assert span.why == "adds 2.50 per 1,000 words, in the outlet’s own words"
    head = evidence_spans(EVIDENCE.frame([(WIRE.id, "loaded", 0, 3, -1, "alarm", 125.0, "headline", "Ten")]))[0]
    assert head.why == "in the headline"


def test_evidence_of_a_measure_that_is_no_more_is_left_out() -> None:
    assert evidence_spans(EVIDENCE.frame([(WIRE.id, "gone", 0, 3, 0, "x", 1.0, "narration", "Ten")])) == []


def test_a_body_has_its_paragraphs_headings_and_linked_sentences(results: HandMade) -> None:
    blocks = marked_body(WIRE, sentences=results.rows("sentences", article=WIRE.id), spans=[], anchors=True, wanted=2)
    assert [type(block).__name__ for block in blocks] == ["P", "H2", "P"]
    assert "\n\n".join(words(block) for block in blocks) == WIRE.text
    sentences = {part.id: part for part in walk(blocks) if str(getattr(part, "id", "")).startswith("s")}
    assert words(sentences["s1"]) == "“It was awful,” said Ann Lee."
    assert sentences["s2"].className == "sentence wanted"


def test_a_page_cannot_bring_markup(results: HandMade) -> None:
    sentences = results.rows("sentences", article=OTHER.id)
    spans = evidence_spans(results.evidence(OTHER.id))
    blocks = marked_body(OTHER, sentences=sentences, spans=spans)
    assert "<script>alert(1)</script>" in words(blocks)
    assert {type(part).__name__ for part in walk(blocks)} <= {"P", "Span", "Mark"}


def test_quotations_say_who_speaks_and_open_one_stop(results: HandMade) -> None:
    spans = [*quotation_spans(results.rows("voices", article=WIRE.id)), _span(30, 35, 0)]
    made = marked(WIRE.text, spans, start=22, end=51)
    quoted = of_class(made, "quoted")
    assert [words(part) for part in quoted] == ["It was ", "awful", ","]
    notes = [json.loads(part.to_plotly_json()["props"]["data-notes"]) for part in quoted]
    assert {"on": None, "what": "Quoted: Ann Lee", "why": "said with “said”"} in notes[1]
    assert [part.to_plotly_json()["props"].get("data-stop") for part in quoted] == ["quotation", None, None]


def test_a_speaker_that_is_not_known_is_said_to_be_unknown() -> None:
    frame = VOICES.frame([("a", 0, 3, "quotation", None, None, None, None, None)])
    assert quotation_spans(frame)[0].what == "Quoted: the text does not say who speaks"


def test_a_quotation_tells_what_its_speaker_is_and_what_the_verb_adds() -> None:
    frame = VOICES.frame(
        [
            ("a", 0, 3, "quotation", "Ann Lee", "named", "claimed", "doubting", "director of the port authority"),
            ("a", 5, 9, "quotation", "two officials", "anonymous", "said", "neutral", None),
        ]
    )
    first, second = quotation_spans(frame)
    assert (first.what, first.why) == (
        "Quoted: Ann Lee, director of the port authority",
        "said with “claimed”, which doubts it",
    )
    assert (second.what, second.why) == ("Quoted: two officials (not named)", "said with “said”")


def test_every_colour_of_a_verb_is_worded() -> None:
    assert set(COLOUR) == set(cue_colours().values()) - {"neutral"}


def test_whole_sentences_and_quotations_are_no_marked_words(results: HandMade) -> None:
    rows = [
        (WIRE.id, "framing.other", 0, 21, 0, "Other", 0.3, "narration", "Ten people were hurt."),
        (WIRE.id, "loaded", 16, 20, 0, "x", 1.0, "narration", "hurt"),
        (WIRE.id, "loaded", 0, 21, -1, "x", 1.0, "headline", "Ten"),
        (WIRE.id, "attribution.quoted_share", 23, 36, 1, "quotation", 6.0, "quotation", "It was awful,"),
    ]
    kept = words_only(
        EVIDENCE.frame(rows),
        sentences=results.rows("sentences", article=WIRE.id),
        voices=results.rows("voices", article=WIRE.id),
    )
    assert list(kept["quote"]) == ["hurt", "Ten"]
