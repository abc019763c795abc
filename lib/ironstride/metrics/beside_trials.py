"""What a log says, in words that stand beside what trials found."""

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.prior_weighted import Slope, own_share, own_slope, prior_weighted
from ironstride.metrics.verdict import slope_in_words, verdict
from ironstride.metrics.wording import interval, signed
from ironstride.units import count

# Economy per strength in Støren 2008 (doi 10.1249/MSS.0b013e318168da2f): 5.0 % from 33.2 %.
TRIAL_SLOPE = 0.15


def log_says(found: BlockAssociation) -> str:
    """Say in short what the log says: nothing yet, no clear link, or its slope."""
    own, pairs = own_slope(found), count(found.n_pairs, "block pair")
    if found.has_slope:
        return f"{slope_in_words(found)} {pairs}. Trials measured economy, your log easy pace."
    if own is None:
        return f"{verdict(found).title}. There is no slope of your own yet ({pairs})."
    low, high = own.interval
    told = (
        f"No clear link: anything from {_paced(low)} to {_paced(high)} per 1 % stronger would fit "
        f"your log ({pairs})."
    )
    if low <= TRIAL_SLOPE <= high:
        return f"{told} So would a gain like that of the trials, and so would none."
    return told


def _paced(slope: float) -> str:
    return f"{signed(abs(slope))} % {'faster' if slope > 0 else 'slower'}"


def weighed_in_words(own: Slope) -> str:
    """Say what log and trials give together, and how much of it is the log's."""
    both = prior_weighted(own)
    return (
        f"Trials suggest 0.10 ± 0.10 % more speed per 1 % of strength, your log "
        f"{signed(own.mean)} ± {signed(own.se)}. Weighed by how sure each is: {signed(both.mean)} "
        f"± {signed(both.se)}, plausible {interval(*both.interval)}. Your log carries "
        f"{round(100 * own_share(own))} % of the weight."
    )
