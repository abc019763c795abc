"""A session: one thing done at one time, whatever it was."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal, get_args

from ironstride.records.limits import EARLIEST, FieldError, doubts, refuse, refuse_other

Kind = Literal["run", "lift", "other"]
Sport = Literal[
    "run", "trail", "track", "treadmill", "virtual", "strength",
    "walk", "hike", "ride", "swim", "row", "ski", "yoga", "other",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Session:
    """What every session has: when, how long [s], how hard (CR-10), heart rate [bpm], words.

    `started_at` is the local wall clock, naive and to the second; `duration_s` is moving time,
    `elapsed_s` includes the pauses.
    """

    kind: ClassVar[Kind] = "other"
    sports: ClassVar[tuple[str, ...]] = get_args(Sport)

    started_at: datetime
    sport: Sport = "other"
    time_known: bool = True
    utc_offset_min: int | None = None
    duration_s: float | None = None
    elapsed_s: float | None = None
    title: str = ""
    rpe: float | None = None
    avg_hr_bpm: float | None = None
    max_hr_bpm: float | None = None
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot have happened."""
        refuse_other("sport", self.sport, self.sports)
        self._refuse_moment()
        refuse(self, "utc_offset_min", "duration_s", "elapsed_s", "rpe", "avg_hr_bpm", "max_hr_bpm")
        if self.rpe is not None and self.rpe * 2 != int(self.rpe * 2):
            raise FieldError("rpe", f"RPE must be a whole or half number, got {self.rpe:g}")
        self._refuse_crossed()

    def _refuse_moment(self) -> None:
        if self.started_at.tzinfo is not None or self.started_at.microsecond:
            raise FieldError(
                "started_at", "start must be a local wall clock, to the second, without a zone"
            )
        if self.started_at < EARLIEST:
            raise FieldError(
                "started_at", f"start must be in {EARLIEST.year} or later, got {self.started_at}"
            )

    def _refuse_crossed(self) -> None:
        if self.avg_hr_bpm and self.max_hr_bpm and self.avg_hr_bpm > self.max_hr_bpm:
            raise FieldError(
                "avg_hr_bpm",
                f"average heart rate ({self.avg_hr_bpm:g} bpm) must not be above the maximum "
                f"({self.max_hr_bpm:g} bpm)",
            )
        if self.duration_s and self.elapsed_s and self.duration_s > self.elapsed_s + 1:
            raise FieldError("duration_s", "moving time must not be above elapsed time")

    def doubts(self, max_hr_bpm: float | None = None) -> list[str]:
        """Return a sentence for each value that is possible but unusual for this runner."""
        found = doubts(self)
        if self.avg_hr_bpm and max_hr_bpm and self.avg_hr_bpm > max_hr_bpm:
            found.append(
                f"an average heart rate of {self.avg_hr_bpm:g} bpm is above your maximum "
                f"of {max_hr_bpm:g} bpm"
            )
        return found


@dataclass(frozen=True, kw_only=True)
class Other(Session):
    """Any other sport: it counts for the calendar and the load, never as running."""
