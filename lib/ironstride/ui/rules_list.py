"""Each rule with its state, its words, who says so and who disagrees, and its switch."""

from typing import Any

import pandas as pd
import streamlit as st

from ironstride.charts.race_words import each
from ironstride.standards.advice import RULES
from ironstride.ui import rules_choices, rules_data, state
from ironstride.ui.page import Here
from ironstride.ui.words import plain

ICONS = {
    "met": ":material/check:",
    "not met": ":material/close:",
    "not assessable": ":material/question_mark:",
    "open": ":material/more_horiz:",
}
WORDS = {"open": "still open"}


def show(here: Here) -> None:
    """Draw the rules that apply, each to be opened; then those that are switched off."""
    table = rules_data.results(here)
    for rule in RULES:
        rows = table[table.rule == rule]
        if not rows.empty:
            _rule(rule, rows, here)
    off = [rule for rule in RULES if rule in here.settings.guidance.off]
    if off:
        st.subheader("Switched off")
    for rule in off:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(RULES[rule].title)
            _switch(rule, here, on=True)


def state_in_words(one: str) -> str:
    """Return a state as the page says it."""
    return WORDS.get(one, one)


def _rule(rule: str, rows: pd.DataFrame, here: Here) -> None:
    last = rows.iloc[-1]
    before = rows[rows.complete].tail(1).state.tolist()
    label = f"{RULES[rule].title} · {state_in_words(last.state)}" + (
        f", last week {before[0]}" if before and not last.complete else ""
    )
    place = st.expander(label, icon=ICONS[last.state], key=f"rule-{rule}", on_change="rerun")
    if place.open:
        with place:
            st.markdown("\n\n".join(_in_full(rule, rows)))
            _switch(rule, here, on=False)


def _in_full(rule: str, rows: pd.DataFrame) -> list[str]:
    words, over = RULES[rule], rows[rows.complete]
    found = over.state.value_counts()
    return [
        *(_week(row) for row in each(rows.tail(2).iloc[::-1])),
        (
            f"In {len(over)} finished weeks: met {found.get('met', 0)}, not met "
            f"{found.get('not met', 0)}, not assessable {found.get('not assessable', 0)}."
        ),
        plain(f"The rule: {words.asks}"),
        plain(f"Source: {words.source}"),
        f"**Evidence: {words.grade}.** {plain(words.evidence)}",
        f"**Why people disagree.** {plain(words.disagree)}",
    ]


def _week(row: Any) -> str:
    when = "Last finished week" if row.complete else "This week so far"
    missing = f" Missing: {row.missing}." if row.missing else ""
    return f"**{when}: {state_in_words(row.state)}.** {plain(row.sentence + missing)}"


def _switch(rule: str, here: Here, *, on: bool) -> None:
    label = "Switch on" if on else "Switch this rule off"
    if st.button(label, key=f"switch-{rule}"):
        rules_choices.switch(rule, here, on=on)
        done = "on" if on else "off"
        state.tell(f"Switched {done}: {RULES[rule].title}.")
        st.rerun()
