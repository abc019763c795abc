"""How often the comparison is wrong, and how often it sees what is there, beside the naive method.

`python -m tests.bench.association` runs this alone (a minute or two).
"""

from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from ironstride.standards.detection import Pace
from tests.bench.batch import Told, naive, told
from tests.bench.detection_table import LOGS, SEED, min_valid
from tests.bench.simulated import NULLS, STEEP, Array, related, unrelated

NULL_WEEKS = (52, 104, 156)
POWER_WEEKS = (52, 78, 104, 156, 260)
EFFECTS = (0.3, 0.15)
# Name, and how speed is measured [% of noise]: D2's rows, and a test in every fourth week only.
MEASURED: tuple[tuple[str, Pace, float], ...] = (
    ("1 % a week", "weekly test", 1.0),
    ("2 % a week", "weekly heart rate", 2.0),
    ("3 % a week", "weekly heart rate", 3.0),
    ("1 % a month", "monthly test", 1.0),
)


def association(folder: Path) -> dict[str, Any]:
    """Print both tables, keep them as text in the folder, and return the ranges they show."""
    nulls, found = false_alarms()
    text = "\n".join([*nulls, "", *power()])
    (folder / "association.txt").write_text(text + "\n", encoding="utf-8")
    print(text)
    return found


def false_alarms() -> tuple[list[str], dict[str, Any]]:
    """Return the table of logs with nothing in them, and the range over nulls of each method."""
    lines = [
        f"False alarms at nominal 5 %, of {LOGS} logs with strength and speed unrelated [%]",
        "naive: Pearson on weekly levels. D3: season and volume out. page: week number out too.",
        "told: a link or hint after the gate (at least two rises and two falls of strength).",
        f"{'null':16}{'weeks':>6}{'naive':>8}{'D3':>8}{'D3 told':>9}{'page':>8}{'page told':>11}",
    ]
    seen: dict[tuple[str, int], Array] = {}
    for weeks, name in product(NULL_WEEKS, NULLS):
        seen[name, weeks] = shares = _alarms(name, weeks)
        cells = "{:8.1f}{:8.1f}{:9.1f}{:8.1f}{:11.1f}".format(*shares)
        lines.append(f"{name:16}{weeks:6}{cells}{'   (harder than D1)' if name in STEEP else ''}")
    usual = np.array([shares for (name, _), shares in seen.items() if name not in STEEP])
    lines.append(f"range over the nulls of D1: {_ranges(usual)}")
    lines.append(f"range over all of them:     {_ranges(np.array(list(seen.values())))}")
    return lines, {f"false alarms, D1's nulls, 52 to 156 weeks, {LOGS} logs [%]": _ranges(usual)}


def _alarms(name: str, weeks: int) -> Array:
    logs = unrelated(name, logs=LOGS, weeks=weeks, seed=SEED)
    d3, page = (told(logs, week_number=asked, errors=False) for asked in (False, True))
    hits = (naive(logs) != 0, d3.away, d3.linked, page.away, page.linked)
    return np.array([100 * hit.mean() for hit in hits])


def _ranges(shares: Array) -> str:
    names = ("naive", "D3", "D3 told", "page", "page told")
    spans = zip(names, shares.min(axis=0), shares.max(axis=0), strict=True)
    return ", ".join(f"{name} {low:.1f}-{high:.1f}" for name, low, high in spans)


def power() -> list[str]:
    """Return the table of logs in which speed follows strength, 12 weeks on and 12 off."""
    lines = [
        f"Found, the right way round, of {LOGS} logs with 12 weeks of lifting and 12 without [%]",
        "D3 (median r of all logs) / page, told (error of strength known) / naive; the last line",
        "of each: no effect at all, where naive finds what is not there.",
        f"{'speed noise':13}{'effect':>7}"
        + "".join(f"{f'{weeks} wk':>24}" for weeks in POWER_WEEKS),
    ]
    for (name, pace, noise), effect in product(MEASURED, (*EFFECTS, 0.0)):
        cells = [_found(pace, noise, effect, weeks) for weeks in POWER_WEEKS]
        lines.append(f"{name:13}{effect:7.2f}" + "".join(f"{cell:>24}" for cell in cells))
    return lines


def _found(pace: Pace, noise: float, effect: float, weeks: int) -> str:
    logs = related("on/off", pace, effect, logs=LOGS, weeks=weeks, seed=SEED, noise=noise)
    known = min_valid(pace)
    d3 = told(logs, week_number=False, errors=False, min_valid=known)
    page = told(logs, week_number=True, errors=True, min_valid=known)
    hits = (_toward(d3), page.faster, naive(logs) > 0)
    bare, said, levels = (f"{100 * hit.mean():.0f}" for hit in hits)
    middle = "  - " if np.isnan(d3.r).all() else f"{np.median(d3.r):z.2f}"
    return f"{bare} ({middle}) / {said} / {levels}"


def _toward(d3: Told) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.asarray(d3.away & (d3.r > 0))


if __name__ == "__main__":
    results = Path(__file__).with_name("results")
    results.mkdir(exist_ok=True)
    association(results)
