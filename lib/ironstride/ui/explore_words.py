"""What the exploration is called and what it says, in words."""

from typing import Any

from pandera.typing.pandas import DataFrame

from ironstride.frames.explore import AllAsked
from ironstride.metrics.association import MIN_PAIRS, MIN_WEEKS
from ironstride.metrics.explore import Question
from ironstride.metrics.wording import signed
from ironstride.units import count

DOSES = {
    "strength": "Strength",
    "sets": "Hard leg sets",
    "heavy": "Heavy share",
    "consistency": "Consistency",
}
OUTCOMES = {"heart_rate": "Pace at heart rate", "tests": "Tests and races", "tempo": "Tempo pace"}
IN_WORDS = {
    "strength": "Leg strength",
    "sets": "Hard leg sets",
    "heavy": "The heavy share of leg sets",
    "consistency": "Weeks with leg work",
    "heart_rate": "pace at the same heart rate",
    "tests": "tests and races",
    "tempo": "tempo pace",
}
ADJUSTED = {"season": "season", "usual": "season and distance", "everything": "all that is known"}
OPTIONAL = {
    "hard_share": "hard share of running",
    "temperature": "temperature",
    "body_mass": "body mass",
}
_GATES = {
    "only rises": "what is lifted has gone up all the time, but for one block at most",
    "only falls": "what is lifted has gone down all the time, but for one block at most",
    "within error": "what is lifted has moved by little more than the scatter of its measurement",
    "flat speed": "what is run has not moved",
}
HOLM_BELOW = 0.05


def lag_in_words(row: dict[Any, Any]) -> str:
    """Say why a question cannot be told, and what it would take."""
    pairs = count(row["n_pairs"], "block pair")
    if row["status"] == "not enough data":
        return (
            f"Cannot tell yet: {pairs} in which both are known. It takes {MIN_PAIRS} "
            f"pairs and {MIN_WEEKS} weeks."
        )
    reason = _GATES.get(
        row["gate"], "apart from season and distance, what is lifted has hardly moved"
    )
    return (
        f"Cannot tell: {reason} ({pairs}). It takes two blocks or more with clearly more of it "
        "and two with clearly less."
    )


def distance_in_words(dose: str, r: float, n: int) -> str:
    """Warn that a dose and running distance move together."""
    way = "more" if r > 0 else "less"
    return (
        f"{IN_WORDS[dose]} and running distance move together in your log: with more of the one "
        f"comes {way} of the other (r = {signed(r)}, {count(n, 'change')} from block to block). "
        "From 0.7 on, what lifting goes with can hardly be told from what distance goes with, and "
        "taking distance out takes most of the lifting with it: trust none of these numbers far."
    )


def left_out(asked: Question) -> str:
    """Say what was taken out as all that is known, and what is not known well enough."""
    used = [OPTIONAL[one] for one in asked.optional]
    rest = [name for one, name in OPTIONAL.items() if one not in asked.optional]
    if asked.outcome == "heart_rate" and "temperature" in rest:
        rest.remove("temperature")
    told = f"All that is known: season, distance, week number{''.join(', ' + one for one in used)}."
    if not rest:
        return told
    return f"{told} Not known in enough weeks, or the same in all: {', '.join(rest)}."


def all_in_words(table: DataFrame[AllAsked]) -> str:
    """Say how many pairs can be compared and how many stand out after paying for them all."""
    told = int(table.r.notna().sum())
    if not told:
        return f"None of the {len(table)} pairs can be compared yet."
    stands = int((table.p_holm < HOLM_BELOW).sum())
    which = "None stands" if not stands else "One stands" if stands == 1 else f"{stands} stand"
    return (
        f"{told} of {len(table)} pairs can be compared, each one block later with season, distance "
        f"and week number taken out. {which} out after Holm's correction (p below 0.05), which "
        "pays for asking them all: with nothing in any pair, one or more would in 5 of 100 logs."
    )
