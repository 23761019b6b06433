import pytest

from dashboard import warm


def test_it_runs_once_and_loads_what_readability_needs() -> None:
    thread = warm.warm_up()
    thread.join(60)
    assert not thread.is_alive()
    assert warm.warm_up() is thread
    from analysis.words.syllables import syllables

    assert syllables.cache_info().currsize > 0


def test_a_failure_is_logged_and_stops_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> None:
        raise MemoryError("none left")

    monkeypatch.setattr(warm, "read", broken)
    warm._score_examples()
    assert "none left" in caplog.text
