"""The last weeks as a grid of marks; each opens the sessions behind it."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts.rule_grid import rule_grid, rule_grid_alt
from ironstride.frames import History
from ironstride.frames.guidance import RuleWeeks
from ironstride.standards.advice import RULES
from ironstride.standards.guidance_choices import TEST_WEEKS
from ironstride.store import Wanted, history
from ironstride.ui import cache, rules_data, rules_list, sessions_of, show, state
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.weeks import WEEK

# Short enough for the side of a grid on a phone.
NAMES = {
    "FREQ-1": "1 lift", "FREQ-2-3": "2–3 lifts", "PLACE-HARD": "hard days",
    "PLACE-AFTER": "run first", "PLACE-REST": "rest day", "PLACE-ALT": "other days",
    "NEXT-DAY": "day after", "REPS-START": "12–15 reps", "REPS-HEAVY": "heavy legs",
    "MUSCLES": "muscles", "PLANK": "plank", "REST-SET": "set rest", "TEST": "test",
    "SPIKE": "long runs",
}  # fmt: skip
CHART = "chart-rule_grid"


def draw(here: Here) -> None:
    """Draw the grid, and the sessions behind the mark that was touched or chosen."""
    st.subheader("Which rules did the last weeks keep?")
    figure, says, drawn = _drawn(here)
    event: Any = st.plotly_chart(
        figure,
        config=show.CHART,
        alt=says,
        key=_key(),
        on_select="rerun",
        selection_mode="points",
    )
    show.below(says, "rule_grid", drawn)
    points = event.selection.points
    if points:
        rule, week = points[0]["customdata"][:2]
        state.keep("rules_rule", rule)
        state.keep("rules_week", pd.Timestamp(week))
    _opened(rules_data.results(here), here)


@cache.once
def _drawn(here: Here) -> cache.Drawn:
    table = rules_data.results(here)
    return rule_grid(table, NAMES), rule_grid_alt(table), table.drop(columns="sessions")


def _opened(table: DataFrame[RuleWeeks], here: Here) -> None:
    """Let a rule and a week be chosen without touching a mark, and say what lies behind it."""
    rules = [rule for rule in RULES if rule in set(table.rule)]
    with st.grid(2, min_column_width=150):
        rule = _choice("Rule", rules, "rules_rule", {one: RULES[one].title for one in rules})
        rows = table[table.rule == rule].iloc[::-1]
        weeks = {week: f"Week of {week.day} {week:%B %Y}" for week in rows.week}
        week = _choice("Week", list(weeks), "rules_week", weeks)
    (found,) = rows[rows.week == week].itertuples()
    missing = f" Missing: {found.missing}." if found.missing else ""
    st.markdown(
        f"**{rules_list.state_in_words(found.state).capitalize()}.** "
        f"{plain(found.sentence + missing)}"
    )
    behind = _sessions(found, here)
    if behind.empty:
        st.caption("No session stands behind this; all of the week:")
        sessions_of.week(week.date(), here, kind="")
        return
    sessions_of.rows(behind, here)


def _choice(label: str, options: list[Any], key: str, words: dict[Any, str]) -> Any:
    if state.kept(key, None) not in options:
        state.forget(key)
    return st.selectbox(
        label,
        options,
        format_func=words.__getitem__,
        key=key,
        on_change=_forget_touched,
    )


def _key() -> str:
    return f"{CHART}-{state.turn(CHART)}"


def _forget_touched() -> None:
    """Forget the mark that was touched before; only then is the chart drawn anew."""
    touched: Any = state.kept(_key(), None)
    if touched and touched.selection.points:
        state.next_turn(CHART)


def _sessions(found: Any, here: Here) -> DataFrame[History]:
    near = _near(here, found.week.date())
    return DataFrame[History](near[near.session_id.isin(found.sessions)])


@cache.once
def _near(here: Here, week: date) -> DataFrame[History]:
    """Return the sessions from which a rule can say something of a week."""
    wanted = Wanted(first=week - max(TEST_WEEKS) * WEEK, last=week + WEEK)
    return history(here.log, wanted)
