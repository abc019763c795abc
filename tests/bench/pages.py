"""Pages in a real browser: first paint and rerun, beside a bare page with the same charts."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from ironstride import clock
from ironstride.importers import Choices
from ironstride.jobs.demo_log import write_demo_log
from ironstride.jobs.import_files import FilePreview, commit, compared, preview
from ironstride.store import open_log
from tests.bench.files import strong
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.serving import Server, serving
from tests.browser.steps import tick, visit
from tests.browser.watching import watch

BARE_APP = "tests/bench/bare_app.py"
TIMES = 5
SETS_A_YEAR = 3250  # with those of the demo, 100 000 in twenty years
_CHARTS_AND_MARKS = """() => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const marks = plots.flatMap(plot => plot.calcdata).map(trace => trace.length);
  return [plots.length, marks.reduce((sum, one) => sum + one, 0)];
}"""


@dataclass(frozen=True)
class Visit:
    """A page of ours: its address, and the choice that is clicked for a rerun, where it has one."""

    name: str
    path: str
    click: str = ""


VISITS = (
    Visit("today", "/"),
    Visit("week", "/week", "Month"),
    Visit("week, month", "/week?week_part=Month"),
    Visit("rules", "/rules"),
    Visit("goals", "/goals"),
    Visit("weekly review", "/weekly", "Print view"),
    Visit("running, volume", "/running?running_span=All", "A year"),
    Visit("running, pace", "/running?running_part=Pace&running_span=All", "A year"),
    Visit("running, load", "/running?running_part=Load&running_span=All", "A year"),
    Visit("running, years", "/running?running_part=Years", "Pace"),
    Visit("records, bests", "/records", "Predictions"),
    Visit("strength, lifts", "/strength?strength_span=All", "A year"),
    Visit("strength, records", "/strength?strength_part=Records", "Lifts"),
    Visit("strength, volume", "/strength?strength_part=Volume&strength_span=All", "A year"),
    Visit("strength, body", "/strength?strength_part=Body&strength_span=All", "A year"),
    Visit("muscles, body", "/muscles?muscles_span=All", "A year"),
    Visit("muscles, weeks", "/muscles?muscles_part=Weeks&muscles_span=All", "A year"),
    Visit("muscles, balance", "/muscles?muscles_part=Balance", "Weeks"),
)
BARE_CLICK = "A year"


def pages(folder: Path, years: int) -> dict[str, Any]:
    """Measure each page on a log of some years [ms], and as a multiple of a bare page."""
    log = folder / f"pages-{years}.db"
    write_demo_log(log, today=clock.today(None), years=years)
    _bring_sets(log, strong(SETS_A_YEAR * years, days_apart=1))
    found: dict[str, Any] = {}
    with (
        serving(log) as ours,
        serving(folder / "bare.db", BARE_APP) as bare,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for one in VISITS:
            found |= _beside_bare(browser, ours, bare, one, years)
        browser.close()
    return found


def _bring_sets(log_file: Path, content: bytes) -> None:
    """Import more sets: the made-up runner lifts less than those who lift most."""
    with open_log(log_file) as log:
        choices = Choices(weight_unit="kg")
        looked_at = preview(log, "sets.csv", content, choices, today=clock.today(None))
        if not isinstance(looked_at, FilePreview):
            raise TypeError(looked_at.why)
        commit(log, compared(log, [looked_at]), at=clock.now(None))


def _beside_bare(
    browser: Browser, ours: Server, bare: Server, one: Visit, years: int
) -> dict[str, Any]:
    charts, marks = _drawn(browser, ours, one.path)
    paint, rerun = _measured(browser, ours, one.path, charts, one.click)
    same = f"/?charts={charts}&marks={marks // max(charts, 1)}"
    bare_paint, bare_rerun = _measured(browser, bare, same, charts, BARE_CLICK if one.click else "")
    name = f"{one.name}, {years} years"
    found: dict[str, Any] = {
        f"{name}: charts and marks": f"{charts}, {marks}",
        f"{name}: first paint [ms]": round(1000 * paint),
        f"{name}: first paint, times bare": round(paint / bare_paint, 2),
    }
    if rerun and bare_rerun:
        found[f"{name}: rerun [ms]"] = round(1000 * rerun)
        found[f"{name}: rerun, times bare"] = round(rerun / bare_rerun, 2)
    return found


def _drawn(browser: Browser, server: Server, path: str) -> tuple[int, int]:
    """Return how many charts a page draws and how many marks they hold; the server is warm then."""
    with _tab(browser) as page:
        visit(page, server, path)
        charts, marks = page.evaluate(_CHARTS_AND_MARKS)
    return int(charts), int(marks)


def _measured(
    browser: Browser, server: Server, path: str, charts: int, click: str
) -> tuple[float, float]:
    """Return the medians of first paint and of a rerun after one click [s], 0 without a click."""
    painted, rerun = [], []
    for _ in range(TIMES):
        with _tab(browser) as page:
            painted.append(_timed(partial(visit, page, server, path, charts)))
            rerun.append(_timed(partial(tick, page, click)) if click else 0.0)
    return median(painted), median(rerun)


@contextmanager
def _tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    page = context.new_page()
    watch(page)
    yield page
    context.close()


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
