import re
from pathlib import Path

import pytest

from ironstride.settings import PROJECT
from ironstride.web.installed import ROOT
from ironstride.web.preload import CHART_PAGES
from tests.web.asgi import ask


@pytest.mark.parametrize("path", sorted(CHART_PAGES))
def test_a_chart_page_announces_the_installed_chart_script(path: str) -> None:
    target, _, relation = ask(path).headers["link"].partition("; ")
    assert relation == "rel=modulepreload"
    assert (ROOT / target.strip("</>")).is_file()


def test_the_chart_pages_are_those_that_draw_a_chart() -> None:
    pages = [page for page in PROJECT.glob("pages/*/*.py") if _draws(page)]
    # The first page has no name in the address.
    paths = {"/" if page.stem == "today" else f"/{page.stem}" for page in pages}
    assert paths == CHART_PAGES


def _draws(page: Path) -> bool:
    """Tell whether a page draws a chart by itself or by a part that it names."""
    text = page.read_text()
    parts = (PROJECT / "lib" / "ironstride" / "ui").glob("*.py")
    named = (part.read_text() for part in parts if re.search(rf"\b{part.stem}\.", text))
    return any("ironstride.charts" in one for one in (text, *named))


@pytest.mark.parametrize("path", ["/run", "/lift", "/history", "/running/more", "/nowhere"])
def test_other_pages_announce_nothing(path: str) -> None:
    assert "link" not in ask(path).headers


def test_an_answer_that_is_no_page_announces_nothing() -> None:
    refused = ask("/running", method="POST")
    assert refused.status == 405
    assert "link" not in refused.headers
