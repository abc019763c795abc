"""Which lift sessions were heavy leg work, and when they ended."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.acute import HeavySessions, SessionTimes
from ironstride.frames.log import LiftSets
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.hard_sets import HARD_RIR, is_hard, sides_weight
from ironstride.metrics.intensity import set_zones

# Two exercises of two sets, the least that is usual for runners: a convention.
MIN_SETS = 4
HEAVY_ZONES = ("near_max", "heavy")
UNKNOWN_LENGTH_S = 3600.0


def heavy_leg_sessions(
    lift_sets: DataFrame[LiftSets],
    times: DataFrame[SessionTimes],
    *,
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
) -> DataFrame[HeavySessions]:
    """Return the sessions with four or more heavy hard sets for the legs, by their end.

    Heavy is at least 80 % of the best e1RM of twelve weeks or at most 8 repetitions to failure
    (`intensity.set_zones`: Llanos-Lagos 2024, doi 10.1007/s40279-023-01978-y); hard as in
    `hard_sets.is_hard`; legs are the exercises of the lower-body index, a set of one side half of
    one. A session lasts its elapsed time, else its moving time, else an hour; where its time of
    day is not known, it ends with its day. Limits: jumps and leg work without weights are none,
    and four sets are a convention.

    >>> len(heavy_leg_sessions(LiftSets.empty(), SessionTimes.empty()))
    0
    """
    heavy = set_zones(lift_sets, formula).isin(HEAVY_ZONES) & is_hard(lift_sets, hard_rir)
    counted = lift_sets[heavy & lift_sets.lower_body]
    sets = sides_weight(counted).groupby(counted.session_id).sum().rename("sets")
    found = times[times.kind == "lift"].merge(sets[sets >= MIN_SETS], on="session_id")
    length = found.elapsed_s.fillna(found.duration_s)
    seconds = pd.to_timedelta(length.fillna(UNKNOWN_LENGTH_S), unit="s").astype("timedelta64[ns]")
    midnight = found.started_at.dt.normalize() + pd.Timedelta(days=1)
    ended = np.where(found.time_known, found.started_at + seconds, midnight)
    known = found.assign(ended_at=ended, length_known=length.notna())
    return HeavySessions.validate(known.sort_values(["ended_at", "session_id"], ignore_index=True))
