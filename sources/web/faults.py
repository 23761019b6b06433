"""What went wrong with a connection, as one line for people."""

import ssl

from sources.errors import Unreachable
from sources.web.limits import Limits

_LATER = "try again later"
_SAVE = "save the page in your browser and add the file"


class NoConnection(Unreachable):
    """The host itself is not to be had: the same for every page of it."""


def fault(error: Exception, *, limits: Limits) -> Unreachable:
    """Return the error for what httpcore raises when a server does not answer, or not in HTTP."""
    import httpcore

    match error:
        case httpcore.ConnectTimeout():
            slow = f"does not answer within {limits.connect:,.3g} seconds; check the address, or {_LATER}"
            return NoConnection(slow)
        case httpcore.ReadTimeout():
            why = f"sends nothing for {limits.silence:,.3g} seconds; {_LATER}"
        case httpcore.TimeoutException():
            why = f"takes no request for {limits.silence:,.3g} seconds; {_LATER}"
        case httpcore.ConnectError():
            return NoConnection(_no_connection(error))
        case httpcore.NetworkError():
            why = f"breaks off the connection; {_LATER}"
        case _ if "buffer too long" in str(error):
            why = f"answers with headers without end; {_SAVE}"
        case _ if "without sending a response" in str(error) or "closed connection" in str(error):
            why = f"breaks off before its answer is complete; {_LATER}"
        case _:
            why = f"does not speak HTTP as it should ({_shown(str(error).partition(': bytearray')[0])}); {_SAVE}"
    return Unreachable(why)


def _no_connection(error: Exception) -> str:
    cause = error.args[0] if error.args else error  # httpcore hands on what the system or TLS said
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"shows a certificate that cannot be trusted ({_shown(cause.verify_message)}); check the address"
    if isinstance(cause, ssl.SSLError):
        return f"makes no secure connection ({_shown(cause.reason or cause)}); check whether its address is http"
    return f"takes no connection ({_shown(getattr(cause, 'strerror', None) or error)}); check the address, or {_LATER}"


def _shown(what: object) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(str(what).split())[:100])
