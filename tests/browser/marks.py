"""What the charts on a page draw, as the browser has it, and whether it can be seen."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.contrast import MARK, TEXT, contrast

# Streamlit writes axes in a grey of its own in the light theme, 3.7 : 1 on white. No setting
# changes it, and a colour that a figure brings would not follow when the theme is changed.
STREAMLITS_GREY = "rgb(128, 132, 149)"
# Of this colour are dots that stand on squares of their own.
ON_A_SQUARE = "white"

_DRAWN = """() => {
  const list = given => ArrayBuffer.isView(given) ? Array.from(given) : [given].flat();
  return [...document.querySelectorAll('.js-plotly-plot')].flatMap(
  plot => (plot._fullData ?? []).filter(trace => trace.visible === true).map(trace => ({
    name: trace.name, type: trace.type, mode: trace.mode ?? '',
    opacity: trace.opacity ?? 1,
    marker: list(trace.marker?.color), strength: list(trace.marker?.opacity ?? 1),
    edge: trace.marker?.line?.width ? list(trace.marker.line.color) : [],
    line: trace.line?.width ? trace.line.color : null,
  })));
}"""
_TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot text')]
  .filter(text => text.textContent && !text.closest('.textpoint, .hoverlayer'))
  .map(text => [text.textContent, getComputedStyle(text).fill, +getComputedStyle(text).opacity])"""

_UNTOLD = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(
  plot => !plot.closest('[role="figure"]')?.ariaLabel).length"""


def untold(page: Page) -> int:
    """Return how many charts on a page have no text alternative."""
    return int(page.evaluate(_UNTOLD))


def unseen(page: Page, ground: str) -> list[str]:
    """Return the traces and texts of charts that do not stand out from a ground.

    Heat maps are left out: how strong a square is, is what it says.
    """
    said = [f"the mark {one['name']}" for one in page.evaluate(_DRAWN) if not _seen(one, ground)]
    texts = {
        text
        for text, fill, share in page.evaluate(_TEXTS)
        if fill != STREAMLITS_GREY and contrast(fill, ground, share) < TEXT
    }
    return [*said, *(f"the text {text}" for text in sorted(texts))]


def _seen(trace: dict[str, Any], ground: str) -> bool:
    if trace["type"] not in ("bar", "scatter"):
        return True
    if trace["marker"] == [ON_A_SQUARE]:
        return True
    return all(
        any(contrast(colour, ground, trace["opacity"] * share) >= MARK for colour, share in way)
        for way in _ways(trace)
    )


def _ways(trace: dict[str, Any]) -> Iterator[list[tuple[str, float]]]:
    """Return, of marks and of lines, the colours of which one has to be seen."""
    strength = max(trace["strength"])
    if "lines" in trace["mode"] and trace["line"]:
        yield [(trace["line"], 1.0)]
    if trace["type"] == "bar" or ("markers" in trace["mode"] and strength):
        colours = [
            colour for colour in {*trace["marker"], *trace["edge"]} if isinstance(colour, str)
        ]
        if colours:
            yield [(colour, strength) for colour in colours]
