"""Weekly hard sets of each muscle group beside the band that the runner wants to keep to."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from pandera.typing.pandas import DataFrame

from ironstride.frames.muscles import BandedMuscleSets, WeeklyMuscleSets


@dataclass(frozen=True)
class SetBand:
    """How many hard sets a week a runner wants for a muscle group: from `low` to `high`."""

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a band that nothing can lie in."""
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a band goes from 0 or more upwards, got {self.low} to {self.high}")


# 2 to 4 sets of 2 exercises twice a week is what trials with runners lifted (Balsalobre-Fernández
# 2016, doi 10.1519/JSC.0000000000001316; Blagrove 2018, doi 10.1007/s40279-017-0835-7); of the two
# exercises one is taken to work a group directly. A place to start from, no norm.
RUNNERS_DOSE = SetBand(low=4, high=8)
_NONE: Mapping[str, SetBand] = MappingProxyType({})


def against_band(
    weekly: DataFrame[WeeklyMuscleSets],
    bands: Mapping[str, SetBand] = _NONE,
    default: SetBand = RUNNERS_DOSE,
) -> DataFrame[BandedMuscleSets]:
    """Return the weeks with each group's own band [hard sets a week], or the default, (n, 10).

    Both ends belong to the band. Of an unfinished week it is never said that it is below. The
    default is the small dose of trials with runners (`RUNNERS_DOSE`); more sets give more
    strength, each less than the one before (Pelland 2024, SportRxiv 10.51224/SRXIV.460). No rows
    in, none out.

    >>> against_band(WeeklyMuscleSets.empty()).empty
    True
    """
    wanted = [bands.get(muscle, default) for muscle in weekly.muscle]
    low, high = (np.array([getattr(one, end) for one in wanted], float) for end in ("low", "high"))
    place = np.select(
        [weekly.hard_sets > high, weekly.hard_sets >= low, weekly.complete],
        ["above", "within", "below"],
        "",
    )
    return BandedMuscleSets.validate(weekly.assign(low=low, high=high, place=place))
