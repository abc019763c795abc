"""A run: on road, trail, track or treadmill."""

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from ironstride import standards, units
from ironstride.records.limits import MOST_CLIMB, FieldError, refuse, refuse_other
from ironstride.records.session import Kind, Session, Sport

RunType = Literal["easy", "long", "tempo", "intervals", "race", "hills", "test", "other"]
Surface = Literal["road", "trail", "track", "treadmill", "other"]

SLOWEST_PACE_S = 30 * 60
LAPS_SLACK = 0.02
_LAP = ("distance_m", "duration_s")


@dataclass(frozen=True, kw_only=True)
class Lap:
    """A part of a run: distance [m] and time [s]."""

    distance_m: float
    duration_s: float

    def __post_init__(self) -> None:
        """Refuse a lap without a distance or a time."""
        refuse(self, "distance_m", "duration_s")


@dataclass(frozen=True, kw_only=True)
class Run(Session):
    """A run: distance [m] or None when unknown (a treadmill without a sensor), climb [m].

    `race` is the name of the race, on a run of type race.
    """

    kind: ClassVar[Kind] = "run"
    sports: ClassVar[tuple[str, ...]] = ("run", "trail", "track", "treadmill", "virtual")

    sport: Sport = "run"
    distance_m: float | None = None
    ascent_m: float | None = None
    type: RunType = "other"
    surface: Surface | None = None
    cadence_spm: float | None = None
    temperature_c: float | None = None
    race: str = ""
    laps: tuple[Lap, ...] = ()

    def __post_init__(self) -> None:
        """Refuse distances, climbs and paces that no runner can reach."""
        super().__post_init__()
        refuse_other("run type", self.type, get_args(RunType))
        if self.surface is not None:
            refuse_other("surface", self.surface, get_args(Surface))
        refuse(self, "distance_m", "ascent_m", "cadence_spm", "temperature_c")
        if self.distance_m is None and self.duration_s is None:
            raise FieldError("duration_s", "a run needs a distance or a time")
        if self.race and self.type != "race":
            raise FieldError("race", "only a run of type race has the name of a race")
        self._refuse_climb()
        self._refuse_pace()

    def _refuse_climb(self) -> None:
        if self.distance_m and self.ascent_m and self.ascent_m > MOST_CLIMB * self.distance_m:
            raise FieldError(
                "ascent_m",
                f"climb must be at most {100 * MOST_CLIMB:.0f} % of the distance, "
                f"got {self.ascent_m:g} m over {self.distance_m:g} m",
            )

    def _refuse_pace(self) -> None:
        if not (self.distance_m and self.duration_s):
            return
        pace = units.format_pace(self.distance_m, self.duration_s, "km")
        if self.distance_m / self.duration_s > standards.fastest_speed(self.distance_m):
            raise FieldError(
                "duration_s",
                f"pace must be possible: {pace} is faster than the world standard "
                f"over {self.distance_m / 1000:.1f} km",
            )
        if self.duration_s / self.distance_m * 1000 > SLOWEST_PACE_S:
            raise FieldError("duration_s", f"pace must be faster than 30:00 /km, got {pace}")

    def doubts(self, max_hr_bpm: float | None = None) -> list[str]:
        """Return a sentence for each value that is possible but unusual for this runner."""
        found = super().doubts(max_hr_bpm)
        if self.distance_m and self.duration_s:
            seconds = units.pace_s(self.distance_m, self.duration_s, "km")
            if not 170 <= seconds <= 720:
                found.append(f"a pace of {units.format_clock(seconds)} /km is unusual")
        if self.distance_m and self.ascent_m and self.ascent_m > 0.08 * self.distance_m:
            found.append("a climb above 8 % of the distance is unusual")
        return found + self._lap_doubts()

    def _lap_doubts(self) -> list[str]:
        """Return a sentence when the laps are not the whole run, or not its time."""
        laps_m, laps_s = (sum(getattr(lap, name) for lap in self.laps) for name in _LAP)
        if not (self.laps and self.distance_m):
            return []
        if not _is_within(laps_m, self.distance_m, self.distance_m):
            return [f"the laps add up to {laps_m / 1000:.2f} km, not to the distance of the run"]
        least, most = self.duration_s, self.elapsed_s or self.duration_s
        if least and most and not _is_within(laps_s, least, most):
            written = units.format_clock(laps_s)
            return [f"the laps add up to {written}, not to the time of the run"]
        return []


def _is_within(value: float, least: float, most: float) -> bool:
    return (1 - LAPS_SLACK) * least <= value <= (1 + LAPS_SLACK) * most
