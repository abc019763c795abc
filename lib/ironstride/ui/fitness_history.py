"""The history of one fitness test: the last change judged, a table, a chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import expm1, isnan
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import fitness as charts
from ironstride.charts.race_words import each
from ironstride.frames.fitness import JudgedTests
from ironstride.metrics.fitness import MAY_BE_NOISE, MORE_THAN_NOISE, PRACTICE, judged_tests
from ironstride.records import FitnessTest
from ironstride.records.fitness_test import Protocol
from ironstride.store import fitness_test, fitness_tests
from ironstride.ui import cache, fitness_correct, show, state
from ironstride.ui.page import Here, alone
from ironstride.ui.words import plain, tame
from ironstride.units import Units

DAY = "%a %d %b %Y"
SHORT = {MAY_BE_NOISE: "may be noise", MORE_THAN_NOISE: "more than noise"}  # for a phone's width


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """What the page draws of one protocol's tests; `newest` is the test done last."""

    latest: str
    rows: pd.DataFrame
    names: Mapping[int, str]
    newest: int
    figure: Any
    says: str


def newest(protocol: Protocol, here: Here) -> FitnessTest | None:
    """Return the test of a protocol that was done last."""
    drawn = _drawn(here, protocol)
    return fitness_test(here.log, drawn.newest) if drawn else None


def history(protocol: Protocol, here: Here) -> None:
    """Draw what is known of one protocol's tests."""
    st.subheader("Is the change real?")
    drawn = _drawn(here, protocol)
    if drawn is None:
        st.info("No test of this kind yet. The first one is practice; later ones are compared.")
        return
    st.markdown(drawn.latest)
    st.dataframe(drawn.rows, hide_index=True, alt="Every test of this protocol")
    alone(partial(fitness_correct.show, drawn.names), here)
    show.chart(drawn.figure, drawn.says, how="fitness")


@cache.once
def _drawn(here: Here, protocol: Protocol) -> _Drawn | None:
    """Judge the tests of one protocol, and write and draw them; None where there is none."""
    tests, chosen = fitness_tests(here.log), here.settings.units
    same = tests[tests.protocol == protocol].reset_index(drop=True)
    if same.empty:
        return None
    judged = judged_tests(same, here.settings.e1rm_formula)
    latest = [_latest(kind.iloc[-1], chosen) for _, kind in judged.groupby(JudgedTests.series)]
    return _Drawn(
        latest="\n\n".join(plain(one) for one in latest),
        rows=_rows(judged, chosen),
        names={int(one.test_id): _named(one, chosen) for one in each(judged[::-1])},
        newest=int(same.test_id.iloc[-1]),
        figure=charts.history(judged, chosen),
        says=charts.history_alt(judged, chosen),
    )


def _latest(test: Any, chosen: Units) -> str:
    """Return what the last test of a kind says, with the lines that it was held against."""
    kind = charts.kind_in_words(test, chosen)
    told = f"{test.day:{DAY}}: {charts.result_in_words(test, chosen)}"
    told = f"{kind[:1].upper()}{kind[1:]}, {told}" if kind else told
    if isnan(test.change):
        return f"{told}. {_why_not(test)}"
    whose = "your own tests" if test.own_error else "published errors"
    return (
        f"{told}, {_percent(test.change)} against {test.against:{DAY}}: {test.verdict}. "
        f"By {whose}, {_percent(-test.line_1)} to {_percent(test.line_1)} is too small to tell; "
        f"below {_percent(-test.line_2)} or above {_percent(test.line_2)} is more than the usual "
        "noise."
    )


def _why_not(test: Any) -> str:
    if test.verdict == PRACTICE:
        return "This one is practice: later tests are not compared with it."
    return "Cannot tell yet: there is no earlier test of the same kind, practice aside."


def _rows(judged: DataFrame[JudgedTests], chosen: Units) -> pd.DataFrame:
    rows = [_row(one, chosen) for one in each(judged[::-1])]
    # A column that says nothing in any row only makes the table wider.
    columns = [name for name in rows[-1] if any(row.get(name) for row in rows)]
    return pd.DataFrame(rows, columns=columns)


def _row(test: Any, chosen: Units) -> dict[str, str]:
    return {
        "Date": f"{test.day:%Y-%m-%d}",
        "Result": _result(test, chosen),
        "Change": "" if isnan(test.change) else _percent(test.change),
        "Real change?": SHORT.get(test.verdict, test.verdict),
        **_beside(test, chosen),
        "Notes": tame(test.notes),
    }


def _beside(test: Any, chosen: Units) -> dict[str, str]:
    """Return what is worked out of a result, where that is something else."""
    if test.protocol == "time_trial":
        return {"Pace": units.format_pace(test.distance_m, test.duration_s, chosen.distance)}
    if test.protocol == "submaximal_run":
        return {"Heart rate": f"{test.avg_hr_bpm:.0f} bpm"}
    if test.protocol == "rep_max" and not isnan(test.value):
        return {"Estimated 1RM": units.format_weight(test.value, chosen.weight)}
    return {}


def _named(test: Any, chosen: Units) -> str:
    return f"{test.day:{DAY}} · {_result(test, chosen)}"


def _result(test: Any, chosen: Units) -> str:
    lifted = test.protocol == "rep_max"  # the result names the reps already
    kind = test.exercise if lifted else charts.kind_in_words(test, chosen)
    parts = (kind, charts.result_in_words(test, chosen))
    return tame(" · ".join(part for part in parts if part))


def saved(tests: tuple[Any, ...]) -> None:
    """Tell that tests were saved, with a second look where a value is unusual."""
    look = fitness_correct.second_look(*tests)
    state.next_turn("fitness")
    state.tell(f"Saved: {units.count(len(tests), 'test')}.{look}")
    st.rerun()


def _percent(change: float) -> str:
    return f"{100 * expm1(change):+.1f} %".replace("-", "−")
