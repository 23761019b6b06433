from dashboard.leading_frames import leading_of
from sources.article import Article


def test_headlines_lead_with_a_frame_and_its_words() -> None:
    articles = [
        Article(id="a", title="Senators clash before election", text="The pier is old."),
        Article(id="b", title="He went upstairs", text="The senators met."),
        Article(id="c", text="The senators met."),
        Article(id="d", title="Senators clash", text="Der Senat.", language="de"),
    ]
    found = leading_of(articles)
    assert list(found) == ["a"]
    assert found["a"].label == "Political"
    assert found["a"].words == "Senators, election"
    assert found["a"].meaning.startswith("Politics as a contest")
    assert leading_of([]) == {}
