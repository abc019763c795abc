"""The page Today: what is planned, what stands out, what an import changed."""

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn, Goal, PlannedExercise, PlannedSession
from ironstride.store import Log, NewFile, NewSession
from ironstride.store import goals as goals_of
from ironstride.store import plan as plan_of
from ironstride.store.imports import brought
from tests.build import lift, run, squat
from tests.pages.conftest import ZONE, Visit

PAGE = "today/today"
BANNED = ("causes", "proves", "because", "significant", "best lag", "injury risk", "VDOT", "TSS")


def today() -> dt.date:
    return clock.today(ZONE)


def at(days_ago: int, hour: int = 7) -> dt.datetime:
    return dt.datetime.combine(today() - dt.timedelta(days=days_ago), dt.time(hour))


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click()
    app.run()
    assert not app.exception, app.exception
    return app


def buttons(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.text, app.success, app.info, app.subheader)
    return "\n".join(one.value for kind in kinds for one in kind)


def links(app: AppTest) -> list[tuple[str, str]]:
    """The page links: their label and what they ask for."""
    return [(one.proto.label, one.proto.query_string) for one in app.get("page_link")]


def plan(log: Log, *sessions: dict[str, Any]) -> list[int]:
    return plan_of.add_planned(log, *(PlannedSession(day=today(), **one) for one in sessions))


def imported(log: Log, *sessions: Any, source: str = "strava-csv") -> int:
    news = tuple(NewSession(key=str(n), session=one) for n, one in enumerate(sessions))
    file = NewFile(name="a.csv", sha256="", source=source, sessions=news)
    return store.add_batch(log, [file], at(0), lambda *_: None).batch_id


def test_an_empty_log_can_still_have_a_plan_for_today(visit: Visit, log: Log) -> None:
    plan(log, {"kind": "run", "type": "easy", "duration_s": 1800.0})
    app = visit(PAGE)
    assert "Planned for today" in said(app)
    assert "Your log is empty" in app.info[0].value


def test_a_planned_run_is_logged_as_planned_and_is_done_then(visit: Visit, log: Log) -> None:
    plan(log, {"kind": "run", "type": "tempo", "distance_m": 8_000.0, "duration_s": 2_400.0})
    app = press(visit(PAGE), "Log as planned")
    runs = store.runs(log)
    assert runs[["type", "distance_m", "duration_s"]].values.tolist() == [["tempo", 8e3, 2400.0]]
    row = plan_of.planned(log).iloc[0]
    assert (row.status, row.done_session_id) == ("done", runs.session_id.iloc[0])
    assert "Logged as planned: 8.00 km" in said(app)
    assert "Log as planned" not in buttons(app)


def test_logging_as_planned_can_be_undone(visit: Visit, log: Log) -> None:
    plan(log, {"kind": "run", "type": "easy", "distance_m": 8_000.0})
    app = press(visit(PAGE), "Log as planned")
    press(app, "Undo")
    assert store.runs(log).empty
    assert plan_of.planned(log).status.tolist() == ["planned"]


def test_a_planned_lift_is_logged_set_by_set(visit: Visit, log: Log) -> None:
    squats = PlannedExercise(exercise="Back squat", sets=3, reps_low=5, reps_high=6, load_kg=80.0)
    plan(log, {"kind": "lift", "legs": True, "exercises": (squats,)})
    app = visit(PAGE)
    assert "Back squat 3 × 5–6 reps at 80 kg" in said(app)
    press(app, "Log as planned")
    sets = store.lift_sets(log)
    assert sets[["exercise", "reps", "load_kg"]].values.tolist() == [["Back squat", 5.0, 80.0]] * 3


def test_what_the_plan_leaves_open_is_asked_by_the_form(visit: Visit, log: Log) -> None:
    (number,) = plan(log, {"kind": "run", "type": "easy"})
    app = visit(PAGE)
    assert "Log as planned" not in buttons(app)
    assert ("Log with changes", f"plan={number}") in links(app)


def test_a_skipped_session_offers_nothing(visit: Visit, log: Log) -> None:
    (number,) = plan(log, {"kind": "run", "type": "easy", "distance_m": 8_000.0})
    plan_of.skip_planned(log, number)
    app = visit(PAGE)
    assert "Skipped" in said(app)
    assert "Log as planned" not in buttons(app)


