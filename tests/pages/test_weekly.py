"""The weekly review: one week with its numbers, sessions, sets, rules, bests and notes."""

import datetime as dt

from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn
from ironstride.store import Log
from ironstride.weeks import WEEK, week_of
from tests.build import lift, run, squat
from tests.pages.asking import numbers
from tests.pages.conftest import ZONE, Visit

PAGE = "review/weekly"


def monday(weeks_ago: int = 1) -> dt.date:
    return week_of(clock.today(ZONE)) - weeks_ago * WEEK


def at(day: int, weeks_ago: int = 1, hour: int = 7) -> dt.datetime:
    return dt.datetime.combine(monday(weeks_ago) + dt.timedelta(days=day), dt.time(hour))


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.text, app.subheader)
    return "\n".join(one.value for kind in kinds for one in kind)


def tables(app: AppTest) -> list[list[list[str]]]:
    return [one.value.astype(str).values.tolist() for one in app.table]


def test_the_last_finished_week_is_shown_at_first(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1), distance_m=12_000.0, rpe=5.0))
    store.add_session(log, run(started_at=at(0, weeks_ago=0), distance_m=5_000.0))
    app = visit(PAGE)
    assert numbers(app)["Distance"] == "12.0 km"
    assert numbers(app)["Rest days"] == "6"
    assert numbers(app)["Session load"] == "250"


def test_another_week_can_be_chosen_and_an_unfinished_one_says_so(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1), distance_m=12_000.0))
    store.add_session(log, run(started_at=at(0, weeks_ago=0), distance_m=5_000.0))
    app = visit(PAGE)
    now = monday(0)
    app.selectbox[0].set_value(f"Week of {now.day} {now:%B %Y}").run()
    assert numbers(app)["Distance"] == "5.0 km"
    assert "This week is not over yet." in said(app)


def test_the_week_lists_its_sessions_in_order_and_no_other(visit: Visit, log: Log) -> None:
    store.add_session(log, lift(started_at=at(2, hour=18), title="Legs | heavy"))
    store.add_session(log, run(started_at=at(2)))
    store.add_session(log, run(started_at=at(6, weeks_ago=2)))
    sessions = tables(visit(PAGE))[0]
    assert [row[1] for row in sessions] == ["Run, easy", "Lift: Legs \\| heavy"]


def test_the_week_counts_hard_sets_by_muscle_group(visit: Visit, log: Log) -> None:
    store.add_session(log, lift(started_at=at(2), sets=(squat(), squat(), squat())))
    groups = {row[0]: row[1:] for row in tables(visit(PAGE))[1]}
    assert groups["Quads"] == ["3", "3", "1"]
    assert groups["Calves"] == ["0", "0", "0"]


def test_the_week_tells_each_chosen_rule(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(0, weeks_ago=4)))
    for day in (1, 4):
        store.add_session(log, lift(started_at=at(day)))
    rules = {row[0]: row[1] for row in tables(visit(PAGE))[2]}
    assert rules["Two or three lift sessions a week"] == "met"


def test_the_week_tells_its_new_bests(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1, 5), distance_m=5_000.0, duration_s=1_600.0))
    store.add_session(log, run(started_at=at(1), distance_m=5_000.0, duration_s=1_550.0))
    store.add_session(log, lift(started_at=at(1, 5), sets=(squat(load_kg=90.0),)))
    store.add_session(log, lift(started_at=at(1), sets=(squat(load_kg=95.0),)))
    told = said(visit(PAGE))
    assert "5 km in 25:50, 0:50 less" in told
    assert "Back squat, 4–6 reps: 5 × 95 kg, 5 kg more" in told


def test_the_notes_of_sessions_and_check_ins_are_kept_as_written(visit: Visit, log: Log) -> None:
    note = "Felt *good*\nwind on the way back"
    store.add_session(log, run(started_at=at(1), notes=note))
    store.save_check_in(log, CheckIn(day=at(3).date(), pain=4, pain_note="left calf"))
    app = visit(PAGE)
    assert [one.value for one in app.text] == [note, "left calf"]
    assert "check-in, pain 4 of 10" in said(app)


def test_a_week_without_anything_is_still_a_page(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(0, weeks_ago=3)))
    app = visit(PAGE)
    assert "No session in this week." in said(app)
    assert "None in this week." in said(app)
    assert numbers(app)["Rest days"] == "7"


def test_the_first_day_of_a_log_can_be_reviewed(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(0, weeks_ago=0)))
    assert numbers(visit(PAGE))["Runs"] == "1"


def test_the_print_view_keeps_the_week_and_leaves_the_buttons_out(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=at(1), rpe=5.0))
    app = visit(PAGE)
    assert app.get("download_button")
    before = tables(app)
    app.toggle[0].set_value(True)
    app.run()
    assert not app.exception, app.exception
    assert tables(app) == before
    assert "What was done" in app.table[0].value.columns[0]
    assert not app.main.selectbox
    assert not app.main.toggle
    assert f"Week of {monday().day} {monday():%B %Y}" in said(app)
    assert not app.get("download_button")
    assert len(app.get("plotly_chart")) == 1
    app.sidebar.toggle[0].set_value(False).run()
    assert app.main.toggle
