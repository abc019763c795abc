"""The demo runner's runs, as a watch and the runner tell of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from ironstride.jobs.demo import words
from ironstride.jobs.demo.athlete import Athlete
from ironstride.jobs.demo.calendar import WeekPlan
from ironstride.jobs.demo.chance import moment, pick, rating
from ironstride.jobs.demo.effort import Outing, duration_s, intended_hr, weather_c
from ironstride.jobs.demo.running_week import SATURDAY, TUESDAY, PlannedRun, planned_runs
from ironstride.records import Run, RunType

HR_NOISE_BPM = 1.5
HR_MISSING = 0.15
HIGHEST_HR_BPM = 190
WINTER = (12, 1, 2)
ALL_OUT: tuple[RunType, ...] = ("race", "test")
# Week-to-week form touches an all-out effort half as much as an easy run by heart rate:
# a fixed test says more than a week of easy runs.
FORM_SHARE_ALL_OUT = 0.5
RPE: dict[RunType, float] = {
    "easy": 3, "long": 4.5, "tempo": 7, "intervals": 8, "hills": 7, "race": 9.5, "test": 9,
}  # fmt: skip
# Climb as a share of the distance.
USUAL_CLIMB = 0.009
CLIMB: dict[RunType, float] = {"hills": 0.022, "test": 0.0, "intervals": 0.002, "race": 0.005}


@dataclass(frozen=True)
class Watch:
    """What the watch saw: heart rate [bpm] or nothing, steps a minute."""

    average_bpm: float | None
    highest_bpm: float | None
    cadence_spm: float


def week_runs(week: WeekPlan, athlete: Athlete, rng: np.random.Generator) -> list[Run]:
    """Return the runs of a week, in order."""
    return [_run(week, planned, athlete, rng) for planned in planned_runs(week, rng)]


def _run(week: WeekPlan, planned: PlannedRun, athlete: Athlete, rng: np.random.Generator) -> Run:
    day = week.monday + timedelta(days=planned.weekday)
    inside = _is_inside(planned, day, rng)
    outing = _outing(planned, day, inside=inside, rng=rng)
    seconds = duration_s(outing, _state(planned, athlete, week.index), rng)
    watch = _watch(outing.hr_bpm, rng)
    is_measured = not inside or rng.random() < 0.6
    return Run(
        started_at=_start(week, planned, day, rng),
        sport="treadmill" if inside else "run",
        surface="treadmill" if inside else "track" if planned.type == "test" else "road",
        type=planned.type,
        title=_title(planned, inside=inside, rng=rng),
        notes=_note(planned, rng),
        distance_m=outing.distance_m if is_measured else None,
        duration_s=seconds,
        elapsed_s=seconds + _pause_s(planned, rng),
        ascent_m=None if inside else float(round(outing.climb * outing.distance_m)),
        temperature_c=outing.temperature_c,
        rpe=rating(rng, RPE[planned.type], missing=0.12),
        avg_hr_bpm=watch.average_bpm,
        max_hr_bpm=watch.highest_bpm,
        cadence_spm=watch.cadence_spm,
    )


def _is_inside(planned: PlannedRun, day: date, rng: np.random.Generator) -> bool:
    wants = rng.random() < (0.16 if day.month in WINTER else 0.03)
    return wants and planned.type == "easy"


def _outing(planned: PlannedRun, day: date, *, inside: bool, rng: np.random.Generator) -> Outing:
    climb = CLIMB.get(planned.type, USUAL_CLIMB) * float(rng.uniform(0.5, 1.5))
    air = float(round(weather_c(day, rng)))
    return Outing(
        type=planned.type,
        distance_m=_measured_m(planned, rng),
        hr_bpm=intended_hr(planned.type, planned.distance_m, rng),
        climb=0.0 if inside else climb,
        temperature_c=None if inside else air,
    )


def _measured_m(planned: PlannedRun, rng: np.random.Generator) -> float:
    """Return the distance [m]: a watch reads a race course a little long, the track is exact."""
    long_by = min(0.008, abs(float(rng.normal(0, 0.003))))
    long_by = long_by if planned.type == "race" else 0.0
    return float(round(planned.distance_m * (1 + long_by), -1))


def _state(planned: PlannedRun, athlete: Athlete, week: int) -> float:
    share = FORM_SHARE_ALL_OUT if planned.type in ALL_OUT else 1.0
    return float(athlete.fitness[week] + share * athlete.form[week])


def _watch(hr_bpm: float, rng: np.random.Generator) -> Watch:
    average = float(round(hr_bpm + float(rng.normal(0, HR_NOISE_BPM))))
    highest = max(average, min(HIGHEST_HR_BPM, average + round(float(rng.uniform(6, 16)))))
    cadence = float(round(165 + 0.35 * (hr_bpm - 145) + float(rng.normal(0, 1.5))))
    if rng.random() < HR_MISSING:
        return Watch(None, None, cadence)
    return Watch(average, highest, cadence)


def _start(week: WeekPlan, planned: PlannedRun, day: date, rng: np.random.Generator) -> datetime:
    is_early = rng.random() < 0.5
    if planned.type == "race":
        return moment(rng, day, 9.5, 10.05)
    if planned.weekday >= SATURDAY:
        return moment(rng, day, 7.5, 10)
    # On a day with both, the run comes first.
    if is_early or (week.lifting and planned.weekday == TUESDAY):
        return moment(rng, day, 6.2, 7.5)
    return moment(rng, day, 17.2, 19.5)


def _pause_s(planned: PlannedRun, rng: np.random.Generator) -> float:
    waiting = float(round(rng.exponential(60)))
    return 0.0 if planned.type in ALL_OUT else waiting


def _title(planned: PlannedRun, *, inside: bool, rng: np.random.Generator) -> str:
    if inside:
        return pick(rng, words.TREADMILL_TITLES)
    if planned.type == "race":
        return pick(rng, words.RACE_TITLES[planned.distance_m])
    return pick(rng, words.RUN_TITLES[planned.type])


def _note(planned: PlannedRun, rng: np.random.Generator) -> str:
    is_race = planned.type == "race"
    says = rng.random() < (0.6 if is_race else 0.06)
    return pick(rng, words.RACE_NOTES if is_race else words.RUN_NOTES) if says else ""
