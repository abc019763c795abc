"""Words made to harm, typed or from a file, are shown as they are, and nothing happens."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Dialog, FilePayload, Page, expect

from ironstride import clock, store
from ironstride.store import open_log
from tests.browser.serving import Server, serving
from tests.browser.steps import fill_in, press, saying, settled, upload, visit
from tests.browser.watching import watched
from tests.hostile import MARK, WORDS, write_hostile_log

# Every page: the first show words of the log, the others none until something is chosen.
SHOWN = (
    "/history", "/history?session={lift}", "/history?session={run}",
    "/history?history_text=Qz&history_show=Trash",
    "/exercises", "/week", "/weekly", "/goals", "/together?together_part=Blocks",
    "/strength", "/strength?strength_part=Records", "/strength?strength_part=Body",
    "/muscles?muscles_part=Balance", "/running?running_part=Load", "/rules", "/data",
)  # fmt: skip
OTHER = (
    "/", "/run", "/lift", "/check_in", "/fitness_test", "/import_files", "/running", "/records",
    "/records?records_part=Predictions", "/muscles", "/together", "/week?week_part=Month",
    "/settings",
)  # fmt: skip
# What the words would have become: an element of their own, a way out, a script, a formula.
_MADE = r"""mark => {
  const own = address => new URL(address, location.href).origin === location.origin;
  const made = one => {
    const tag = one.tagName.toLowerCase();
    const to = one.getAttribute('href') ?? one.getAttribute('xlink:href') ?? '';
    const words = one.textContent.replace(/[\u200b\u200d\u2060\ufeff]/g, '').trim();
    return ['iframe', 'object', 'embed', 'base', 'meta'].includes(tag) && one.closest('#root')
      || tag === 'script' && one.closest('#root')
      || tag === 'img' && !one.src.startsWith('data:') && !own(one.src)
      || tag === 'a' && !own(to)
      || one.getAttributeNames().some(name => name.startsWith('on'))
      || one.classList.contains('katex')
      || !one.children.length && words === mark;
  };
  return [...document.querySelectorAll('body *')].filter(made).map(one => one.outerHTML);
}"""
_COUNT = "mark => document.getElementById('root').textContent.split(mark).length - 1"
CSV: FilePayload = {
    "name": "<img src=x onerror=alert(1)> [Qz](javascript:alert(1)) ..%2F..%2Fetc.csv",
    "mimeType": "text/csv",
    "buffer": (
        b"when <script>alert(1)</script>,![Qz](https://evil.example/h.png) far,"
        b"**Qz** $x$ long,=Qz() &lt;b&gt;\n"
        b"2021-05-04 07:10,5.5,27:30,:smile: <svg onload=alert(1)>\n"
        b"2021-05-05 <b>Qz</b>,6.5,32:30,[Qz](https://evil.example/n)\n"
    ),
}
HEVY: FilePayload = {
    "name": "hevy [Qz](https://evil.example/f).csv",
    "mimeType": "text/csv",
    "buffer": (
        b"title,start_time,end_time,exercise_title,set_type,weight_kg,reps\n"
        b'"<img src=x onerror=alert(1)> Qz","4 Jun 2022, 18:00","4 Jun 2022, 19:00",'
        b'"**Qz** ![Qz](https://evil.example/e.png) www.evil.example",normal,100,5\n'
    ),
}


@pytest.fixture(scope="module")
def hostile(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on a log that holds words made to harm wherever it holds words."""
    path = tmp_path_factory.mktemp("hostile") / "training.db"
    write_hostile_log(path, clock.today("Europe/Berlin"))
    with serving(path) as running:
        yield running


@pytest.fixture
def tab(new_page: Callable[..., Page], hostile: Server) -> Iterator[Page]:
    """A tab in which no word may have run, drawn or fetched anything in the end."""
    page, spoken = new_page(), list[str]()

    def dismiss(dialog: Dialog) -> None:
        spoken.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    yield page
    assert spoken == []
    assert watched(page).elsewhere(hostile.url) == []


def unfold(page: Page) -> None:
    """Open what is folded, some of which is drawn only then."""
    shut = page.locator('[data-testid="stExpander"] details:not([open]) > summary')
    for _ in range(shut.count()):
        shut.first.click()
        settled(page)


def words_on(page: Page) -> int:
    """Count the words made to harm on a page on which they have become nothing else."""
    assert page.evaluate(_MADE, MARK) == [], page.url
    return int(page.evaluate(_COUNT, MARK))


def test_every_page_shows_them_as_words(tab: Page, hostile: Server) -> None:
    latest = newest(hostile)
    without = []
    for path in SHOWN:
        visit(tab, hostile, path.format(**latest))
        unfold(tab)
        if not words_on(tab):
            without.append(path)
    assert without == []
    for path in OTHER:
        visit(tab, hostile, path)
        words_on(tab)


def test_a_chart_shows_them_as_words_where_it_is_pointed_at(tab: Page, hostile: Server) -> None:
    visit(tab, hostile, "/strength", charts=1)
    mark = tab.locator(".js-plotly-plot .point").first
    box = mark.bounding_box()
    assert box is not None
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.mouse.move(at[0] - 3, at[1])
    tab.mouse.move(*at)
    expect(tab.locator(".hoverlayer .hovertext").filter(has_text=MARK)).to_have_count(1)
    words_on(tab)


def test_what_is_typed_is_said_back_as_words(tab: Page, hostile: Server) -> None:
    visit(tab, hostile, "/run")
    fill_in(tab, "Distance (km)", "5")
    fill_in(tab, "Time", "25:00")
    fill_in(tab, "Title", WORDS[4])
    press(tab, "Save run")
    expect(saying(tab, "Saved: ")).to_be_visible()
    words_on(tab)
    visit(tab, hostile, "/history?session={run}".format(**newest(hostile)))
    press(tab, "Delete")
    expect(saying(tab, "Deleted: ")).to_be_visible()
    assert words_on(tab) > 0
    expect(tab.get_by_test_id("stToast")).to_contain_text("[Qz](javascript:")


def test_a_files_name_and_columns_are_asked_about_as_words(tab: Page, hostile: Server) -> None:
    visit(tab, hostile, "/import_files")
    upload(tab, CSV)
    expect(tab.get_by_text("What do the columns of")).to_contain_text("[Qz](javascript:")
    assert words_on(tab) > 0


def test_a_files_sessions_and_exercises_are_imported_as_words(tab: Page, hostile: Server) -> None:
    visit(tab, hostile, "/import_files")
    upload(tab, HEVY)
    assert words_on(tab) > 0
    press(tab, "Import 1 session")
    expect(saying(tab, "Imported ")).to_be_visible()
    words_on(tab)
    visit(tab, hostile, "/exercises?exercises_part=Names+in+files")
    words_on(tab)


def newest(server: Server) -> dict[str, int]:
    with open_log(server.log) as log:
        kinds = store.sessions(log).groupby("kind").session_id.max()
    return {str(kind): int(number) for kind, number in kinds.items()}
