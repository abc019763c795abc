"""The running page's parts Volume and Years."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.store import Log, open_log
from ironstride.units import Units
from tests.build import run
from tests.pages.asking import charts, headings, numbers, written_table
from tests.pages.conftest import ZONE, Visit


def choose(app: AppTest, what: str, value: str) -> AppTest:
    app.segmented_control(key=f"running_{what}").set_value(value).run()
    assert not app.exception, app.exception
    return app


def days_ago(log: Log, *days: int, **changes: Any) -> None:
    noon = clock.now(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)
    for ago in days:
        store.add_session(log, run(started_at=noon - dt.timedelta(days=ago), **changes))


def test_the_numbers_of_the_whole_log_are_those_of_its_runs(on_demo: Visit, demo: Path) -> None:
    shown = numbers(choose(on_demo("review/running"), "span", "all"))
    with open_log(demo) as log:
        runs = store.runs(log)
    assert shown["Distance"].replace("\u202f", "") == f"{runs.distance_m.sum() / 1000:.1f} km"
    assert shown["Climb"].replace("\u202f", "") == f"{runs.ascent_m.sum():.0f} m"
    assert shown["Longest run"] == f"{runs.distance_m.max() / 1000:.1f} km"
    assert shown["Runs"] == str(len(runs))


def test_a_span_stands_beside_the_one_before_like_with_like(visit: Visit, log: Log) -> None:
    weekday = clock.today(ZONE).weekday()
    days_ago(log, weekday, distance_m=8000.0)  # Monday
    days_ago(log, 84 + weekday, distance_m=4000.0)  # the same Monday of the span before
    days_ago(log, 84 - 7 + weekday + 1, distance_m=9000.0)  # its last day: it may not count yet
    days_ago(log, 84 * 3)
    table = written_table(choose(visit("review/running"), "span", "12w"))
    over = weekday == 6  # on a Sunday the whole span before counts
    assert ["Distance", "13.0 km (−38 %)" if over else "4.0 km (+100 %)", "not known"] in table
    assert {row[2] for row in table} == {"not known"}


def test_a_young_log_says_plainly_that_nothing_stands_beside_it(visit: Visit, log: Log) -> None:
    days_ago(log, 0, 2)
    app = visit("review/running")
    assert not any(one.value.startswith("| ") for one in app.markdown)
    assert any("not known, the log does not reach back" in one.value for one in app.caption)
    assert numbers(app)["Rest days a week"] == "not known"


def test_a_week_on_a_treadmill_without_a_sensor_has_no_known_distance(
    visit: Visit, log: Log
) -> None:
    days_ago(log, *range(1, 31), distance_m=None, sport="treadmill")
    shown = numbers(visit("review/running"))
    assert shown["Last full week"] == "not known"
    assert shown["Longest run"] == shown["Distance"] == shown["Climb"] == "not known"


def test_a_span_without_a_run_draws_no_made_up_axes(visit: Visit, log: Log) -> None:
    days_ago(log, 700)
    app = visit("review/running")
    assert "No run in this span" in app.info[0].value
    assert not app.get("plotly_chart")
    assert numbers(app)["Longest run"] == "none"


def test_streaks_and_the_eddington_number_are_of_the_whole_log(visit: Visit, log: Log) -> None:
    days_ago(log, 0, 1, 2, 400, distance_m=3200.0)
    shown = numbers(visit("review/running"))
    assert shown["Days in a row"] == "3"
    assert shown["Eddington number"] == "3 km"
    store.save_settings(log, Settings(units=Units(distance="mi")))
    assert numbers(visit("review/running"))["Eddington number"] == "1 mi"


def test_weeks_and_months_take_turns(on_demo: Visit) -> None:
    app = on_demo("review/running")
    weeks = charts(app)[0]
    months = charts(choose(app, "by", "months"))[0]
    assert (weeks["layout"]["xaxis"]["title"]["text"]) == "week"
    assert (months["layout"]["xaxis"]["title"]["text"]) == "month"


@pytest.mark.parametrize(("by", "begins"), [("weeks", "Week of "), ("months", "")])
def test_a_chosen_day_opens_its_week_or_month(visit: Visit, log: Log, by: str, begins: str) -> None:
    days_ago(log, 0)
    days_ago(log, 40, title="Long ago")
    app = choose(visit("review/running"), "by", by)
    assert "Long ago" not in " ".join(one.value for one in app.text)
    day = clock.today(ZONE) - dt.timedelta(days=40)
    app.date_input[0].set_value(day).run()
    assert not app.exception
    monday = day - dt.timedelta(days=day.weekday())
    named = f"Week of {monday.day} {monday:%B %Y}" if by == "weeks" else f"{day:%B %Y}"
    assert named in headings(app)
    assert "Long ago" in " ".join(one.value for one in app.text)


def test_the_boundary_between_easy_and_hard_is_named_or_asked_for(visit: Visit, log: Log) -> None:
    days_ago(log, 1, type="other", avg_hr_bpm=140)
    app = visit("review/running")
    assert any("Enter your maximum heart rate under Settings" in one.value for one in app.caption)
    assert "Cannot tell yet: nothing says" in app.info[-1].value
    store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=60))
    app = visit("review/running")
    assert any("below 151 bpm (70 % of heart-rate reserve)" in one.value for one in app.caption)
    assert any("100 % easy" in one.value for one in app.caption)


def test_years_draw_the_calendar_the_lines_and_the_totals(on_demo: Visit) -> None:
    app = choose(on_demo("review/running"), "part", "years")
    kinds = [{trace["type"] for trace in one["data"]} for one in charts(app)]
    assert kinds == [{"heatmap", "scatter"}, {"scatter"}, {"bar"}]


def test_another_year_can_be_chosen_and_a_day_of_it_opened(visit: Visit, log: Log) -> None:
    days_ago(log, 0)
    days_ago(log, 400, title="Long ago")
    app = choose(visit("review/running"), "part", "years")
    day = clock.today(ZONE) - dt.timedelta(days=400)
    app.selectbox(key="running_year").select(str(day.year)).run()
    app.date_input[0].set_value(day).run()
    assert not app.exception
    assert headings(app)[0] == f"{day:%A} {day.day} {day:%B %Y}"
    assert "Long ago" in app.text[0].value


def test_the_calendar_begins_with_the_last_year_that_has_a_run(visit: Visit, log: Log) -> None:
    days_ago(log, 1000)
    app = choose(visit("review/running"), "part", "years")
    last = clock.today(ZONE) - dt.timedelta(days=1000)
    assert app.selectbox(key="running_year").options == [str(last.year)]


@pytest.mark.parametrize("part", ["volume", "years"])
def test_every_chart_can_be_taken_as_a_table(on_demo: Visit, part: str) -> None:
    app = choose(on_demo("review/running"), "part", part)
    assert len(app.get("download_button")) == len(app.get("plotly_chart"))


@pytest.mark.parametrize("part", ["volume", "years"])
def test_only_runs_to_come_are_no_error(visit: Visit, log: Log, part: str) -> None:
    days_ago(log, -2, -20)
    choose(visit("review/running"), "part", part)
