from datetime import date, timedelta

import pandas as pd

from ironstride.charts.rule_grid import MARKS, rule_grid, rule_grid_alt
from ironstride.frames.guidance import STATES, RuleWeeks

NAMES = {"FREQ-1": "1 lift", "PLANK": "plank", "TEST": "test"}
WEEKS = [date(2026, 11, 2) + timedelta(weeks=n) for n in range(4)]
TABLE = RuleWeeks.validate(
    pd.DataFrame(
        [
            {"week": pd.Timestamp(week), "rule": rule, "state": state, "sentence": "so",
             "missing": "", "sessions": (), "complete": week != WEEKS[-1]}
            for rule in ("FREQ-1", "TEST")
            for week, state in zip(WEEKS, STATES, strict=True)
        ]
    )
)  # fmt: skip


def test_each_state_has_a_mark_of_its_own_and_not_its_colour_alone() -> None:
    assert set(MARKS) == set(STATES)
    assert len({mark for mark, _, _ in MARKS.values()}) == len(STATES)
    built = rule_grid(TABLE, NAMES)
    assert [set(one.text) for one in built.data] == [{mark} for mark, _, _ in MARKS.values()]


def test_a_mark_names_its_rule_and_week() -> None:
    met = rule_grid(TABLE, NAMES).data[0]
    assert [list(one) for one in met.customdata] == [
        ["FREQ-1", "2026-11-02"],
        ["TEST", "2026-11-02"],
    ]


def test_only_rules_with_weeks_have_a_row_the_first_on_top() -> None:
    assert list(rule_grid(TABLE, NAMES).layout.yaxis.categoryarray) == ["test", "1 lift"]


def test_the_sentence_tells_the_marks_apart() -> None:
    assert rule_grid_alt(TABLE) == (
        "2 rules in 3 finished weeks and the unfinished one, last: "
        "✓ met, ✗ not met, ? not assessable, … still open."
    )


def test_no_rule_is_an_empty_grid() -> None:
    empty = RuleWeeks.empty()
    assert rule_grid_alt(empty) == "No rule is switched on."
    assert all(len(one.x) == 0 for one in rule_grid(empty, NAMES).data)
