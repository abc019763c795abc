"""The page Records: what a race, a time trial and an easy run lead to."""

import datetime as dt
import json

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import FitnessTest, Lap
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import run
from tests.pages.asking import written_table
from tests.pages.conftest import ZONE, Visit

PAGE = "review/records"


@pytest.fixture
def noon() -> dt.datetime:
    return clock.now(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)


def part(app: AppTest, name: str) -> AppTest:
    app.segmented_control(key="records_part").set_value(name).run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    return " ".join(
        one.value for one in [*app.markdown, *app.caption, *app.info, *app.subheader]
    ).replace("\\", "")


def charts(app: AppTest) -> dict[str, str]:
    """Return the title of each chart's y axis and its sentence."""
    return {
        json.loads(one.proto.spec)["layout"]["yaxis"]["title"]["text"]: one.proto.alt
        for one in app.get("plotly_chart")
    }


def links(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("page_link")]


def race(log: Log, at: dt.datetime, distance_m: float, duration_s: float) -> None:
    made = run(started_at=at, distance_m=distance_m, duration_s=duration_s, type="race")
    store.add_session(log, made)


def test_a_race_typed_into_the_run_form_is_a_best_and_predicts(visit: Visit, log: Log) -> None:
    app = visit("log/run")
    app.selectbox(key="run-0-type").select("race").run()
    app.text_input(key="run-0-distance_m-km").input("5")
    app.text_input(key="run-0-duration_s").input("20:00")
    app.run()
    app.button(key="run-0-save").click().run()
    app.switch_page("../pages/review/records.py").run()
    assert {one.label: one.value for one in app.metric} == {"5 km": "20:00"}
    part(app, "predictions")
    assert {one.label: one.value for one in app.metric}["Race fitness"] == "49.8"
    assert "10 km: 40:33 to 42:53, about 41:42" in said(app)
    assert "from the 5 km race in 20:00" in said(app)
    assert "No race or test of the last 26 weeks lies within 4.3 times of it." in said(app)


