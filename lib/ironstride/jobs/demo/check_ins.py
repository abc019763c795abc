"""The demo runner's check-ins: body mass, sleep, soreness after heavy days, a few pains."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ironstride.jobs.demo import words
from ironstride.jobs.demo.athlete import Weekly
from ironstride.jobs.demo.calendar import WEEKS_A_YEAR, WeekPlan, plan_weeks
from ironstride.jobs.demo.chance import chance, pick
from ironstride.records import CheckIn, Muscle, Run, Session
from ironstride.records.check_in import MOST_SORE

USUAL_KG, SEASON_KG, DRIFT_KG, DAY_KG = 69.4, 0.9, 0.7, 0.3
DRIFT_MEMORY = 0.93
SLEEP_H, WEEKEND_SLEEP_H, SLEEP_NOISE_H = 7.25, 7.9, 0.55
SAID, MASS_SAID, SLEEP_SAID, SORENESS_SAID = 0.82, 0.75, 0.9, 0.85
PAINS_A_YEAR, PAIN_DAYS = 2, 12
# How sore a day leaves the muscles on the next one, 0 to 3; a day later one less.
SORE: dict[str, dict[Muscle, int]] = {
    "A": {"quads": 2, "glutes": 1, "hamstrings": 1, "calves": 1},
    "B": {"glutes": 2, "calves": 2, "hamstrings": 1, "core": 1},
    "long": {"calves": 1, "quads": 1},
    "race": {"calves": 2, "quads": 2},
    "hills": {"calves": 1, "glutes": 1},
}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Body:
    """What carries over from day to day: mass by week [kg], what was done, where it hurts."""

    mass_kg: Weekly
    heavy: dict[date, str]
    pains: dict[date, tuple[int, str]]


def demo_check_ins(
    sessions: Sequence[Session], *, today: date, years: int, seed: int
) -> tuple[CheckIn, ...]:
    """Return the check-ins beside a made-up log's sessions, oldest first."""
    weeks = plan_weeks(today, years, seed)
    body = _Body(_masses(weeks, seed), _heavy_days(sessions), _pains(weeks, seed))
    said = (
        one for week in weeks for one in _week(week, body, chance(seed, "check-ins", week.index))
    )
    return tuple(one for one in said if one.day <= today)


def _masses(weeks: Sequence[WeekPlan], seed: int) -> Weekly:
    """Return the body mass [kg] at each week's start: heaviest in winter, with a slow drift."""
    shocks = chance(seed, "body mass").normal(0, DRIFT_KG, len(weeks) + 1)
    drift = [float(shocks[0])]
    for shock in shocks[1:]:
        drift.append(DRIFT_MEMORY * drift[-1] + float(np.sqrt(1 - DRIFT_MEMORY**2)) * shock)
    days = weeks[0].monday.timetuple().tm_yday + 7 * np.arange(len(drift))
    season: Weekly = SEASON_KG * np.cos(2 * np.pi * (days - 15) / 365.2425)
    masses: Weekly = USUAL_KG + season + np.array(drift)
    return masses


def _heavy_days(sessions: Sequence[Session]) -> dict[date, str]:
    titles = {title: letter for letter, title in words.LIFT_TITLES.items()}
    heavy: dict[date, str] = {}
    for one in sessions:
        kind = one.type if isinstance(one, Run) else titles.get(one.title, "")
        if kind in SORE:
            heavy[one.started_at.date()] = kind
    return heavy


def _pains(weeks: Sequence[WeekPlan], seed: int) -> dict[date, tuple[int, str]]:
    """Return how much it hurts where, on the days of a few pains that fade."""
    rng = chance(seed, "pains")
    count = round(PAINS_A_YEAR * len(weeks) / WEEKS_A_YEAR)
    pains: dict[date, tuple[int, str]] = {}
    for week in sorted(rng.choice(len(weeks) - 1, count, replace=False)):
        note, worst = pick(rng, words.PAIN_NOTES), int(rng.integers(2, 5))
        first = weeks[week].monday + int(rng.integers(7)) * DAY
        for day in range(PAIN_DAYS):
            pains[first + day * DAY] = (max(1, round(worst * (1 - day / PAIN_DAYS))), note)
    return pains


def _week(week: WeekPlan, body: _Body, rng: np.random.Generator) -> Iterator[CheckIn]:
    for weekday in range(7):
        chances, noise = rng.random(4), rng.normal(0, 1, 3)
        day = week.monday + weekday * DAY
        usual = np.interp(weekday / 7, (0, 1), body.mass_kg[week.index : week.index + 2])
        usual_sleep_h = WEEKEND_SLEEP_H if weekday >= 5 else SLEEP_H
        mass_kg = round(float(usual + DAY_KG * noise[0]), 1)
        sleep_h = min(10.0, max(4.5, round(4 * (usual_sleep_h + SLEEP_NOISE_H * noise[1])) / 4))
        has_scales = week.life != "away" and chances[1] < MASS_SAID
        sore = _sore(day, body.heavy, float(noise[2])) if chances[3] < SORENESS_SAID else {}
        pain, note = body.pains.get(day, (None, ""))
        tells = has_scales or chances[2] < SLEEP_SAID or sore or pain
        if tells and (chances[0] < SAID or pain):
            yield CheckIn(
                day=day,
                body_mass_kg=mass_kg if has_scales else None,
                sleep_h=sleep_h if chances[2] < SLEEP_SAID else None,
                soreness=sore,
                pain=pain,
                pain_note=note,
            )


def _sore(day: date, heavy: dict[date, str], noise: float) -> dict[Muscle, int]:
    """Return how sore the muscles are from the two days before; `noise` moves all of them."""
    sore: dict[Muscle, int] = {}
    for ago in (1, 2):
        for muscle, usual in SORE.get(heavy.get(day - ago * DAY, ""), {}).items():
            felt = min(MOST_SORE, round(usual + 1 - ago + 0.5 * noise))
            sore[muscle] = max(felt, sore.get(muscle, 0))
    return {muscle: felt for muscle, felt in sore.items() if felt > 0}
