"""Every branch of what is said of the days after heavy leg work."""

from dataclasses import replace

import pandas as pd
import pytest

from ironstride.frames.acute import GroupMeans
from ironstride.metrics.acute import AcuteCost, Behind
from ironstride.metrics.group_means import Difference
from ironstride.metrics.runs_after import AFTER, ORDER
from ironstride.ui import acute_words, explain_acute, together_acute

BEHIND = Behind(
    heavy_sessions=40,
    sessions_without_time=0,
    sessions_without_length=0,
    runs_by_heart_rate=90,
    runs_by_rpe=0,
    runs_without_time=0,
    runs_without_effort=0,
)
SLOWER = Difference("0 to 24 h", "over 72 h", 31, 24, -1.3, -2.2, -0.4, 0.45)


def found(behind: Behind = BEHIND, **told: Difference) -> AcuteCost:
    def means(groups: tuple[str, ...], *runs: int) -> pd.DataFrame:
        table = pd.DataFrame({"group": groups, "runs": runs, "weeks": 1})
        return GroupMeans.validate(table.assign(mean_pct=None, low_pct=None, high_pct=None))

    rest = {"cost": None, "same_day": None, "next_day": None} | told
    return AcuteCost(means(AFTER, 3, 5, 6, 7), means(ORDER, 1, 2, 3, 4), behind=behind, **rest)  # type: ignore[arg-type]  # what is told is a Difference or None


FIRST_DAY = "n the first 24 hours after heavy leg work your steady runs were"
COMPARED = "All 90 runs are compared at the same heart rate."


def test_a_clear_cost_is_told_with_its_interval_and_runs() -> None:
    assert acute_words.cost(found(cost=SLOWER)) == (
        f"I{FIRST_DAY} 1.3 % slower than those more than 72 hours (up to 7 days) after it (95 % "
        f"interval 0.4 to 2.2 % slower; 31 against 24 runs). {COMPARED}"
    )


def test_faster_runs_are_told_the_same_way() -> None:
    faster = replace(SLOWER, against="24 to 48 h", pct=1.0, low_pct=0.2, high_pct=1.8)
    assert acute_words.cost(found(cost=faster)) == (
        f"I{FIRST_DAY} 1.0 % faster than those 24 to 48 hours after it, when it may still be felt "
        f"(95 % interval 0.2 to 1.8 % faster; 31 against 24 runs). {COMPARED}"
    )


def test_an_unclear_difference_says_what_would_often_be_missed() -> None:
    unclear = replace(SLOWER, against="48 to 72 h", pct=-0.3, low_pct=-1.5, high_pct=0.9)
    assert acute_words.cost(found(cost=unclear)) == (
        f"No clear difference: i{FIRST_DAY} 0.3 % slower than those 48 to 72 hours after it (95 % "
        "interval 1.5 % slower to 0.9 % faster; 31 against 24 runs). With this many runs, a "
        f"difference below 1.3 % would often be missed. {COMPARED}"
    )


def test_without_enough_runs_it_says_what_it_would_take() -> None:
    assert acute_words.cost(found()) == (
        "Cannot tell yet. This takes 8 steady runs in 4 different weeks in the 24 hours after "
        "heavy leg work, and as many 24 to 48, 48 to 72 or more than 72 hours after it, side by "
        "side in the same four weeks. So far: 3 in the first 24 hours, 5 from 24 to 48, 6 from 48 "
        "to 72 and 7 after more than 72."
    )


def test_runs_without_any_effort_are_named_as_what_is_missing() -> None:
    behind = replace(BEHIND, runs_by_heart_rate=0, runs_without_effort=18)
    assert acute_words.cost(found(behind)) == (
        "Cannot tell yet. In the week after heavy leg work what the log has is 18 runs with "
        "neither heart rate nor RPE, and pace says nothing without the effort. From now on, note "
        "the RPE of your runs, or bring them in with heart rate."
    )
    assert "neither" not in acute_words.left_out(behind)


def test_a_difference_that_rounds_to_nothing_is_called_none() -> None:
    even = replace(SLOWER, pct=0.04, low_pct=-0.3, high_pct=0.4)
    assert acute_words.cost(found(cost=even)).startswith(
        f"No clear difference: i{FIRST_DAY} as fast as those more than 72 hours"
    )
    assert "after lifting were as fast as runs before it" in acute_words.same_day(
        found(same_day=even)
    )


def test_thousands_of_runs_are_written_like_every_other_number() -> None:
    many = replace(BEHIND, runs_by_heart_rate=1022, runs_by_rpe=106)
    assert acute_words.effort(many).startswith("All 1\u202f128 runs")


def test_the_order_on_one_day_is_told_or_what_it_would_take() -> None:
    assert acute_words.same_day(found(same_day=SLOWER)).startswith(
        "On days with both, runs after lifting were 1.3 % slower than runs before it (95 %"
    )
    assert acute_words.same_day(found()) == (
        "On one day: cannot tell yet, this takes 8 steady runs in 4 different weeks of either "
        "order; so far 1 with the run first and 2 with the lifting first."
    )


def test_the_day_after_is_told_or_what_it_would_take() -> None:
    assert acute_words.next_day(found(next_day=SLOWER)).startswith(
        "The day after lifting first, runs were 1.3 % slower than the day after running first"
    )
    assert acute_words.next_day(found()).endswith(
        "so far 3 with the run first and 4 with the lifting first."
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"runs_by_heart_rate": 0, "runs_by_rpe": 5}, "All 5 runs are compared at the same RPE."),
        (
            {"runs_by_rpe": 5},
            (
                "All 95 runs are compared at the same effort: 90 by heart rate and 5, which have "
                "none, by RPE."
            ),
        ),
    ],
)
def test_the_measure_of_effort_is_said(changes: dict[str, int], sentence: str) -> None:
    assert acute_words.effort(replace(BEHIND, **changes)) == sentence


def test_all_that_is_left_out_is_counted() -> None:
    assert acute_words.left_out(BEHIND) == (
        "40 sessions of heavy leg work, each with 4 heavy sets for the legs or more."
    )
    behind = replace(
        BEHIND,
        sessions_without_time=3,
        sessions_without_length=1,
        runs_without_time=12,
        runs_without_effort=2,
    )
    assert acute_words.left_out(behind).split(". ")[1:] == [
        (
            "2 runs in the week after them left out: neither heart rate nor RPE, and pace says "
            "nothing without the effort"
        ),
        (
            "12 runs left out, whose own time of day is not known, or that of the heavy leg work "
            "before (3 of the 40 have none)"
        ),
        "1 lift session without a length taken as one hour long.",
    ]


def test_no_word_of_it_claims_too_much() -> None:
    clear, unclear = found(cost=SLOWER), found()
    said = [
        acute_words.NO_HEAVY,
        acute_words.CHOSEN,
        *acute_words.LONG_AGO.values(),
        *explain_acute.ACUTE.values(),
        together_acute.TRIAL,
        together_acute.TRIAL_SAYS,
        *(
            tell(one)
            for one in (clear, unclear)
            for tell in (acute_words.cost, acute_words.same_day, acute_words.next_day)
        ),
    ]
    banned = "causes|proves|because|significant|best lag|injury risk|VDOT|TSS|CTL|!"
    assert not pd.Series(said).str.contains(banned, case=False).any()
