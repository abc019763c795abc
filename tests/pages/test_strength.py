"""The strength page and its parts."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import CheckIn, FitnessTest, LiftSet
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.units import Units
from tests.build import lift, squat
from tests.pages.asking import charts, headings, numbers
from tests.pages.conftest import ZONE, Visit

PARTS = ["lifts", "records", "volume", "body"]


def choose(app: AppTest, what: str, value: str) -> AppTest:
    app.segmented_control(key=f"strength_{what}").set_value(value).run()
    assert not app.exception, app.exception
    return app


def opened(visit: Visit, part: str) -> AppTest:
    return choose(visit("review/strength"), "part", part)


def texts(app: AppTest) -> str:
    return " ".join(one.value for one in [*app.markdown, *app.info, *app.caption])


def days_ago(log: Log, *days: int, sets: tuple[LiftSet, ...] = (squat(),), title: str = "") -> None:
    noon = clock.now(ZONE).replace(hour=12, minute=0, second=0, microsecond=0)
    for ago in days:
        store.add_session(
            log, lift(started_at=noon - dt.timedelta(days=ago), sets=sets, title=title)
        )


def day_of(ago: int) -> str:
    day = clock.today(ZONE) - dt.timedelta(days=ago)
    return f"{day.day} {day:%b %Y}"


def weigh(log: Log, ago: int, body_mass_kg: float) -> None:
    day = clock.today(ZONE) - dt.timedelta(days=ago)
    store.save_check_in(log, CheckIn(day=day, body_mass_kg=body_mass_kg))


@pytest.mark.parametrize(
    ("part", "count"), [("lifts", 1), ("records", 1), ("volume", 2), ("body", 3)]
)
def test_every_part_draws_its_charts_with_a_sentence_and_a_table_each(
    on_demo: Visit, part: str, count: int
) -> None:
    app = opened(on_demo, part)
    drawn = app.get("plotly_chart")
    assert len(drawn) == count
    assert all(len(one.proto.alt) > 20 for one in drawn)
    assert all("scattergl" not in one.proto.spec for one in drawn)
    assert len(app.get("download_button")) >= count


@pytest.mark.parametrize("part", ["lifts", "volume", "body"])
def test_every_part_works_in_every_span(on_demo: Visit, part: str) -> None:
    app = opened(on_demo, part)
    for span in ("12w", "26w", "all"):
        choose(app, "span", span)


@pytest.mark.parametrize("part", PARTS)
def test_pounds_and_sundays_work_in_every_part(visit: Visit, log: Log, part: str) -> None:
    store.save_settings(log, Settings(units=Units("mi", "lb"), week_start="sunday"))
    days_ago(log, 1, 9)
    weigh(log, 3, 70)
    app = opened(visit, part)
    shown = " ".join(one.value for one in [*app.metric, *app.caption])
    assert " kg" not in shown


@pytest.mark.parametrize("part", PARTS)
def test_a_log_of_jumps_and_holds_alone_is_no_error(visit: Visit, log: Log, part: str) -> None:
    sets = (LiftSet(exercise="Box jump", reps=5), LiftSet(exercise="Plank", hold_s=60))
    days_ago(log, 2, sets=sets)
    opened(visit, part)


@pytest.mark.parametrize("part", ["lifts", "body"])
def test_without_a_weight_it_cannot_tell_yet(visit: Visit, log: Log, part: str) -> None:
    days_ago(log, 2, sets=(LiftSet(exercise="Plank", hold_s=60),))
    assert "Cannot tell yet: there is no set with a weight" in texts(opened(visit, part))


@pytest.mark.parametrize("part", ["lifts", "volume", "body"])
def test_a_span_without_a_lift_says_so(visit: Visit, log: Log, part: str) -> None:
    days_ago(log, 700)
    app = opened(visit, part)
    assert not app.get("plotly_chart")
    assert "in this span" in texts(app)


@pytest.mark.parametrize("part", PARTS)
def test_only_lifts_to_come_are_no_error(visit: Visit, log: Log, part: str) -> None:
    days_ago(log, -2, -20)
    opened(visit, part)


def test_a_lift_has_its_latest_and_best_value_and_needs_six_days_for_a_trend(
    visit: Visit, log: Log
) -> None:
    days_ago(log, 40, sets=(squat(reps=1, load_kg=130.0, rir=0.0),))
    days_ago(log, 2)
    app = visit("review/strength")
    shown = numbers(app)
    assert shown["Best e1RM"] == shown["Last tested maximum"] == "130 kg"
    assert shown["Latest e1RM"] == "114.6 kg"
    assert headings(app)[0] == "Back squat: cannot tell yet which way it goes"
    assert "2 sessions in the last 12 weeks: a trend needs 6 or more" in texts(app)
    assert f"114.6 kg, 11.9 % less than on {day_of(40)}; that is" in texts(app)
    assert f"Latest day, {day_of(2)}: at least 114.6 kg" in texts(app)
    assert "more than the usual noise" in texts(app)


def test_a_rising_lift_is_told_in_percent_per_month(visit: Visit, log: Log) -> None:
    for week in range(10):
        days_ago(log, 7 * week + 1, sets=(squat(load_kg=100.0 * 0.99**week),))
    app = visit("review/strength")
    assert headings(app)[0] == "Back squat: +4.5 % per month over 9 weeks"
    assert numbers(app)["A month"] == "+4.5 %"


def test_a_lift_without_progress_is_told_as_stalled(visit: Visit, log: Log) -> None:
    days_ago(log, *range(1, 80, 4))
    app = visit("review/strength")
    assert headings(app)[0].startswith("Back squat: stalled at +0.0 % per month")
    assert "Stalled: no new best in 6 weeks" in texts(app)
    assert f"the same as on {day_of(5)}." in texts(app)


def test_a_fitness_test_is_a_tested_maximum_and_two_of_them_are_compared(
    visit: Visit, log: Log
) -> None:
    today = clock.today(ZONE)
    for ago, load_kg in ((90, 100.0), (1, 120.0)):
        day = today - dt.timedelta(days=ago)
        store.add_fitness_tests(
            log,
            FitnessTest(
                protocol="rep_max", day=day, exercise="Back squat", load_kg=load_kg, reps=3
            ),
        )
    days_ago(log, 30)
    app = visit("review/strength")
    assert numbers(app)["Last tested maximum"] == "129.5 kg"
    told = f"Last tested, {day_of(1)}: 129.5 kg, 20.0 % more than on {day_of(90)}; that is more"
    assert told in texts(app)
    assert "more than the usual noise" in texts(app)
    app.date_input[0].set_value(today - dt.timedelta(days=1)).run()
    assert "A fitness test of that day is among the marks." in texts(app)


def test_several_lifts_stand_below_one_another(visit: Visit, log: Log) -> None:
    days_ago(log, 1, 8, sets=(squat(), squat(exercise="Bench press", load_kg=60.0)))
    app = visit("review/strength")
    app.multiselect(key="strength_lifts").set_value(["Back squat", "Bench press"]).run()
    assert not app.exception
    assert [*numbers(app)] == ["Back squat", "Bench press"]
    titles = [one["text"] for one in charts(app)[0]["layout"]["annotations"]]
    assert titles == ["<b>Back squat</b>", "<b>Bench press</b>"]


def test_no_lift_chosen_asks_for_one(visit: Visit, log: Log) -> None:
    days_ago(log, 1)
    app = visit("review/strength")
    app.multiselect(key="strength_lifts").set_value([]).run()
    assert not app.exception
    assert "Choose a lift or more." in texts(app)


def test_more_than_1_100_days_of_a_lift_are_drawn_week_by_week(visit: Visit, log: Log) -> None:
    days_ago(log, *range(1200))
    app = choose(visit("review/strength"), "span", "all")
    marks = {one["name"]: one for one in charts(app)[0]["data"]}
    assert "best set of a week" in marks
    assert "best set of 172 weeks" in texts(app) or "best set of 173 weeks" in texts(app)


def test_a_chosen_day_opens_its_sessions(visit: Visit, log: Log) -> None:
    days_ago(log, 1)
    days_ago(log, 40, title="Long ago")
    app = visit("review/strength")
    app.date_input[0].set_value(clock.today(ZONE) - dt.timedelta(days=40)).run()
    assert not app.exception
    assert "Long ago" in " ".join(one.value for one in app.text)


def test_exercise_names_are_shown_as_they_were_typed(visit: Visit, log: Log) -> None:
    days_ago(log, 1, 3, sets=(squat(exercise="![x](http://y.z/i.png) *Squat*"),))
    for part in PARTS:
        app = opened(visit, part)
        shown = [*headings(app), texts(app)]
        assert not any("![x](" in one for one in shown)


@pytest.mark.parametrize("part", ["records", "body"])
def test_every_exercise_can_be_chosen(on_demo: Visit, part: str) -> None:
    app = opened(on_demo, part)
    for box in [one.key or "" for one in app.selectbox]:
        for name in app.selectbox(key=box).options:
            app.selectbox(key=box).select(name).run()
            assert not app.exception


def test_records_name_set_day_and_what_they_are_above(visit: Visit, log: Log) -> None:
    days_ago(log, 30)
    days_ago(log, 20, sets=(squat(reps=6),))
    days_ago(log, 10, sets=(squat(load_kg=102.5), squat(reps=12, load_kg=60.0)))
    app = opened(visit, "records")
    rows = [one.value for one in app.markdown if "reps: " in one.value]
    assert "**4–6 reps: 5 × 102.5 kg**" in rows[0]
    assert "2.5 kg more than the record before" in rows[0]
    assert "**11–15 reps: 12 × 60 kg**" in rows[1]
    assert "2 ranges of reps, 2 rises of a record" in texts(app)


def test_a_log_without_a_weight_has_no_record(visit: Visit, log: Log) -> None:
    days_ago(log, 2, sets=(LiftSet(exercise="Plank", hold_s=60),))
    assert "no record to show" in texts(opened(visit, "records"))


def test_today_and_strength_count_the_same_hard_sets(visit: Visit, log: Log) -> None:
    jump = LiftSet(exercise="Box jump", reps=5)
    sets = (squat(), squat(rir=6.0), squat(set_type="warmup"), squat(reps=0), jump, jump)
    store.add_session(log, lift(sets=sets, started_at=clock.now(ZONE)))
    app = opened(visit, "volume")
    assert numbers(visit("today/today"))["Hard sets"] == numbers(app)["Hard sets"] == "1"
    assert (
        "Not among the hard sets: 1 warm-up, 1 easier set, 2 sets of jumps, 1 failed attempt."
        in texts(app)
    )


def test_tonnage_stands_behind_a_switch(visit: Visit, log: Log) -> None:
    days_ago(log, 0, sets=(squat(reps=10, load_kg=60.0),) * 3)
    app = opened(visit, "volume")
    assert "Tonnage" not in numbers(app)
    app.toggle(key="strength_tonnage").set_value(True).run()
    assert not app.exception
    assert numbers(app)["Tonnage"] == "1\u202f800 kg"
    assert len(app.get("plotly_chart")) == 3


def test_a_chosen_day_opens_the_week_of_its_bar(visit: Visit, log: Log) -> None:
    days_ago(log, 0)
    days_ago(log, 40, title="Long ago")
    app = opened(visit, "volume")
    day = clock.today(ZONE) - dt.timedelta(days=40)
    app.date_input[0].set_value(day).run()
    monday = day - dt.timedelta(days=day.weekday())
    assert f"Week of {monday.day} {monday:%B %Y}" in headings(app)
    assert "Long ago" in " ".join(one.value for one in app.text)


def test_strength_for_ones_mass_stands_beside_body_mass_and_claims_nothing(
    visit: Visit, log: Log
) -> None:
    days_ago(log, 60, sets=(squat(reps=1, load_kg=105.0, rir=0.0),))
    days_ago(log, 1, sets=(squat(reps=1, load_kg=140.0, rir=0.0),))
    weigh(log, 60, 70.0)
    weigh(log, 1, 70.5)
    app = opened(visit, "body")
    shown = numbers(app)
    assert shown["e1RM per body mass"] == "1.99"
    assert app.metric[0].delta == f"1.50 on {day_of(60)}"
    assert shown["Body mass"] == "70.5 kg"
    assert "e1RM +33.3 % (more than the usual noise), body mass +0.5 kg" in texts(app)
    assert "nothing here says that one made the other" in texts(app)
    choose(app, "measure", "allometric")
    assert "0.67" in charts(app)[0]["layout"]["yaxis"]["title"]["text"]


def test_without_a_weighing_relative_strength_cannot_be_told_yet(visit: Visit, log: Log) -> None:
    days_ago(log, 1)
    assert "no day with this lift has a body mass within 60 days" in texts(opened(visit, "body"))


def test_weighted_pull_ups_and_holds_are_drawn_each_on_their_own_scale(
    visit: Visit, log: Log
) -> None:
    pull = LiftSet(exercise="Pull-up", reps=5, load_kg=10.0)
    days_ago(log, 5, 12, sets=(pull, LiftSet(exercise="Plank", hold_s=60)))
    weigh(log, 5, 70.0)
    app = opened(visit, "body")
    moves, held = charts(app)
    titles = [moves["layout"][axis]["title"]["text"] for axis in ("yaxis", "yaxis2", "yaxis3")]
    assert titles == ["body and load<br>(kg)", "reps (longest set)", "estimated 1RM added<br>(kg)"]
    assert held["layout"]["yaxis"]["type"] == "log"
    assert "Plank: 2 sessions, the longest hold 60 s" in texts(app)


def test_a_hold_with_a_weight_is_a_choice_of_its_own(visit: Visit, log: Log) -> None:
    days_ago(log, 5, sets=(LiftSet(exercise="Plank", hold_s=60),))
    days_ago(log, 9, 3, sets=(LiftSet(exercise="Plank", hold_s=30, load_kg=10.0),))
    app = opened(visit, "body")
    assert app.selectbox(key="strength_hold").options == ["Plank, 10 kg", "Plank"]
