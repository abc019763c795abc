"""From one page to the next by the menu, ours and bare in turn."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page

from tests.bench import results
from tests.bench.logs import write_log
from tests.bench.pages import OFTEN_FROM
from tests.bench.tabs import (
    BARE_APP,
    Shape,
    alike,
    browsing,
    drawn,
    tab,
    tell_bare,
    timed,
)
from tests.bench.visits import PATHS
from tests.browser.serving import Server, serving
from tests.browser.steps import open_page, settled, visit

LAST = list(PATHS)[-1]


def switches(folder: Path, years: Sequence[int], times: int) -> None:
    """Measure switching to each page of the menu [ms] on logs of some years."""
    with ExitStack() as held:
        bare = held.enter_context(serving(folder / "bare.db", BARE_APP))
        browser = held.enter_context(browsing())
        for length in years:
            log = folder / f"switches-{length}.db"
            write_log(log, length)
            with serving(log) as ours, tab(browser) as page, tab(browser) as twin:
                found = _both(page, ours, twin, bare, times if length >= OFTEN_FROM else 1)
            results.keep(f"switches, {length} years", found)
            print(f"switches: {length} years", flush=True)


def _both(page: Page, ours: Server, twin: Page, bare: Server, times: int) -> dict[str, Any]:
    visit(page, ours, PATHS[LAST])
    shapes = {title: _shape(page, title) for title in PATHS}
    tell_bare(bare, {title: alike(shape) for title, shape in shapes.items()})
    visit(twin, bare, PATHS[LAST])
    for title in PATHS:
        open_page(twin, title)  # the chart script is loaded once for each tab
    found: dict[str, Any] = {title: {"switch": [], "bare_switch": []} for title in PATHS}
    for _ in range(times):
        for title, shape in shapes.items():
            try:
                found[title]["switch"].append(_switch(page, title, len(shape)))
                found[title]["bare_switch"].append(_switch(twin, title, len(shape)))
            except (AssertionError, Error) as why:
                found[title]["failed"] = str(why).partition("\n")[0][:200]
                visit(page, ours, PATHS[title])
                visit(twin, bare, PATHS[title])
    return found


def _shape(page: Page, title: str) -> Shape:
    open_page(page, title)
    settled(page, page.get_by_test_id("stPlotlyChart").count())
    return drawn(page)


def _switch(page: Page, title: str, charts: int) -> float:
    """Go to a page from the one before it in the menu, the first from the last."""

    def change() -> None:
        open_page(page, title)
        settled(page, charts)

    return timed(change)
