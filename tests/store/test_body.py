"""Check-ins, fitness tests, templates and laps: what is kept is what was said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ironstride import store
from ironstride.records import CheckIn, FitnessTest, Lap, Run, Template
from ironstride.store import Log, open_log
from tests.build import run, squat

DAY = date(2026, 11, 16)


def test_a_check_in_is_kept_and_replaced_by_the_next_of_its_day(log: Log) -> None:
    first = CheckIn(day=DAY, body_mass_kg=70.5, soreness={"calves": 2, "back": 1})
    store.save_check_in(log, first)
    assert store.check_in(log, DAY) == first
    second = CheckIn(day=DAY, sleep_h=7.5, pain=3, pain_note="left knee")
    store.save_check_in(log, second)
    assert store.check_in(log, DAY) == second
    assert len(store.check_ins(log)) == 1
    store.delete_check_in(log, DAY)
    assert store.check_in(log, DAY) is None
    assert store.check_ins(log).empty


def test_the_sorest_muscle_stands_for_the_day(log: Log) -> None:
    store.save_check_in(log, CheckIn(day=DAY, soreness={"calves": 2, "back": 1}))
    assert list(store.check_ins(log).sorest) == [2]


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-61, None), (-60, 70.0), (0, 70.0), (5, 71.0), (10, 72.0), (70, 72.0), (71, None)],
)
def test_body_mass_is_read_between_check_ins_and_not_far_beyond(
    log: Log, days: int, expected: float | None
) -> None:
    store.save_check_in(log, CheckIn(day=DAY, body_mass_kg=70.0))
    store.save_check_in(log, CheckIn(day=DAY + timedelta(days=10), body_mass_kg=72.0))
    store.save_check_in(log, CheckIn(day=DAY + timedelta(days=5), sleep_h=8))
    assert store.body_mass_kg(log, DAY + timedelta(days=days)) == expected


def test_the_last_check_in_with_a_body_mass_before_a_day_is_found(log: Log) -> None:
    said = CheckIn(day=DAY, body_mass_kg=70.0, soreness={"calves": 2})
    later = CheckIn(day=DAY + timedelta(days=2), body_mass_kg=71.0)
    store.save_check_ins(log, [said, later, CheckIn(day=DAY + timedelta(days=1), sleep_h=8)])
    found = [
        store.last_check_in_with_mass(log, DAY + timedelta(days=days)) for days in (0, 1, 2, 3)
    ]
    assert found == [None, said, said, later]


def test_check_ins_are_read_from_a_day_on(log: Log) -> None:
    days = [DAY + timedelta(days=at) for at in range(3)]
    store.save_check_ins(log, [CheckIn(day=day, sleep_h=8) for day in days])
    assert list(store.check_ins(log, days[1]).day.dt.date) == days[1:]


def test_without_a_check_in_no_body_mass_is_known(log: Log) -> None:
    assert store.body_mass_kg(log, DAY) is None


TESTS = [
    FitnessTest(protocol="time_trial", day=DAY, distance_m=5000.0, duration_s=1250.0),
    FitnessTest(
        protocol="submaximal_run", day=DAY, distance_m=4000.0, duration_s=1200.0, avg_hr_bpm=145.0
    ),
    FitnessTest(protocol="rep_max", day=DAY, exercise="Back squat", load_kg=100.0, reps=3),
    FitnessTest(protocol="calf_raises", day=DAY, reps=28, side="left", notes="barefoot"),
    FitnessTest(protocol="plank", day=DAY, hold_s=95.0),
    FitnessTest(protocol="side_plank", day=DAY, hold_s=60.0, side="right"),
    FitnessTest(protocol="hop", day=DAY, hop_m=1.45, side="right"),
]


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.protocol)
def test_a_fitness_test_is_kept_as_it_was_made(log: Log, test: FitnessTest) -> None:
    [number] = store.add_fitness_tests(log, test)
    assert store.fitness_test(log, number) == test
    assert list(store.fitness_tests(log).protocol) == [test.protocol]
    store.delete_fitness_test(log, number)
    assert store.fitness_tests(log).empty
    with pytest.raises(KeyError, match="no test"):
        store.fitness_test(log, number)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.protocol)
def test_a_fitness_test_is_corrected_in_place(log: Log, test: FitnessTest) -> None:
    [number, other] = store.add_fitness_tests(log, test, TESTS[4])
    corrected = replace(test, day=DAY + timedelta(days=1), notes="on grass")
    store.correct_fitness_test(log, number, corrected)
    assert store.fitness_test(log, number) == corrected
    assert store.fitness_test(log, other) == TESTS[4]


def test_a_fitness_test_that_is_not_there_is_not_corrected(log: Log) -> None:
    before = log.revision
    with pytest.raises(KeyError, match="no test 7"):
        store.correct_fitness_test(log, 7, TESTS[0])
    assert log.revision == before


def test_of_two_sides_both_are_kept_or_none(log: Log) -> None:
    left = TESTS[3]
    with pytest.raises(UnicodeEncodeError):
        store.add_fitness_tests(log, left, replace(left, side="right", notes="\ud800"))
    assert store.fitness_tests(log).empty


def test_of_many_check_ins_all_are_kept_or_none(log: Log) -> None:
    first = CheckIn(day=DAY, sleep_h=8)
    odd = CheckIn(day=DAY + timedelta(days=1), pain=1, pain_note="\ud800")
    with pytest.raises(UnicodeEncodeError):
        store.save_check_ins(log, [first, odd])
    assert store.check_ins(log).empty
    store.save_check_ins(log, [first, replace(odd, pain_note="knee")])
    assert len(store.check_ins(log)) == 2


def test_a_template_is_kept_and_replaced_by_the_next_of_its_name(log: Log) -> None:
    legs = Template(name="Legs", sets=(squat(), squat(side="left", rir=2.0)))
    store.save_template(log, legs)
    store.save_template(log, Template(name="Arms", sets=(squat(exercise="Barbell curl"),)))
    assert [one.name for one in store.templates(log)] == ["Arms", "Legs"]
    assert store.templates(log)[1] == legs
    store.save_template(log, Template(name="LEGS", sets=(squat(),)))
    assert [len(one.sets) for one in store.templates(log)] == [1, 1]
    store.delete_template(log, "legs")
    assert [one.name for one in store.templates(log)] == ["Arms"]
    store.save_template(log, Template(name="Übungen", sets=(squat(),)))
    store.save_template(log, Template(name="ÜBUNGEN", sets=(squat(), squat())))
    assert [one.name for one in store.templates(log)] == ["Arms", "ÜBUNGEN"]


def test_the_laps_and_the_race_of_a_run_are_kept(log: Log) -> None:
    laps = (Lap(distance_m=5000.0, duration_s=1500.0), Lap(distance_m=5000.0, duration_s=1490.0))
    raced = run(type="race", race="City run", laps=laps)
    number = store.add_session(log, raced)
    assert store.session(log, number) == raced
    store.correct_session(log, number, run(type="race", race="Town run"))
    assert store.session(log, number) == run(type="race", race="Town run")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.builds(Lap, distance_m=st.floats(1, 50_000), duration_s=st.floats(1, 9_000)), max_size=9
    )
)
def test_any_laps_come_back_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, laps: list[Lap]
) -> None:
    with open_log(tmp_path_factory.mktemp("log") / "training.db") as log:
        found = store.session(log, store.add_session(log, run(laps=tuple(laps))))
        assert isinstance(found, Run)
        assert found.laps == tuple(laps)
