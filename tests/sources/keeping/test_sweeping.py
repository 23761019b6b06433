"""Lines of many pages leave the articles, stay listed, and come back when a person says so."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.article import Article, Removed, article_id
from sources.cleaning.repeats import REPEATED_LINE
from sources.keeping.restoring import put_back
from sources.keeping.sweeping import SWEPT, Swept, sweep, sweep_new, without_lines
from sources.library import Library

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


def test_only_new_articles_are_changed(library):
    made = [article(number) for number in range(4)]
    library.add_many(made[:2])
    assert sweep_new(library) == Swept()
    library.add_many(made[2:])
    swept = sweep_new(library)
    assert (swept.lines, swept.articles, swept.older) == (2, 2, 2)
    assert [LINE in each.text for each in library.articles()] == [True, True, False, False]
    assert library.get(swept.first).removed[0].text == LINE
    assert sweep_new(library) == Swept()
    assert len(list(sweep(library))) == 2


def test_among_names_what_is_changed(library):
    made = [article(number) for number in range(4)]
    library.add_many(made)
    assert [before for before, _ in sweep(library, among=[made[1].id])] == [made[1]]
    assert [LINE in each.text for each in library.articles()] == [True, False, True, True]


def test_a_line_that_was_cut_is_still_printed_on_its_page(library):
    library.add_many([article(0), article(1), article(2)])
    assert sweep_new(library).articles == 3
    library.add(article(3))
    assert (sweep_new(library).articles, sweep_new(library).articles) == (1, 0)
    assert not any(LINE in each.text for each in library.articles())


def test_what_was_killed_in_the_middle_is_done_next_time(library):
    library.add_many(article(number) for number in range(4))
    first = next(iter(sweep(library, among=library.ids()[:1])))  # and then the power went
    assert LINE not in first[1].text
    swept = sweep_new(library)
    assert (swept.articles, swept.older) == (3, 0)
    assert not any(LINE in each.text for each in library.articles())


def test_stopped_it_is_done_next_time(library):
    library.add_many(article(number) for number in range(3))
    assert sweep_new(library, stop=lambda: True) == Swept(whole=False)
    assert sweep_new(library).articles == 3


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_adding_changes_nothing(library, order):
    made = [article(0), article(1), article(2), article(3, line=f"{LINE}\n\nSee you on our own channel tomorrow.")]
    library.add_many(made[number] for number in order)
    sweep_new(library)
    texts = {each.title: (each.id, each.text) for each in library.articles()}
    assert texts == {
        each.title: (article_id(each.title, text := each.text.replace(f"{LINE}\n\n", "")), text) for each in made
    }


def test_two_articles_that_become_one_stay_two_whichever_comes_first(tmp_path):
    twin = "Subscribers find the crossword of the week and its answers below the weather map of the islands."
    both = [article(0), article(0, line=twin)]
    rest = [article(1), article(2), article(3), *(article(number, line=twin) for number in (1, 2, 3))]
    kept = []
    for number, made in enumerate(([*both, *rest], [*reversed(rest), *reversed(both)])):
        with Library(tmp_path / f"{number}.sqlite") as library:
            library.add_many(made)
            sweep_new(library)
            kept.append({each.id for each in library.articles()})
            assert library.count() == len(made)
    assert kept[0] == kept[1]


def test_an_article_of_another_outlet_is_not_counted(library):
    library.add_many([article(0), article(1), replace(article(2), outlet="Hill Gazette")])
    assert sweep_new(library) == Swept()


def test_a_library_of_before_is_not_swept_by_adding(library):
    library.add_many(article(number) for number in range(3))
    library.note_swept(2)
    swept = sweep_new(library)
    assert (swept.articles, swept.older) == (1, 2)


def test_an_article_that_is_changed_meanwhile_is_left_out(library):
    made = [article(number) for number in range(4)]
    library.add_many(made)
    found = sweep(library, progress=lambda *_: library.count() == 4 and library.remove(library.ids()[3]))
    assert len(list(found)) == 3


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
