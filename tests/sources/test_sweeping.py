"""Lines of many pages leave the articles, stay listed, and come back when a person says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article, Removed, article_id
from sources.cleaning.repeats import REPEATED_LINE
from sources.library import Library
from sources.restoring import put_back
from sources.sweeping import SWEPT, sweep, without_lines

LINE = "Our helpline answers questions about subscriptions and deliveries every morning from Monday to Saturday."
SUBJECTS = (
    ("harbour", "The ferry terminal closes in June because its walls let water through to the ticket hall."),
    ("school", "Pupils of the lower classes will learn in containers while the roof of their building is mended."),
    ("forest", "Rangers counted fewer beetles this spring and hope that the oaks on the northern slope recover."),
    ("museum", "Visitors may touch the bronze figures again since the curator changed her mind about gloves."),
)


def article(number: int, *, line: str = LINE) -> Article:
    subject, text = SUBJECTS[number]
    whole = f"{text}\n\n{line}\n\nNobody near the {subject} wanted to say more about it when we asked on Tuesday."
    title = f"News of the {subject}"
    return Article(id=article_id(title, whole), title=title, text=whole, outlet="Harbour Post")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.sqlite") as opened:
        yield opened


def test_a_line_of_three_articles_is_cut_from_all_and_listed(library):
    made = [article(number) for number in range(4)]
    library.add_many(made)
    changed = list(sweep(library))
    assert [before for before, _ in changed] == made
    assert list(library.articles()) == [after for _, after in changed]
    for before, after in changed:
        assert LINE not in after.text
        assert after.removed == (Removed(text=LINE, rule=REPEATED_LINE.name, at=after.text.index("Nobody")),)
        assert after.id == article_id(after.title, after.text) != before.id
        assert put_back(after, {1}).text == before.text
    assert library.keep(made) == (False,) * 4  # adding the pages again changes nothing
    assert list(sweep(library)) == []


def test_two_articles_are_not_enough(library):
    library.add_many([article(0), article(1)])
    assert list(sweep(library)) == []


def test_looking_changes_nothing(library):
    made = [article(number) for number in range(3)]
    library.add_many(made)
    assert len(list(sweep(library, only_look=True))) == 3
    assert list(library.articles()) == made


def test_what_a_person_decided_stays(library):
    made = [article(number) for number in range(4)]
    library.add_many(made)
    changed = list(sweep(library))
    assert library.undo(changed[0][1].id) == (made[0].id, SWEPT)
    again = put_back(changed[1][1], {1})
    library.replace(changed[1][1].id, again, what="put back 1 piece of text")
    assert list(sweep(library)) == []
    assert [LINE in each.text for each in library.articles()] == [True, True, False, False]


def test_progress_is_told(library):
    library.add_many(article(number) for number in range(3))
    told = []
    list(sweep(library, progress=lambda *step: told.append(step)))
    assert told[0] == ("counting lines", 0, 3)
    assert told[-1] == ("looking", 2, 3)


blocks = st.lists(st.sampled_from(["cut this", "and this", "a", "bb", "ccc"]), min_size=1, max_size=7)


@given(st.data(), blocks)
def test_places_and_headings_move_with_the_text(data, parts):
    text = "\n\n".join(parts)
    starts = [sum(len(part) + 2 for part in parts[:number]) for number in range(len(parts))]
    places = data.draw(st.lists(st.sampled_from([*starts, len(text), None]), max_size=4))
    places.sort(key=lambda at: (at is None, at or 0))
    removed = tuple(Removed(text="was cut", rule="r", at=at) for at in places)
    headings = tuple((start, start + len(part)) for start, part in zip(starts, parts, strict=True) if len(part) == 3)
    made = without_lines(
        Article(id="a", text=text, removed=removed, headings=headings), frozenset({"cut this", "and this"})
    )
    left = [part for part in parts if part not in {"cut this", "and this"}]
    assert made.text == "\n\n".join(left)
    assert [made.text[start:end] for start, end in made.headings] == [part for part in left if part == "ccc"]
    assert sorted(cut.text for cut in made.removed) == sorted(
        [*(["was cut"] * len(removed)), *(part for part in parts if part not in left)]
    )
    ends = {len(made.text), *(sum(len(part) + 2 for part in left[:number]) for number in range(len(left)))}
    assert all(cut.at is None or cut.at in ends for cut in made.removed)
    back = put_back(made, {n for n, cut in enumerate(made.removed, start=1) if cut.rule == REPEATED_LINE.name})
    assert back.text == text or not left
