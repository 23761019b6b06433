import pytest

from analysis.apart.quoting import quoted
from analysis.apart.tables import QUOTED
from tests.analysis.apart.invented import batch_of

LOUD = (
    "It rained all day. “Where is my boat and my net and my old yellow coat?” Nobody knew. The sun set.\n\n"
    "Mayor Tom Marsh closed the pier. “I am very sorry,” Marsh said. “We fight on,” he claimed. "
    "Critics said the plan was mad."
)
CALM = "“I am glad and proud today,” said Tom Marsh. The Harbour Authority denied it. Officials said so."


def found(*rows):
    outlets = {article: outlet for article, outlet, _ in rows}
    frame = QUOTED.frame(quoted(batch_of(*rows), outlets, event="e", story="s"))
    return frame.set_index(["outlet", frame["speaker"].fillna("?")]).sort_index()


def test_room_verbs_and_colours_are_gathered_by_speaker_over_outlets():
    made = found(("a", "Loud", LOUD), ("b", "Calm", CALM))
    loud, calm = made.loc[("Loud", "Tom Marsh")], made.loc[("Calm", "Tom Marsh")]
    assert loud[["quotations", "words", "sayings", "coloured"]].tolist() == [2, 7, 2, 1]
    assert (loud["verbs"], loud["colours"]) == ("claimed 1, said 1", "doubting 1")
    assert calm[["quotations", "words", "sayings", "coloured"]].tolist() == [1, 6, 1, 0]
    assert (loud["naming"], loud["described"]) == ("named", "Mayor")
    assert (loud["article"], loud["sentence"]) == ("a", 5)


def test_sources_without_a_quotation_and_without_a_name_stand_too():
    made = found(("a", "Loud", LOUD), ("b", "Calm", CALM))
    assert made.loc[("Loud", "Critics"), "naming"] == "anonymous"
    assert made.loc[("Calm", "Harbour Authority"), "colours"] == "rejecting 1"
    assert made.loc[("Loud", "?"), "words"] == 12


def test_the_shares_of_an_outlet_add_up_to_one_and_its_words_to_all_quoted_words():
    made = found(("a", "Loud", LOUD), ("b", "Calm", CALM))
    assert made.groupby(level=0)["share"].sum().tolist() == pytest.approx([1.0, 1.0])
    batch = batch_of(("a", "Loud", LOUD), ("b", "Calm", CALM))
    said = batch.tokens[batch.tokens["voice"] == "quotation"].groupby("article").size()
    assert made.groupby(level=0)["words"].sum().tolist() == [said["b"], said["a"]]


def test_two_reports_of_an_outlet_are_added_and_others_left_out():
    rows = ("a", "Loud", LOUD), ("c", "Loud", CALM)
    made = found(*rows)
    assert made.loc[("Loud", "Tom Marsh"), "words"].item() == 13
    assert quoted(batch_of(*rows), {}, event="e", story="s") == []


def test_an_outlet_that_quotes_nobody_has_no_share():
    made = found(("a", "Loud", "Critics said the plan was mad."), ("b", "Calm", CALM))
    assert made.loc["Loud", "share"].isna().all()
