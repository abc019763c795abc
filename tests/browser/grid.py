"""The grid of sets, typed into as a person does who looks at what appears."""

from playwright.sync_api import Page, expect

from tests.browser.steps import next_frame, settled

# Where the grid draws its columns [px from its left edge], and its first row [px from its top].
EXERCISE_AT, REPS_AT = 100, 240
ROW_AT = 52


def write_set(page: Page, exercise: str, reps: str, weight: str) -> None:
    """Type a set into an empty grid: a new row, then its cells from left to right."""
    _click_cell(page, EXERCISE_AT)
    expect(page.get_by_test_id("glide-cell-1-0")).to_be_attached()
    settled(page)
    _click_cell(page, EXERCISE_AT)
    search = page.locator('#portal input[role="combobox"]')
    expect(search).to_be_focused()
    search.fill(exercise)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("glide-cell-1-0")).to_have_text(exercise)
    settled(page)
    _click_cell(page, REPS_AT)
    _write_cell(page, 2, reps)
    _write_cell(page, 3, weight)
    settled(page)


def _write_cell(page: Page, column: int, text: str) -> None:
    """Type into the chosen cell, and go on to the next when it is taken.

    The grid's own editor loses what is typed within the one frame in which it is left or opened.
    """
    cell, editor = page.get_by_test_id(f"glide-cell-{column}-0"), page.locator("#portal textarea")
    expect(cell).to_have_attribute("aria-selected", "true")
    next_frame(page)
    page.keyboard.press(text[0])
    expect(editor).to_be_focused()
    page.keyboard.type(text[1:])
    expect(editor).to_have_value(text)
    next_frame(page)
    page.keyboard.press("Tab")
    expect(editor).to_have_count(0)
    expect(cell).to_have_text(text)


def _click_cell(page: Page, at: int) -> None:
    box = page.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + at, box["y"] + ROW_AT)
