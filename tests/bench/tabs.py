"""Tabs of a real browser: what a page draws, and how long steps in it take."""

import json
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.serving import Server
from tests.browser.steps import settled, visit
from tests.browser.watching import watch

BARE_APP = "tests/bench/bare_app.py"
# A chart each: height [px], marks.
Shape = tuple[tuple[int, int], ...]
_CHARTS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map(chart => {
  const plot = chart.querySelector('.js-plotly-plot');
  // A shape of many marks (mode none) stands behind the marks themselves, which are counted.
  const marked = plot?.calcdata?.filter(trace => trace[0]?.trace?.mode !== 'none') ?? [];
  const marks = marked.reduce((sum, trace) => sum + trace.length, 0);
  return [plot?._fullLayout?.height ?? 0, marks];
})"""


@contextmanager
def browsing() -> Iterator[Browser]:
    """Open a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """Open a tab as a visitor of its own, who has kept nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    context.set_default_timeout(30_000)
    page = context.new_page()
    watch(page)
    yield page
    context.close()


def first_visit(page: Page, server: Server, path: str) -> Shape:
    """Open a page of unknown charts, wait for all of them and return them."""
    visit(page, server, path)
    settled(page, len(page.evaluate(_CHARTS)))
    return drawn(page)


def at_rest(page: Page) -> None:
    """Wait until a page has nothing left to do of what it drew."""
    page.evaluate("() => new Promise(done => requestIdleCallback(done))")


def drawn(page: Page) -> Shape:
    """Return the charts of a page, each [px high, marks]."""
    return tuple((int(height), int(marks)) for height, marks in page.evaluate(_CHARTS))


def alike(shape: Shape) -> Shape:
    """Return the shape of the bare page: heights to 100 px, marks to the nearest power of four.

    Pages of ours that draw nearly the same share a bare page.

    >>> alike(((300, 150), (530, 3)))
    ((300, 256), (500, 4))
    """
    return tuple(
        (100 * round(height / 100), 4 ** round(math.log(max(marks, 1), 4)))
        for height, marks in shape
    )


def tell_bare(bare: Server, shapes: dict[str, Shape]) -> None:
    """Let the bare server know what each of its pages is to draw."""
    file = bare.log.with_suffix(".shapes.json")
    file.write_text(json.dumps(shapes), encoding="utf-8")


def timed(work: Callable[[], object]) -> float:
    """Return how long something takes [ms]."""
    started = time.perf_counter()
    work()
    return round(1000 * (time.perf_counter() - started), 1)
