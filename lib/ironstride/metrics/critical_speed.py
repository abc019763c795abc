"""Critical speed: the speed that all-out efforts of minutes converge on."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ironstride.units import count

SHORTEST_S, LONGEST_S = 2 * 60, 20 * 60
FEWEST = 3
MOST_D_PRIME_M = 600
LEAST_R2 = 0.99


@dataclass(frozen=True)
class CriticalSpeed:
    """Critical speed [m/s] and D′ [m] with the fit's R², or in one sentence why there are none.

    `efforts` are those the line was laid through, as (distance [m], time [s]), shortest first.
    """

    speed_mps: float | None
    d_prime_m: float | None
    r2: float | None
    efforts: tuple[tuple[float, float], ...]
    reason: str = ""


def distance_time_line(efforts: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """Return slope [m/s], intercept [m] and R² of distance on time, by least squares.

    d = CS · t + D′ (Monod & Scherrer 1965, doi 10.1080/00140136508930810; for running Hughson
    1984, doi 10.1055/s-2008-1025880). Takes whatever it is given: `critical_speed` has the
    gates. NaN for fewer than two different times.

    >>> line = distance_time_line([(1500, 324), (3000, 693), (5000, 1197)])
    >>> [round(value, 4) for value in line]
    [4.0067, 209.6865, 1.0]
    """
    metres, seconds = np.array(list(efforts), dtype=np.float64).reshape(-1, 2).T
    if len(set(seconds)) < 2:
        return float("nan"), float("nan"), float("nan")
    from_mean = seconds - seconds.mean()
    slope = float(from_mean @ metres / (from_mean @ from_mean))
    intercept = float(metres.mean() - slope * seconds.mean())
    off = metres - intercept - slope * seconds
    spread = float(((metres - metres.mean()) ** 2).sum())
    return slope, intercept, 1 - float(off @ off) / spread if spread else float("nan")


def lasting_minutes(efforts: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the efforts of 2 to 20 minutes, those that a line of distance on time holds for.

    >>> lasting_minutes([(400, 80), (1500, 324), (10_000, 2500)])
    [(1500, 324)]
    """
    return [(metres, seconds) for metres, seconds in efforts if SHORTEST_S <= seconds <= LONGEST_S]


def critical_speed(efforts: Iterable[tuple[float, float]]) -> CriticalSpeed:
    """Return critical speed [m/s] and D′ [m] from all-out efforts of (distance [m], time [s]).

    `distance_time_line` through all of them, so choose those of `lasting_minutes` first. Only
    with three or more, D′ from 0 to 600 m and R² of 0.99 or more: one effort that was not
    all out bends the line. They must be races, tests or bests from recordings, never averages of
    mixed runs. In 25 000 runners a marathon was run at 84.8 % of it (Smyth & Muniz-Pumares
    2020, doi 10.1249/MSS.0000000000002412).

    >>> found = critical_speed([(1500, 324), (3000, 693), (5000, 1197)])
    >>> round(found.speed_mps, 3), round(found.d_prime_m, 1)
    (4.007, 209.7)
    >>> critical_speed([]).reason
    'Critical speed takes 3 all-out efforts of 2 to 20 minutes; there are 0.'
    """
    used = tuple(sorted(efforts))
    if len(used) < FEWEST:
        why = (
            f"Critical speed takes {FEWEST} all-out efforts of 2 to 20 minutes; "
            f"there {'is' if len(used) == 1 else 'are'} {len(used)}."
        )
        return CriticalSpeed(None, None, None, used, why)
    speed, d_prime, r2 = distance_time_line(used)
    reason = _doubt(d_prime, r2, len(used))
    if reason:
        return CriticalSpeed(None, None, None, used, reason)
    return CriticalSpeed(speed, d_prime, r2, used)


def _doubt(d_prime: float, r2: float, n: int) -> str:
    """Return why a fit is not to be trusted, or nothing."""
    efforts = count(n, "effort")
    if not r2 >= LEAST_R2:
        return f"The {efforts} do not lie on one line, so not all of them can have been all out."
    if not 0 <= d_prime <= MOST_D_PRIME_M:
        return (
            f"The line through the {efforts} gives a D′ of {d_prime:.0f} m, outside 0 to "
            f"{MOST_D_PRIME_M} m, so not all of them can have been all out."
        )
    return ""
