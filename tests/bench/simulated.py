"""Made-up weekly logs: some in which strength and speed have nothing to do with one another, and
some in which they have.

Strength and performance in 100·ln of a ratio [%], volume in standard deviations, each of shape
(logs, weeks). The strength index is measured with 2.5 % of noise a week; speed by heart rate
with 2 %, by a fixed test with 1 %. Where SCIENCE D1 does not say how large a null is, it was made
as large as gives the naive method about the false alarms printed there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt
from scipy.signal import lfilter

from ironstride.standards.detection import Pace, Pattern

Array = npt.NDArray[np.float64]
Chance = np.random.Generator
Null = Callable[[Chance, int, int], tuple[Array, Array]]

WEEKS_A_YEAR = 365.2425 / 7
STRENGTH_NOISE = 2.5
SPEED_NOISE = 2.0
SPEED_MEMORY = 0.4
VOLUME_MEMORY = 0.8
VOLUME_LINK = 0.5
SEASON = 1.5
STRENGTH_A_YEAR = 1.0
SPEED_A_YEAR = 1.2
LAG_WEEKS = 4
ON_WEEKS = 12
ON_GAIN = 10.0
WANDER_SD = 5.0
WANDER_MEMORY = 0.95
NOVICE_GAIN = 20.0
NOVICE_WEEKS = 16.0
TEST_EVERY = 4
PACE_NOISE: dict[Pace, float] = {"weekly heart rate": 2.0, "weekly test": 1.0, "monthly test": 1.0}


@dataclass(frozen=True)
class Logs:
    """Weekly series of many logs, each of shape (logs, weeks); NaN where nothing was measured."""

    strength: Array
    performance: Array
    volume: Array


def autoregressive(rng: Chance, logs: int, weeks: int, memory: float) -> Array:
    """Return stationary AR(1) series of standard deviation 1."""
    fresh = np.sqrt(1 - memory**2)
    shocks = fresh * rng.normal(size=(logs, weeks))
    shocks[:, 0] /= fresh
    return np.asarray(lfilter([1.0], [1.0, -memory], shocks), dtype=np.float64)


def season(rng: Chance, logs: int, weeks: int) -> Array:
    """Return a year's wave of height 1, each log's best week drawn."""
    angle = 2 * np.pi * (np.arange(weeks) / WEEKS_A_YEAR + rng.random((logs, 1)))
    return np.sin(angle)


def _noise(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength = STRENGTH_NOISE * rng.normal(size=(logs, weeks))
    return strength, SPEED_NOISE * autoregressive(rng, logs, weeks, SPEED_MEMORY)


def _remembering(memory: float) -> Null:
    def made(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
        first = autoregressive(rng, logs, weeks, memory)
        return first, autoregressive(rng, logs, weeks, memory)

    return made


def _walks(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength, performance = rng.normal(size=(2, logs, weeks)).cumsum(axis=2)
    return strength, performance


def _noisy_walks(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength, performance = _walks(rng, logs, weeks)
    noise = _noise(rng, logs, weeks)
    return strength + noise[0], performance / 2 + noise[1]


def _trends(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength, performance = _noise(rng, logs, weeks)
    return strength + 0.2 * np.arange(weeks), performance + 0.1 * np.arange(weeks)


def _steep_trends(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength, performance = rng.normal(size=(2, logs, weeks))
    return strength + 0.2 * np.arange(weeks), performance + 0.1 * np.arange(weeks)


def _plateaus(strength_gain: float, speed_gain: float) -> Null:
    def made(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
        strength, performance = _noise(rng, logs, weeks)
        gone = 1 - np.exp(-np.arange(weeks) / NOVICE_WEEKS)
        return strength + strength_gain * gone, performance + speed_gain * gone

    return made


def _trends_and_seasons(rng: Chance, logs: int, weeks: int) -> tuple[Array, Array]:
    strength, performance = _noise(rng, logs, weeks)
    slopes = rng.normal(size=(2, logs, 1)) * np.arange(weeks)
    strength += 0.2 * slopes[0] + 2 * SEASON * season(rng, logs, weeks)
    return strength, performance + 0.1 * slopes[1] + 2 * SEASON * season(rng, logs, weeks)


NULLS: dict[str, Null] = {
    "white": _remembering(0.0),
    "AR .5": _remembering(0.5),
    "AR .8": _remembering(0.8),
    "AR .95": _remembering(0.95),
    "random walk": _walks,
    "linear trends": _trends,
    "plateau": _plateaus(15.0, 5.0),
    "trend + season": _trends_and_seasons,
    "walk + noise": _noisy_walks,
    "steep trends": _steep_trends,
    "steep plateau": _plateaus(20.0, 10.0),
}
# Harder than any null of SCIENCE D1: one-way change far above its own scatter.
STEEP = ("steep trends", "steep plateau")


def unrelated(name: str, *, logs: int, weeks: int, seed: int) -> Logs:
    """Return logs in which strength and performance are made independently."""
    rng = np.random.default_rng([seed, list(NULLS).index(name), weeks])
    strength, performance = NULLS[name](rng, logs, weeks)
    return Logs(strength, performance, autoregressive(rng, logs, weeks, VOLUME_MEMORY))


def related(
    pattern: Pattern,
    pace: Pace,
    effect: float,
    *,
    logs: int,
    weeks: int,
    seed: int,
    noise: float | None = None,
) -> Logs:
    """Return logs in which speed follows strength four weeks later, `effect` % for each 1 %.

    On top lie a season of ±1.5 %, a slow gain of both, and volume, which costs 0.5 % of strength
    and gives 0.5 % of speed for each standard deviation. The same seed gives the same chance to
    every effect and to every noise of speed [%], which is that of `pace` unless it is given.
    """
    rng = np.random.default_rng([seed, get_args(Pattern).index(pattern), weeks])
    years = np.arange(weeks) / WEEKS_A_YEAR
    state = _strength(rng, pattern, logs, weeks + LAG_WEEKS)
    volume = autoregressive(rng, logs, weeks, VOLUME_MEMORY)
    strength = state[:, LAG_WEEKS:] + STRENGTH_A_YEAR * years - VOLUME_LINK * volume
    strength += STRENGTH_NOISE * rng.normal(size=(logs, weeks))
    form = (noise or PACE_NOISE[pace]) * autoregressive(rng, logs, weeks, SPEED_MEMORY)
    performance = effect * state[:, :-LAG_WEEKS] + SPEED_A_YEAR * years + VOLUME_LINK * volume
    performance += SEASON * season(rng, logs, weeks) + form
    if pace == "monthly test":
        performance[:, (weeks - 1 - np.arange(weeks)) % TEST_EVERY > 0] = np.nan
    return Logs(strength, performance, volume)


def _strength(rng: Chance, pattern: Pattern, logs: int, weeks: int) -> Array:
    """Return true strength [%].

    On/off: 12 weeks of an even rise by 10 %, 12 of an even fall, begun anywhere in them.
    """
    if pattern == "wandering":
        return WANDER_SD * autoregressive(rng, logs, weeks, WANDER_MEMORY)
    if pattern == "rise and plateau":
        gone = 1 - np.exp(-np.arange(weeks) / NOVICE_WEEKS)
        return np.tile(NOVICE_GAIN * gone, (logs, 1))
    cycle = 2 * ON_WEEKS
    place = (np.arange(weeks) + rng.integers(0, cycle, (logs, 1))) % cycle
    return np.asarray(ON_GAIN * (1 - np.abs(place - ON_WEEKS) / ON_WEEKS))
