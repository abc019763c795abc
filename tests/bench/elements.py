"""What an element of each kind costs the browser when a page is first painted [ms]."""

from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests.bench.kinds import KINDS
from tests.bench.tabs import browsing, tab
from tests.browser.serving import Server, serving
from tests.browser.steps import visit

APP = "tests/bench/elements_app.py"
MANY = 8


def elements(folder: Path, *, times: int) -> dict[str, Any]:
    """Return the processor time [ms] of the first of each kind on a page, and of a further one."""
    with serving(folder / "elements.db", APP) as server, browsing() as browser:
        paint = partial(_painted, browser, server, times)
        paint("text", 0)  # the server's own first page
        none = paint("text", 0)
        found: dict[str, Any] = {}
        for kind in KINDS:
            one, many = paint(kind, 1), paint(kind, MANY)
            found[f"{kind}, the first"] = round(one - none, 1)
            found[f"{kind}, each further"] = round((many - one) / (MANY - 1), 1)
    return found


def _painted(browser: Browser, server: Server, times: int, kind: str, count: int) -> float:
    address = f"/?kind={kind.replace(' ', '+')}&count={count}"
    return median(_processor_ms(browser, server, address) for _ in range(times))


def _processor_ms(browser: Browser, server: Server, address: str) -> float:
    """Return the processor time of the page's main thread until it is painted [ms]."""
    with tab(browser) as page:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        visit(page, server, address)
        told = devtools.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(one["value"]) for one in told if one["name"] == "TaskDuration")
