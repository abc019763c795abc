import pytest

from ironstride.jobs.live_lift import live_lift
from ironstride.records import LiftSet
from ironstride.settings import Settings
from ironstride.store import Move
from tests.build import MORNING, squat

MOVES = {
    "Back squat": Move(kind="weighted", body_mass_fraction=0.87),
    "Pull-up": Move(kind="bodyweight", body_mass_fraction=0.95),
    "Assisted dip": Move(kind="assisted", body_mass_fraction=0.95),
    "Glute bridge": Move(kind="bodyweight", body_mass_fraction=0.0),
    "Plank": Move(kind="timed", body_mass_fraction=0.0),
}


def test_nothing_typed_comes_to_nothing() -> None:
    live = live_lift([], MOVES, MORNING, 70.0, Settings())
    assert (live.hard_sets, live.tonnage_kg, live.bests, live.bodies) == (0, 0.0, (), ())


def test_sets_are_counted_as_on_the_strength_page() -> None:
    sets = [squat(set_type="warmup", load_kg=60.0), squat(rir=2.0), squat(rir=6.0), squat()]
    live = live_lift(
        [*sets, LiftSet(exercise="Plank", hold_s=45)], MOVES, MORNING, 70.0, Settings()
    )
    assert (live.hard_sets, live.tonnage_kg) == (3, 1500.0)


def test_the_best_estimate_of_each_exercise_stands_in_the_order_of_the_session() -> None:
    sets = [squat(exercise="Sled drag", load_kg=50.0), squat(), squat(rir=2.0, reps=4)]
    bests = live_lift(sets, MOVES, MORNING, None, Settings()).bests
    assert [(best.exercise, best.at_least) for best in bests] == [
        ("Sled drag", True),
        ("Back squat", False),
    ]
    assert bests[1].e1rm_kg == pytest.approx(118.06, abs=0.1)


def test_the_runners_own_formula_and_threshold_count() -> None:
    chosen = Settings(e1rm_formula="epley", hard_rir=1)
    live = live_lift([squat(rir=1.0), squat(rir=2.0)], MOVES, MORNING, None, chosen)
    assert live.hard_sets == 1
    assert live.bests[0].e1rm_kg == pytest.approx(100 * (1 + 7 / 30))


def test_only_weighted_exercises_have_an_estimate() -> None:
    sets = [LiftSet(exercise="Pull-up", reps=5, load_kg=10.0), squat(load_kg=0.0)]
    assert live_lift(sets, MOVES, MORNING, 70.0, Settings()).bests == ()


def test_the_body_is_part_of_the_load_with_added_weight_or_assistance() -> None:
    sets = [
        LiftSet(exercise="Pull-up", reps=5, load_kg=50.0, set_type="warmup"),
        LiftSet(exercise="Pull-up", reps=5, load_kg=10.0),
        LiftSet(exercise="Pull-up", reps=8),
        LiftSet(exercise="Assisted dip", reps=10, load_kg=20.0),
        LiftSet(exercise="Glute bridge", reps=10),
    ]
    pull_up, dip = live_lift(sets, MOVES, MORNING, 70.0, Settings()).bodies
    assert pull_up.rep_kg == pytest.approx(76.5)
    assert pull_up.volume_kg == pytest.approx(5 * 76.5 + 8 * 66.5)
    assert dip.rep_kg == pytest.approx(46.5)
    assert dip.volume_kg == pytest.approx(465)


def test_without_a_body_mass_the_load_is_open() -> None:
    (pull_up,) = live_lift(
        [LiftSet(exercise="Pull-up", reps=5)], MOVES, MORNING, None, Settings()
    ).bodies
    assert (pull_up.rep_kg, pull_up.volume_kg) == (None, None)
