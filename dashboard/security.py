"""Headers and limits: what a browser may load for our pages, and how much anybody may send."""

from dash import Dash
from flask import Response, request

MOST_BYTES = 8 * 1024 * 1024
"""Larger requests are refused (413): no page sends more than an address."""

_YEAR = "public, max-age=31536000, immutable"


def harden(app: Dash) -> None:
    """Set security headers on every response of `app`, and refuse large requests."""
    app.server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    hashes: dict[int, str] = {}

    def headers(response: Response) -> Response:
        scripts = len(app._inline_scripts)  # clientside functions may add some up to the first request
        if scripts not in hashes:
            hashes[scripts] = " ".join(app.csp_hashes())
        response.headers["Content-Security-Policy"] = policy(hashes[scripts])
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if "/assets/" in request.path and "m" in request.args:  # the address changes with the file
            response.headers["Cache-Control"] = _YEAR
        return response

    app.server.after_request(headers)


def policy(script_hashes: str) -> str:
    """Return the content security policy: everything from ourselves, scripts only from files or by hash.

    Styles may be inline: the component library writes its own into the page.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {script_hashes}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
