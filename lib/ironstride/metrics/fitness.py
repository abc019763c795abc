"""What a fitness test measured, and whether it differs from the one before by more than noise."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame
from scipy import stats

from ironstride.frames import FitnessTests
from ironstride.frames.fitness import JudgedTests
from ironstride.metrics.e1rm import Formula, e1rm
from ironstride.metrics.own_error import own_errors

PRACTICE = "practice"
CANNOT_TELL = "cannot tell yet"
TOO_SMALL = "too small to tell"
MAY_BE_NOISE = "may be noise; repeat the test"
MORE_THAN_NOISE = "more than the usual noise of this test"

# Typical error [share] for line 1 and for line 2, the worst published where studies disagree.
ERRORS: dict[str, tuple[float, float]] = {
    "time_trial": (0.020, 0.020),
    "submaximal_run": (0.036, 0.036),
    "rep_max": (0.042, 0.042),
    "calf_raises": (0.139, 0.139),
    "plank": (0.11, 0.20),
    "side_plank": (0.15, 0.241),
    "hop": (0.041, 0.041),
}
SHORT_TRIAL_M, SHORT_TRIAL_ERROR = 3000.0, 0.033
UNSURE = ("plank", "side_plank")  # no published error is good enough to call a change noise
TWO_SIDED = stats.norm.ppf(0.975)
FEWEST_REPS_APART = 2
# Plates and whole reps hide small differences: an own error is never taken for less than this.
LEAST_SHARE_OF_PUBLISHED = 0.5

_ALIKE = {"time_trial": "distance_m", "submaximal_run": "avg_hr_bpm", "rep_max": "reps"}
SAME_DISTANCE, SAME_HR_BPM = 0.02, 2.0
_MOVED = ["protocol", "exercise", "side"]


def lines(protocol: str, distance_m: float | None = None) -> tuple[float, float]:
    """Return the two lines [ln units] that a change is held against, from published errors.

    Line 1 is √2·ln(1 + TE), one standard deviation of the difference of two tests: below it
    nothing can be told (about a third of the pairs lie beyond it with nothing changed). Line 2 is
    1.96 times as far: 5 % lie beyond it (Hopkins 2000, Sports Med 30:1). Typical errors: time
    trial 2.0 %, below 3 km 3.3 % (Laursen 2007, doi 10.1249/mss.0b013e31806010f5); submaximal run
    3.6 %, the middle of field tests' 2.4 to 4.8 %; 3 to 5 RM 4.2 % (Grgic 2020,
    doi 10.1186/s40798-020-00260-z); calf raises 13.9 % (Byrne 2017,
    doi 10.1016/j.jelekin.2017.07.004); plank 11 to 20 %, no study good enough; side plank 15 %
    (Juan-Recio 2022, doi 10.3390/biology11071043) to 24.1 % (2025,
    doi 10.1371/journal.pone.0324787); hop 4.1 % (The Knee 2019, PMID 31431339).

    >>> [f"{100 * np.expm1(line):.1f} %" for line in lines("time_trial", 5000)]
    ['2.8 %', '5.6 %']
    """
    low, high = ERRORS[protocol]
    if protocol == "time_trial" and distance_m is not None and distance_m < SHORT_TRIAL_M:
        low = high = SHORT_TRIAL_ERROR
    return float(np.sqrt(2) * np.log1p(low)), float(TWO_SIDED * np.sqrt(2) * np.log1p(high))


def judged_tests(
    tests: DataFrame[FitnessTests], formula: Formula = "mean"
) -> DataFrame[JudgedTests]:
    """Return each test with its value, and its change from the one before of the same kind.

    The same kind: protocol, exercise and reps, side, distance within 2 %, heart rate within
    2 bpm. The first test of a protocol, exercise and side is practice and never compared with;
    without anything to compare with nothing can be told. Judged on logs by `lines`, or by the
    runner's own typical error (`own_errors`) with line 1 at √2·TE and line 2 at
    t(97.5 %)·√2·TE. Calf raises must differ by two. For planks the published errors are too
    poor: between the lines nothing can be told. A lift without a weight has no value.

    >>> one = {"test_id": 1, "protocol": "plank", "day": "2026-09-01", "exercise": "", "side": "",
    ...        "hold_s": 90.0, "notes": "", "distance_m": None, "duration_s": None,
    ...        "avg_hr_bpm": None, "load_kg": None, "reps": None, "hop_m": None}
    >>> later = [one | {"test_id": 2, "day": "2026-10-01", "hold_s": 100.0},
    ...          one | {"test_id": 3, "day": "2026-11-01", "hold_s": 110.0}]
    >>> judged = judged_tests(FitnessTests.validate(pd.DataFrame([one, *later])))
    >>> judged.change.round(3).tolist(), judged.verdict.tolist()
    ([nan, nan, 0.095], ['practice', 'cannot tell yet', 'too small to tell'])
    """
    table = tests.sort_values(["day", "test_id"], ignore_index=True)
    table = table.assign(value=_values(table, formula), **_kinds(table))
    practice = table.groupby(_MOVED).cumcount() == 0
    table = table.assign(against=np.datetime64("NaT"), change=np.nan, own=np.nan, freedom=np.nan)
    for _, kind in table[~practice & table.value.notna()].groupby("series"):
        logs = np.log(kind.value.to_numpy())
        table.loc[kind.index, "against"] = kind.day.shift()
        table.loc[kind.index, "change"] = np.diff(logs, prepend=np.nan)
        own = own_errors(kind.day.to_numpy("datetime64[D]"), logs)
        table.loc[kind.index, "own"], table.loc[kind.index, "freedom"] = own
    table = table.assign(**_lines(table))
    return JudgedTests.validate(table.assign(verdict=_verdicts(table, practice)))


def _values(table: pd.DataFrame, formula: Formula) -> pd.Series:
    lifted = pd.Series(
        [e1rm(*one, formula=formula) for one in zip(table.load_kg, table.reps, strict=True)],
        index=table.index,
        dtype=float,
    )
    speed, protocol = table.distance_m / table.duration_s, table.protocol
    value = speed.where(protocol.isin(["time_trial", "submaximal_run"]), table.hold_s)
    value = value.where(protocol != "rep_max", lifted.where(lifted > 0))
    value = value.where(protocol != "calf_raises", table.reps)
    return value.where(protocol != "hop", table.hop_m).astype(float)


def _kinds(table: pd.DataFrame) -> dict[str, list[Any]]:
    """Return each test's reference (the first like it has it) and the number of its series."""
    first: dict[tuple[str, str, str], list[tuple[float, int]]] = {}
    kinds: list[tuple[float, int]] = []
    count = 0
    for protocol, exercise, side, own in _likenesses(table):
        known = first.setdefault((protocol, exercise.casefold(), side), [])
        kind = next((one for one in known if _alike(protocol, own, one[0])), None)
        if kind is None:
            kind, count = (own, count), count + 1
            known.append(kind)
        kinds.append(kind)
    return {"reference": [one[0] for one in kinds], "series": [one[1] for one in kinds]}


