"""Who is quoted, and what is the outlet's own."""

import json

import pytest

from analysis.reading.articles import read
from sources.article import Article, article_id
from tests.analysis.invented_attributions import SENTENCES


def voices(text, headings=()):
    batch = read([Article(id=article_id(None, text), text=text, headings=headings)])
    rows = batch.voices[["start", "end", "speaker", "naming", "cue"]].itertuples(index=False)
    return [(text[r.start : r.end], *(None if v != v else v for v in (r.speaker, r.naming, r.cue))) for r in rows]


def speakers(text):
    return [speaker for _, speaker, _, _ in voices(text)]


def attributions(text):
    found = read([Article(id=article_id(None, text), text=text)]).attributions
    return list(zip(found["speaker"], found["naming"], found["cue"], strict=True))


@pytest.mark.parametrize(
    ("text", "speaker", "naming", "cue"),
    [
        ("“We will rebuild the bridge,” Ana Rivera said.", "Ana Rivera", "named", "said"),
        ("“We will rebuild the bridge,” said Mayor Ana Rivera, who was born here.", "Ana Rivera", "named", "said"),
        ("Ana Rivera, the mayor of Selby, said: “We will rebuild.”", "Ana Rivera", "named", "said"),
        ("Rivera called the plan “a mistake”.", "Rivera", "named", "called"),
        ("Speaking to the Gazette, Rivera said, “We rebuild it,” pointing at the bridge.", "Rivera", "named", "said"),
        ("According to Tom Marsh, the bridge is “a risk to all of us”.", "Tom Marsh", "named", "according to"),
        ("“The bridge is safe,” Harbour Bank analysts said in a note.", "Harbour Bank analysts", "named", "said"),
        ("“The bridge is safe,” a spokesman for the ministry, Juan Cole, said.", "Juan Cole", "named", "said"),
        ("“The bridge is safe,” a senior official said on Monday.", "a senior official", "anonymous", "said"),
        ("Two US officials told the Gazette the bridge is “not safe at all”.", "Two US officials", "anonymous", "told"),
        ("“It is over,” people familiar with the matter said.", "people familiar with the matter", "anonymous", "said"),
        ("Critics say the plan is “reckless and vain”.", "Critics", "anonymous", "say"),
        ("The mayor’s lawyer, Ann Lee, said the plan is “vain”.", "Ann Lee", "named", "said"),
        ("“Will it hold?” Cole asked.", "Cole", "named", "asked"),
        ("“Will it hold?” the engineer who built it wondered.", "the engineer", "named", "wondered"),
        ("The Harbour Ministry, in a statement, said it was “false and unfair”.", "Harbour Ministry", "named", "said"),
        ("Sailors, she fears, will “drown like rats”, Ann Lee added.", "Ann Lee", "named", "added"),
        ("Ann Lee did not sign, saying only that the paper was “not ready”.", "Ann Lee", "named", "saying"),
        ("“It is a business,” said Will Doyle, a professor at Selby.", "Will Doyle", "named", "said"),
        ("“How are you?” Miller, a retired worker, said pleasantly.", "Miller", "named", "said"),
        ("Gov. John Cole (R-OH), said, “I am getting ready now.”", "John Cole", "named", "said"),
        ("Cole: “We go to the harbour now.”", "Cole", "named", None),
        ("Ann Lee wrote:\n\n“We go to the harbour now. It rains.”", "Ann Lee", "named", "wrote"),
        ("“It is a shame for all of us.” — Ann Lee", "Ann Lee", "named", None),
        ("On WBC’s “Morning in Selby” show on Friday, Ann Lee said “it is all over”.", "Ann Lee", "named", "said"),
        ("“We are leaving,” President Kim Geun-hye said.", "Kim Geun-hye", "named", "said"),
    ],
)
def test_speaker(text, speaker, naming, cue):
    assert voices(text)[0][1:] == (speaker, naming, cue)


def test_surnames_and_pronouns_stand_for_the_full_name():
    text = (
        "Mary Cole and Juan Ruiz met on Friday. “It went well,” Cole said. She added: “We will meet again.”\n\n"
        "Ruiz agreed. “It was time,” he said."
    )
    assert speakers(text) == ["Mary Cole", "Mary Cole", "Juan Ruiz"]


