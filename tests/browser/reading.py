"""Whether a page can be read by all: what axe-core finds, how wide it is, what it is called."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources

from playwright.sync_api import Page

from tests.browser.steps import settled, wait_for

_AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
_GRAVE = ("serious", "critical")
_RUN = """async ([without, rules]) => {
  const asked = rules.length ? {runOnly: rules} : {};
  const found = await axe.run({exclude: without}, {resultTypes: ['violations'], ...asked});
  return found.violations.flatMap(({id, impact, nodes}) => nodes.map(node => ({
    id, impact, html: node.html,
    why: [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '),
    inside: [...document.querySelectorAll(node.target.at(-1))].flatMap(element => {
      const above = [];
      for (let at = element; at; at = at.parentElement) above.push(at.dataset.testid ?? '');
      return above;
    }),
  })));
}"""
_GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
_TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll(
  '[data-testid="stMain"], [data-testid="stMainBlockContainer"]'
)].some(element => element.scrollWidth > element.clientWidth)"""


@dataclass(frozen=True)
class Theirs:
    """A finding that is Streamlit's own: the rule, where on the page, and in which theme."""

    rule: str
    inside: str
    scheme: str = ""

    def covers(self, finding: dict[str, str], scheme: str) -> bool:
        """Tell whether this finding is the one that is meant."""
        return (
            finding["id"] == self.rule
            and self.inside in finding["inside"]
            and self.scheme in ("", scheme)
        )


STREAMLITS_OWN = (
    # Under each heading the menu's list holds a div, and its entries stand in that.
    Theirs("list", "stSidebarNavItems"),
    Theirs("listitem", "stSidebarNavItems"),
    # Labels on the primary colour are white in both themes, whatever that colour is.
    Theirs("color-contrast", "stBaseButton-primary", "dark"),
    Theirs("color-contrast", "stBaseButton-primaryFormSubmit", "dark"),
    Theirs("color-contrast", "stMultiSelect", "dark"),
)


def ground(page: Page) -> str:
    """Return the colour on which the page stands."""
    return str(page.evaluate(_GROUND))


@contextmanager
def in_the_dark(page: Page) -> Iterator[None]:
    """Show the page in the dark theme for a while."""
    light = ground(page)
    page.emulate_media(color_scheme="dark")
    wait_for(page, lambda: ground(page) != light, "it does not get dark")
    yield
    page.emulate_media(color_scheme="light")
    wait_for(page, lambda: ground(page) == light, "it does not get light")
    settled(page)


def grave(page: Page, scheme: str, *rules: str) -> list[str]:
    """Return the serious and critical findings of axe-core that are ours, by all rules or some.

    What charts draw is judged by `unseen`.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, [[".js-plotly-plot"], rules])
    return [
        f"{one['id']}: {one['html'][:200]} {one['why'][:300]}"
        for one in found
        if one["impact"] in _GRAVE and not any(own.covers(one, scheme) for own in STREAMLITS_OWN)
    ]


def too_wide(page: Page) -> bool:
    """Tell whether the page scrolls sideways."""
    return bool(page.evaluate(_TOO_WIDE))
