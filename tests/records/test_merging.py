"""One session of many sources: gaps are filled, contradictions left out, order does not matter."""

from dataclasses import fields
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.importers.registry import NAMES
from ironstride.records import Lap, Lift, Run, Session
from ironstride.records.merging import IN_UTC, RANKED, TYPED, WORDED, Layer, filled, merged
from tests.build import MORNING, lift, ride, run


def made(**layers: Session) -> Session:
    """Return the merged session of sources by name, `_` for the dash."""
    names = {"typed": TYPED}
    told = [Layer(names.get(name, name.replace("_", "-")), one) for name, one in layers.items()]
    results = [merged(order) for order in permutations(told)]
    assert all(result == results[0] for result in results)
    return results[0]


def shown(field: str, **layers: Session) -> Any:
    return getattr(made(**layers), field)


def test_one_source_alone_is_what_it_said() -> None:
    assert made(garmin_csv=run(title="A")) == run(title="A")


def test_whatever_one_source_lacks_another_fills_in() -> None:
    rich = Run(
        started_at=MORNING, utc_offset_min=120, sport="trail", type="race", surface="trail",
        distance_m=10_000, duration_s=3_000, elapsed_s=3_100, ascent_m=120, cadence_spm=172,
        temperature_c=12, avg_hr_bpm=150, max_hr_bpm=170, rpe=7, title="A", notes="B",
        race="City run", laps=(Lap(distance_m=5_000, duration_s=1_500),) * 2,
    )  # fmt: skip
    unsaid = {one.name for one in fields(Run) if getattr(rich, one.name) == one.default}
    assert unsaid == {"time_known"}, "a new field is wanted here, and in what merging fills in"
    bare = Run(started_at=MORNING, duration_s=3_000)
    assert made(intervals_csv=bare, mapmyrun_csv=rich) == rich


def test_nothing_said_is_no_session() -> None:
    with pytest.raises(ValueError, match="at least one source"):
        merged([])


def test_distance_and_time_come_from_one_source() -> None:
    both = made(
        strava_csv=run(distance_m=10_050.0, duration_s=3000.0),
        garmin_csv=run(distance_m=10_000.0, duration_s=3100.0, elapsed_s=3200.0),
    )
    assert isinstance(both, Run)
    assert (both.distance_m, both.duration_s, both.elapsed_s) == (10_050.0, 3000.0, 3200.0)


def test_what_contradicts_a_better_source_is_left_out() -> None:
    bare = run(distance_m=None, duration_s=600.0)
    assert shown("distance_m", strava_csv=bare, garmin_csv=run()) is None
    with_average = run(avg_hr_bpm=170.0)
    assert shown("max_hr_bpm", strava_csv=with_average, garmin_csv=run(max_hr_bpm=150.0)) is None


def test_a_local_clock_stands_above_one_read_in_a_zone() -> None:
    late = run(started_at=MORNING + timedelta(hours=5), utc_offset_min=300)
    assert shown("started_at", strava_csv=late, garmin_csv=run()) == MORNING
    assert shown("utc_offset_min", strava_csv=late, garmin_csv=run()) is None
    same = run(utc_offset_min=60)
    assert shown("utc_offset_min", strava_csv=same, garmin_csv=run()) == 60


def test_an_hour_stands_above_a_bare_day() -> None:
    day = run(started_at=MORNING.replace(hour=0, minute=0), time_known=False)
    both = made(mapmyrun_csv=day, strava_csv=run(utc_offset_min=60))
    assert (both.started_at, both.time_known) == (MORNING, True)


def test_what_was_typed_stands_above_everything() -> None:
    typed = run(started_at=MORNING + timedelta(minutes=30), title="Mine", distance_m=9_900.0)
    both = made(typed=typed, fit=run(title="Theirs", rpe=4.0), strava_csv=run(title="Lunch"))
    assert both == run(
        started_at=MORNING + timedelta(minutes=30), title="Mine", distance_m=9_900.0, rpe=4.0
    )


def test_words_come_from_where_runners_write_them() -> None:
    assert shown("title", garmin_csv=run(title="Berlin"), strava_csv=run(title="With Ada")) == (
        "With Ada"
    )
    assert shown("title", garmin_csv=run(title="Berlin"), strava_csv=run()) == "Berlin"


def test_a_plain_run_becomes_the_trail_run_that_another_source_knows() -> None:
    trail = run(sport="trail", surface="trail")
    both = made(strava_csv=run(), garmin_csv=trail)
    assert isinstance(both, Run)
    assert (both.sport, both.surface) == ("trail", "trail")


def test_a_lift_takes_heart_rate_and_time_from_the_watch_and_the_rest_from_its_log() -> None:
    watch = ride(
        sport="strength", title="Strength", duration_s=2600.0, elapsed_s=2700.0, avg_hr_bpm=105.0
    )
    both = made(garmin_csv=watch, hevy_csv=lift(title="Legs", duration_s=20_000.0))
    assert isinstance(both, Lift)
    assert both == lift(title="Legs", duration_s=2600.0, elapsed_s=2700.0, avg_hr_bpm=105.0)


def test_a_lift_that_was_typed_keeps_its_own_time() -> None:
    watch = ride(sport="strength", duration_s=2600.0, avg_hr_bpm=105.0)
    assert made(garmin_csv=watch, typed=lift()) == lift(avg_hr_bpm=105.0)


def test_a_new_word_keeps_what_only_the_earlier_one_had() -> None:
    old = run(title="A", avg_hr_bpm=150.0, type="long")
    assert filled(run(type="other", rpe=4.0), old) == run(
        title="A", avg_hr_bpm=150.0, type="long", rpe=4.0
    )
    assert filled(run(title="B"), old).title == "B"


def test_a_session_that_became_another_sport_is_taken_as_it_is_now() -> None:
    assert filled(ride(), run(title="A")) == ride()


def test_every_source_that_is_ranked_is_one_that_can_be_read_or_will_be() -> None:
    to_come = {"fit", "tcx", "gpx", TYPED}
    assert {*RANKED, *WORDED, *IN_UTC} - to_come <= set(NAMES)


SESSIONS = st.sampled_from(
    [
        run(), run(title="A"), run(avg_hr_bpm=150.0), run(distance_m=None), run(elapsed_s=3100.0),
        run(avg_hr_bpm=140.0, max_hr_bpm=145.0), run(sport="trail"), ride(), lift(),
        run(started_at=MORNING + timedelta(hours=1), utc_offset_min=120), run(type="race"),
    ]
)  # fmt: skip


@given(st.dictionaries(st.sampled_from([*NAMES, TYPED]), SESSIONS, min_size=1, max_size=4))
def test_the_order_of_sources_never_matters(told: dict[str, Session]) -> None:
    layers = [Layer(source, one) for source, one in told.items()]
    assert len({merged(order) for order in permutations(layers)}) == 1


@given(SESSIONS, SESSIONS)
def test_the_same_word_twice_changes_nothing(new: Session, old: Session) -> None:
    once = filled(new, old)
    assert filled(new, once) == once
    assert filled(once, once) == once
