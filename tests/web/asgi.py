"""One request to the middleware as app.py stacks it, over Streamlit's real files."""

import asyncio
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Message

from ironstride import web
from ironstride.web.installed import INDEX, ROOT


class Answer(NamedTuple):
    status: int
    headers: Headers
    body: bytes


def ask(path: str, method: str = "GET", query: str = "", **headers: str) -> Answer:
    """Send one request; a header's name is written with underscores."""
    return asyncio.run(_ask(path, method, query, headers))


async def _page(_request: Request) -> FileResponse:
    return FileResponse(INDEX)


_APP = Starlette(
    routes=[
        Mount("/static", StaticFiles(directory=ROOT / "static")),
        Route("/{page:path}", _page),
    ],
    middleware=web.middleware(),
)


async def _ask(path: str, method: str, query: str, headers: dict[str, str]) -> Answer:
    sent: list[Message] = []
    unsent: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not unsent:
            await asyncio.Event().wait()
        return unsent.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    await _APP(_scope(path, method, query, headers), receive, send)
    start = sent[0]
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(start["status"], Headers(raw=start["headers"]), body)


def _scope(path: str, method: str, query: str, headers: dict[str, str]) -> dict[str, object]:
    raw = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": raw,
        "server": ("127.0.0.1", 8501),
        "client": ("127.0.0.1", 50000),
    }
