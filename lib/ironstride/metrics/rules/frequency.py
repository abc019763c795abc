"""How often one lifts: FREQ-1 and FREQ-2-3."""

from ironstride.metrics.rules.outcome import Outcome, broken, lacking, met
from ironstride.metrics.rules.week import Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count

FEWEST, MOST = 2, 3


def once(week: Week, _: Guidance) -> Outcome:
    """Tell whether a week has a lift session (FREQ-1)."""
    done = week.lifts
    sentence = f"{count(len(done), 'lift session')}; the rule asks for 1 or more."
    return met(sentence, done) if done else lacking(week, week.lifts_since, sentence)


def two_or_three(week: Week, _: Guidance) -> Outcome:
    """Tell whether a week has 2 to 3 lift sessions (FREQ-2-3); two on one day are two."""
    done = week.lifts
    sentence = f"{count(len(done), 'lift session')}; the rule asks for {FEWEST} to {MOST}."
    if len(done) > MOST:
        return broken(sentence, done)
    if len(done) >= FEWEST:
        return met(sentence, done)
    return lacking(week, week.lifts_since, sentence, done)
