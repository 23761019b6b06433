from sources.cleaning.draft import Draft
from sources.outlets import load_outlets
from sources.page import Block, Page

PAGE = Page(blocks=tuple(Block(text=text, kind="line") for text in "abc"), reader="plain text", origin="x")


def test_a_block_keeps_the_rule_that_cut_it_first_and_may_come_back() -> None:
    draft = Draft.of(PAGE, outlets=load_outlets())
    assert draft.held == (0, 1, 2)
    cut = draft.without([0, 1], rule="one").without([1, 2], rule="two")
    assert cut.cut == {0: "one", 1: "one", 2: "two"}
    assert cut.held == ()
    assert cut.with_again([1]).held == (1,)
    assert draft.held == (0, 1, 2)
