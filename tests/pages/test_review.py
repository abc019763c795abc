from pathlib import Path

import pytest

from ironstride import store
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import lift, run
from tests.pages.conftest import Visit, unfolded

CHARTS = {
    "today/today": 1,
    "review/running": 2,
    "review/records": 2,
    "review/strength": 1,
    "review/muscles": 1,
    "review/together": 3,
}
EVERY_PAGE = [
    *CHARTS,
    "log/run",
    "log/lift",
    "log/import_files",
    "manage/history",
    "manage/settings",
]


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_works_on_an_empty_log(visit: Visit, page: str) -> None:
    app = visit(page)
    assert len(app.title) == 1
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("page", CHARTS)
def test_an_empty_log_is_told_what_to_do_next(visit: Visit, page: str) -> None:
    app = visit(page)
    assert "Write it by hand" in app.info[0].value
    assert "Look at the demo log" in [one.label for one in app.button]


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_page_works_on_three_sessions(visit: Visit, log: Log, page: str) -> None:
    for made in (run(-1), run(0, distance_m=None), lift(0)):
        store.add_session(log, made)
    visit(page)


@pytest.mark.parametrize("page", CHARTS)
def test_every_chart_of_the_demo_log_has_units_and_a_sentence(on_demo: Visit, page: str) -> None:
    app = unfolded(on_demo(page))
    charts = app.get("plotly_chart")
    assert len(charts) == CHARTS[page]
    for chart in charts:
        assert len(chart.proto.alt) > 20
        assert "scattergl" not in chart.proto.spec
    assert len([one for one in app.caption if one.value]) >= len(charts)


@pytest.mark.parametrize("page", ["review/running", "review/strength"])
def test_every_span_can_be_chosen(on_demo: Visit, page: str) -> None:
    app = on_demo(page)
    key = f"{page.split('/')[1]}_span"
    for span in ("12w", "26w", "all"):
        app.segmented_control(key=key).set_value(span).run()
        assert not app.exception


# Records has races by name, such as 10 km, and a test of its own.
@pytest.mark.parametrize("page", [page for page in CHARTS if page != "review/records"])
def test_miles_pounds_and_sundays_work_everywhere(
    visit: Visit, log: Log, demo: Path, page: str
) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb"), week_start="sunday"))
    for made in (run(-9), run(-1), lift(-1)):
        store.add_session(log, made)
    app = visit(page)
    shown = " ".join(one.value for one in [*app.metric, *app.caption])
    assert " km" not in shown
    assert " kg" not in shown


def test_the_demo_log_opens_from_an_empty_page_and_closes_again(visit: Visit, log: Log) -> None:
    app = visit("today/today")
    next(one for one in app.button if one.label == "Look at the demo log").click().run()
    assert not app.exception
    assert app.metric
    assert store.sessions(log).empty
    next(one for one in app.button if one.label == "Back to my log").click().run()
    assert not app.metric


def test_a_demo_log_that_is_gone_leads_back_to_the_own_one(visit: Visit, log: Log) -> None:
    store.add_session(log, run(-1, title="Mine"))
    app = visit("manage/history")
    app.session_state["demo_log"] = log.path.with_name("gone.db")
    app.run()
    assert not app.exception
    assert "Mine" in app.text[0].value
    assert not log.path.with_name("gone.db").exists()


def test_together_claims_no_lines_where_it_draws_none(visit: Visit, log: Log) -> None:
    for made in (run(-1), lift(0)):
        store.add_session(log, made)
    app = visit("review/together")
    assert app.subheader[0].value == "Cannot tell yet"
    assert "both lines" not in " ".join(one.value for one in [*app.markdown, *app.info])
    assert not app.get("plotly_chart")
