"""The muscles page's parts Body, Weeks and Balance."""

import datetime as dt
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import Exercise, LiftSet
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.store.exercise_edits import set_exercise
from tests.build import lift, squat
from tests.pages.asking import charts, headings, numbers
from tests.pages.conftest import ZONE, Visit

PARTS = ("body", "weeks", "balance")
CALF = "Standing calf raise"


def choose(app: AppTest, what: str, value: str) -> AppTest:
    app.segmented_control(key=f"muscles_{what}").set_value(value).run()
    assert not app.exception, app.exception
    return app


def pick(app: AppTest, group: str) -> AppTest:
    app.button_group(key="muscles_group").set_value(group).run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.text)
    return "\n".join(one.value for kind in kinds for one in kind)


def lifted(log: Log, ago: int, *sets: LiftSet) -> None:
    noon = clock.now(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)
    store.add_session(log, lift(started_at=noon - dt.timedelta(days=ago), sets=sets))


def calves(many: int, **changes: Any) -> tuple[LiftSet, ...]:
    return (squat(exercise=CALF, reps=12, load_kg=40.0, **changes),) * many


def test_an_empty_log_is_told_what_to_do_next(visit: Visit) -> None:
    app = visit("review/muscles")
    assert "There is no lift session" in app.info[0].value
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("part", PARTS)
def test_three_sessions_are_enough_for_every_part(visit: Visit, log: Log, part: str) -> None:
    for ago in (1, 3, 5):
        lifted(log, ago, *calves(2))
    choose(visit("review/muscles"), "part", part)


@pytest.mark.parametrize("part", PARTS)
def test_only_sessions_to_come_are_no_error(visit: Visit, log: Log, part: str) -> None:
    lifted(log, -3, *calves(2))
    lifted(log, -30, *calves(2))
    choose(choose(visit("review/muscles"), "part", part), "part", part)


@pytest.mark.parametrize("part", PARTS)
def test_an_exercise_without_muscles_counts_for_no_group(visit: Visit, log: Log, part: str) -> None:
    lifted(log, 1, squat(exercise="My *own* thing", rir=1.0))
    app = choose(visit("review/muscles"), "part", part)
    if part != "balance":
        assert "1 hard set of 1 exercise count for no group" in said(app)


def test_the_numbers_of_the_body_are_those_of_the_log(on_demo: Visit, demo: Path) -> None:
    shown = numbers(choose(on_demo("review/muscles"), "span", "all"))
    with sqlite3.connect(demo) as rows:
        (hard,) = rows.execute(
            "select count(*) from lift_set"
            " join session on session.id = session_id join exercise on exercise.id = exercise_id"
            " where deleted_at is null and set_type <> 'warmup' and coalesce(reps, 1) > 0"
            " and exercise.kind <> 'plyometric' and coalesce(rir, 0) <= 4"
        ).fetchone()
    assert shown["Hard sets"].replace("\u202f", "") == f"{hard} sets"


def test_warm_ups_are_left_out_and_their_share_is_said(visit: Visit, log: Log) -> None:
    lifted(log, 1, *calves(3), *calves(1, set_type="warmup"))
    shown = numbers(visit("review/muscles"))
    assert shown["Hard sets"] == "3 sets"
    assert shown["Warm-ups left out"] == "25 %"


def test_a_group_is_untouched_after_as_many_days_as_one_chooses(visit: Visit, log: Log) -> None:
    lifted(log, 10, *calves(1))
    app = visit("review/muscles")
    assert "**Untouched for 14 days or more:**" in said(app)
    assert "calves (10 days)" not in said(app)
    app.select_slider(key="muscles_untouched").set_value(7).run()
    assert "calves (10 days)" in said(app)
    assert "hip flexors (never)" in said(app)


def test_a_chosen_group_shows_its_exercises_sets_and_sessions(visit: Visit, log: Log) -> None:
    lifted(log, 2, *calves(3, rir=2.0), squat(rir=2.0))
    app = pick(visit("review/muscles"), "calves")
    assert "Calves" in headings(app)
    assert f"**{CALF}**: directly, 3 sets, counted 3.0" in said(app)
    assert f"{CALF}: 3 sets of 12 × 40 kg @ 2 RIR" in said(app)
    assert "Back squat" not in said(app)
    pick(app, "quads")
    assert "**Back squat**: directly, 1 set, counted 1.0" in said(app)
    assert CALF not in said(app)


