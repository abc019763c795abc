"""Take README's pictures of the demo log: `make pictures`."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from ironstride import clock
from ironstride.jobs.demo_log import write_demo_log
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.serving import Server, serving
from tests.browser.steps import visit
from tests.browser.watching import watch

TARGET = Path(__file__).with_name("pictures")
MOST_BYTES = 150_000
_TO_THE_TOP = "at => { at.style.scrollMarginTop = '80px'; at.scrollIntoView(); }"


@dataclass(frozen=True)
class Picture:
    """A picture: its name, what it shows, in which theme, and what stands at its top."""

    name: str
    path: str
    scheme: Literal["light", "dark"]
    charts: int = 1
    height: int = 900
    top: str = ""


PICTURES = (
    Picture("running", "/running", "light", charts=2, height=800, top="Rest days a week"),
    Picture("strength", "/strength", "dark", height=1000),
    Picture("muscles", "/muscles", "light", height=1150),
    Picture("together", "/together", "dark", height=1080),
)


def main() -> None:
    """Take each picture of a fresh demo log, as large as one screen."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        log = Path(folder) / "demo.db"
        write_demo_log(log, today=clock.today(None))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with serving(log) as server:
            for one in PICTURES:
                _take(browser, server, one)
        browser.close()


def _take(browser: Browser, server: Server, one: Picture) -> None:
    size = {"width": 1280, "height": one.height}
    page = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        color_scheme=one.scheme,
        locale="en-GB",
    ).new_page()
    watch(page)
    visit(page, server, one.path, charts=one.charts)
    if one.top:
        page.get_by_text(one.top).first.evaluate(_TO_THE_TOP)
    target = TARGET / f"{one.name}.png"
    page.screenshot(path=target)
    page.context.close()
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{target.name} is larger than {MOST_BYTES} bytes")


if __name__ == "__main__":
    main()
