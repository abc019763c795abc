"""Serve Streamlit's scripts and styles compressed, each compressed once and kept.

Streamlit sends them as they are (4.7 MB for the chart script alone), which is felt wherever the
browser is not on the same machine.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ironstride.web.installed import ROOT, web_path

TYPES = {".js": "text/javascript", ".css": "text/css"}
# Their names carry a hash of what is in them, so they never change.
CACHE = "public, immutable, max-age=31536000"


class Packed(NamedTuple):
    """A compressed file and the tag that names exactly these bytes."""

    body: bytes
    etag: str


class CompressedStatic:
    """ASGI middleware that answers for Streamlit's own scripts and styles.

    Only files found in the installed package when the server starts are known; every other path
    goes on to Streamlit, so a path can neither leave the folder nor fill the memory.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._files = {web_path(file): file for file in compressible()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the compressed file, or pass the request on."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        if file is None:
            await self._app(scope, receive, send)
        elif _wants_compressed(scope):
            response = answer(scope, file, await to_thread.run_sync(packed, file))
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, _with_vary(send))


def compressible() -> list[Path]:
    """Return the scripts and styles of the installed Streamlit."""
    return [file for file in ROOT.glob("static/*/*") if file.suffix in TYPES]


@cache
def packed(file: Path) -> Packed:
    """Return the compressed file, from memory after the first time."""
    body = gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)
    return Packed(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def answer(scope: Scope, file: Path, found: Packed) -> Response:
    """Return the answer to a GET or HEAD request for a compressed file."""
    headers = {"Cache-Control": CACHE, "ETag": found.etag, "Vary": "Accept-Encoding"}
    if found.etag in Headers(scope=scope).get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Encoding"] = "gzip"
    response = Response(found.body, headers=headers, media_type=TYPES[file.suffix])
    if scope["method"] == "HEAD":
        response.body = b""
    return response


def accepts_gzip(accepted: str) -> bool:
    """Return whether an Accept-Encoding header asks for gzip by name.

    >>> accepts_gzip("br, GZIP;q=0.5"), accepts_gzip("gzip;q=0"), accepts_gzip("")
    (True, False, False)
    """
    for part in accepted.lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" or not weight
    return False


def _wants_compressed(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    # A range counts bytes of the plain file.
    whole = scope["method"] in {"GET", "HEAD"} and "range" not in headers
    return whole and accepts_gzip(",".join(headers.getlist("accept-encoding")))


def _with_vary(send: Send) -> Send:
    async def send_with_vary(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return send_with_vary
