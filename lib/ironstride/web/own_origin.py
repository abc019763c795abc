"""Only pages of this server speak to it: what a page from elsewhere asks is refused.

Streamlit lets in pages from any port of this machine, and to know its own name in the world it asks
an address on the internet as soon as a page from elsewhere knocks. Refusing before it is asked
closes both.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008


class OwnOrigin:
    """ASGI middleware that refuses requests and connections of pages from elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless a browser says that a page from elsewhere makes it."""
        if scope["type"] not in ("http", "websocket") or is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await PlainTextResponse("Refused.", status_code=403)(scope, receive, send)


def is_own(headers: Headers) -> bool:
    """Return whether the page that asks, if any, came from the host that it asks.

    >>> is_own(Headers({"host": "localhost:8501", "origin": "http://localhost:8501"}))
    True
    >>> is_own(Headers({"host": "localhost:8501", "origin": "http://localhost:3000"}))
    False
    >>> is_own(Headers({"host": "localhost:8501", "origin": "null"})), is_own(Headers({}))
    (False, True)
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
    except ValueError:
        return False
