"""The chart of records in ranges of reps, on its data."""

from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts import rep_records as charts
from ironstride.frames.strength_trends import BracketRecords
from ironstride.units import Units

KG, LB, TODAY = Units(), Units(weight="lb"), date(2026, 11, 20)


def records_of(*rows: tuple[str, str, float, float, float | None]) -> DataFrame[BracketRecords]:
    columns = ["bracket", "started_at", "reps", "load_kg", "gain_kg"]
    table = pd.DataFrame(rows, columns=columns)
    known: dict[str, Any] = {
        "exercise": "Back squat",
        "session_id": 1,
        "position": 0,
        "current": True,
    }
    return BracketRecords.validate(
        table.assign(started_at=pd.to_datetime(table.started_at), **known)
    )


RECORDS = records_of(
    ("11–15", "2026-01-01 18:00", 12, 60, None),
    ("4–6", "2026-01-01 18:00", 5, 100, None),
    ("4–6", "2026-02-01 18:00", 6, 100, 0),
    ("4–6", "2026-03-01 18:00", 5, 102.5, 2.5),
)


def test_each_range_of_reps_is_a_line_of_steps_to_today_with_a_mark_at_each_rise() -> None:
    steps, marks, other, _ = charts.progression(RECORDS, KG, today=TODAY).data
    assert steps.y.tolist() == [100, 100, 102.5, 102.5]
    assert steps.line.shape == "hv"
    assert steps.hoverinfo == "skip"
    assert pd.Timestamp(steps.x[-1]) == pd.Timestamp(TODAY)
    assert marks.y.tolist() == [100, 100, 102.5]
    assert other.y.tolist() == [60, 60]


def test_few_reps_come_first_and_each_range_has_its_own_colour_and_mark() -> None:
    marks = charts.progression(RECORDS, KG, today=TODAY).data[1::2]
    assert [one.name for one in marks] == ["4–6 reps", "11–15 reps"]
    assert marks[0].marker.color != marks[1].marker.color
    assert marks[0].marker.symbol != marks[1].marker.symbol


def test_loads_and_gains_are_told_in_the_chosen_unit() -> None:
    figure = charts.progression(RECORDS, LB, today=TODAY)
    assert figure.layout.yaxis.title.text == "load (lb)"
    assert figure.data[1].customdata[-1] == "5 × 226 lb<br>1 Mar 2026<br>+5.5 lb"
    assert figure.data[1].customdata[1] == "6 × 220.5 lb<br>1 Feb 2026"


def test_the_sentence_counts_the_rises_and_names_the_latest() -> None:
    assert charts.progression_alt(RECORDS, KG) == (
        "2 ranges of reps, 2 rises of a record since the first; the latest is 5 × 102.5 kg on "
        "1 Mar 2026."
    )


def test_no_record_draws_nothing_and_says_so() -> None:
    none = BracketRecords.empty()
    assert not charts.progression(none, KG, today=TODAY).data
    assert charts.progression_alt(none, KG) == "No record of this exercise yet."