def _likenesses(table: pd.DataFrame) -> Iterator[tuple[str, str, str, float]]:
    """Give what makes each test one of its kind: protocol, exercise, side, and a number or NaN."""
    for row in table.to_dict("records"):
        alike = _ALIKE.get(row["protocol"])
        own = float(row[alike]) if alike else np.nan
        yield row["protocol"], row["exercise"], row["side"], own


def _alike(protocol: str, own: float, reference: float) -> bool:
    if protocol not in _ALIKE:
        return True
    apart = {"time_trial": SAME_DISTANCE * reference, "submaximal_run": SAME_HR_BPM}
    return abs(own - reference) <= apart.get(protocol, 0.0) + 1e-9


def _lines(table: pd.DataFrame) -> dict[str, Any]:
    said = zip(table.protocol, table.reference, strict=True)
    published = np.array([lines(*one) for one in said]).reshape(-1, 2)
    least = LEAST_SHARE_OF_PUBLISHED * published[:, 0]
    line_1 = np.maximum(np.sqrt(2) * table.own, least)
    line_2 = stats.t.ppf(0.975, table.freedom) * line_1
    return {
        "own_error": table.own.notna(),
        "line_1": line_1.fillna(pd.Series(published[:, 0])),
        "line_2": line_2.fillna(pd.Series(published[:, 1])),
    }


def _verdicts(table: pd.DataFrame, practice: pd.Series) -> Any:
    size, unsure = table.change.abs(), table.protocol.isin(UNSURE) & ~table.own_error
    before = table.value / np.exp(table.change)
    apart = (table.value - before).abs().round()
    few = (table.protocol == "calf_raises") & (apart < FEWEST_REPS_APART)
    return np.select(
        [practice, size.isna(), (size < table.line_1) | few, size > table.line_2, unsure],
        [PRACTICE, CANNOT_TELL, TOO_SMALL, MORE_THAN_NOISE, CANNOT_TELL],
        MAY_BE_NOISE,
    )
