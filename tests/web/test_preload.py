import re
from pathlib import Path

import pytest

from ironstride.settings import PROJECT
from ironstride.web.installed import ROOT
from ironstride.web.preload import CHART_PAGES, CHARTLESS_PARTS
from tests.bench.visits import PARTS, PATHS
from tests.web.asgi import Answer, ask


def asked_for(page: str) -> Answer:
    path, _, part = page.partition(" ")
    return ask(path, query=f"{path[1:]}_part={part}" if part else "")


@pytest.mark.parametrize("page", sorted(CHART_PAGES))
def test_a_chart_page_announces_the_installed_chart_script(page: str) -> None:
    target, _, relation = asked_for(page).headers["link"].partition("; ")
    assert relation == "rel=modulepreload"
    assert (ROOT / target.strip("</>")).is_file()


@pytest.mark.parametrize("page", ["/week", "/week Week", *sorted(CHARTLESS_PARTS)])
def test_a_part_without_charts_announces_nothing(page: str) -> None:
    assert "link" not in asked_for(page).headers


def test_every_part_named_is_one_of_its_page() -> None:
    parts = {f"{PATHS[title]} {part}" for title, parts in PARTS.items() for part in parts}
    assert {one for one in CHART_PAGES | CHARTLESS_PARTS if " " in one} <= parts


def test_the_chart_pages_are_those_that_draw_a_chart() -> None:
    pages = [page for page in PROJECT.glob("pages/*/*.py") if _draws(page)]
    # The first page has no name in the address.
    paths = {"/" if page.stem == "today" else f"/{page.stem}" for page in pages}
    assert paths == {page.partition(" ")[0] for page in CHART_PAGES}


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
