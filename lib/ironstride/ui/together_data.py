"""What the parts of the page Together share: strength and pace by week, compared once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets, Runs
from ironstride.frames.acute import SessionTimes
from ironstride.frames.blocks import BlockComparison, TrainingBlocks
from ironstride.frames.together import BlockAssociation, TogetherWeeks
from ironstride.metrics.acute import AcuteCost, acute_cost
from ironstride.metrics.association import block_association
from ironstride.metrics.blocks import compare_blocks
from ironstride.metrics.index import StrengthIndex, strength_index
from ironstride.metrics.level_shift import LevelShift, on_one_scale, shifts_at
from ironstride.metrics.naive import NaiveCorrelation, naive_correlation
from ironstride.metrics.reference_pace import (
    SpeedAtReferenceHr,
    speed_at_reference_hr,
    weekly_reference_speed,
)
from ironstride.metrics.volume import weekly_volume
from ironstride.metrics.weeks_together import align_weeks
from ironstride.settings import Settings
from ironstride.store import Log, read_settings, training_blocks, watch_changes
from ironstride.ui import cache
from ironstride.ui.page import Here
from ironstride.ui.reference_hr import reference_hr

ENTER = "Enter your maximum heart rate under Settings"


@dataclass(frozen=True, eq=False)
class Together:
    """What the log holds, and what is made of it; each is computed when it is first asked for.

    `watch_days` are the days on which the runner said that a new watch or strap came.
    """

    runs: DataFrame[Runs]
    sets: DataFrame[LiftSets]
    times: DataFrame[SessionTimes]
    blocks: DataFrame[TrainingBlocks]
    watch_days: tuple[date, ...]
    settings: Settings
    today: date

    @property
    def has_both(self) -> bool:
        """Tell whether there are runs and lift sets."""
        return not (self.runs.empty or self.sets.empty)

    @cached_property
    def reference_hr_bpm(self) -> int | None:
        """The heart rate at which pace is compared [bpm]."""
        return reference_hr(self.settings, self.runs)

    @property
    def lacks_maximum(self) -> bool:
        """Tell whether there are heart rates, and none known at which to compare pace."""
        return self.reference_hr_bpm is None and bool(self.runs.avg_hr_bpm.notna().any())

    @cached_property
    def comparable_runs(self) -> DataFrame[Runs]:
        """The runs with all heart rates on the scale of the latest watch or strap."""
        return on_one_scale(
            self.runs, self.watch_days, reference_hr_bpm=self.reference_hr_bpm, today=self.today
        )

    @cached_property
    def shifts(self) -> tuple[LevelShift, ...]:
        """What each watch or strap that came reads differently."""
        return shifts_at(
            self.runs, self.watch_days, reference_hr_bpm=self.reference_hr_bpm, today=self.today
        )

    @cached_property
    def index(self) -> StrengthIndex:
        """The lower-body strength index."""
        return strength_index(self.sets, today=self.today, formula=self.settings.e1rm_formula)

    @cached_property
    def compared(self) -> SpeedAtReferenceHr:
        """Speed at the reference heart rate, block by block."""
        return speed_at_reference_hr(
            self.comparable_runs, reference_hr_bpm=self.reference_hr_bpm, today=self.today
        )

    @cached_property
    def weeks(self) -> DataFrame[TogetherWeeks]:
        """Strength, speed at the reference heart rate and distance on one calendar."""
        speed = weekly_reference_speed(
            self.comparable_runs, reference_hr_bpm=self.reference_hr_bpm, today=self.today
        )
        volume = weekly_volume(self.runs, today=self.today)
        return align_weeks(self.index.weekly, speed, volume, today=self.today)

    @cached_property
    def found(self) -> BlockAssociation:
        """The one comparison that is chosen beforehand, beside weekly distance and a trend."""
        weeks = self.weeks
        return block_association(
            weeks.strength,
            weeks.performance,
            [weeks.volume, weeks.index],
            strength_se=weeks.strength_se,
        )

    @cached_property
    def compared_blocks(self) -> DataFrame[BlockComparison]:
        """Before and after of each marked block."""
        return compare_blocks(self.blocks, self.weeks, today=self.today)

    @cached_property
    def days_after(self) -> AcuteCost:
        """Pace in the days after heavy leg work."""
        return acute_cost(
            self.comparable_runs,
            self.sets,
            self.times,
            today=self.today,
            formula=self.settings.e1rm_formula,
            hard_rir=self.settings.hard_rir,
        )

    @cached_property
    def naive(self) -> NaiveCorrelation:
        """The plain correlation of the weekly lines, which is shown to be misleading."""
        return naive_correlation(self.weeks.strength, self.weeks.performance)


def gather(here: Here) -> Together:
    """Read the log for the parts of the page, once for each state of the log."""
    return cache.together(here.log, here.today, _gather)


def _gather(log: Log, today: date) -> Together:
    watches = watch_changes(log)
    return Together(
        runs=cache.runs(log),
        sets=cache.lift_sets(log),
        times=cache.session_times(log),
        blocks=training_blocks(log),
        watch_days=tuple(day.date() for day in watches.day[watches.is_new]),
        settings=read_settings(log),
        today=today,
    )
