"""Where heart-rate zones begin and end: by reserve, by maximum, by threshold."""

import math
from dataclasses import dataclass
from typing import Literal

Basis = Literal["threshold", "reserve", "maximum"]
Shares = tuple[tuple[str, str, float], ...]

# Label, name, and the share at which the zone begins.
RESERVE: Shares = (
    ("1", "very easy", 0.50), ("2", "easy", 0.60), ("3", "steady", 0.70),
    ("4", "hard", 0.80), ("5", "very hard", 0.90),
)  # fmt: skip
MAXIMUM: Shares = (
    ("1", "recovery", 0.50), ("2", "very easy", 0.60), ("3", "easy", 0.70),
    ("4", "hard", 0.80), ("5", "very hard", 0.90),
)  # fmt: skip
FRIEL_RUNNING: Shares = (
    ("1", "recovery", 0.0), ("2", "endurance", 0.85), ("3", "tempo", 0.90),
    ("4", "below threshold", 0.95), ("5a", "above threshold", 1.0),
    ("5b", "aerobic capacity", 1.03), ("5c", "anaerobic capacity", 1.060001),
)  # fmt: skip


@dataclass(frozen=True)
class Zone:
    """A zone and the first and last heart rate [bpm] in it; the highest one has no last."""

    label: str
    name: str
    low_bpm: int
    high_bpm: int | None


@dataclass(frozen=True)
class HeartRateZones:
    """Zones that follow one another, lowest first, and what they are shares of."""

    basis: Basis
    zones: tuple[Zone, ...]


def karvonen(share: float, *, rest_hr_bpm: float, max_hr_bpm: float) -> float:
    """Return the heart rate [bpm] at a share of heart-rate reserve: rest + share (max − rest).

    Source: Karvonen 1957, Ann Med Exp Biol Fenn 35:307. Limits: no better than the maximum it is
    given; a measured one, or the best in the log, beats any formula.

    Raises:
        ValueError: the heart rate at rest is not below the maximum.

    >>> karvonen(0.7, rest_hr_bpm=60, max_hr_bpm=190)
    151.0
    """
    if rest_hr_bpm >= max_hr_bpm:
        raise ValueError("rest heart rate must be below the maximum heart rate")
    return rest_hr_bpm + share * (max_hr_bpm - rest_hr_bpm)


def reserve_zones(*, rest_hr_bpm: float, max_hr_bpm: float) -> HeartRateZones:
    """Return five zones of 10 % of heart-rate reserve [bpm] each, from 50 % on (`karvonen`).

    Limits: the steps of 10 % are a convention; the names are plain words for them.

    >>> [zone.low_bpm for zone in reserve_zones(rest_hr_bpm=60, max_hr_bpm=190).zones]
    [125, 138, 151, 164, 177]
    """
    reserve = karvonen(1, rest_hr_bpm=rest_hr_bpm, max_hr_bpm=max_hr_bpm) - rest_hr_bpm
    return HeartRateZones("reserve", _zones(RESERVE, reserve, rest_hr_bpm))


def maximum_zones(*, max_hr_bpm: float) -> HeartRateZones:
    """Return five zones of 10 % of maximum heart rate [bpm] each, from 50 % on.

    Source: the bands of Edwards 1993, *The Heart Rate Monitor Book*. Limits: a convention, blind
    to the heart rate at rest; the same share is easier than that of the reserve.

    >>> [zone.low_bpm for zone in maximum_zones(max_hr_bpm=200).zones]
    [100, 120, 140, 160, 180]
    """
    return HeartRateZones("maximum", _zones(MAXIMUM, max_hr_bpm))


def threshold_zones(*, threshold_hr_bpm: float) -> HeartRateZones:
    """Return the seven zones of threshold heart rate [bpm] that Friel gives for running.

    Source: Friel, *The Triathlete's Training Bible*; the mean heart rate of the last 20 minutes
    of a 30-minute time trial alone stands for the threshold. Limits: convention, not physiology;
    the shares for cycling differ in zones 1 and 2.

    >>> [zone.low_bpm for zone in threshold_zones(threshold_hr_bpm=175).zones]
    [0, 149, 158, 167, 175, 181, 186]
    """
    return HeartRateZones("threshold", _zones(FRIEL_RUNNING, threshold_hr_bpm))


def _zones(shares: Shares, whole_bpm: float, rest_bpm: float = 0) -> tuple[Zone, ...]:
    edges = [rest_bpm + share * whole_bpm for *_, share in shares]
    lows = [math.ceil(edge) for edge in edges]
    highs = [*(low - 1 for low in lows[1:]), None]
    return tuple(
        Zone(label=label, name=name, low_bpm=low, high_bpm=high)
        for (label, name, _), low, high in zip(shares, lows, highs, strict=True)
    )
