import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.store import Log, open_log
from ironstride.ui.explain import HOW
from ironstride.units import Units, number
from tests.build import lift, run
from tests.pages.asking import written_table
from tests.pages.conftest import ZONE, Visit

PAGE = "review/running"


def part(app: AppTest, name: str, span: str = "all") -> AppTest:
    app.segmented_control(key="running_part").set_value(name).run()
    app.segmented_control(key="running_span").set_value(span).run()
    assert not app.exception, app.exception
    return app


def switch(app: AppTest, key: str) -> AppTest:
    app.toggle(key=key).set_value(True).run()
    assert not app.exception, app.exception
    return app


def figure(app: AppTest, place: int) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(app.get("plotly_chart")[place].proto.spec)
    return drawn


def told(app: AppTest) -> str:
    """Return what the page says, without what stands behind "How is this computed?"."""
    words = [*app.info, *app.caption, *app.markdown, *app.warning, *app.text]
    return " ".join(one.value for one in words if one.value not in HOW.values())


def noon(days: int) -> dt.datetime:
    return clock.now(ZONE).replace(hour=12, minute=0, second=0) + dt.timedelta(days=days)


def rated(log: Log, days: int = 60) -> None:
    """An hour of easy running a day, rated 5, up to yesterday: a load of 300 each."""
    for day in range(-days, 0):
        store.add_session(log, run(started_at=noon(day), duration_s=3600.0, rpe=5.0))


def test_the_pace_of_a_type_is_its_time_by_its_distance(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=noon(-2), distance_m=5_000.0, duration_s=1500.0))
    store.add_session(log, run(started_at=noon(-1), distance_m=15_000.0, duration_s=5400.0))
    app = part(visit(PAGE), "pace")
    assert {one.label: one.value for one in app.metric} == {"Easy": "5:45 /km"}


def test_too_few_weeks_are_told_what_it_takes(visit: Visit, log: Log) -> None:
    for day in (-15, -8):
        store.add_session(log, run(started_at=noon(day)))
    app = part(visit(PAGE), "pace")
    assert "Cannot tell yet: easy (2 weeks). It takes 6 full weeks" in told(app)


def test_a_pace_that_rises_steadily_is_called_faster(visit: Visit, log: Log) -> None:
    for week in range(1, 11):
        store.add_session(log, run(started_at=noon(-7 * week), duration_s=3000.0 * 1.01**week))
    app = part(visit(PAGE), "pace")
    # 1.01 ** 9 = 1.094 over the nine weeks from the first to the last
    assert "Easy: faster by 9.4 % in 9 weeks (95 % interval: 9.4 to 9.4 % faster)." in told(app)
    assert [trace["line"].get("dash") for trace in figure(app, 0)["data"]] == [None, "dash"]


def test_a_week_of_unrated_sessions_alone_has_no_known_load(visit: Visit, log: Log) -> None:
    def this_week() -> str:
        app = part(visit(PAGE), "load")
        return next(one.value for one in app.metric if one.label == "Load this week")

    store.add_session(log, run(started_at=noon(-8), rpe=5.0))
    assert this_week() == "0"
    store.add_session(log, run(started_at=noon(0), rpe=None))
    assert this_week() == "not known"


def test_pace_on_the_flat_is_a_switch_that_says_what_it_does(visit: Visit, log: Log) -> None:
    hills: dict[str, Any] = {
        "distance_m": 10_000.0,
        "duration_s": 3600.0,
        "ascent_m": 400.0,
        "type": "hills",
    }
    store.add_session(log, run(started_at=noon(-8), **hills))
    app = part(visit(PAGE), "pace")
    assert figure(app, 0)["data"][0]["y"] == ["1970-01-01T00:06:00"]
    switch(app, "running_flat")
    # 360 s ÷ (1 + 12.86 · 0.08²)
    assert figure(app, 0)["data"][0]["y"] == ["1970-01-01T00:05:33"]
    assert "Adjusted: 1 of 1 run" in told(app)
    assert "lower bound" in told(app)
    assert {one.label: one.value for one in app.metric} == {"Hills": "6:00 /km"}


def test_pace_at_the_reference_heart_rate_can_be_read_as_pace_and_in_percent(
    on_demo: Visit,
) -> None:
    app = part(on_demo(PAGE), "pace")
    assert "min/km" in figure(app, 1)["layout"]["yaxis"]["title"]["text"]
    assert "95 % interval" in told(app)
    app.segmented_control(key="running_reading").set_value("percent").run()
    assert not app.exception
    assert "%" in figure(app, 1)["layout"]["yaxis"]["title"]["text"]


def test_without_a_maximum_heart_rate_zones_and_reference_pace_say_what_to_enter(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, run(started_at=noon(-1), avg_hr_bpm=150.0))
    app = part(visit(PAGE), "pace")
    assert "your maximum heart rate is not known" in told(app)
    assert "Zones by heart-rate reserve need your heart rate at rest" in told(app)
    assert "Zones by threshold need your heart rate at threshold" in told(app)
    assert not any(one.value.startswith("| ") for one in app.markdown)


def test_zones_are_those_of_the_settings(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=noon(-1)))
    store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=60, threshold_hr_bpm=175))
    app = part(visit(PAGE), "pace")
    zones, threshold, reserve, maximum = zip(*written_table(app), strict=True)
    assert reserve[1:3] == ("138 to 150, easy", "151 to 163, steady")
    assert zones == ("1", "2", "3", "4", "5", "5a", "5b", "5c")
    assert maximum[4] == "171 and above, very hard"
    assert (threshold[0], threshold[4]) == ("up to 148, recovery", "")
    assert "Zones by" not in told(app)


