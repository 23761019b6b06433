import tracemalloc
from threading import Thread

import numpy as np

from analysis.words import word_types
from analysis.words.syllables import syllables
from analysis.words.vader_words import lists
from analysis.words.word_types import CAPITAL, COUNTS, KNOWN, PARTED, TRAILS, UPPER, TypeTable, codes, table


def _rows(tokens, **given):
    ids, types = TypeTable(news=True, **given).numbered(tokens)
    return ids, types


def test_types_are_looked_up_once_each():
    ids, types = _rows(["Good,", "a", "GOOD", "Good,", "(8)"])
    assert ids.tolist() == [0, 1, 2, 0, 3]
    assert types.valence.tolist() == [1.9, 0.0, 1.9, 0.0]
    assert (types.flags & CAPITAL != 0).tolist() == [True, False, False, False]
    assert (types.flags & UPPER != 0).tolist() == [False, False, True, False]
    assert (types.flags & TRAILS != 0).tolist()[:3] == [True, False, False]
    assert (types.left[0], types.right[0]) == (0, 4)
    assert TypeTable(news=True).numbered([])[0].tolist() == []


def test_every_word_that_a_rule_or_phrase_names_has_a_code():
    named = {word for phrase in lists().phrases for word in phrase.split()} - {"badass"}  # one word: listed as such
    named |= {word for phrase in lists().boosters if " " in phrase for word in phrase.split()}
    assert named <= set(codes())
    assert sorted(codes().values()) == list(range(len(codes())))


def test_in_news_marks_and_possessives_hide_no_word():
    _, types = _rows(["party's", "No,", "OK.", "(war)", "L.", "8)"])
    assert (types.flags & KNOWN != 0).tolist() == [True, True, True, True, False, False]
    _, as_published = TypeTable(news=False).numbered(["party's", "No,", "OK.", "(war)", "L.", "8)"])
    assert (as_published.flags & KNOWN != 0).tolist() == [False, False, False, True, False, True]


def test_what_textstat_counts_stands_in_columns():
    _, types = _rows(["“Government’s”,", "&", "don’t", "unhelpful!"])
    assert dict(zip(COUNTS, types.counts[3].tolist(), strict=True)) == {
        "characters": 10,
        "tokens": 1,
        "letters": 9,
        "words": 1,
        "syllables": 3,
        "polysyllables": 1,
        "difficult": 1,
        "unfamiliar": 1,
    }
    assert types.counts[1].tolist() == [1, 1, 0, 0, 0, 0, 0, 0]
    assert types.counts[2, COUNTS.index("letters")] == 4  # textstat counts no apostrophe among the letters
    assert types.counts[2, COUNTS.index("unfamiliar")] == 0


def test_dashes_part_words_and_numbers_may_be_asked_for_beside_others():
    small = TypeTable(news=True, largest=3)
    ids, types = small.numbered(["bad—very", "good", "x", "y"])
    assert (types.flags[ids] & PARTED != 0).tolist() == [True, False, False, False]
    more, wider = small.numbered(["bad", "good"], beside=types)  # the table is full, but these are asked for together
    assert more[1] == ids[1]
    assert wider.valence[ids].tolist() == [0.0, 1.9, 0.0, 0.0]
    assert wider.valence[more].tolist() == [-2.5, 1.9]
    assert len(small.numbered(["z"])[1].flags) == 2


def test_a_full_table_forgets_the_rarer_types_and_numbers_anew():
    small = TypeTable(news=True, largest=50)
    often = [f"war{n % 10}!" for n in range(100)] + ["good"] * 9
    small.numbered(often)
    small.numbered([f"rare{n}" for n in range(60)])
    assert len(small) == 71
    ids, types = small.numbered(["good", "war3!", "new"])
    assert len(small) == 26  # half of 50, and "new"
    assert ids.tolist() != [10, 3, 71]
    assert types.valence[ids].tolist() == [1.9, 0.0, 0.0]
    assert types.exclamations[ids].tolist() == [0, 1, 0]


def test_what_was_handed_out_stays_right_when_the_table_grows_or_forgets():
    small = TypeTable(news=True, largest=50)
    ids, types = small.numbered(["good", "bad!"])
    for turn in range(5):
        small.numbered([f"w{turn}x{n}" for n in range(60)])
    assert types.valence[ids].tolist() == [1.9, -2.5]
    assert types.counts[ids, COUNTS.index("syllables")].tolist() == [1, 1]


def test_counts_of_types_that_survive_forgetting_are_theirs():
    small = TypeTable(news=True, largest=20)
    words = ["government", "sat", "committee"]
    _, types = small.numbered(words * 5)
    assert types.counts[:, COUNTS.index("syllables")].tolist() == [3, 1, 3]
    small.numbered([f"x{n}" for n in range(30)])
    ids, types = small.numbered(["committee", "government", "unhelpful"])
    assert types.counts[ids, COUNTS.index("syllables")].tolist() == [3, 3, 3]


def test_memory_is_flat_over_any_number_of_words():
    small = TypeTable(news=True, largest=4000)

    def turn(number):
        _, types = small.numbered([f"w{number}x{n}" for n in range(1000)])
        assert len(types.counts) == len(small)

    def used():
        for remembered in (word_types._of_word, word_types._of_core, syllables):  # these have limits of their own
            assert remembered.cache_info().maxsize is not None
            remembered.cache_clear()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    for number in range(10):
        turn(number)
    before = used()
    for number in range(10, 70):
        turn(number)
    after = used()
    tracemalloc.stop()
    assert len(small) <= 5000
    assert before > 500_000
    assert after < 1.2 * before


def test_several_threads_may_use_one_table():
    shared = TypeTable(news=True, largest=300)
    wrong = []

    def work(seed):
        dice = np.random.default_rng(seed)
        for _ in range(60):
            tokens = [f"good{n}" if n % 3 else "good" for n in dice.integers(0, 400, 50).tolist()]
            ids, types = shared.numbered(tokens)
            if types.valence[ids].tolist() != [1.9 if token == "good" else 0.0 for token in tokens]:
                wrong.append(seed)
            if types.counts[ids, COUNTS.index("characters")].tolist() != list(map(len, tokens)):
                wrong.append(seed)

    threads = [Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_all_batches_share_one_table():
    assert table(news=True) is table(news=True) is not table(news=False)
