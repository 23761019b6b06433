from dashboard.components.word_places import MOST, Place, word_places
from tests.dashboard.hand_made import links, words


def test_sentences_by_outlet_with_the_word_marked_and_their_address() -> None:
    made = word_places({"Calm": [Place("a1", 3, "The ", "mill", " burnt.")]}, [])
    for said in ("Calm", "The", "mill", "burnt"):
        assert said in words(made)
    assert links(made) == ["/article/a1?sentence=3#s3"]


def test_a_long_list_says_what_is_left_out() -> None:
    places = [Place("a1", number, "", "mill", "") for number in range(MOST + 2)]
    assert "and 2 more" in words(word_places({"Calm": places}, []))