def test_a_run_above_the_maximum_is_noted_with_a_link(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=noon(-1), avg_hr_bpm=180))
    store.save_settings(log, Settings(max_hr_bpm=175))
    app = part(visit(PAGE), "pace")
    assert "1 run has a mean heart rate above your maximum of 175 bpm" in app.warning[0].value


def test_a_log_without_ratings_is_told_what_load_needs(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=noon(-1)))
    app = part(visit(PAGE), "load")
    assert "no session has both a rating and a time" in told(app)
    assert "1 session in this span" in app.expander[0].label
    assert not app.toggle
    assert not app.get("plotly_chart")


def test_the_numbers_of_load_are_those_of_the_log(visit: Visit, log: Log) -> None:
    rated(log)
    app = part(visit(PAGE), "load")
    shown = {one.label: one.value for one in app.metric}
    assert shown["Recent load"] == shown["Long-term load"] == "300 a day"
    assert shown["Load this week"] == number(300 * clock.today(ZONE).weekday())
    assert shown["Monotony"] == "not known"
    assert "42 days, warming up" in [one.delta for one in app.metric]
    assert "its days do not differ" in told(app)


def test_before_six_weeks_recent_load_is_not_shown(visit: Visit, log: Log) -> None:
    rated(log, days=20)
    app = part(visit(PAGE), "load")
    shown = {one.label: one.value for one in app.metric}
    assert shown["Recent load"] == shown["Long-term load"] == "not yet"
    assert "Cannot tell yet: recent and long-term load" in told(app)


def test_missing_ratings_are_estimated_only_when_asked_for(visit: Visit, log: Log) -> None:
    rated(log, days=10)
    store.add_session(log, run(started_at=noon(-11), duration_s=3600.0))
    app = part(visit(PAGE), "load")
    assert "1 session in this span" in app.expander[0].label
    assert "estimated" not in {bar["name"] for bar in figure(app, 0)["data"]}
    switch(app, "running_estimate")
    assert "the rating of 1 of 11 sessions" in told(app)
    drawn = {bar["name"]: bar for bar in figure(app, 0)["data"]}
    assert drawn["estimated"]["marker"]["pattern"]["shape"] == "x"
    assert not app.expander


def test_a_longer_run_is_listed_plainly_with_what_was_found_and_what_not(
    visit: Visit, log: Log
) -> None:
    for day in (-45, -25, -10):
        store.add_session(log, run(started_at=noon(day), distance_m=10_000.0))
    store.add_session(log, run(started_at=noon(-5), distance_m=12_000.0))
    app = part(visit(PAGE), "load")
    assert "12.0 km\n20.0 % longer than 10.0 km" in told(app)
    assert "1 of 2 runs was more than 10 % longer" in told(app)
    assert "It observed and did not try out" in told(app)
    assert "risk" not in told(app)
    assert not app.warning


def test_heart_rate_load_says_what_is_missing_and_appears_when_it_is_there(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, run(started_at=noon(-9), duration_s=3600.0, avg_hr_bpm=155))
    store.save_settings(log, Settings(max_hr_bpm=190))
    app = part(visit(PAGE), "load")
    assert "heart-rate load needs your sex and your heart rate at rest." in told(app)
    store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=55, sex="male"))
    assert "heart rate known of 1 of 1 runs; last full week with runs 118." in told(app.run())


def test_the_ratio_is_off_and_its_criticism_stands_beside_it(visit: Visit, log: Log) -> None:
    rated(log)
    app = part(visit(PAGE), "load")
    charts = len(app.get("plotly_chart"))
    assert "So there is no good range to stay in." in told(app)
    switch(app, "running_ratio")
    assert len(app.get("plotly_chart")) == charts + 1
    assert "1.00, exponentially weighted 1.00." in told(app)


@pytest.mark.parametrize("name", ["pace", "load"])
def test_every_span_and_switch_works_on_the_demo_log(on_demo: Visit, name: str) -> None:
    app = part(on_demo(PAGE), name)
    for one in [toggle.key for toggle in app.toggle]:
        switch(app, str(one))
    for span in ("12w", "26w", "52w"):
        part(app, name, span)
    for chart in app.get("plotly_chart"):
        assert len(chart.proto.alt) > 20


@pytest.mark.parametrize("name", ["pace", "load"])
def test_miles_and_sundays_are_kept_to(visit: Visit, log: Log, name: str) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb"), week_start="sunday"))
    rated(log, days=50)
    store.add_session(log, lift(started_at=noon(-1)))
    store.add_session(log, run(started_at=noon(0), distance_m=30_000.0, duration_s=9000.0))
    app = part(visit(PAGE), name)
    assert " km" not in told(app)
    assert "/km" not in " ".join([told(app), *(one.value for one in app.metric)])


@pytest.mark.parametrize("name", ["pace", "load"])
def test_a_span_without_a_session_says_so(visit: Visit, log: Log, name: str) -> None:
    store.add_session(log, run(started_at=noon(-700), rpe=5.0))
    app = part(visit(PAGE), name, "12w")
    assert "Choose a longer one" in told(app)


def test_the_numbers_of_the_demo_log_are_those_of_its_runs(on_demo: Visit, demo: Path) -> None:
    app = part(on_demo(PAGE), "pace")
    with open_log(demo) as log:
        runs = store.runs(log).dropna(subset=["distance_m", "duration_s"])
    easy = runs[runs.type == "easy"]
    seconds = round(1000 * sum(easy.duration_s) / sum(easy.distance_m))
    shown = {one.label: one.value for one in app.metric}
    assert shown["Easy"] == f"{seconds // 60}:{seconds % 60:02} /km"
