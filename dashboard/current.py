"""`CurrentResults`: the last finished run of a library, opened on first use and again when a new run is there."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from analysis.results import Results
from analysis.store import current_run
from dashboard.collecting.desk import Desk, desk_of


class CurrentResults:
    """Gives each request the results of the newest finished run. Safe to share between threads.

    `on_first` is called once, before the first results are opened; `desk` is what pages that write work on.
    """

    def __init__(
        self,
        library: Path,
        *,
        own_outlets: Path | None = None,
        on_first: Callable[[], object] | None = None,
        desk: Desk | None = None,
    ) -> None:
        self.library = library
        self.desk = desk or desk_of(library, own_outlets=own_outlets)
        self._own_outlets = own_outlets
        self._on_first = on_first
        self._lock = Lock()
        self._opened: Results | None = None

    def get(self) -> Results:
        """Return the results of the run that the library's pointer names now. Raises NoResults when there is none.

        A run that is no longer the newest is not closed here: a page that is being drawn may still read it.
        """
        newest = current_run(self.library)
        with self._lock:
            if self._opened is None and self._on_first is not None:
                self._on_first()
            if self._opened is None or self._opened.file != newest:
                self._opened = Results.open(self.library, own_outlets=self._own_outlets)
            return self._opened
