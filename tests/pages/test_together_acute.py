"""The part Days after of the page Together, on logs of the test's own."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.store import Log
from tests.build import lift, run, squat
from tests.pages.conftest import ZONE, Visit

HEAVY = tuple(squat(rir=1.0) for _ in range(4))


def days_after(visit: Visit) -> AppTest:
    app = visit("review/together")
    app.segmented_control(key="together_part").set_value("after").run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(
        one.value for kind in (app.markdown, app.caption, app.info) for one in kind if one.value
    )


def write_weeks(log: Log, weeks: int, *, rated: bool = True, **of_lift: Any) -> None:
    """Lift every Monday evening, run in the mornings of the three days after and on Sunday."""
    monday = clock.today(ZONE) - timedelta(days=clock.today(ZONE).weekday() + 7)
    for week in range(weeks):
        start = monday - timedelta(weeks=week)
        moment = datetime(start.year, start.month, start.day, 18)
        store.add_session(log, lift(started_at=moment, sets=HEAVY, **of_lift))
        for days in (1, 2, 3, 6):
            morning = moment + timedelta(days=days, hours=-11)
            metres = 10_000.0 + 100 * ((week + days) % 3)
            beats = 145.0 + (week + days) % 5 if rated else None
            store.add_session(log, run(started_at=morning, distance_m=metres, avg_hr_bpm=beats))


def test_the_demo_log_tells_the_days_after_with_runs_and_an_interval(on_demo: Visit) -> None:
    app = days_after(on_demo)
    assert len(app.get("plotly_chart")) == 1
    assert "95 % interval" in words(app)
    assert "You choose which run follows" in words(app)
    assert [one.value for one in app.metric] == ["335 ± 92 s", "275 ± 68 s", "238 ± 67 s"]


def test_twelve_weeks_of_lifting_and_running_are_compared(visit: Visit, log: Log) -> None:
    write_weeks(log, 12)
    app = days_after(visit)
    assert len(app.get("plotly_chart")) == 1
    assert "12 against 12 runs" in words(app)
    assert "12 sessions of heavy leg work" in words(app)


def test_a_group_alone_is_told_and_not_drawn(on_demo: Visit) -> None:
    app = days_after(on_demo)
    assert re.search(r"so far [1-9]\d* with the run first and 0 with the lifting", words(app))
    assert not [chart for chart in app.get("plotly_chart") if "ame day" in chart.proto.alt]


def test_runs_without_any_effort_are_told_so_once_and_nothing_is_compared(
    visit: Visit, log: Log
) -> None:
    write_weeks(log, 12, rated=False)
    app = days_after(visit)
    said = words(app)
    assert said.count("neither heart rate nor RPE") == 1
    assert "note the RPE of your runs" in said
    assert "You choose which run follows" not in said
    assert "Run before lifting, or after?" not in [one.value for one in app.subheader]


def test_lift_sessions_without_a_time_of_day_are_said_to_be_left_out(
    visit: Visit, log: Log
) -> None:
    write_weeks(log, 12, time_known=False)
    said = words(days_after(visit))
    assert "Cannot tell yet" in said
    assert "48 runs left out" in said
    assert "12 of the 12 have none" in said


@pytest.mark.parametrize("sessions", [(), (run(-1), lift(-2))], ids=["empty", "two sessions"])
def test_a_log_without_heavy_leg_work_is_told_what_it_is(
    visit: Visit, log: Log, sessions: tuple[Any, ...]
) -> None:
    for one in sessions:
        store.add_session(log, one)
    app = days_after(visit)
    assert not app.get("plotly_chart")
    if sessions:
        assert "no lift session holds 4 hard sets for the legs" in words(app)


def test_the_runners_choice_of_a_hard_set_is_followed(visit: Visit, log: Log) -> None:
    write_weeks(log, 2)
    store.save_settings(log, Settings(hard_rir=0))
    assert "no lift session holds" in words(days_after(visit))
