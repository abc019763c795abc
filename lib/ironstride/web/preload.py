"""Tell the browser which scripts a page needs while it still reads the page.

Else it asks for them one after the other, once the page's first elements have come.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ironstride.web.installed import INDEX, ROOT, web_path

_FIELDS = ("Button", "DateInput", "Selectbox", "TextInput")
_CHART = ("ButtonGroup", "DownloadButton", "PlotlyChart")
_NUMBERS = (*_CHART, "Metric")
_LIST = ("Button", "ButtonGroup", "Pagination", "Selectbox", "TextInput")
# path, or path and part: what it draws, by the names of Streamlit's scripts. What it draws only
# when it is asked to is left out: the chart script alone is 1.4 MB and a fifth of a second.
DRAWN: Mapping[str, tuple[str, ...]] = {
    "/": ("Button", "DownloadButton", "Metric", "PageLink", "PlotlyChart"),
    "/run": (*_FIELDS, "TextArea", "TimeInput"),
    "/lift": (*_FIELDS, "TextArea", "TimeInput", "DataFrame"),
    "/check_in": ("Button", "ButtonGroup", "DateInput", "TextInput"),
    "/fitness_test": (*_FIELDS, "TextArea", "ButtonGroup", "DataFrame", "PlotlyChart"),
    "/import_files": ("Button", "FileUploader"),
    "/running": (*_NUMBERS, "DateInput", "Table"),
    "/running Pace": (*_NUMBERS, "Checkbox", "PageLink", "Table"),
    "/running Load": (*_NUMBERS, "Checkbox", "PageLink"),
    "/running Years": (*_CHART, "DateInput", "Selectbox"),
    "/records": (*_NUMBERS, "PageLink", "Selectbox", "remark-emoji"),
    "/records Predictions": (*_NUMBERS, "Checkbox", "PageLink", "remark-emoji"),
    "/records Paces": ("ButtonGroup", "DataFrame", "DownloadButton", "PageLink"),
    "/strength": (*_NUMBERS, "DateInput", "Multiselect"),
    "/strength Records": (*_CHART, "PageLink", "Selectbox"),
    "/strength Volume": (*_NUMBERS, "Checkbox", "DateInput"),
    "/strength Body": (*_NUMBERS, "Selectbox"),
    "/muscles": (*_NUMBERS, "DataFrame", "Slider"),
    "/muscles Weeks": (*_CHART, "DateInput", "Slider"),
    "/muscles Balance": _NUMBERS,
    "/together": (*_NUMBERS, "PageLink", "Table"),
    "/together Explore": (*_NUMBERS, "Checkbox"),
    "/together Days after": _NUMBERS,
    "/together Blocks": (*_FIELDS, "ButtonGroup", "Metric", "TextArea"),
    "/weekly": (*_NUMBERS, "Checkbox", "Selectbox", "Table", "remark-emoji"),
    "/week": ("Button", "ButtonGroup", "DateInput", "DownloadButton", "PageLink"),
    "/week Month": (*_CHART, "Button", "DateInput", "PageLink"),
    "/rules": (*_CHART, "Button", "Checkbox", "PageLink", "Selectbox", "Slider"),
    "/goals": (*_FIELDS, "DownloadButton", "PlotlyChart"),
    "/history": _LIST,
    "/exercises": _LIST,
    "/exercises Names in files": ("ButtonGroup", "Selectbox"),
    "/exercises Add one": ("ButtonGroup", "Checkbox", "Selectbox", "TextInput"),
    "/data": ("Button", "DownloadButton", "FileUploader", "TextInput"),
    "/settings": ("Button", "PageLink", "Radio", "Selectbox", "Slider", "TextInput"),
}
SCRIPTS = ROOT / "static" / "js"
_IMPORT = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
_HEAD = 20_000  # a bundled script names first what it imports


class Preload:
    """ASGI middleware that adds a `Link: …; rel=modulepreload` header to each page."""

    def __init__(self, app: ASGIApp, drawn: Mapping[str, tuple[str, ...]]) -> None:
        self._app = app
        self._links = {page: links(names) for page, names in drawn.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the header when the answer is a page that draws something."""
        link = self._link(scope) if scope["type"] == "http" else ""
        if not link:
            await self._app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                MutableHeaders(scope=message).append("Link", link)
            await send(message)

        await self._app(scope, receive, send_with_link)

    def _link(self, scope: Scope) -> str:
        path = scope["path"]
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        part = asked.get(f"{path.strip('/')}_part", [""])[0]
        return self._links.get(f"{path} {part}") or self._links.get(path, "")


def links(names: Iterable[str]) -> str:
    """Return the header's value for the installed scripts of these names and all that they need."""
    files = needed(file for name in names for file in SCRIPTS.glob(f"{name}.*.js"))
    others = sorted(files - _of_every_page())
    return ", ".join(f"<{web_path(file)}>; rel=modulepreload" for file in others)


def needed(files: Iterable[Path]) -> set[Path]:
    """Return scripts with all that they import, and what that imports."""
    found: set[Path] = set()
    left = list(files)
    while left:
        file = left.pop()
        if file not in found:
            found.add(file)
            left += _imports(file)
    return found


@cache
def _of_every_page() -> set[Path]:
    """Return the scripts that Streamlit's page names itself."""
    named = re.findall(r'static/js/([^"]+\.js)', INDEX.read_text(encoding="utf-8"))
    return needed(SCRIPTS / name for name in named)


@cache
def _imports(file: Path) -> list[Path]:
    with file.open(encoding="utf-8") as script:
        return [file.with_name(name) for name in _IMPORT.findall(script.read(_HEAD))]


def _is_page(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")
