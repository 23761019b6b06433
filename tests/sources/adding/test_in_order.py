import os
import time

from joblib import Parallel, delayed

from sources.adding.in_order import TOGETHER, in_order


def slow_first(things):
    time.sleep(0.3 if 0 in things else 0)
    return [(thing, os.getpid()) for thing in things]


def test_results_come_in_order_from_several_processes():
    numbers = range(TOGETHER * 9 + 3)
    done = list(in_order(numbers, slow_first, jobs=2))
    assert [thing for thing, _ in done] == list(numbers)
    assert [result for _, (result, _) in done] == list(numbers)
    assert os.getpid() not in {process for _, (_, process) in done}
    assert len({process for _, (_, process) in done}) == 2


def test_no_more_is_taken_than_can_be_worked_on():
    taken = []

    def things():
        for number in range(10_000):
            taken.append(number)
            yield number

    working = in_order(things(), slow_first, jobs=2)
    next(working)
    assert len(taken) <= TOGETHER * 2 * 4
    working.close()


def test_nothing_to_do_is_done_at_once():
    assert list(in_order([], slow_first, jobs=2)) == []


def test_what_works_with_joblib_afterwards_has_processes_too():
    list(in_order(range(40), slow_first, jobs=2))
    assert Parallel(n_jobs=2)(delayed(abs)(number) for number in range(-3, 0)) == [3, 2, 1]
