"""The twelve questions of the exploration, each made when it is first asked."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, FitnessTests
from ironstride.frames.explore import AllAsked, Asked, CovariateWeeks, DoseWeeks
from ironstride.frames.running import WeeklyReferenceSpeed
from ironstride.metrics.covariates import covariate_weeks
from ironstride.metrics.doses import DOSES, Dose, weekly_dose
from ironstride.metrics.explore import Question, all_asked, lag_estimates, question
from ironstride.metrics.outcomes import OUTCOMES, Outcome, OutcomeName, weekly_outcome
from ironstride.metrics.reference_pace import weekly_reference_speed
from ironstride.metrics.zones import easy_boundary
from ironstride.store import Log, check_ins, fitness_tests
from ironstride.ui import cache
from ironstride.ui.page import Here
from ironstride.ui.together_data import Together


@dataclass(frozen=True, eq=False)
class Questions:
    """What is compared with what; each is computed when it is first asked for."""

    data: Together
    tests: DataFrame[FitnessTests]
    check_ins: DataFrame[CheckIns]
    _lags: dict[tuple[str, str], DataFrame[Asked]] = field(default_factory=dict)

    def one(self, dose: str, outcome: str) -> Question:
        """Return one question by the names of its dose and its outcome."""
        doses = {name: name for name in DOSES}
        outcomes = {name: name for name in OUTCOMES}
        return self._question(doses[dose], outcomes[outcome])  # type: ignore[index]

    def lags(self, dose: str, outcome: str) -> DataFrame[Asked]:
        """Return how one dose and one outcome go together, at each lag and adjustment."""
        if (dose, outcome) not in self._lags:
            self._lags[dose, outcome] = lag_estimates(self.one(dose, outcome))
        return self._lags[dose, outcome]

    @cached_property
    def all(self) -> DataFrame[AllAsked]:
        """Every question of the menu."""
        dosed = {one: self._dose(one) for one in DOSES}
        run = {one: self._outcome(one) for one in OUTCOMES}
        return all_asked(
            [
                question(dose, dosed[dose], outcome, run[outcome], self.covariates)
                for dose in DOSES
                for outcome in OUTCOMES
            ]
        )

    @cached_property
    def covariates(self) -> DataFrame[CovariateWeeks]:
        """What else changed, week by week."""
        boundary = easy_boundary(**self.data.settings.heart_rates())
        return covariate_weeks(
            self.data.runs,
            self.check_ins,
            today=self.data.today,
            easy_below_bpm=None if boundary is None else boundary.bpm,
        )

    @cached_property
    def reference(self) -> DataFrame[WeeklyReferenceSpeed]:
        """Speed at the reference heart rate, on the scale of the latest device."""
        return weekly_reference_speed(
            self.data.comparable_runs,
            reference_hr_bpm=self.data.reference_hr_bpm,
            today=self.data.today,
        )

    def _question(self, dose: Dose, outcome: OutcomeName) -> Question:
        run = self._outcome(outcome)
        return question(dose, self._dose(dose), outcome, run, self.covariates)

    def _dose(self, dose: Dose) -> DataFrame[DoseWeeks]:
        data = self.data
        formula = data.settings.e1rm_formula
        return weekly_dose(dose, data.sets, data.index, today=data.today, formula=formula)

    def _outcome(self, outcome: OutcomeName) -> Outcome:
        data = self.data
        return weekly_outcome(outcome, data.runs, self.tests, self.reference, today=data.today)


def questions(data: Together, here: Here) -> Questions:
    """Return the questions that this log can be asked, once for each state of the log."""

    def gather(log: Log, _: date) -> Questions:
        return Questions(data, fitness_tests(log), check_ins(log))

    return cache.questions(here.log, here.today, gather)
