"""What one recorded run tells: its splits, its two halves, its pace on the flat, its zones."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import Samples
from ironstride.metrics.efficiency import decoupling_pct, efficiency
from ironstride.metrics.heart_seconds import zone_seconds
from ironstride.metrics.sample_lines import sample_lines
from ironstride.metrics.splits import splits
from ironstride.metrics.stream_steps import HELD_S, altitude_at, flat_so_far, way_of

__all__ = ["Halves", "decoupling", "flat_pace", "sample_lines", "splits", "zone_seconds"]

Array = npt.NDArray[np.float64]

# Convention: of less than 20 minutes the halves are warming up and the rest.
LEAST_S = 20 * 60.0
LEAST_FLAT_M = 400.0


@dataclass(frozen=True)
class Halves:
    """The halves of a run: speed [m/s] and heart rate [bpm] of each, and the decoupling [%]."""

    first_mps: float
    first_hr_bpm: float
    second_mps: float
    second_hr_bpm: float
    pct: float


def decoupling(samples: DataFrame[Samples]) -> Halves | None:
    """Return the two halves of a run by the time in motion with a heart rate, and how they differ.

    `decoupling_pct` of `efficiency`; see there what it can be read as: a description of one steady
    run on level ground. Standing, steps over gaps of more than 10 s and steps without a heart rate
    are left out. None of less than 20 minutes, which cannot tell.
    """
    known = samples.dropna(subset=["distance_m"])
    at, metres, bpm = (known[name].to_numpy() for name in ("elapsed_s", "distance_m", "hr_bpm"))
    moving = np.diff(way_of(DataFrame[Samples](known)).moving_s)[-max(len(at) - 1, 0) :]
    seconds, steps, before = np.diff(at), np.diff(metres), bpm[:-1]
    kept = (moving > 0) & (seconds <= HELD_S) & ~np.isnan(before)
    seconds, steps, before = seconds[kept], steps[kept], before[kept]
    if seconds.sum() < LEAST_S:
        return None
    is_first = np.cumsum(seconds) - seconds / 2 < seconds.sum() / 2
    first, second = (
        _half(seconds[part], steps[part], before[part]) for part in (is_first, ~is_first)
    )
    return Halves(*first, *second, decoupling_pct(efficiency(*first), efficiency(*second)))


def flat_pace(samples: DataFrame[Samples]) -> float | None:
    """Return the grade-adjusted pace [s per km] of the time in motion, by `flat_so_far`.

    The time over the flat distance that costs as much as the way (Minetti 2002, doi
    10.1152/japplphysiol.01177.2001). As true as the altitude: a wavering of 2 % in the grade alone
    makes it half a percent faster, and the curve overstates how much faster downhill is. None
    without an altitude, or of less than 400 m.
    """
    way = way_of(samples)
    flat = flat_so_far(way, altitude_at(samples, way.elapsed_s))
    if not len(flat) or not flat[-1] >= LEAST_FLAT_M or way.moving_s[-1] <= 0:
        return None
    return float(1000 * way.moving_s[-1] / flat[-1])


def _half(seconds: Array, steps: Array, bpm: Array) -> tuple[float, float]:
    return float(steps.sum() / seconds.sum()), float(np.average(bpm, weights=seconds))
