"""The frames of volume: months, years, days, rest days, easy and hard time."""

import numpy as np
import pandera.pandas as pa

from ironstride.frames.base import Frame


class MonthlyVolume(Frame):
    """One row a month, none left out: distance [m], time [s], climb [m], runs, the longest [m].

    `month` is its first day; `long_run_share` is missing in a month without any distance.
    """

    month: np.datetime64 = pa.Field(unique=True)
    distance_m: float = pa.Field(ge=0)
    duration_s: float = pa.Field(ge=0)
    ascent_m: float = pa.Field(ge=0)
    runs: int = pa.Field(ge=0)
    longest_m: float = pa.Field(ge=0)
    long_run_share: float = pa.Field(ge=0, le=1, nullable=True)
    complete: bool


class YearlyVolume(Frame):
    """One row a calendar year, none left out; the columns are those of a month."""

    year: int = pa.Field(unique=True)
    distance_m: float = pa.Field(ge=0)
    duration_s: float = pa.Field(ge=0)
    ascent_m: float = pa.Field(ge=0)
    runs: int = pa.Field(ge=0)
    longest_m: float = pa.Field(ge=0)
    long_run_share: float = pa.Field(ge=0, le=1, nullable=True)
    complete: bool


class RestDays(Frame):
    """One row a week: days that are over and saw no session, out of the `days` that are known.

    A day before the log's first session or not yet over is not known; `rest_days` is missing
    where none of the week is.
    """

    week: np.datetime64 = pa.Field(unique=True)
    rest_days: float = pa.Field(ge=0, le=7, nullable=True)
    days: int = pa.Field(ge=0, le=7)
    complete: bool


class RunEffort(Frame):
    """One row a run: easy, hard or not known, and what tells so: its type or its heart rate."""

    session_id: int = pa.Field(ge=1, unique=True)
    started_at: np.datetime64
    duration_s: float = pa.Field(gt=0, nullable=True)
    effort: str = pa.Field(isin=["easy", "hard", "not known"])
    told_by: str = pa.Field(isin=["type", "heart rate", ""])


class EasyHard(Frame):
    """One row a week, none left out: running time [s] that was easy, hard, or not known.

    `told_by_hr_s` is the part of easy and hard time [s] that heart rate told; `untimed` is how
    many runs have no time and are in none of the parts.
    """

    week: np.datetime64 = pa.Field(unique=True)
    easy_s: float = pa.Field(ge=0)
    hard_s: float = pa.Field(ge=0)
    not_known_s: float = pa.Field(ge=0)
    told_by_hr_s: float = pa.Field(ge=0)
    untimed: int = pa.Field(ge=0)
    complete: bool


class DayTotals(Frame):
    """One row a day, none left out: distance [m], time [s], climb [m], runs."""

    day: np.datetime64 = pa.Field(unique=True)
    distance_m: float = pa.Field(ge=0)
    duration_s: float = pa.Field(ge=0)
    ascent_m: float = pa.Field(ge=0)
    runs: int = pa.Field(ge=0)


class CumulativeYears(Frame):
    """One row a day: distance [m] since 1 January of its year.

    `day_of_year` is the same for a date in every year (29 February 60, 1 March 61, 31 December
    366); `whole` tells that the log was kept from 1 January of that year on.
    """

    year: int
    day_of_year: int = pa.Field(ge=1, le=366)
    day: np.datetime64 = pa.Field(unique=True)
    distance_m: float = pa.Field(ge=0)
    whole: bool
