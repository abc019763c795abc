"""Tell the browser about the chart script while it still reads the page."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ironstride.web.installed import ROOT, web_path

# Elsewhere the script would cost 1.4 MB and a fifth of a second for nothing.
CHART_PAGES = frozenset(
    {
        "/",
        "/fitness_test",
        "/goals",
        "/rules",
        "/week",
        "/running",
        "/records",
        "/strength",
        "/muscles",
        "/together",
        "/weekly",
    }
)


class Preload:
    """ASGI middleware that adds a `Link: …; rel=modulepreload` header to chart pages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._link = chart_script_link()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the header when the answer is a chart page."""
        if scope["type"] != "http" or scope["path"] not in CHART_PAGES or not self._link:
            await self._app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                MutableHeaders(scope=message).append("Link", self._link)
            await send(message)

        await self._app(scope, receive, send_with_link)


def chart_script_link() -> str:
    """Return the header's value for the installed chart script; empty when there is none."""
    links = [
        f"<{web_path(file)}>; rel=modulepreload" for file in ROOT.glob("static/js/PlotlyChart.*.js")
    ]
    return ", ".join(links)


def _is_page(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/html")
