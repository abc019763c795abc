"""The columns of cadence and stride, which together show the unit of the distances."""

import re
from collections.abc import Iterable
from itertools import product
from statistics import median

from ironstride.importers.garmin.clock import Clock
from ironstride.importers.garmin.columns import Columns
from ironstride.importers.garmin.headers import named
from ironstride.importers.sports import sport_of
from ironstride.importers.table import Row, Table
from ironstride.importers.text import DecimalSign, number_or_none
from ironstride.records import Run
from ironstride.units import DistanceUnit

# Metres run by steps and stride in each unit of the distance column (936 to 1 003 in
# lists of kilometres, 1 604 to 1 612 in lists of miles).
_METRES_PER_UNIT: dict[DistanceUnit, tuple[float, float]] = {"km": (850, 1150), "mi": (1450, 1770)}

# What tells the columns where no header does: nearly all runs, and enough of them.
_NEARLY_ALL = 0.9
_FEWEST = 3
# Lists have up to 60 columns; what is far larger is no list, and must not keep anyone waiting.
_LOOKED_AT, _MOST_COLUMNS, _MOST_CALLED_THE_SAME, _MOST_PAIRS = 300, 100, 4, 30
_CADENCES, _STRIDES = (120, 220), (0.5, 2.2)
_TWO_DECIMALS = re.compile(r"\d[.,]\d\d")

Pair = tuple[int, int]


class Steps:
    """The runs of a list, and what its columns say when they are read as steps."""

    def __init__(self, table: Table, columns: Columns, decimal: DecimalSign, clock: Clock) -> None:
        start = 1 + max(columns[name] for name in ("distance", "time", "max_hr") if name in columns)
        self.places = range(start, min(len(table.header), _MOST_COLUMNS))
        self.named = {
            name: places[:_MOST_CALLED_THE_SAME] for name, places in named(table, start).items()
        }
        self.decimal = decimal
        timed = [(row, _minutes(row, columns, decimal, clock)) for row in table.rows]
        self.timed = [(row, minutes) for row, minutes in timed if minutes]
        self.runs = [one for one in self.timed if _is_run(one[0], columns)]
        self.looked_at = self.runs[:_LOOKED_AT]

    def pair(self) -> Pair | None:
        """Return the columns of cadence and stride, by their texts or else by what they hold."""
        pairs = product(self.named.get("cadence", ()), self.named.get("stride", ()))
        return max(pairs, key=self.explained, default=None) or self.found()

    def cadence(self) -> int | None:
        """Return the column called cadence that holds something for most runs."""
        return max(self.named.get("cadence", ()), key=self.filled, default=None)

    def unit(self, pair: Pair) -> DistanceUnit | None:
        """Return the unit in which steps times stride give the distances."""
        metres = self.metres(pair)
        return _unit(median(metres)) if metres else None

    def metres(self, pair: Pair) -> list[float]:
        """Return the metres that steps make of one unit: of each run, or of any sport."""
        return self._metres(self.runs, pair) or self._metres(self.timed, pair)

    def _metres(self, timed: Iterable[tuple[Row, float]], pair: Pair) -> list[float]:
        found = []
        for row, minutes in timed:
            cadence, stride = (number_or_none(row.cells[at], self.decimal) for at in pair)
            if cadence and stride:
                found.append(minutes * cadence * stride)
        return found

    def explained(self, pair: Pair) -> int:
        """Count the runs whose distance a pair explains, in whichever unit."""
        return sum(_unit(metres) is not None for metres in self.metres(pair))

    def found(self) -> Pair | None:
        """Return the only pair of columns that explains nearly all runs, or None."""
        cadences = [at for at in self.places if self.lies_in(at, _CADENCES)]
        strides = [at for at in self.places if self.lies_in(at, _STRIDES) and self.is_fine(at)]
        if len(cadences) * len(strides) > _MOST_PAIRS:
            return None
        pairs = [pair for pair in product(cadences, strides) if self.explains(pair)]
        averages = [pair for pair in pairs if not any(self.is_maximum(pair, of) for of in pairs)]
        return averages[0] if len(averages) == 1 else None

    def explains(self, pair: Pair) -> bool:
        """Tell whether nearly all runs show one and the same unit."""
        shown = [_unit(metres) for metres in self._metres(self.looked_at, pair)]
        most = max(shown.count(unit) for unit in _METRES_PER_UNIT)
        return len(shown) >= _FEWEST and most >= _NEARLY_ALL * len(shown)

    def is_maximum(self, pair: Pair, of: Pair) -> bool:
        """Tell whether a cadence is never below another that fits the strides more closely."""
        both = zip(self.values(pair[0]), self.values(of[0]), strict=True)
        never_below = all(high >= low for high, low in both if high and low)
        return never_below and self.spread(pair) > self.spread(of)

    def spread(self, pair: Pair) -> float:
        """Return how far the metres of a unit typically lie from their median, as a share."""
        metres = self._metres(self.looked_at, pair)
        middle = median(metres)
        return median(abs(one - middle) for one in metres) / middle

    def lies_in(self, at: int, bounds: tuple[float, float]) -> bool:
        """Tell whether nearly all that a column holds lies within bounds."""
        values = [value for value in self.values(at) if value]
        inside = sum(bounds[0] <= value <= bounds[1] for value in values)
        return len(values) >= _FEWEST and inside >= _NEARLY_ALL * len(values)

    def is_fine(self, at: int) -> bool:
        """Tell whether most of what a column holds has two decimals."""
        cells = [row.cells[at].strip() for row, _ in self.looked_at]
        return 2 * sum(_TWO_DECIMALS.fullmatch(cell) is not None for cell in cells) > len(cells)

    def filled(self, at: int) -> int:
        """Count the runs that a column holds a number above 0 for."""
        return sum(1 for value in self.values(at) if value)

    def values(self, at: int) -> list[float | None]:
        """Return what a column holds for each run."""
        return [number_or_none(row.cells[at], self.decimal) for row, _ in self.looked_at]


def _is_run(row: Row, columns: Columns) -> bool:
    return sport_of(row.cells[columns["type"]]) in Run.sports


def _minutes(row: Row, columns: Columns, decimal: DecimalSign, clock: Clock) -> float | None:
    """Return the minutes that a row takes for one unit of its distance."""
    distance = number_or_none(row.cells[columns["distance"]], decimal)
    try:
        seconds = clock.read(row.cells[columns["time"]], distance)
    except ValueError:
        return None
    return seconds / 60 / distance if seconds and distance else None


def _unit(metres: float) -> DistanceUnit | None:
    return next(
        (unit for unit, (low, high) in _METRES_PER_UNIT.items() if low < metres < high), None
    )
