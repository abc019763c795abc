import gzip
from pathlib import Path

import pytest

from ironstride.web.installed import ROOT, web_path
from ironstride.web.static_files import compressible
from tests.web.asgi import ask

SCRIPT = max(ROOT.glob("static/js/PlotlyChart.*.js"))
STYLE = max(ROOT.glob("static/css/index.*.css"))


@pytest.mark.parametrize("file", [SCRIPT, STYLE])
def test_a_compressed_file_unpacks_to_the_installed_one(file: Path) -> None:
    answer = ask(web_path(file), accept_encoding="gzip, deflate, br")
    assert answer.status == 200
    assert gzip.decompress(answer.body) == file.read_bytes()
    assert len(answer.body) < file.stat().st_size / 2
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"


def test_scripts_and_styles_keep_their_type() -> None:
    types = [
        ask(web_path(file), accept_encoding="gzip").headers["content-type"]
        for file in (SCRIPT, STYLE)
    ]
    assert types == ["text/javascript; charset=utf-8", "text/css; charset=utf-8"]


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.00", "x-gzipped"])
def test_a_client_without_gzip_gets_the_plain_file(accepted: str) -> None:
    answer = ask(web_path(STYLE), accept_encoding=accepted)
    assert answer.body == STYLE.read_bytes()
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


def test_a_known_tag_is_answered_without_a_body() -> None:
    tag = ask(web_path(STYLE), accept_encoding="gzip").headers["etag"]
    again = ask(web_path(STYLE), accept_encoding="gzip", if_none_match=f'"other", {tag}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == tag


def test_the_plain_and_the_compressed_file_have_different_tags() -> None:
    tags = {ask(web_path(STYLE), accept_encoding=name).headers["etag"] for name in ("gzip", "br")}
    assert len(tags) == 2


def test_a_range_counts_bytes_of_the_plain_file() -> None:
    answer = ask(web_path(STYLE), accept_encoding="gzip", range="bytes=0-9")
    assert answer.status == 206
    assert answer.body == STYLE.read_bytes()[:10]
    assert "content-encoding" not in answer.headers


def test_head_tells_the_same_as_get_without_the_body() -> None:
    got = ask(web_path(STYLE), accept_encoding="gzip")
    head = ask(web_path(STYLE), method="HEAD", accept_encoding="gzip")
    assert head.body == b""
    assert head.headers == got.headers


def test_a_file_cannot_be_posted_to() -> None:
    assert ask(web_path(STYLE), method="POST", accept_encoding="gzip").status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/../../../../streamlit/config.py",
        "/static/js/..%2f..%2findex.html",
        "/static/js/../css/" + STYLE.name,
        "/static//css/" + STYLE.name,
        "/static/css/" + STYLE.name + "/",
        "//static/css/" + STYLE.name,
        "/static/js/" + STYLE.name,
    ],
)
def test_a_path_out_of_the_folder_is_not_answered_here(path: str) -> None:
    assert "content-encoding" not in ask(path, accept_encoding="gzip").headers


def test_only_the_installed_scripts_and_styles_can_fill_the_memory() -> None:
    known = compressible()
    assert {file.suffix for file in known} == {".js", ".css"}
    assert all(file.resolve().is_relative_to(ROOT.resolve()) for file in known)
