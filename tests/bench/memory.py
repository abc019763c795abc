"""What the server holds while tabs are open, each of which has seen every page and part."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page

from tests.bench.logs import write_log
from tests.bench.processes import resident_kib
from tests.bench.tabs import browsing, tab
from tests.bench.visits import PARTS, PATHS
from tests.browser.serving import serving
from tests.browser.steps import open_page, tick, visit

SESSIONS = 10


def memory(folder: Path, years: int) -> dict[str, Any]:
    """Measure the server's resident memory [MB] before a visit, with one tab and with ten."""
    log = folder / "memory.db"
    write_log(log, years)
    found: dict[str, Any] = {"years": years, "failed": []}
    with serving(log) as server, browsing() as browser, ExitStack() as tabs:
        found["0"] = _held_mb(server.pid)
        for number in range(1, SESSIONS + 1):
            page = tabs.enter_context(tab(browser))
            visit(page, server)
            found["failed"] += _walk(page)
            found[str(number)] = _held_mb(server.pid)
            print(f"memory: {number} open, {found[str(number)]} MB", flush=True)
    return found


def _walk(page: Page) -> list[str]:
    """See every page and each of its parts in one session; return those that failed."""
    failed = []
    for title in PATHS:
        try:
            open_page(page, title)
            for part in PARTS[title][1:]:
                tick(page, part)
        except (AssertionError, Error) as why:
            failed.append(f"{title}: {str(why).partition(chr(10))[0][:120]}")
    return failed


def _held_mb(pid: int) -> int:
    return resident_kib(pid) >> 10
