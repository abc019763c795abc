"""A recording point by point: what a watch wrote down on the way."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

MAX_SAMPLES = 1_000_000

# What a column may hold; a distance also never falls.
BOUNDS: dict[str, tuple[float, float]] = {
    "elapsed_s": (0, 3_600_000),
    "distance_m": (0, 3_000_000),
    "hr_bpm": (20, 250),
    "altitude_m": (-500, 9000),
    "cadence_spm": (0, 400),
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "temperature_c": (-60, 60),
}


@dataclass(frozen=True, kw_only=True, eq=False)
class Stream:
    """A recording at full resolution, in columns of one length; NaN where a value is unknown.

    `elapsed_s` is the time from the start of the session [s], strictly rising, pauses included;
    `distance_m` the distance so far [m], never falling; cadence in steps a minute; positions in
    degrees. A column that knows nothing is None. The arrays cannot be written to.
    """

    elapsed_s: Array
    distance_m: Array | None = None
    hr_bpm: Array | None = None
    altitude_m: Array | None = None
    cadence_spm: Array | None = None
    latitude: Array | None = None
    longitude: Array | None = None
    temperature_c: Array | None = None

    def __post_init__(self) -> None:
        """Refuse columns of unequal length, times that do not rise, and impossible values."""
        for name in BOUNDS:
            given = getattr(self, name)
            column = None if given is None else _frozen(given, name)
            if column is not None and name != "elapsed_s" and np.isnan(column).all():
                column = None
            object.__setattr__(self, name, column)
        self._refuse_times()
        for name, column in self.columns().items():
            self._refuse_column(name, column)
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("a stream needs both latitude and longitude, or neither")

    def __len__(self) -> int:
        """Return how many samples there are."""
        return len(self.elapsed_s)

    def __eq__(self, other: object) -> bool:
        """Tell whether all columns are the same, unknown values included."""
        if not isinstance(other, Stream):
            return NotImplemented
        mine, yours = self.columns(), other.columns()
        return mine.keys() == yours.keys() and all(
            np.array_equal(mine[name], yours[name], equal_nan=True) for name in mine
        )

    def __hash__(self) -> int:
        """Return the same number for equal streams."""
        return hash((len(self), self.elapsed_s.tobytes()))

    def columns(self) -> dict[str, Array]:
        """Return the columns that hold something, the time first."""
        held = ((name, getattr(self, name)) for name in BOUNDS)
        return {name: column for name, column in held if column is not None}

    def _refuse_times(self) -> None:
        if not 1 <= len(self) <= MAX_SAMPLES:
            raise ValueError(f"a stream must have 1 to {MAX_SAMPLES:,} samples, got {len(self):,}")
        if not np.isfinite(self.elapsed_s).all():
            raise ValueError("every sample of a stream needs a time")
        if (np.diff(self.elapsed_s) <= 0).any():
            raise ValueError("the times of a stream must rise from sample to sample")

    def _refuse_column(self, name: str, column: Array) -> None:
        if len(column) != len(self):
            raise ValueError(f"{name} has {len(column):,} samples, not {len(self):,} as the time")
        low, high = BOUNDS[name]
        known = column[~np.isnan(column)]
        if ((known < low) | (known > high)).any():
            raise ValueError(f"{name} of a stream must lie from {low:g} to {high:g}")
        if name == "distance_m" and (np.diff(known) < 0).any():
            raise ValueError("the distance of a stream must not fall")


def _frozen(given: npt.ArrayLike, name: str) -> Array:
    """Return a copy that nobody can write to."""
    column = np.array(given, dtype=np.float64)
    if column.ndim != 1:
        raise ValueError(f"{name} must be one column")
    column.setflags(write=False)
    return column
