"""The demo runner's hidden state: strength that rises and falls, speed that follows it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ironstride.jobs.demo.calendar import BLOCK_WEEKS, WEEKS_A_YEAR, WeekPlan
from ironstride.jobs.demo.chance import chance

Weekly = NDArray[np.float64]

# A lifting block adds 10 %: the state nears its goal by this share of the way each week.
STRENGTH_GAIN = 0.10
WEEKLY_SHARE = 0.15
STRENGTH_NOISE = 0.005
STRENGTH_A_YEAR = 0.01
LAG_WEEKS = 4
SPEED_A_YEAR = 0.012
SEASON = 0.015
VOLUME_LINK = 0.02
# With three steady runs a week, each 2 % off by heart rate and terrain, a week is 2 % off.
FORM_NOISE = 0.016
FORM_MEMORY = 0.4


@dataclass(frozen=True)
class Athlete:
    """Weekly state, each of shape (weeks,), as ln of a ratio to the first week's."""

    strength: Weekly
    fitness: Weekly
    form: Weekly


def build_athlete(weeks: Sequence[WeekPlan], effect: float, seed: int) -> Athlete:
    """Return the hidden weekly state of the demo runner.

    Strength: 12-week blocks with (+10 %) and without lifting, weekly noise, a slow gain. Fitness,
    the speed at a fixed heart rate: a slow gain, a season of ±1.5 %, the volume of the last four
    weeks, and `effect` × the strength of four weeks ago. Form: what a week's runs deviate from
    it, AR(1) with a memory of 0.4.
    """
    rng = chance(seed, "athlete")
    wobble, shocks = rng.normal(0, 1, (2, len(weeks)))
    years = np.arange(len(weeks)) / WEEKS_A_YEAR
    strength = _blocks(weeks) + STRENGTH_A_YEAR * years + STRENGTH_NOISE * wobble
    fitness = SPEED_A_YEAR * (years - years.mean()) + _season(weeks) + _volume(weeks)
    return Athlete(strength, fitness + effect * _lagged(strength), _form(shocks))


def _blocks(weeks: Sequence[WeekPlan]) -> Weekly:
    goal = STRENGTH_GAIN / (1 - (1 - WEEKLY_SHARE) ** BLOCK_WEEKS)
    states = [0.0]
    for week in weeks[:-1]:
        aim = goal if week.lifting else 0.0
        states.append(states[-1] + WEEKLY_SHARE * (aim - states[-1]))
    return np.array(states)


def _lagged(strength: Weekly) -> Weekly:
    return np.concatenate([np.full(LAG_WEEKS, strength[0]), strength[:-LAG_WEEKS]])


def _season(weeks: Sequence[WeekPlan]) -> Weekly:
    """Return ±1.5 %, best in early October."""
    days = np.array([week.monday.timetuple().tm_yday for week in weeks])
    season: Weekly = SEASON * np.cos(2 * np.pi * (days - 278) / 365.2425)
    return season


def _volume(weeks: Sequence[WeekPlan]) -> Weekly:
    distances = np.array([week.distance_m for week in weeks])
    padded = np.concatenate([np.full(3, distances[0]), distances])
    recent = np.convolve(padded, np.full(4, 0.25), mode="valid")
    link: Weekly = VOLUME_LINK * np.log(recent / recent.mean())
    return link


def _form(shocks: Weekly) -> Weekly:
    innovation = FORM_NOISE * np.sqrt(1 - FORM_MEMORY**2)
    form = [FORM_NOISE * shocks[0]]
    for shock in shocks[1:]:
        form.append(FORM_MEMORY * form[-1] + innovation * shock)
    return np.array(form)
