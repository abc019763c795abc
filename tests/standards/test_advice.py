"""What the rules say of simulated logs is what the shipped table holds."""

from ironstride.standards.advice import RULES
from ironstride.standards.detection import Pace, detection


def found_in_100(pace: Pace, effect: float = 0.3, weeks: int = 104) -> int:
    table = detection("on/off", pace)
    kept = table.found[table.effects.index(effect)][table.weeks.index(weeks)]
    return round(100 * kept / table.logs)


def test_the_rule_on_tests_says_how_often_an_effect_is_found_with_them() -> None:
    weekly, monthly = found_in_100("weekly test"), found_in_100("monthly test")
    told = f"in {weekly} of 100 with a test every week, in {monthly} with one every month"
    assert told in RULES["TEST"].evidence
    assert (
        f"in {found_in_100('weekly heart rate')} with heart rates alone" in RULES["TEST"].evidence
    )
