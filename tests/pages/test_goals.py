"""The page Goals: each kind is set, corrected, deleted; where each stands."""

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import Goal
from ironstride.store import Log, goals
from tests.build import lift, run
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "plan/goals"


def today() -> dt.date:
    return clock.today(ZONE)


def labelled(app: AppTest, kind: str, label: str, at: int = 0) -> Any:
    return [one for one in getattr(app, kind) if one.label == label][at]


def press(app: AppTest, label: str, at: int = 0) -> AppTest:
    labelled(app, "button", label, at).click()
    app.run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.error, app.success)
    return "\n".join(one.value for kind in kinds for one in kind)


def only(log: Log) -> Goal:
    both = {*goals.goals(log).goal_id, *goals.races(log).goal_id}
    (number,) = both
    return goals.goal(log, int(number))


def choose(app: AppTest, kind: str) -> AppTest:
    labelled(app, "selectbox", "Kind of goal").set_value(kind)
    return app.run()


def typed(app: AppTest, label: str, text: str) -> AppTest:
    labelled(app, "text_input", label).set_value(text)
    return app.run()


def test_a_distance_a_week_is_set(visit: Visit, log: Log) -> None:
    app = typed(unfolded(visit(PAGE)), "Distance a week (km)", "42,5")
    app = press(app, "Save goal")
    assert only(log) == Goal(kind="distance a week", since=today(), target=42_500.0)
    assert "Set: 42.5 km a week." in said(app)


@pytest.mark.parametrize(
    ("kind", "label"), [("runs a week", "Runs a week"), ("lifts a week", "Lift sessions a week")]
)
def test_a_number_of_sessions_a_week_is_set(visit: Visit, log: Log, kind: str, label: str) -> None:
    press(typed(choose(unfolded(visit(PAGE)), kind), label, "3"), "Save goal")
    found = only(log)
    assert (found.kind, found.target) == (kind, 3.0)


def test_hard_sets_of_a_muscle_group_are_set(visit: Visit, log: Log) -> None:
    app = typed(choose(unfolded(visit(PAGE)), "hard sets a week"), "Hard sets a week", "6")
    labelled(app, "selectbox", "For").set_value("calves")
    press(app.run(), "Save goal")
    assert (only(log).muscle, only(log).target) == ("calves", 6.0)


def test_a_lift_is_set_with_the_day_it_is_to_be_reached(visit: Visit, log: Log) -> None:
    app = choose(unfolded(visit(PAGE)), "e1rm")
    labelled(app, "selectbox", "Exercise").set_value("Back squat")
    app = typed(app.run(), "Estimated 1RM (kg)", "120")
    by = today() + dt.timedelta(days=60)
    labelled(app, "date_input", "By (may be left open)").set_value(by)
    press(app.run(), "Save goal")
    expected = Goal(kind="e1rm", since=today(), by=by, exercise="Back squat", target=120.0)
    assert only(log) == expected


def test_a_time_over_a_distance_of_its_own_is_set(visit: Visit, log: Log) -> None:
    app = choose(unfolded(visit(PAGE)), "race time")
    labelled(app, "selectbox", "Distance").set_value("Another distance")
    app = typed(app.run(), "Distance (km)", "12")
    press(typed(app, "Time to reach", "1:00:00"), "Save goal")
    assert (only(log).distance_m, only(log).target) == (12_000.0, 3600.0)


def test_a_race_needs_its_day_and_may_do_without_a_time(visit: Visit, log: Log) -> None:
    app = press(choose(unfolded(visit(PAGE)), "race"), "Save goal")
    assert "A race needs its day." in said(app)
    by = today() + dt.timedelta(days=30)
    labelled(app, "date_input", "Day of the race").set_value(by)
    press(app.run(), "Save goal")
    assert goals.races(log).day.dt.date.tolist() == [by]
    assert only(log).target is None


def test_a_goal_without_a_target_is_refused_in_words(visit: Visit, log: Log) -> None:
    app = press(unfolded(visit(PAGE)), "Save goal")
    assert "A goal needs a target." in said(app)
    assert goals.goals(log).empty


def test_a_goal_is_corrected_and_keeps_its_first_day(visit: Visit, log: Log) -> None:
    since = today() - dt.timedelta(days=30)
    goals.add_goal(log, Goal(kind="runs a week", since=since, target=3, title="Steady"))
    app = unfolded(visit(PAGE))
    labelled(app, "text_input", "Runs a week").set_value("4")
    app = press(app.run(), "Save goal", at=1)
    assert only(log) == Goal(kind="runs a week", since=since, target=4, title="Steady")
    assert "Corrected: Steady: 3 runs a week, now Steady: 4 runs a week." in said(app)
    press(app, "Undo")
    assert only(log).target == 3


def test_a_goal_of_an_exact_distance_is_not_rounded_by_another_correction(
    visit: Visit, log: Log
) -> None:
    exact = 40_123.4
    goals.add_goal(log, Goal(kind="distance a week", since=today(), target=exact))
    app = unfolded(visit(PAGE))
    labelled(app, "text_input", "Name (may be left open)", at=1).set_value("Base")
    press(app.run(), "Save goal", at=1)
    assert (only(log).title, only(log).target) == ("Base", exact)


def test_the_forms_are_drawn_when_they_are_opened(visit: Visit, log: Log) -> None:
    goals.add_goal(log, Goal(kind="runs a week", since=today(), target=3))
    app = visit(PAGE)
    assert [one.label for one in app.button] == ["Delete"]
    assert [one.label for one in unfolded(app).button] == ["Save goal", "Save goal", "Delete"]


def test_a_goal_is_deleted_and_comes_back_with_undo(visit: Visit, log: Log) -> None:
    goals.add_goal(log, Goal(kind="runs a week", since=today(), target=3))
    app = press(unfolded(visit(PAGE)), "Delete")
    assert goals.goals(log).empty
    press(app, "Undo")
    assert len(goals.goals(log)) == 1


def test_a_goal_tells_where_it_stands_and_its_range(visit: Visit, log: Log) -> None:
    for days in range(0, 70, 7):
        store.add_session(log, run(started_at=_noon(days)))
        store.add_session(log, lift(started_at=_noon(days)))
    goals.add_goal(log, Goal(kind="runs a week", since=today(), target=2))
    app = unfolded(visit(PAGE))
    assert "of 2 runs this week. Reached in 0 of the last 8 weeks" in said(app)
    assert "beyond the range" in said(app)
    assert len(app.get("plotly_chart")) == 1


def test_a_race_alone_draws_no_range(visit: Visit, log: Log) -> None:
    goals.add_goal(log, Goal(kind="race", since=today(), by=today(), distance_m=10_000.0))
    app = unfolded(visit(PAGE))
    assert "Race over 10 km" in said(app)
    assert not app.get("plotly_chart")


def _noon(days_ago: int) -> dt.datetime:
    return dt.datetime.combine(today() - dt.timedelta(days=days_ago), dt.time(12))
