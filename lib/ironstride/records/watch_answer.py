"""What the runner says of a day on which the heart rate at a given pace stepped."""

from dataclasses import dataclass
from datetime import date

from ironstride.records.limits import refuse_day


@dataclass(frozen=True, kw_only=True)
class WatchAnswer:
    """Whether a new watch or strap came into use on a day; no is an answer too."""

    day: date
    is_new: bool

    def __post_init__(self) -> None:
        """Refuse a day that no log reaches."""
        refuse_day("day", "the day", self.day)
