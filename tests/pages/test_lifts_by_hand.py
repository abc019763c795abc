"""Top-line numbers of Strength and Muscles beside the same numbers added up by hand."""

from datetime import datetime, time, timedelta

from ironstride import clock, store
from ironstride.store import Log
from tests.build import lift, squat
from tests.pages.conftest import ZONE, Visit

WARMUP = squat(set_type="warmup", load_kg=60.0)
DEADLIFT = squat(exercise="Romanian deadlift", reps=8, load_kg=80.0)


def write(log: Log) -> None:
    """Two weeks ago four hard sets, last week six, each on its Monday."""
    today = clock.today(ZONE)
    monday = datetime.combine(today - timedelta(days=today.weekday()), time(18))
    done = {
        2: (WARMUP, *[squat()] * 4, squat(rir=6.0, load_kg=90.0)),
        1: (WARMUP, *[squat(load_kg=102.5, reps=3)] * 3, *[DEADLIFT] * 3),
    }
    for ago, sets in done.items():
        store.add_session(log, lift(started_at=monday - timedelta(weeks=ago), sets=sets))


def opened(visit: Visit, page: str, **chosen: str) -> dict[str, str]:
    app = visit(f"review/{page}")
    for what, value in chosen.items():
        app.segmented_control(key=f"{page}_{what}").set_value(value).run()
        assert not app.exception, app.exception
    return {one.label: one.value for one in app.metric}


def mean_of_epley_and_brzycki(load_kg: float, reps: int) -> float:
    return load_kg * ((1 + reps / 30) + 36 / (37 - reps)) / 2


def test_the_strength_pages_lift_is_its_best_set(log: Log, visit: Visit) -> None:
    write(log)
    shown = opened(visit, "strength", part="lifts", span="all")
    # Five reps with six in reserve are eleven to failure: 90 kg then say more than 100 kg for five.
    best = max(mean_of_epley_and_brzycki(100, 5), mean_of_epley_and_brzycki(90, 11))
    assert shown["Best e1RM"] == f"{best:.1f} kg"
    assert shown["Latest e1RM"] == f"{mean_of_epley_and_brzycki(102.5, 3):.1f} kg"


def test_the_strength_pages_volume_counts_hard_sets(log: Log, visit: Visit) -> None:
    write(log)
    shown = opened(visit, "strength", part="volume", span="all")
    assert shown["Hard sets, last full week"] == "6"
    assert shown["Hard sets a week"] == "5.0"
    assert (shown["Hard sets"], shown["Sessions"]) == ("10", "2")


def test_the_muscles_page_shares_them_out(log: Log, visit: Visit) -> None:
    write(log)
    days = clock.today(ZONE).weekday() + 15
    assert opened(visit, "muscles", part="body", span="all") == {
        "Hard sets": "10 sets",
        "Lift days a week": f"{2 * 7 / days:.1f}",
        "Groups reached": "4 of 9",  # quads, hamstrings, glutes, back
        "Warm-ups left out": "15 %",  # 2 of 13
    }
