"""Rest between sets: REST-SET."""

from ironstride.metrics.rules.outcome import Outcome, nothing, unknown
from ironstride.metrics.rules.week import Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count


def between_sets(week: Week, _: Guidance) -> Outcome:
    """Tell that rest between sets is nowhere in the log (REST-SET).

    A session's time is no measure of it: warming up, changing weights and talking are in it too.
    """
    if not week.lifts:
        return nothing(week, "lift session")
    said = (
        f"{count(len(week.lifts), 'lift session')}; the log does not hold how long the rests were."
    )
    return unknown(said, "the rest between sets", week.lifts)
