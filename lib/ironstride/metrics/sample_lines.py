"""A recording as lines to draw: few enough to draw, broken at pauses, with the speed."""

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.stream import SampleLines, Samples
from ironstride.metrics.stream_steps import STANDING_MPS

Array = npt.NDArray[np.float64]

MOST_ROWS = 1000
PAUSE_S = 30.0
SPEED_OVER_S = 30.0


def sample_lines(samples: DataFrame[Samples], most: int = MOST_ROWS) -> DataFrame[SampleLines]:
    """Return a recording with its speed [m/s], in at most so many rows, broken at each pause.

    Speed is that over 30 s around each sample, within one part. A part ends at a step of more than
    30 s that is slower than 0.5 m/s or of unknown length; there stands a row with nothing but its
    time and its distance. Rows are means of samples that follow each other. With more pauses than
    can be drawn none is. Nothing in, nothing out.

    >>> rows = pd.DataFrame({"elapsed_s": [0, 5, 95, 100], "distance_m": [0, 15, 15, 25]})
    >>> rows = Samples.validate(rows.reindex(columns=Samples.empty().columns))
    >>> sample_lines(rows).speed_mps.tolist()
    [3.0, 3.0, nan, 2.0, 2.0]
    """
    if samples.empty:
        return SampleLines.empty()
    part = _parts(samples, most)
    fast = samples.assign(speed_mps=_speeds(samples, part))
    every = int(np.ceil(len(samples) / max(most - 2 * (part[-1] + 1), 1)))
    within = np.arange(len(part)) - np.searchsorted(part, part)
    group = np.cumsum(within % every == 0) - 1
    rows = fast.groupby(group).mean()
    return SampleLines.validate(_broken(rows, samples, part))


def _parts(samples: DataFrame[Samples], most: int) -> "npt.NDArray[np.intp]":
    """Return which part each sample belongs to, from 0."""
    seconds, metres = np.diff(samples.elapsed_s), np.diff(samples.distance_m)
    pauses = (seconds > PAUSE_S) & ~(metres >= STANDING_MPS * seconds)
    if pauses.sum() > most / 4:
        pauses[:] = False
    return np.append(0, np.cumsum(pauses))


def _speeds(samples: DataFrame[Samples], part: "npt.NDArray[np.intp]") -> Array:
    at, metres = samples.elapsed_s.to_numpy(), samples.distance_m.to_numpy()
    known = ~np.isnan(metres)
    speed = np.full(len(at), np.nan)
    for one in np.unique(part[known]):
        own = known & (part == one)
        begin = np.maximum(at[own] - SPEED_OVER_S / 2, at[own][0])
        end = np.minimum(at[own] + SPEED_OVER_S / 2, at[own][-1])
        ways = (np.interp(moment, at[own], metres[own]) for moment in (end, begin))
        speed[own] = np.subtract(*ways) / np.where(end > begin, end - begin, np.nan)
    return speed


def _broken(
    rows: pd.DataFrame, samples: DataFrame[Samples], part: "npt.NDArray[np.intp]"
) -> pd.DataFrame:
    """Return the rows with an empty one in the middle of each pause."""
    ends = np.flatnonzero(np.diff(part))
    middle = (samples.elapsed_s.to_numpy()[ends] + samples.elapsed_s.to_numpy()[ends + 1]) / 2
    breaks = pd.DataFrame({"elapsed_s": middle, "distance_m": samples.distance_m.to_numpy()[ends]})
    both = pd.concat([rows, breaks.reindex(columns=rows.columns)]) if len(ends) else rows
    return both.sort_values("elapsed_s", ignore_index=True)
