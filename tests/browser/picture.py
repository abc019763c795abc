"""Take README's picture of the demo log: `python -m tests.browser.picture`."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from ironstride import clock
from ironstride.jobs.demo_log import write_demo_log
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.serving import serving
from tests.browser.steps import visit
from tests.browser.watching import watch

TARGET = Path(__file__).with_name("screenshot.png")


def main() -> None:
    """Draw the page Running of a fresh demo log and keep what one screen shows of it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        log = Path(folder) / "demo.db"
        write_demo_log(log, today=clock.today(None))
        with serving(log) as server:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            watch(page)
            visit(page, server, "/running", charts=3)
            page.screenshot(path=TARGET)
            browser.close()


if __name__ == "__main__":
    main()
