"""A server as `make run` starts it, asked as nobody's own browser would ask."""

import http.client
import socket
import sys
from collections.abc import Iterator

import pytest
from starlette.datastructures import Headers

from tests.browser.serving import Server, serving
from tests.web.asgi import Answer

SWITCHED = 101


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("log") / "training.db") as running:
        yield running


def ask(
    server: Server, path: str, method: str = "GET", body: bytes = b"", **headers: str
) -> Answer:
    """Ask the server something; a header's name is written with underscores."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request(method, path, body=body, headers=named)
    found = connection.getresponse()
    answer = Answer(
        found.status,
        Headers(dict(found.getheaders())),
        b"" if found.status == SWITCHED else found.read(),
    )
    connection.close()
    return answer


def handshake(server: Server, **headers: str) -> int:
    known = {
        "Host": f"127.0.0.1:{server.port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Protocol": "streamlit",
    }
    return ask(server, "/_stcore/stream", "GET", b"", **known | headers).status


def test_a_page_of_our_own_is_let_in(server: Server) -> None:
    assert handshake(server, Origin=f"http://127.0.0.1:{server.port}") == SWITCHED
    named = f"localhost:{server.port}"
    assert handshake(server, Host=named, Origin=f"http://{named}") == SWITCHED


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "https://127.0.0.1.evil.example",
        "http://127.0.0.1:1",  # another program's page on this machine
        "http://localhost:{port}",
        "http://user@127.0.0.1:{port}",
        "null",
        "file://",
        "",
    ],
)
def test_a_page_from_elsewhere_is_refused(server: Server, origin: str) -> None:
    said = origin.format(port=server.port)
    assert handshake(server, Origin=said) == 403
    for path in ("/", "/_stcore/health", "/_stcore/host-config"):
        answer = ask(server, path, Origin=said)
        assert answer.status == 403
        assert "access-control-allow-origin" not in answer.headers


def test_a_name_that_someone_else_points_here_is_refused(server: Server) -> None:
    named = f"evil.example:{server.port}"
    assert handshake(server, Host=named, Origin=f"http://{named}") == 403
    assert handshake(server, Host=named) == 403


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a machine has one such address")
def test_it_listens_on_this_machines_own_address_alone(server: Server) -> None:
    for address in ("127.0.0.2", "::1", *_addresses()):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as caller, pytest.raises(OSError, match=r"refused|assign"):
            caller.connect((address, server.port))


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_nothing_is_uploaded_without_the_token_of_the_page(server: Server, method: str) -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="a"; filename="a.csv"\r\n\r\na\r\n--b--\r\n'
    )
    answer = ask(
        server,
        "/_stcore/upload_file/some-session/some-file",
        method,
        body,
        Content_Type="multipart/form-data; boundary=b",
        Cookie="_streamlit_xsrf=made-up",
        X_Xsrftoken="another",
    )
    assert answer.status == 403
    assert b"XSRF" in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../../../../../../../etc/passwd",
        "/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/media/../../../../etc/passwd",
        "/media/%2e%2e%2fetc%2fpasswd",
        "/app/static/../data/training.db",
        "/component/x/../../../../etc/passwd",
        "/data/training.db",
        "/.streamlit/config.toml",
        "/_stcore/agent/interact",
        "/_stcore/agent/mcp",
    ],
)
def test_no_path_leads_to_a_file_of_this_machine(server: Server, path: str) -> None:
    answer = ask(server, path)
    # What is no file of Streamlit's is answered with the one page, or not at all.
    assert answer.status >= 400 or b"<!doctype html>" in answer.body.lower()
    for secret in (b"root:", b"SQLite format", b"gatherUsageStats", b"Traceback"):
        assert secret not in answer.body


def _addresses() -> set[str]:
    """Return what other machines call this one."""
    found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    return {str(one[4][0]) for one in found} - {"127.0.0.1"}
