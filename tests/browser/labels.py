"""Where the axes of the charts on a page write, and how often a chart was drawn."""

from playwright.sync_api import Page

# A pixel is lost where a letter is smoothed.
_MISPLACED = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  const paper = plot.getBoundingClientRect();
  const texts = [...plot.querySelectorAll('[class$="tick"] text, text[class$="title"]')]
    .map(text => ({words: text.textContent, box: text.getBoundingClientRect()}))
    .filter(({words, box}) => words && box.width);
  const isOut = ({box}) => box.left < paper.left - 1 || box.right > paper.right + 1
    || box.top < paper.top - 1 || box.bottom > paper.bottom + 1;
  const meet = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  return [
    ...texts.filter(isOut).map(({words}) => `"${words}" is cut off`),
    ...texts.flatMap(({words, box}, at) => texts.slice(at + 1)
      .filter(other => meet(box, other.box))
      .map(other => `"${words}" lies upon "${other.words}"`)),
  ];
})"""
# Plotly counts here how often it began anew because labels had no room.
_TWICE = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .filter(plot => plot._fullLayout && '_redrawFromAutoMarginCount' in plot._fullLayout)
  .map(plot => plot.closest('[role="figure"]')?.ariaLabel)"""


def misplaced(page: Page) -> list[str]:
    """Return the labels and titles of axes that are cut off or lie upon one another."""
    return [str(one) for one in page.evaluate(_MISPLACED)]


def drawn_twice(page: Page) -> list[str]:
    """Return the charts, as their text says them, that were drawn anew to make room."""
    return [str(one) for one in page.evaluate(_TWICE)]