def test_the_names_of_exercises_are_shown_as_they_were_typed(visit: Visit, log: Log) -> None:
    name = "![x](http://example.org/x.png) **calf**"
    store.add_session(log, lift(sets=(squat(exercise=name),)))
    set_exercise(log, Exercise(name=name, muscles={"calves": 1.0}))
    app = choose(pick(visit("review/muscles"), "calves"), "span", "all")
    assert "![x](" not in "".join(one.value for one in app.markdown)


def test_a_gap_is_filled_by_what_was_done_before_first_and_never_by_jumps(
    visit: Visit, log: Log
) -> None:
    lifted(log, 200, *calves(3))
    app = pick(visit("review/muscles"), "calves")
    assert "No hard set reached this group in this span." in said(app)
    assert "What would fill the gap?" in headings(app)
    offers = [
        one.value
        for one in app.markdown
        if one.value.startswith("**") and ": directly" in one.value
    ]
    assert offers[0].startswith(f"**{CALF}**: directly, 3 sets, last ")
    assert len(offers) == 5
    assert all("not done yet" in one for one in offers[1:])
    assert not any("Bounding" in one for one in offers)


def test_the_band_of_the_weeks_is_the_runners_own_and_can_be_kept(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(max_hr_bpm=190))
    lifted(log, 8, *calves(2))
    app = choose(visit("review/muscles"), "part", "weeks")
    slider = app.slider(key="muscles_band")
    assert slider.value == (4, 8)
    assert "calves 0" in said(app)
    slider.set_value((2, 5)).run()
    assert "calves 1" in said(app)
    next(one for one in app.button if one.label == "Keep this band").click().run()
    assert not app.exception
    kept = store.read_settings(log)
    assert (kept.least_sets, kept.most_sets, kept.max_hr_bpm) == (2, 5, 190)
    assert not [one for one in app.button if one.label == "Keep this band"]


def test_a_chosen_day_opens_the_lift_sessions_of_its_week(visit: Visit, log: Log) -> None:
    lifted(log, 30, *calves(2))
    app = choose(visit("review/muscles"), "part", "weeks")
    day = clock.today(ZONE) - dt.timedelta(days=30)
    app.date_input[0].set_value(day).run()
    assert not app.exception
    monday = day - dt.timedelta(days=day.weekday())
    assert f"Week of {monday.day} {monday:%B %Y}" in headings(app)
    assert "2 sets" in "\n".join(one.value for one in app.text)


def test_the_weeks_show_band_coverage_zones_and_jumps(on_demo: Visit) -> None:
    app = choose(on_demo("review/muscles"), "part", "weeks")
    titles = [one["layout"]["yaxis"]["title"]["text"] for one in charts(app)]
    assert titles[:3] == ["muscle group", "muscle group", "working sets"]


def test_the_first_week_cannot_tell_yet_what_was_covered(visit: Visit, log: Log) -> None:
    lifted(log, 0, *calves(2))
    app = choose(visit("review/muscles"), "part", "weeks")
    assert "Cannot tell yet: it takes one finished week." in said(app)


def test_a_young_log_cannot_tell_its_balance_yet(visit: Visit, log: Log) -> None:
    for ago in range(8, 60, 2):
        lifted(log, ago, squat(rir=1.0), squat(rir=1.0))
    app = choose(visit("review/muscles"), "part", "balance")
    assert numbers(app)["Lower"] == "100 %"
    assert "cannot tell yet" in said(app)
    assert "write the side of one-sided sets" in said(app)


def test_every_measure_of_balance_can_be_drawn(on_demo: Visit) -> None:
    app = choose(on_demo("review/muscles"), "part", "balance")
    names = list(app.segmented_control(key="muscles_measure").options)
    assert len(names) == 6
    for measure in ("posterior : anterior", "upper", "lower", "core", "left : right"):
        choose(app, "measure", measure)
        assert len(app.get("plotly_chart")) == 1
    assert re.search(r"Test of calf raises, .*: left \d+ reps?, right \d+ reps?;", said(app))
    assert re.search(r"Test of side plank, .*: left \d+ s, right \d+ s;", said(app))
    assert re.search(r"Test of hop, .*: left \d+ cm, right \d+ cm;", said(app))


@pytest.mark.parametrize("part", PARTS)
def test_every_chart_can_be_taken_as_a_table(on_demo: Visit, part: str) -> None:
    app = choose(on_demo("review/muscles"), "part", part)
    assert len(app.get("download_button")) == len(app.get("plotly_chart"))
