from sources.readers.markup.blocks import bare_blocks, blocks_of, parse, tidy


def test_marks_that_turn_a_line_round_are_taken_out() -> None:
    assert tidy("A \u202egnp\u2066.exe") == "A gnp.exe"


def test_blocks_of_a_tree_in_reading_order() -> None:
    tree = parse("<body>a <b>b</b><p>c<br>d</p><ul><li>e<li>f <i>g</i></ul><h2>h</h2><style>x</style>tail</body>")
    assert tree is not None
    assert [(block.kind, block.text) for block in blocks_of(tree)] == [
        ("paragraph", "a b"),
        ("paragraph", "c"),
        ("paragraph", "d"),
        ("item", "e"),
        ("item", "f g"),
        ("heading", "h"),
        ("paragraph", "tail"),
    ]


def test_text_between_tags_when_there_is_no_tree() -> None:
    markup = "<head><title>t</title></head><div><div>One &amp; two</div><script>x</script><!-- no --><p>three"
    assert [block.text for block in bare_blocks(markup)] == ["One & two", "three"]


def test_tidying() -> None:
    assert tidy(" a\u00a0\n b\u200bc e\u0301 ") == "a bc é"