def test_a_line_leads_to_its_page(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1)))
    for days in (0, 1):
        store.save_check_in(log, CheckIn(day=today() - dt.timedelta(days=days), pain=5))
    app = visit(PAGE)
    assert "Pain of 3 of 10 or more noted on 2 of the last 7 days" in said(app)
    assert "Check in" in [label for label, _ in links(app)]


def test_a_marked_race_is_a_line(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1)))
    race = today() + dt.timedelta(days=10)
    goals_of.add_goal(log, Goal(kind="race", since=today(), by=race, distance_m=10_000.0))
    assert "Race in 10 days" in said(visit(PAGE))


def test_a_day_where_nothing_stands_out_says_so(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1), rpe=4.0))
    assert "Nothing stands out today." in said(visit(PAGE))


def test_each_session_of_the_strip_opens_itself(visit: Visit, log: Log) -> None:
    first = store.add_session(log, run(started_at=at(3)))
    second = store.add_session(log, lift(started_at=at(3, 18)))
    store.add_session(log, run(started_at=at(14)))
    app = visit(PAGE)
    asked = [query for _, query in links(app) if query.startswith("session=")]
    assert asked == [f"session={first}", f"session={second}"]
    assert "The last 14 days: 1 run, 1 lift session, 12 rest days." in said(app)


def test_an_import_tells_what_it_changed_until_it_is_put_away(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(40), distance_m=5_000.0, duration_s=1_600.0))
    odd = squat(exercise="Zercher thing")
    imported(
        log,
        run(started_at=at(1), distance_m=5_000.0, duration_s=1_500.0),
        lift(started_at=at(10), sets=(odd,)),
    )
    app = visit(PAGE)
    assert "2 sessions in 2 weeks" in said(app) or "2 sessions in 3 weeks" in said(app)
    assert "1 best over a distance that stands now: 5 km in 25:00." in said(app)
    assert "1 exercise whose muscles the log does not know: Zercher thing." in said(app)
    press(app, "Seen, put this away")
    assert "What the import" not in said(visit(PAGE))


def test_what_was_seen_stays_seen_when_settings_are_saved_and_comes_with_a_new_import(
    visit: Visit, log: Log
) -> None:
    imported(log, run(started_at=at(1)))
    press(visit(PAGE), "Seen, put this away")
    store.save_settings(log, store.read_settings(log))
    assert "What the import" not in said(visit(PAGE))
    imported(log, run(started_at=at(5)), source="garmin-csv")
    assert "What the import" in said(visit(PAGE))


def test_an_import_that_was_taken_back_changed_nothing(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(40)))
    store.revert_batch(log, imported(log, run(started_at=at(1))), at(0))
    assert "What the import" not in said(visit(PAGE))


def test_a_session_that_was_there_before_did_not_come_with_the_import(log: Log) -> None:
    first = imported(log, run(started_at=at(1)))
    typed = store.add_session(log, run(started_at=at(3)))
    both = NewFile(
        name="b.csv",
        sha256="",
        source="garmin-csv",
        sessions=(
            NewSession(key="a", session=run(started_at=at(3)), same_as=typed),
            NewSession(key="b", session=run(started_at=at(5))),
        ),
    )
    second = store.add_batch(log, [both], at(0), lambda *_: None).batch_id
    assert len(brought(log, first)) == 1
    assert brought(log, second).isdisjoint({typed, *brought(log, first)})
    assert len(brought(log, second)) == 1


def test_the_demo_log_has_numbers_lines_a_strip_and_one_chart_last(on_demo: Visit) -> None:
    app = on_demo(PAGE)
    assert len(app.metric) == 6
    assert "Look at this" in said(app)
    assert len(app.get("plotly_chart")) == 1
    assert not [word for word in BANNED if word in said(app)]


@pytest.mark.parametrize("field", ["rpe", "duration_s"])
def test_without_a_load_the_chart_says_what_it_takes(visit: Visit, log: Log, field: str) -> None:
    known: dict[str, Any] = {"rpe": 4.0, "duration_s": 3000.0} | {field: None}
    store.add_session(log, run(started_at=at(1), **known))
    app = visit(PAGE)
    assert not app.get("plotly_chart")
    assert "Cannot tell yet: no session of these weeks has both" in said(app)
