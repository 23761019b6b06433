"""The guided look: a few steps through one story of the demo, each at an address of its own."""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from analysis.results import Results
from analysis.tables import rows as rows_of
from dashboard.links import Pairs, to_article, to_page, to_story
from dashboard.wording import several

LOOK = "look"
"""What the addresses of the steps say after the question mark: look=3."""

_LOADED = ("loaded", "narration")


class Step(NamedTuple):
    """One step: where it is, what to look at there, and what is said."""

    heading: str
    said: str
    kind: str
    """The page: story, article or method."""
    key: str
    """The story or the article; empty for a page that is there once."""
    pairs: Pairs
    target: str
    """The id of the part of the page that is meant."""

    def address(self, number: int | None) -> str:
        """Return the address of the step, which is number `number`; None: of its page alone."""
        pairs = [*self.pairs, *([(LOOK, str(number))] if number is not None else [])]
        if self.kind == "story":
            return to_story(self.key, pairs)
        return to_article(self.key, pairs) if self.kind == "article" else to_page(f"/{self.kind}", pairs)


@lru_cache(maxsize=4)
def steps(results: Results) -> tuple[Step, ...]:
    """Return the steps through the demo's story that has most to show; none where the library has no demo."""
    story = _demo_story(results)
    if story is None:
        return ()
    pages = results.rows("members", story=story)
    loaded = _most_loaded(results, pages["article"].tolist())
    differing = bool(results.rows("claims", story=story)["differs"].any())
    held = several(len(pages), "page")
    reports = several(pages["report"].nunique(), "independent report")
    outlet = next((str(row.outlet) for row in rows_of(results.rows("articles", id=loaded))), "one outlet")
    return (
        Step(
            "One event, told side by side",
            f"{held} tell of the same event. Read the headlines and the first sentences: "
            "what does each put first, and what does it leave for later?",
            "story", story, (), "beside",
        ),
        Step(
            "Words to discuss",
            "Underlined words are loaded: they judge as well as tell. Point at one, or press it, to see why it is "
            "marked and a plainer word. Shaded text is quoted. The switches above mark other things.",
            "story", story, (), "texts",
        ),
        Step(
            "Fact by fact",
            "“Next fact” moves every text to where it tells the same fact. Try it. A text that grows pale tells it "
            "nowhere that Parallax can see; that is not proof that it was left out.",
            "story", story, (("fact", "1"),), "texts",
        ),
        Step(
            "Numbers that say how sure they are",
            "The outlet’s own words, those of the people it quotes and its headline are counted apart. Beside each "
            "number stands how much text it rests on. Where that is too little you read “not enough evidence”.",
            "story", story, (), "measures",
        ),
        Step(
            "Every number opens",
            f"So much of what {outlet} says in its own words is loaded, and here are the words. “Next sentence” "
            "goes through them. If a mark is wrong, press the word and say so: it can be put back.",
            "article", loaded, (("value", _LOADED[0]), ("voice", _LOADED[1])), "counted",
        ),
        Step(
            "Where they disagree",
            "Numbers, dates and names that do not agree stand first. Below, each fact has a row and each page a "
            "column; open a cell to read the words. Parallax cannot know who is right.",
            "story", story, (("tab", "facts"),), "differences" if differing else "facts",
        ),
        Step(
            "Pages, and reports",
            f"{held}, but {reports}: a page that prints another’s text counts once. Here you see who printed whose.",
            "story", story, (("tab", "copies"),), "copies",
        ),
        Step(
            "How often is it right?",
            "Each measure says here how it counts, how often it was right on texts that people had marked, and where "
            "it fails. That was the look; now take a story of your own.",
            "method", "", (), "page-title",
        ),
    )  # fmt: skip


def step_of(results: Results, asked: str) -> tuple[int, Step] | None:
    """Return the number (from 1) and the step that an address asks for, or None."""
    found = steps(results)
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 3 else 0
    return (number, found[number - 1]) if 0 < number <= len(found) else None


def _demo_story(results: Results) -> str | None:
    """Return the demo's story with facts told differently and copies, where there is one, else that with most pages."""
    from sources.demo import outlet_names

    articles = results.rows("articles", outlet=sorted(outlet_names()))["id"].tolist()
    members = results.rows("members", article=articles)
    if members.empty:
        return None
    stories = list(dict.fromkeys(members["story"]))
    claims = results.rows("claims", story=stories)
    differing = set(claims.loc[claims["differs"], "story"])
    pages = Counter(members["story"])
    reports = Counter(members.drop_duplicates(["story", "report"])["story"])
    best = max(stories, key=lambda story: (story in differing, reports[story] < pages[story], pages[story], story))
    return best if pages[best] > 1 else None


def _most_loaded(results: Results, articles: list[str]) -> str:
    """Return the article whose own words have most loaded ones."""
    value, voice = _LOADED
    scores = results.rows("scores", article=articles, measure=value, voice=voice).dropna(subset=["value"])
    found = scores.sort_values("value", ascending=False, kind="stable")["article"]
    return str(found.iloc[0]) if len(found) else articles[0]
