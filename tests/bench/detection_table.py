"""Write standards/detection.csv anew: how often a link that is there is found."""

import csv
from itertools import product
from pathlib import Path
from typing import get_args

from ironstride.metrics.block_changes import MIN_VALID_WEEKS
from ironstride.standards import detection
from ironstride.standards.detection import Pace, Pattern
from tests.bench.batch import told
from tests.bench.simulated import related

SEED = 20_261_123
LOGS = 4000
EFFECTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5)
WEEKS = (52, 78, 104, 130, 156, 208, 260)
TABLE = Path(detection.__file__).with_name("detection.csv")
COLUMNS = ("pattern", "pace", "effect", "weeks", "logs", "found")


def main() -> None:
    """Count every cell; this takes some minutes."""
    cells = product(get_args(Pattern), get_args(Pace), EFFECTS, WEEKS)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*cell, LOGS, found(*cell)) for cell in cells)


def found(pattern: Pattern, pace: Pace, effect: float, weeks: int) -> int:
    """Return in how many of the logs the page would tell a link or a hint, the right way round."""
    logs = related(pattern, pace, effect, logs=LOGS, weeks=weeks, seed=SEED)
    return int(told(logs, week_number=True, errors=True, min_valid=min_valid(pace)).faster.sum())


def min_valid(pace: Pace) -> int:
    """Return how many known weeks a block needs: of a monthly test it has one."""
    return 1 if pace == "monthly test" else MIN_VALID_WEEKS


if __name__ == "__main__":
    main()
