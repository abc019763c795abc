"""Whether one tests now and then: TEST."""

from datetime import timedelta

from ironstride.metrics.rules.outcome import Outcome, lacking, met, unknown
from ironstride.metrics.rules.week import Week
from ironstride.metrics.wording import named
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count
from ironstride.weeks import WEEK


def lately(week: Week, guidance: Guidance) -> Outcome:
    """Tell whether a fitness test lies in the weeks up to the last day of this one (TEST).

    A run whose type is test counts as one; on one day they are one test. A log that began within
    these weeks holds no test of the time before it.
    """
    until = min(week.last, week.today)
    since = week.last - guidance.test_weeks * WEEK + timedelta(days=1)
    runs = [run for run in week.test_runs if since <= run.day <= until]
    days = sorted({day for day in week.tests if since <= day <= until} | {run.day for run in runs})
    span = f"in the {guidance.test_weeks} weeks up to {named(week.last)}"
    if days:
        last = named(days[-1])
        return met(f"{count(len(days), 'day')} with a test {span}, the last on {last}.", runs)
    said = f"No fitness test {span}; the rule asks for 1."
    if week.complete and (week.log_since is None or week.log_since > since):
        return unknown(f"{said} The log is younger than that.", "the weeks before the log began")
    return lacking(week, week.log_since, said)
