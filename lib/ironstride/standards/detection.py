"""How often a link that is there is found: counted in made-up logs, shipped as data."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

# Strength: 12 weeks up by 10 % and 12 down in turn; by chance (SD 5 %); or one beginner's gain.
Pattern = Literal["on/off", "wandering", "rise and plateau"]
# Speed: heart rate is 2 % off each week; a fixed test 1 %, every week or every fourth.
Pace = Literal["weekly heart rate", "weekly test", "monthly test"]


@dataclass(frozen=True)
class Detection:
    """The share of logs in which a link was found, a row an effect and a column a length.

    `effects` [% speed per 1 % strength] and `weeks` ascend; `logs` were made for each cell.
    """

    effects: tuple[float, ...]
    weeks: tuple[int, ...]
    logs: int
    found: tuple[tuple[int, ...], ...]


@cache
def detection(pattern: Pattern, pace: Pace) -> Detection:
    """Return the counts for one way of lifting and one way of measuring (see ORIGIN.md).

    >>> table = detection("on/off", "weekly heart rate")
    >>> table.weeks[0], table.weeks[-1], table.logs
    (52, 260, 4000)
    """
    text = files(__package__).joinpath("detection.csv").read_text("utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if _of(row) == (pattern, pace)]
    effects = sorted({float(row["effect"]) for row in rows})
    weeks = sorted({int(row["weeks"]) for row in rows})
    counts = {(float(row["effect"]), int(row["weeks"])): int(row["found"]) for row in rows}
    found = tuple(tuple(counts[effect, week] for week in weeks) for effect in effects)
    return Detection(tuple(effects), tuple(weeks), int(rows[0]["logs"]), found)


def _of(row: dict[str, str]) -> tuple[str, str]:
    return row["pattern"], row["pace"]
