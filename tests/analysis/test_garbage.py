"""The collector is off inside and as it was afterwards, also after an error."""

import gc

import pytest

from analysis.garbage import no_garbage_looked_for


@no_garbage_looked_for()
def _failing():
    return int(gc.isenabled()) + 1 / 0


@pytest.mark.parametrize("on", [True, False])
def test_it_is_off_inside_and_as_it_was_afterwards(on):
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with no_garbage_looked_for():
            with pytest.raises(ZeroDivisionError):
                _failing()
            assert not gc.isenabled()
        assert gc.isenabled() == on
        assert no_garbage_looked_for()(gc.isenabled)() is False
        assert gc.isenabled() == on
    finally:
        (gc.enable if before else gc.disable)()
