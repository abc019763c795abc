"""Journeys through the dashboard in a real browser; without a Chromium they are skipped."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ironstride import clock
from ironstride.jobs.demo_log import write_demo_log
from tests.browser.serving import Server, serving
from tests.browser.steps import LIMIT_S
from tests.browser.watching import watch, watched

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
# What is expected may take as long as any step: two journeys at once share the machine.
expect.set_options(timeout=LIMIT_S * 1000)
MISSING = (
    "The browser journeys need Chromium, which was not found; "
    "on Debian and Ubuntu `apt-get install chromium` brings it."
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not CHROMIUM:
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="session")
def chromium() -> str:
    if not CHROMIUM:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    return CHROMIUM


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    # For the module only: while it runs, no other test can start an event loop.
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for a module, on a log that starts empty."""
    with serving(tmp_path_factory.mktemp("log") / "training.db") as running:
        yield running


@pytest.fixture(scope="module")
def demo(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server on the made-up runner's log."""
    log = tmp_path_factory.mktemp("demo") / "demo.db"
    write_demo_log(log, today=clock.today(None))
    with serving(log) as running:
        yield running


@pytest.fixture
def fresh_server(chromium: str, tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Start servers that nobody has visited, on the log at `tmp_path / "training.db"`."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(serving(tmp_path / "training.db"))


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open tabs, each as a visitor of its own; afterwards none may have complained."""
    pages: list[Page] = []

    def opened(**options: Any) -> Page:
        size = {"width": 1280, "height": 1400}
        chosen = {"viewport": size, "locale": "en-GB", "timezone_id": "Europe/Berlin"} | options
        page = browser.new_context(**chosen).new_page()
        watch(page)
        pages.append(page)
        return page

    yield opened
    complaints = [complaint for page in pages for complaint in watched(page).complaints]
    for page in pages:
        page.context.close()
    assert not complaints


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
