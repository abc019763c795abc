"""What a tab did: the hosts it asked, what it complained about, the reruns it awaits."""

from weakref import WeakKeyDictionary

from playwright.sync_api import ConsoleMessage, Error, Page, Request, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_watched: WeakKeyDictionary[Page, "Watch"] = WeakKeyDictionary()


class Watch:
    """The record of one tab, from before its first visit."""

    def __init__(self, page: Page) -> None:
        self.requested: list[str] = []
        self.complaints: list[str] = []
        self.asked = 0  # reruns asked for since the page was loaded
        self.parts = 0  # those among them for a part of the page alone
        self.awaited = False  # the last of them has not ended yet
        page.on("request", self._on_request)
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        page.on("websocket", self._on_websocket)

    def elsewhere(self, url: str) -> list[str]:
        """Return the addresses asked that are neither the server's nor the page's own data."""
        own = (f"{url}/", f"{url.replace('http', 'ws', 1)}/", "data:", f"blob:{url}/")
        return [address for address in self.requested if not address.startswith(own)]

    def count(self, part: str) -> int:
        """Return how many addresses with this part in them were asked."""
        return sum(part in address for address in self.requested)

    def _on_request(self, request: Request) -> None:
        self.requested.append(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        # At a deep link Streamlit first looks for its server below the page's own path.
        sought = "/_stcore/" in message.location["url"]
        if message.type == "error" and not sought:
            self.complaints.append(message.text)

    def _on_error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _on_websocket(self, socket: WebSocket) -> None:
        self.requested.append(socket.url)
        self.asked, self.parts, self.awaited = 0, 0, True
        socket.on("framesent", self._on_sent)
        socket.on("framereceived", self._on_received)

    def _on_sent(self, frame: str | bytes) -> None:
        if not isinstance(frame, bytes):
            return
        message = BackMsg.FromString(frame)
        if message.HasField("rerun_script"):
            self.asked += 1
            self.parts += bool(message.rerun_script.fragment_id)
            self.awaited = True

    def _on_received(self, frame: str | bytes) -> None:
        if not isinstance(frame, bytes):
            return
        message = ForwardMsg.FromString(frame)
        if message.HasField("script_finished"):
            self.awaited = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN


def watch(page: Page) -> Watch:
    """Start watching a tab."""
    _watched[page] = Watch(page)
    return _watched[page]


def watched(page: Page) -> Watch:
    """Return the record of a tab."""
    return _watched[page]
