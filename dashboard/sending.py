"""What goes over the wire: compressed, and a page that was drawn before as it was sent then."""

import gzip
import hashlib
import os
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock, get_ident

from dash import Dash
from flask import Response, g, has_request_context, request

from analysis.evaluation.figures import own_file
from analysis.store import current_run
from dashboard.current import CurrentResults
from sources.errors import ParallaxError

MOST_KEPT = 32 * 1024 * 1024
"""Bytes of answers that are kept, compressed; those not asked for longest are dropped first."""

_LEAST = 1024
"""Smaller answers are sent as they are: compression would save less than a packet."""
_LONGEST_QUESTION = 16 * 1024
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml")
_UPDATE = "/_dash-update-component"

State = tuple[object, ...]


class Kept:
    """Compressed answers by what was asked, up to `most` bytes. Safe to share between threads.

    With a `folder`, the processes that serve together find there what one of them put down; each puts `most` bytes
    there at most.
    """

    def __init__(self, most: int = MOST_KEPT, *, folder: Path | None = None) -> None:
        self._most = most
        self._size = 0
        self._folder = folder
        self._put_down = 0
        self._lock = Lock()
        self._held: OrderedDict[object, bytes] = OrderedDict()

    def get(self, key: object) -> bytes | None:
        """Return what was put under `key`, or None."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return found
        if self._folder is None:
            return None
        try:
            found = (self._folder / _name(key)).read_bytes()
        except OSError:
            return None
        self._hold(key, found)
        return found

    def put(self, key: object, answer: bytes) -> None:
        """Hold `answer`, and drop the ones asked for longest ago where it is too much."""
        self._hold(key, answer)
        if self._folder is not None and self._put_down + len(answer) <= self._most:
            self._put_down += len(answer)
            fresh = self._folder / f"{_name(key)}.{os.getpid()}.{get_ident()}"
            with suppress(OSError):  # the disk is full, or another process has the file open
                fresh.write_bytes(answer)
                fresh.replace(self._folder / _name(key))

    def _hold(self, key: object, answer: bytes) -> None:
        with self._lock:
            self._size += len(answer) - len(self._held.pop(key, b""))
            self._held[key] = answer
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1])


def _name(key: object) -> str:
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()


def state_of(current: CurrentResults) -> State | None:
    """Return what pages are drawn from, as something to compare: the run, and the files beside it as they stand."""
    library = current.library
    try:
        file = current_run(library)
    except (ParallaxError, OSError):
        return None
    read = (library, library.with_name(f"{library.name}-wal"), own_file(library))
    return (str(file), *map(_stamp, read))


def same_again(said: bool = True) -> None:
    """Say that what is answered to this request depends on nothing but the question and the results; or that not."""
    if has_request_context():
        g.same_again = said


def send_small(app: Dash, current: CurrentResults, *, shared: Path | None = None) -> None:
    """Compress what `app` sends, and answer again from memory what `same_again` was said of.

    `shared` is a folder where the processes that serve together put such answers down for each other.
    """
    kept = Kept(folder=shared)

    def before() -> Response | None:
        small = request.content_length is not None and request.content_length < _LONGEST_QUESTION
        if request.method != "POST" or not request.path.endswith(_UPDATE) or not small:
            return None
        state = state_of(current)
        if state is None:
            return None
        g.asked = (state, request.get_data())
        found = kept.get(g.asked)
        return None if found is None else _packed(Response(mimetype="application/json"), found)

    def after(response: Response) -> Response:
        if response.status_code != 200 or response.content_encoding or not _is_text(response):
            return response
        response.vary.add("Accept-Encoding")
        key = _key(response)
        packed = kept.get(key) if key else None
        if packed is None:
            response.direct_passthrough = False  # a file is read here instead of by the server
            plain = response.get_data()
            if len(plain) < _LEAST or (not key and not _takes_gzip()):
                return response
            packed = gzip.compress(plain, 9 if request.method == "GET" and key else 4, mtime=0)
            if key:
                kept.put(key, packed)
        return _packed(response, packed)

    app.server.before_request(before)
    app.server.after_request(after)


def _key(response: Response) -> object:
    """Return what says that an answer is the same again, or None."""
    if getattr(g, "same_again", False):
        return getattr(g, "asked", None)
    tag = response.get_etag()[0]
    lasting = (response.cache_control.max_age or 0) > 0  # such an address changes with what it leads to
    return (request.full_path, tag) if request.method == "GET" and (tag or lasting) else None


def _packed(response: Response, packed: bytes) -> Response:
    response.direct_passthrough = False
    file = getattr(response.response, "close", None)
    if file is not None:
        response.call_on_close(file)
    if _takes_gzip():
        response.set_data(packed)
        response.content_encoding = "gzip"
    else:
        response.set_data(gzip.decompress(packed))
    return response


def _takes_gzip() -> bool:
    return bool(request.accept_encodings.quality("gzip") > 0)


def _is_text(response: Response) -> bool:
    return (response.mimetype or "").startswith(_TEXT)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