def test_one_name_with_a_title_is_a_person():
    text = "Mr Poe told the board: “I am confident.” He said the plan was “not serious at all”."
    assert speakers(text) == ["Poe", "Poe"]
    assert speakers("“A great day,” Sir Keir said. “We won it,” the Prime Minister added.") == [
        "Sir Keir",
        "Prime Minister",
    ]


def test_who_is_quoted_by_another_is_the_speaker():
    assert speakers("Tom Marsh ran. He was quoted by Axios as saying that “it is time to go”.") == ["Tom Marsh"]


def test_the_company_is_the_body_spoken_of():
    text = "Selby Motors denies it. “Any claim that we cheat our buyers is false,” the company stated."
    assert voices(text)[0][1:] == ("Selby Motors", "named", "stated")


def test_a_quotation_without_a_cue_goes_on_with_its_speaker():
    text = "“I expect no more controls,” Cole said, pointing east. “Not only that. It ties our hands.”"
    assert speakers(text) == ["Cole", "Cole"]
    assert voices(text)[1][3] is None


def test_a_quotation_over_paragraphs_has_one_speaker():
    text = "Tom Marsh told the board: “We are done here.\n\n“Nobody is left to do the work.”\n\nThe rain fell."
    assert speakers(text) == ["Tom Marsh", "Tom Marsh"]


def test_who_speaks_before_and_after_in_one_sentence():
    text = "Marsh called the plan “a mistake that needs mending” and said it “signals weakness.”"
    assert speakers(text) == ["Marsh", "Marsh"]
    text = "Staff were told to “look at the harbour” instead, two sources revealed."
    assert voices(text)[0][1:] == ("two sources", "anonymous", "revealed")


@pytest.mark.parametrize(
    "text",
    [
        "These curbs are the “last trump card” of the harbour.",
        "Behind this change there are two “small sums”. First, money.",
        "A copy of “The Old Man and the Sea” lay on the desk.",
        "It is the finale of the “big reshuffle” of the spring.",
    ],
)
def test_words_in_marks_with_nobody_speaking_are_the_outlets_own(text):
    assert voices(text) == []
    batch = read([Article(id="0" * 16, text=text)])
    assert set(batch.tokens["voice"]) == {"narration"}


def test_indirect_speech_is_attribution_too():
    text = (
        "Cole said the harbour wants peace. Analysts believe that prices will fall. Two sources revealed the plan. "
        "The move hits ships, as four unnamed officials familiar with the decisions told the Gazette. "
        "The Gazette reported a loss. Cole did not say why. The official report came late. Its claims drew notice."
    )
    assert attributions(text) == [
        ("Cole", "named", "said"),
        ("Analysts", "anonymous", "believe"),
        ("Two sources", "anonymous", "revealed"),
        ("four unnamed officials familiar with the decisions", "anonymous", "told"),
        ("Gazette", "named", "reported"),
    ]


@pytest.mark.parametrize(("text", "quoted", "attributed"), SENTENCES)
def test_who_says_what_in_single_sentences(text, quoted, attributed):
    assert speakers(text) == quoted
    assert sorted((who, naming) for who, naming, _ in attributions(text)) == sorted(attributed)


def test_the_five_pages(seeds):
    from sources.clean import settle
    from sources.outlets import load_outlets
    from sources.readers.plain_text import READER

    gold = json.loads((seeds / "expected.json").read_text(encoding="utf-8"))["articles"]
    missing = []
    for name, expected in gold.items():
        (page,) = READER.read((seeds / name).read_bytes(), name)
        batch = read([settle(page, outlets=load_outlets())])
        known = " | ".join({*batch.voices["speaker"].dropna(), *batch.attributions["speaker"]})
        missing += [(name, who) for who in expected["quoted_speakers"] if who.split()[-1] not in known]
        anonymous = batch.attributions[batch.attributions["naming"].eq("anonymous")]
        found = " | ".join(anonymous["speaker"] + " " + anonymous["cue"])
        for phrase in expected["anonymous_sourcing"]:
            core = phrase.removesuffix(" reportedly")
            if core not in found:
                missing.append((name, phrase))
    assert missing == []
