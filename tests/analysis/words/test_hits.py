import re

import pytest

from analysis.reading.articles import read
from analysis.words.hits import HITS, find_hits
from analysis.words.lexicon import lexicon, read_lexicon
from sources.article import Article

ABOUT = 'title = "T"\norigin = "o"\nlicence = "l"\ndate = 2026-01-01\n[categories]\na = "A"\nb = "B"\n'
LINES = """term\tform\tcategory\tweight\tguard
slam\tverb\ta\t1\tnot_before=dunk
dunk\t\tb\t0.5
witch hunt\tnoun\ta\t1
hunt\tnoun\tb\t0.5
hunt for clues\t\tb\t0.5
far-right\t\ta\t1
radical\tnoun\ta\t0.5\tnot_after=free
stark\t\ta\t0.5
savage\t\ta\t0.5
orwellian\t\ta\t1\tname=kept
about\t\tb\t0.5\tonly_before=#|half
shell\tverb\tb\t0.5\tnot_with=beach
not clear\t\tb\t1\tonly_after=is
taxpayers' money\t\tb\t1
""".replace("taxpayers'", "taxpayers")
WORDS = read_lexicon("made", about=ABOUT, lines=LINES)


def found(text, title=None, words=WORDS):
    batch = read([Article(id="x", text=text, title=title)])
    hits = find_hits(batch, words)
    assert list(hits.columns) == HITS.names
    return [
        (title if s < 0 else text)[a:b] for s, a, b in zip(hits["sentence"], hits["start"], hits["end"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They slammed it and were slamming.", ["slammed", "slamming"]),
        ("An islam scholar, a slammer, slams.", ["slams"]),
        ("A slam dunk for us.", ["dunk"]),
        ("It was a witch hunt.", ["witch hunt"]),
        ("It was a witch-hunt.", ["witch-hunt"]),
        ("It was a witch, hunt it.", ["hunt"]),
        ("It was a witch. Hunt it.", ["Hunt"]),
        ("It was the witch (hunt her).", ["hunt"]),
        ("A witch hunt for clues.", ["witch hunt"]),
        ("The hunt for clues went on.", ["hunt for clues"]),
        ("The far-right and far right parties.", ["far-right", "far right"]),
        ("How free radicals harm; how radicals harm.", ["radicals"]),
        ("A stark choice.", ["stark"]),
        ("Later Stark said no.", []),
        ("Stark said no. Later Stark said it again.", []),
        ("Stark choices await. It was stark.", ["Stark", "stark"]),
        ("Savage words, he said.", ["Savage"]),
        ("It was a SAVAGE act.", ["SAVAGE"]),
        ("It was an Orwellian act.", ["Orwellian"]),
        ("It cost about 30 crowns, about half, about us.", ["about", "about"]),
        ("They shelled it.", ["shelled"]),
        ("They shelled it on the beach.", []),
        ("It is not clear. They were not clear.", ["not clear"]),
        ("The savage’s own witch hunt’s end.", ["savage", "witch hunt"]),
        ("Of taxpayers’ money and taxpayers' money.", ["taxpayers’ money", "taxpayers' money"]),
        ("İİİ slammed İ’s savage plan 😀 slams", ["slammed", "savage", "slams"]),
        ("", []),
        ("… — !", []),
    ],
)  # fmt: skip
def test_what_is_found(text, expected):
    assert found(text) == expected


def test_a_refused_phrase_frees_its_words():
    lines = "term\tform\tcategory\tweight\tguard\nso very sad\t\ta\t1\tnot_after=not\nsad\t\tb\t1\n"
    words = read_lexicon("made", about=ABOUT, lines=lines)
    assert found("He is so very sad.", words=words) == ["so very sad"]
    assert found("He is not so very sad.", words=words) == ["sad"]


def test_a_phrase_does_not_run_over_a_change_of_voice():
    text = "He spoke of a witch “hunt for clues and for nothing else at all,” said Mara Lind."
    assert found(text) == ["hunt for clues"]


def test_headlines_with_many_capitals_hold_no_names_by_their_capitals():
    assert found("The plan was changed.", title="Mayor Slams Savage Plan For Radical Cuts") == [
        "Slams",
        "Savage",
        "Radical",
    ]


def test_a_name_of_the_body_is_a_name_in_the_headline():
    body = "On Monday the driver Ann Savage said it. Later Savage left."
    assert found(body, title="Mayor Slams Driver Savage Over Radical Cuts") == ["Slams", "Radical"]


def test_a_headline_in_sentence_case_has_names():
    assert found("Nothing else.", title="Mayor praises driver Savage for radical cuts in the town") == ["radical"]


def test_hits_say_where_they_stand():
    batch = read([Article(id="x", text="First. Then they slammed a witch hunt.", title="Savage end")])
    hits = find_hits(batch, WORDS)
    assert hits["sentence"].tolist() == [-1, 1, 1]
    assert hits["voice"].tolist() == ["headline", "narration", "narration"]
    assert hits["category"].tolist() == ["a", "a", "a"]
    assert hits["weight"].tolist() == [0.5, 1.0, 1.0]
    assert hits["term"].tolist() == ["savage", "slam", "witch hunt"]
    words = batch.tokens["word"].tolist()
    assert [words[a : b + 1] for a, b in zip(hits["first"], hits["last"], strict=True)] == [
        ["savage"], ["slammed"], ["witch", "hunt"],
    ]  # fmt: skip


def test_articles_do_not_see_each_other():
    named = Article(id="n", text="On Monday driver Savage left.")
    plain = Article(id="p", text="Savage words. ")
    assert find_hits(read([named, plain]), WORDS)["article"].tolist() == ["p"]
    assert find_hits(read([plain, named]), WORDS)["article"].tolist() == ["p"]


def test_agrees_with_one_pattern_a_term_on_plain_text():
    """An independent reading: one alternation, longest first, of the unguarded terms, over lower-case text."""
    words = lexicon("loaded")
    plain = [
        s for s, numbers in zip(words.surfaces, words.entries_of, strict=True) if not words.entries[numbers[0]].guards
    ]
    guarded = set(words.surfaces) - set(plain)
    vocabulary = sorted({w for s in plain[::7] for w in s.split()})
    text = " ".join(vocabulary[n * 37 % len(vocabulary)] for n in range(3000))
    pattern = re.compile(
        r"\b(?:" + "|".join(re.escape(s) for s in sorted(words.surfaces, key=len, reverse=True)) + r")\b"
    )
    expected = [m.group() for m in pattern.finditer(text)]
    if guarded & set(expected):
        expected = [e for e in expected if e not in guarded]
    got = [q for q in found(text, words=words) if q not in guarded]
    assert len(expected) > 300
    assert got == expected
