"""The sieve against the same rules applied one after another, each to every line."""

import csv
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from sources.clean import BEFORE_BODY
from sources.cleaning.draft import Draft, Rule, line_rule
from sources.cleaning.sieve import Sieve
from sources.outlets import load_outlets
from sources.page import Block
from tests.sources.cleaning.pages import BODY, FOOTER, HEADLINE, MENU

SIEVE = Sieve(BEFORE_BODY)


def one_by_one(draft: Draft, rules: tuple[Rule, ...]) -> Draft:
    for rule in rules:
        draft = draft.without(rule.apply(draft), rule=rule.name)
    return draft


def draft_of(lines: list[str]) -> Draft:
    blocks = tuple(Block(text=text, kind="line") for text in lines)
    return Draft(blocks=blocks, outlets=load_outlets())


def phrases() -> list[str]:
    with (files("sources") / "cleaning" / "phrases.tsv").open(encoding="utf-8") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row["phrase"].replace("#", "12").replace("*", "one") for row in rows]


FORMS = [
    *BODY,
    *MENU,
    *FOOTER,
    HEADLINE,
    "Home > World > Asia",
    "Asia |",
    "3 March 2025, 14:05 GMT",
    "Published: 03/04/2025",
    "By Ann Lee",
    "Ann Lee, Transport correspondent",
    "Ann Lee and Bo Ek",
    "Ann Lee",
    "Ann Lee is a former teacher who lives by the sea.",
    "Source Reuters",
    "Source: Ansel Courier",
    "Reuters",
    "— Reuters",
    "Ann Lee says: 3 March 2025 at 10:00 says:",
    "Facebook | Twitter | WhatsApp",
    "More Island News",
    "Photo: Bo Ek",
    "The pier in fog. Photo: Bo Ek",
    "Image captionThe pier in fog",
    "ACME +2.4%",
    "+1.20 (0.4%)",
    "ACME",
    "* * *",
    "Follow Ann Lee",
    "Listen to The Harbour Hour on Spotify",
    "skip past newsletter promotion",
    "after newsletter promotion",
    "Ten walks by the sea »",
    "5 hours ago",
    "5h",
    "Yesterday 10:14",
    "about an hour ago",
    "Author Ann Lee",
    "desk@example.com",
    "https://example.com/a",
    "Reporting by Ann Lee; Editing by Bo Ek",
    "Bo Ek contributed to this report.",
    "Key points",
    "• A point",
]

LINES = st.one_of(
    st.sampled_from([*FORMS, *phrases()]),
    st.builds("{} {}".format, st.sampled_from([*FORMS, *phrases()]), st.sampled_from([*FORMS, *phrases(), "said Lee"])),
    st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "x"),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_it_cuts_what_the_rules_cut_one_after_another(lines: list[str]) -> None:
    draft = draft_of(lines)
    assert dict(SIEVE.through(draft).cut) == dict(one_by_one(draft, BEFORE_BODY).cut)


def test_every_form_and_phrase_alone() -> None:
    for line in [*FORMS, *phrases()]:
        draft = draft_of([line, BODY[0]])
        assert dict(SIEVE.through(draft).cut) == dict(one_by_one(draft, BEFORE_BODY).cut), line


def test_a_line_is_asked_for_once_by_the_rules_that_may_take_it() -> None:
    asked: list[str] = []

    def takes(text: str) -> bool:
        asked.append(text)
        return True

    rules = (
        line_rule("words", "Lines that begin with a word.", takes, begins=frozenset({"more", "#"})),
        line_rule("marks", "Lines with a mark.", takes, marks="@"),
    )
    draft = draft_of(["More of it", "More of it", "12 of it", "a@b", "plain"])
    assert dict(Sieve(rules).through(draft).cut) == {0: "words", 1: "words", 2: "words", 3: "marks"}
    assert asked == ["More of it", "12 of it", "a@b"]


def test_lines_too_long_to_remember_are_sieved_too() -> None:
    draft = draft_of(["word " * 10_000, "Advertisement"])
    assert dict(SIEVE.through(draft).cut) == {1: "advertising"}
