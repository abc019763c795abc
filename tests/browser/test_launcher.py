import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ironstride.settings import PROJECT
from ironstride.web.preload import CHART_PAGES
from tests.browser.serving import Server
from tests.browser.steps import open_page, visit
from tests.browser.watching import watched

TITLES = {
    "/": "Today",
    "/run": "Log a run",
    "/lift": "Log a lift session",
    "/check_in": "Check in",
    "/fitness_test": "Fitness test",
    "/import_files": "Import files",
    "/running": "Running",
    "/records": "Records",
    "/strength": "Strength",
    "/muscles": "Muscles",
    "/together": "Strength and running together",
    "/weekly": "Weekly review",
    "/week": "Week",
    "/rules": "Rules",
    "/goals": "Goals",
    "/history": "History",
    "/exercises": "Exercises",
    "/data": "Data",
    "/settings": "Settings",
}
COLOURS = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())["theme"]


@pytest.mark.parametrize("path", ["/running", "/history"])
def test_a_deep_link_on_a_fresh_server_opens_its_page_inside_the_menu(
    fresh_server: Callable[[], Server], page: Page, path: str
) -> None:
    visit(page, fresh_server(), path)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[path])
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(TITLES))
    expect(page.get_by_text("Page not found")).to_have_count(0)


@pytest.mark.parametrize("path", TITLES)
def test_each_page_stands_and_asks_nobody_but_the_server(
    server: Server, page: Page, path: str
) -> None:
    visit(page, server, path)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[path])
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert watched(page).elsewhere(server.url) == []
    assert watched(page).count("/PlotlyChart.") == (1 if path in CHART_PAGES else 0)


def test_the_menu_leads_to_a_page_without_loading_anew(server: Server, page: Page) -> None:
    visit(page, server, "/run")
    page.evaluate("window.kept = true")
    open_page(page, "Settings")
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    assert page.url == f"{server.url}/settings"
    assert page.evaluate("window.kept") is True


def test_the_page_comes_with_its_headers_and_compressed_scripts(server: Server, page: Page) -> None:
    with page.expect_response("**/static/js/PlotlyChart.*.js") as loading:
        answer = visit(page, server, "/running")
    assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert loading.value.headers["content-encoding"] == "gzip"


def test_the_browser_refuses_what_the_policy_forbids(server: Server, page: Page) -> None:
    visit(page, server, "/run")
    reached = page.evaluate("fetch('http://localhost:9/').then(() => true, () => false)")
    assert reached is False
    assert "Content Security Policy" in watched(page).complaints.pop(0)
    watched(page).complaints.clear()


def test_an_unknown_address_says_so_and_leaves_the_menu(server: Server, page: Page) -> None:
    visit(page, server, "/nowhere")
    expect(page.get_by_role("dialog")).to_contain_text("Page not found")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(len(TITLES))
    assert "does not seem to exist" in watched(page).complaints.pop()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_follows_the_readers_own(
    server: Server, new_page: Callable[..., Page], scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    visit(page, server, "/settings")
    ground = COLOURS[scheme]["backgroundColor"]
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", _as_css(ground))


def test_a_file_that_is_no_log_gets_a_sentence_on_the_page(
    fresh_server: Callable[[], Server], page: Page, tmp_path: Path
) -> None:
    (tmp_path / "training.db").write_bytes(b"a letter to my coach " * 500)
    server = fresh_server()
    visit(page, server, "/history")
    expect(page.get_by_role("alert")).to_contain_text("training.db")
    assert "The log cannot be used" in server.said.read_text()
    assert (tmp_path / "training.db").read_bytes() == b"a letter to my coach " * 500


def _as_css(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"
