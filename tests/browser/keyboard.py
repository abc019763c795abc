"""Going through a page with the keyboard alone, and seeing where one is."""

from playwright.sync_api import Page

from tests.browser.steps import settled, wait_for

MOST_STOPS = 60
_NAME = """() => {
  const at = document.activeElement;
  return (at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || '').trim();
}"""
# What is drawn around a field, on it or on what holds it.
_EDGES = """at => {
  const found = [];
  for (let up = 0; at && up < 3; at = at.parentElement, up++) {
    const look = getComputedStyle(at);
    found.push(look.outlineStyle, look.borderColor, look.boxShadow, look.backgroundColor);
  }
  return found.join();
}"""


def here(page: Page) -> str:
    """Return the name of what has the focus."""
    return str(page.evaluate(_NAME))


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus, and expect the focus to be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        settled(page)
        if here(page) == name:
            return _expect_focus_seen(page, name)
    raise AssertionError(f"Tab does not lead to {name}")


def _expect_focus_seen(page: Page, name: str) -> None:
    field = page.evaluate_handle("document.activeElement")
    field.evaluate("at => at.blur()")
    settled(page)
    without = field.evaluate(_EDGES)
    field.evaluate("at => at.focus()")
    wait_for(page, lambda: field.evaluate(_EDGES) != without, f"no focus is seen on {name}")
