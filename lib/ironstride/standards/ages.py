"""Age standards on the road: what the open standard becomes at an age."""

import csv
import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Sex = Literal["female", "male"]

ROUNDING_M = 0.5
WIDEST_GAP = 2


@dataclass(frozen=True)
class AgeTable:
    """Distances [m], their open standards [s], and for each age its factor at each distance."""

    distances_m: tuple[float, ...]
    open_s: tuple[float, ...]
    factors: dict[int, tuple[float, ...]]


@cache
def age_table(sex: Sex) -> AgeTable:
    """Return the road table of 2025 for a sex (CC0; see ORIGIN.md).

    >>> table = age_table("male")
    >>> len(table.distances_m), table.factors[50][0]
    (22, 0.8595)
    """
    text = files(__package__).joinpath(f"age_factors_road_2025_{sex[0]}.csv").read_text("utf-8")
    distances, times, *ages = [
        tuple(float(cell) for cell in row[1:]) for row in csv.reader(text.splitlines())
    ]
    names = [line.split(",")[0] for line in text.splitlines()[2:]]
    metres = tuple(1000 * km for km in distances)
    return AgeTable(metres, times, {int(age): row for age, row in zip(names, ages, strict=True)})


def age_standard_s(distance_m: float, age: int, sex: Sex) -> float:
    """Return the age standard [s]: open standard ÷ factor, in whole seconds.

    Between two distances linear in the logarithm of distance, as the tables are meant to be read;
    but not between one mile and 5 km, where that would allow 3 km 20 % too much. NaN there, below
    one mile, above 200 km and for ages the table does not hold (it holds 5 to 100).

    >>> [age_standard_s(10_000, age, "male") for age in (40, 50, 60)]
    [1644.0, 1783.0, 1947.0]
    """
    table = age_table(sex)
    after = bisect_left(table.distances_m, distance_m - ROUNDING_M)
    if age not in table.factors or after == len(table.distances_m):
        return math.nan
    far = table.distances_m[after]
    if abs(distance_m - far) <= ROUNDING_M:
        return _whole_s(table, after, age)
    if after == 0 or far > WIDEST_GAP * table.distances_m[after - 1]:
        return math.nan
    near = table.distances_m[after - 1]
    share = math.log(distance_m / near) / math.log(far / near)
    return (1 - share) * _whole_s(table, after - 1, age) + share * _whole_s(table, after, age)


def _whole_s(table: AgeTable, place: int, age: int) -> float:
    return float(round(table.open_s[place] / table.factors[age][place]))
