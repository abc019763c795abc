"""The calendar of a trial: which block this is, when the next test is due, all days."""

from datetime import date, timedelta
from math import isnan
from typing import Any

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts.race_words import day_in_words
from ironstride.frames.trial import TrialBlocks, TrialTests
from ironstride.ui.forms.block_form import KINDS
from ironstride.ui.words import weekday_in_words


def now(
    blocks: DataFrame[TrialBlocks], tests: DataFrame[TrialTests], outcome: str, today: date
) -> str:
    """Return which block this is, and when the next test is due."""
    (block,) = [one for one in rows(blocks) if one.started_on.date() <= today <= last_day(one)]
    week = (today - block.started_on.date()).days // 7 + 1
    told = (
        f"Now: {block.kind}, block {block.block} of {len(blocks)}, week {week} of {block.weeks}, "
        f"until {weekday_in_words(last_day(block))}."
    )
    ahead = [one for one in rows(tests) if isnan(one.value) and _sunday(one) >= today]
    return (
        f"{told} Next {outcome}: in the week of {weekday_in_words(ahead[0].monday)}."
        if ahead
        else told
    )


def rows(table: Any) -> list[Any]:
    """Return a frame's rows, their columns as attributes."""
    return list(table.itertuples())


def last_day(block: Any) -> date:
    """Return the last day of a block."""
    last: date = block.ended_on.date()
    return last


def _sunday(test: Any) -> date:
    sunday: date = test.monday.date() + timedelta(days=6)
    return sunday


def calendar(blocks: DataFrame[TrialBlocks], tests: DataFrame[TrialTests], today: date) -> None:
    """Draw the days of every block, and every week in which a test is asked for."""
    ahead = today <= blocks["ended_on"].max().date()
    with st.expander("Calendar of blocks", expanded=ahead, icon=":material/calendar_month:"):
        st.dataframe(
            [
                {
                    "From": day_in_words(one.started_on),
                    "To": day_in_words(one.ended_on),
                    "Block": KINDS[one.kind],
                    "Weeks": one.weeks,
                    "Counts from": day_in_words(one.counts_from),
                }
                for one in rows(blocks)
            ],
            hide_index=True,
            alt="The blocks of the trial with their days",
        )
    with st.expander("Test weeks", icon=":material/timer:"):
        st.dataframe(
            [
                {
                    "Week of": day_in_words(one.monday),
                    "Test": _done(one, today),
                    "Counts": "yes" if one.counts else "no, too soon after a change",
                    "Block": KINDS[one.kind],
                }
                for one in rows(tests)
            ],
            hide_index=True,
            alt="The weeks in which the trial asks for a test",
        )


def _done(test: Any, today: date) -> str:
    if not isnan(test.value):
        return "done"
    return "missed" if _sunday(test) < today else "to come"
