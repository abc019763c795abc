"""What columns of a recording amount to: distance, moving time, climb, means."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

EARTH_RADIUS_M = 6_371_008.8
# A position that runs away faster than the 100 m record (10.44 m/s) jumped.
FASTEST_RUN_MPS, FASTEST_MPS = 10.44, 100.0
# Slower than the slowest walk (30:00 /km is 0.56 m/s) is standing.
STANDING_MPS = 0.5
# A position wanders while one stands: speed is that over this time.
SPEED_OVER_S = 10.0
# Convention: altitude is the mean over 30 s, and a climb counts from 10 m on, as Strava counts one
# without a barometer. Of 200 m in ten hills 191 m remain with GPS that wanders by 1.5 m, and a flat
# hour has 0 m; from 5 m on it had 18 m, from 2 m on 43 m.
SMOOTHED_S, CLIMB_STEP_M = 30.0, 10.0
_GRID_S = 5.0
# A value holds until the next sample, but not over a gap.
HELD_S = 10.0


def track_m(
    latitude: Array, longitude: Array, elapsed_s: Array, part: Array, fastest_mps: float
) -> Array:
    """Return the distance so far [m] along positions [degrees], by great circles (haversine).

    A step that is faster than `fastest_mps`, or that leads from one part of a track to the next,
    adds nothing; an unknown position is left out and has the distance of the one before it.

    >>> lat, at = np.array([0, 0.001, 0.5]), np.array([0, 40.0, 41])
    >>> track_m(lat, np.zeros(3), at, np.zeros(3), 10).round(1)
    array([  0. , 111.2, 111.2])
    """
    known = ~(np.isnan(latitude) | np.isnan(longitude))
    lat, lon, at = np.radians(latitude[known]), np.radians(longitude[known]), elapsed_s[known]
    half = np.sin(np.diff(lat) / 2) ** 2
    half += np.cos(lat[:-1]) * np.cos(lat[1:]) * np.sin(np.diff(lon) / 2) ** 2
    steps = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    steps[(steps > fastest_mps * np.diff(at)) | (np.diff(part[known]) != 0)] = 0
    so_far = np.full(len(elapsed_s), np.nan)
    so_far[known] = np.concatenate([[0.0], np.cumsum(steps)])[: len(at)]
    return np.fmax.accumulate(so_far)


def moving_s(elapsed_s: Array, distance_m: Array) -> float | None:
    """Return the time [s] in which somebody moved: steps at 0.5 m/s or more over 10 s around them.

    Unknown distances are left out, a gap is moving when what lies between its ends was.
    None where nothing moved.

    >>> moving_s(np.array([0, 100.0, 200, 300]), np.array([0, 300.0, 310, 600]))
    200.0
    """
    known = ~np.isnan(distance_m)
    at, metres = elapsed_s[known], distance_m[known]
    if len(at) < 2:
        return None
    half = np.maximum(np.diff(at), SPEED_OVER_S) / 2
    middle = (at[:-1] + at[1:]) / 2
    begin, end = np.maximum(middle - half, at[0]), np.minimum(middle + half, at[-1])
    speed = (np.interp(end, at, metres) - np.interp(begin, at, metres)) / (end - begin)
    return float(np.diff(at)[speed >= STANDING_MPS].sum()) or None


def climb_m(elapsed_s: Array, altitude_m: Array) -> float | None:
    """Return the sum of all climbs [m] of 10 m and more, on altitude smoothed over 30 s.

    A climb ends where the way falls by 10 m. Unknown altitudes are left out, a gap is a straight
    line. None where no altitude is known.

    >>> climb_m(np.arange(0.0, 600), np.arange(0.0, 600) / 10).__round__()
    57
    """
    known = ~np.isnan(altitude_m)
    at, altitude = elapsed_s[known], altitude_m[known]
    if not len(at):
        return None
    grid = np.interp(np.arange(at[0], at[-1] + _GRID_S, _GRID_S), at, altitude)
    wide = min(int(SMOOTHED_S / _GRID_S), len(grid))
    smooth = np.convolve(grid, np.full(wide, 1 / wide), mode="valid")
    return _climbed(smooth[_turns(smooth)].tolist())


def _turns(values: Array) -> npt.NDArray[np.intp]:
    """Return where a line turns, and both its ends."""
    rises = np.sign(np.diff(values))
    inner = np.nonzero(rises[:-1] != rises[1:])[0] + 1
    return np.concatenate([[0], inner, [len(values) - 1]])


def _climbed(turns: list[float]) -> float:
    foot = top = turns[0]
    total = 0.0
    for value in turns:
        if top - foot >= CLIMB_STEP_M and top - value >= CLIMB_STEP_M:
            total += top - foot
            foot = top = value
        elif value > top:
            top = value
        elif value < foot:
            foot = top = value
    return total + (top - foot if top - foot >= CLIMB_STEP_M else 0.0)


def mean_of(elapsed_s: Array, values: Array) -> float | None:
    """Return the mean of a column over time; each value holds up to 10 s, None where all unknown.

    >>> mean_of(np.array([0.0, 1, 4, 5]), np.array([100.0, 140, np.nan, 180]))
    140.0
    """
    known = ~np.isnan(values)
    if not known.any():
        return None
    held = np.clip(np.append(np.diff(elapsed_s), 1.0), 0, HELD_S)
    return float(np.average(values[known], weights=held[known]))