def test_a_time_trial_reaches_bests_predictions_and_paces(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    trial = FitnessTest(protocol="time_trial", day=noon.date(), distance_m=3_000, duration_s=700)
    store.add_fitness_tests(log, trial)
    app = visit(PAGE)
    assert "3 km: 11:40" in said(app)
    assert "time trial of 3.00 km" in said(app)
    assert "Open" in links(app)
    assert "from the 3 km test in 11:40" in said(part(app, "predictions"))
    part(app, "paces")
    table = written_table(app)
    zones = [zone for zone, _, _ in table]
    assert zones == ["Easy", "Marathon", "Threshold", "Interval", "Repetition"]
    assert table[0][2] == ""


def test_without_a_race_the_page_says_what_to_do(visit: Visit, log: Log, noon: dt.datetime) -> None:
    store.add_session(log, run(started_at=noon))
    app = visit(PAGE)
    for name in ("predictions", "paces"):
        part(app, name)
        assert "easy runs are not used, on purpose" in app.info[0].value
        assert "Do a time trial" in links(app)
        assert "Log a race: choose the type Race" in links(app)
        assert not app.get("plotly_chart")


def test_a_bound_is_said_in_words_and_never_a_best(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    store.add_session(log, run(started_at=noon, distance_m=12_000.0, duration_s=3600.0))
    app = visit(PAGE)
    assert not app.metric
    assert "10 km: in 1:00:00 or less" in said(app)
    assert "a bound: somewhere in the 12.00 km" in said(app)
    assert "Cannot tell a best yet" in app.info[0].value
    assert not app.get("plotly_chart")


def test_a_best_that_a_longer_run_beats_says_so(visit: Visit, log: Log, noon: dt.datetime) -> None:
    store.add_session(log, run(started_at=noon, distance_m=10_000.0, duration_s=3600.0))
    assert "longer run" not in visit(PAGE).metric[0].delta
    store.add_session(log, run(started_at=noon, distance_m=12_000.0, duration_s=3300.0))
    (ten,) = visit(PAGE).metric
    assert (ten.label, ten.value) == ("10 km", "1:00:00")
    assert ten.delta == "less in a longer run"


def test_laps_make_a_best(visit: Visit, log: Log, noon: dt.datetime) -> None:
    laps = (Lap(distance_m=1000, duration_s=240), Lap(distance_m=7000, duration_s=2100))
    made = run(started_at=noon, distance_m=8_000.0, duration_s=2340.0, laps=laps)
    store.add_session(log, made)
    assert "1 km: 4:00" in said(visit(PAGE))
    assert "from laps of 1.00 km" in said(visit(PAGE))


def test_the_chosen_distance_is_drawn_with_units_and_a_sentence(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    for back, seconds in ((400, 1300.0), (200, 1250.0), (1, 1200.0)):
        race(log, noon - dt.timedelta(days=back), 5_000.0, seconds)
    race(log, noon - dt.timedelta(days=30), 42_195.0, 12_600.0)
    app = visit(PAGE)
    assert len(app.get("plotly_chart")) == 2
    assert "the record fell 2 times, from 21:40" in said(app)
    app.selectbox(key="records_distance").select("marathon").run()
    assert not app.exception
    assert list(charts(app)) == ["time (h:mm:ss)"]
    assert "marathon: 1 effort; the first, 3:30:00" in said(app)


def test_age_grades_need_a_year_of_birth_and_a_sex(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    race(log, noon, 10_000.0, 2400.0)
    app = visit(PAGE)
    assert "Enter year of birth and sex to see age grades" in links(app)
    assert "age grades take your year of birth" in said(part(app, "predictions"))
    store.save_settings(log, Settings(birth_year=noon.year - 50, sex="male"))
    assert "age grade 74.3 %" in said(visit(PAGE))
    assert "highest 74.3 %" in charts(part(visit(PAGE), "predictions"))["age grade (%)"]


def test_an_old_race_is_named_and_counts_in_a_longer_time(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    race(log, noon - dt.timedelta(days=300), 5_000.0, 1200.0)
    app = part(visit(PAGE), "predictions")
    assert "The last was 5 km race in 20:00" in app.info[0].value
    assert "How fast could you race now?" not in said(app)
    app.segmented_control(key="records_recent").set_value("52w").run()
    assert "10 km: 40:33 to 42:53" in said(app)


def test_the_own_exponent_is_used_by_choice_only(visit: Visit, log: Log, noon: dt.datetime) -> None:
    for back, metres, seconds in ((3, 3_000.0, 690.0), (2, 5_000.0, 1200.0), (1, 10_000.0, 2600.0)):
        race(log, noon - dt.timedelta(days=back), metres, seconds)
    app = part(visit(PAGE), "predictions")
    before = said(app)
    (exponent,) = [one.value for one in app.metric if one.label == "Own exponent"]
    assert 1.09 < float(exponent) < 1.12
    app.toggle(key="records_own").set_value(True).run()
    assert not app.exception
    assert "half marathon: " in before
    assert said(app) != before


def test_three_efforts_of_minutes_give_a_critical_speed(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    book = ((1_500.0, 324.0), (3_000.0, 693.0), (5_000.0, 1197.0))
    for back, (metres, seconds) in enumerate(book):
        race(log, noon - dt.timedelta(days=back), metres, seconds)
    app = part(visit(PAGE), "paces")
    shown = {one.label: one.value for one in app.metric}
    assert (shown["Critical speed"], shown["D′"]) == ("4:10 /km", "210 m")
    assert "R² 0.9999" in charts(app)["distance (km)"]
    assert len(app.get("download_button")) == 2


def test_a_missing_critical_speed_says_which_efforts_there_are(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    race(log, noon, 3_000.0, 731.0)
    app = part(visit(PAGE), "paces")
    assert app.info[0].value.startswith("Cannot tell yet. Critical speed takes 3 all-out efforts")
    assert "In this span: 3 km in 12:11." in app.info[0].value
    assert "Time trials over 1500 m and 2000 m, on different days, would do." in app.info[0].value


def test_every_part_follows_the_chosen_units(visit: Visit, log: Log, noon: dt.datetime) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb")))
    race(log, noon, 5_000.0, 1200.0)
    app = visit(PAGE)
    for name in ("bests", "predictions", "paces"):
        assert "/km" not in said(part(app, name))


def test_runs_too_short_for_any_distance_are_told_so(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    store.add_session(log, run(started_at=noon, distance_m=300.0, duration_s=90.0))
    assert "as long as 400 m yet" in visit(PAGE).info[0].value


def test_an_empty_log_is_told_what_to_do_next(visit: Visit) -> None:
    app = visit(PAGE)
    assert "There is no run and no fitness test" in app.info[0].value
    assert "Look at the demo log" in [one.label for one in app.button]


def test_every_chart_and_table_can_be_taken_away_as_csv(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    race(log, noon, 5_000.0, 1200.0)
    app = visit(PAGE)
    for name, tables in (("bests", 3), ("predictions", 2), ("paces", 1)):
        assert len(part(app, name).get("download_button")) == tables


def test_without_a_race_the_links_ask_as_the_pages_choices_are_named(
    visit: Visit, log: Log, noon: dt.datetime
) -> None:
    store.add_session(log, run(started_at=noon))
    app = part(visit(PAGE), "predictions")
    asked = {one.proto.label: one.proto.query_string for one in app.get("page_link")}
    assert asked["Find a run and correct its type to Race"] == "history_kind=Runs"
    assert asked["Do a time trial"] == "fitness_protocol=Time+trial"
