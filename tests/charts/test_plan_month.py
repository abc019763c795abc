"""The month of the plan: each state has a shape, each day a square that can be clicked."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts.plan_month import month_days, plan_month, plan_month_alt
from ironstride.frames.plan import MARK_STATES, PlanMarks

TODAY = date(2026, 11, 18)


def marks(*rows: tuple[str, str, str], title: str = "") -> DataFrame[PlanMarks]:
    known = {"type": "", "title": title, "plan_id": 1, "session_id": 0}
    table = pd.DataFrame(
        [
            {"day": pd.Timestamp(day), "kind": kind, "state": state} | known
            for day, kind, state in rows
        ]
    )
    return PlanMarks.validate(table) if rows else PlanMarks.empty()


FOUR = marks(*[(f"2026-11-{16 + n}", "run", state) for n, state in enumerate(MARK_STATES)])


def test_each_kind_and_state_is_told_by_its_shape() -> None:
    drawn = plan_month(FOUR, TODAY, TODAY).data[:-1]
    symbols = {one.name: one.marker.symbol for one in drawn if one.showlegend}
    assert symbols == {
        "run, done": "circle",
        "run, planned": "circle-open",
        "run, not done": "circle-x-open",
        "run, skipped": "circle-x-open",
    }
    by_name = {one.name: one.marker.color for one in drawn}
    assert by_name["run, skipped"] != by_name["run, not done"]
    assert len({one.marker.symbol.split("-")[0] for one in drawn}) == 3


def test_every_day_of_the_whole_weeks_can_be_clicked() -> None:
    squares = plan_month(FOUR, TODAY, TODAY).data[-1]
    assert list(squares.customdata) == [str(day) for day in month_days(TODAY)]
    place = list(squares.customdata).index("2026-11-18")
    assert (squares.x[place], squares.y[place]) == (2, 3)  # the Wednesday of the fourth week


def test_a_week_may_begin_on_sunday() -> None:
    assert plan_month(FOUR, TODAY, TODAY, "sunday").layout.xaxis.ticktext[0] == "Sun"


def test_sessions_of_one_day_stand_side_by_side_and_its_words_name_all() -> None:
    day = [("2026-11-16", kind, "done") for kind in ("run", "lift", "other", "run")]
    built = plan_month(marks(*day), TODAY, TODAY)
    across = sorted(x for trace in built.data[:-1] for x in trace.x)
    assert len(across) == 3
    assert len(set(across)) == 3
    hover = next(one for one in built.data[-1].hovertext if "16 November" in one)
    assert hover.startswith("Monday 16 November, 4 sessions<br>run: done<br>lift: done")


def test_a_title_brings_no_markup_of_its_own() -> None:
    built = plan_month(marks(("2026-11-16", "run", "done"), title="<b>x"), TODAY, TODAY)
    assert "&lt;b&gt;x" in "".join(built.data[-1].hovertext)


def test_the_words_count_the_days_of_the_month_only() -> None:
    table = marks(("2026-10-31", "run", "done"), ("2026-11-01", "run", "done"))
    assert plan_month_alt(table, TODAY) == "November 2026: 1 done."
    assert plan_month_alt(marks(), TODAY) == "November 2026: nothing planned and nothing done."
    assert plan_month(marks(), TODAY, TODAY).layout.height > 300
