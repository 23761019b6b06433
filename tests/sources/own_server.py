"""A web server of the test's own on 127.0.0.1: pages are functions that get the request and write what they like."""

import threading
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = "/robots.txt"


class Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self):
        site = self.server.site
        site.asked.append((self.path, dict(self.headers)))
        page = site.pages.get(self.path.partition("?")[0])
        with site.busy_lock:
            site.busy += 1
            site.most_busy = max(site.most_busy, site.busy)
        try:
            if page is None:
                self.answer(404)
            else:
                page(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with site.busy_lock:
                site.busy -= 1

    def answer(self, status=200, body=b"", **headers):
        """Answer at once; `content_type="text/html"` becomes Content-Type."""
        self.send_response(status)
        named = {name.replace("_", "-").title(): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(body))} | named).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def raw(self, content):
        """Write bytes as they are, and close the connection after the answer."""
        self.close_connection = True
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, *arguments):
        pass


class OwnServer:
    """Use as a context manager; `url("/a")` is an address of it."""

    def __init__(self, pages: dict[str, Callable[[Request], None]] | None = None, *, trust=None):
        self.pages = dict(pages or {})
        self.asked = []
        self.busy = self.most_busy = 0
        self.busy_lock = threading.Lock()
        self.stopping = threading.Event()
        """Set when the server stops: pages that answer slowly wait on it."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
        self._server.site = self
        self.connections = 0
        accept = self._server.get_request

        def counted():
            self.connections += 1
            return accept()

        self._server.get_request = counted
        self._server.handle_error = lambda request, address: None
        if trust is not None:
            self._server.socket = trust.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *error):
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def url(self, path="/", *, host="127.0.0.1", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"

    def times(self):
        """Return how often each path was asked for."""
        counted = defaultdict(int)
        for path, _ in self.asked:
            counted[path] += 1
        return dict(counted)


def page(body=b"<html><p>A page.</p></html>", status=200, **headers):
    """A page that always answers the same."""
    return lambda request: request.answer(status, body, **({"content_type": "text/html"} | headers))


def moved(place, status=302):
    """A redirect."""
    return lambda request: request.answer(status, location=place)
