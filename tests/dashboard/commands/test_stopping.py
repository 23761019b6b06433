"""A request to stop is noted and the work ends by itself; a second one ends it at once."""

import os
import signal
import threading

import pytest

from dashboard.commands.stopping import until_stopped


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_noted_and_the_handlers_come_back(number):
    before = signal.getsignal(number)
    with until_stopped() as stopped:
        assert stopped() is False
        os.kill(os.getpid(), number)
        assert stopped() is True
    assert signal.getsignal(number) is before


def test_the_second_stops_at_once():
    def asking():
        with until_stopped() as stopped:
            os.kill(os.getpid(), signal.SIGINT)
            assert stopped()
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        asking()


def test_another_thread_may_use_it():
    seen = []

    def work():
        with until_stopped() as stopped:
            seen.append(stopped())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [False]
