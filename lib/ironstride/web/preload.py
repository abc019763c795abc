"""Tell the browser about the chart script while it still reads the page.

Other scripts are not announced: at 20 Mbit/s they kept the first ones waiting for 0.1 to 0.2 s.
"""

from collections.abc import Set as AbstractSet
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ironstride.web.installed import ROOT, web_path

# Addresses, or an address and the part that it asks for. Elsewhere the script would cost 1.4 MB
# and a fifth of a second for nothing.
CHART_PAGES = frozenset(
    {
        "/",
        "/fitness_test",
        "/goals",
        "/rules",
        "/week Month",
        "/running",
        "/records",
        "/strength",
        "/muscles",
        "/together",
        "/weekly",
    }
)
CHARTLESS_PARTS = frozenset({"/records Paces", "/together Blocks"})


class Preload:
    """ASGI middleware that adds a `Link: …; rel=modulepreload` header to chart pages."""

    def __init__(self, app: ASGIApp, chart_pages: AbstractSet[str] = CHART_PAGES) -> None:
        self._app = app
        self._link = chart_script_link()
        self._chart_pages = chart_pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the header when the answer is a chart page."""
        if scope["type"] != "http" or not self._link or not self._draws_a_chart(scope):
            await self._app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                MutableHeaders(scope=message).append("Link", self._link)
            await send(message)

        await self._app(scope, receive, send_with_link)

    def _draws_a_chart(self, scope: Scope) -> bool:
        path = scope["path"]
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        part = f"{path} {asked.get(f'{path[1:]}_part', [''])[0]}"
        return part in self._chart_pages or (
            path in self._chart_pages and part not in CHARTLESS_PARTS
        )


def chart_script_link() -> str:
    """Return the header's value for the installed chart script; empty when there is none."""
    links = [
        f"<{web_path(file)}>; rel=modulepreload" for file in ROOT.glob("static/js/PlotlyChart.*.js")
    ]
    return ", ".join(links)


def _is_page(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")
