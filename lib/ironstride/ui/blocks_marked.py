"""The training blocks that the runner marked: each beside the weeks before it, mark, correct."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from ironstride.charts.race_words import day_in_words
from ironstride.metrics.blocks import HOW_LITTLE
from ironstride.records import TrainingBlock
from ironstride.store import (
    add_training_block,
    correct_training_block,
    delete_training_block,
    training_block,
)
from ironstride.ui import show, state
from ironstride.ui.forms.block_form import KINDS, block_form
from ironstride.ui.page import Here
from ironstride.ui.together_data import Together
from ironstride.ui.undo import undoable
from ironstride.ui.words import plain, tame
from ironstride.units import count

AT_FIRST = 6
EARLIER, MARK, CORRECT = "blocks-earlier", "blocks-mark", "blocks-correct"


def marked(data: Together, here: Here) -> None:
    """Draw every marked block, the newest first, and what marks, corrects and deletes one."""
    st.subheader("Your training blocks")
    if data.blocks.empty:
        st.info(
            "No block is marked yet. Mark the weeks of heavy lifting, of maintenance, of none, and "
            "what else happened (illness, travel): they are shaded behind the lines under Answer."
        )
    else:
        _listed(data)
    place = st.expander("Mark a block", icon=":material/add:", key=MARK, on_change="rerun")
    if state.was_opened(MARK, place.open):
        with place:
            _new(here)
    if not data.blocks.empty:
        _correct(data, here)


def _correct(data: Together, here: Here) -> None:
    label = "Correct or delete a block"
    place = st.expander(label, icon=":material/edit:", key=CORRECT, on_change="rerun")
    if state.was_opened(CORRECT, place.open):
        with place:
            _change(data, here)


def _listed(data: Together) -> None:
    rows: list[Any] = list(data.compared_blocks[::-1].itertuples())
    for row in rows[:AT_FIRST]:
        _block(row, data.today)
    if rows[AT_FIRST:]:
        label = count(len(rows) - AT_FIRST, "earlier block")
        place = st.expander(label, key=EARLIER, on_change="rerun")
        if place.open:
            with place:
                for row in rows[AT_FIRST:]:
                    _block(row, data.today)
    show.below(HOW_LITTLE, "blocks", None)


def _block(row: Any, today: date) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(_named(row))}** · {plain(_lasted(row, today))}")
        if row.kind != "life event":
            st.caption(plain(_compared(row)))
        if row.notes:
            st.caption(plain(row.notes))


def _named(row: Any) -> str:
    kind = KINDS[row.kind].partition(" (")[0]
    return f"{kind}: {tame(row.title)}" if row.title else kind


def _lasted(row: Any, today: date) -> str:
    """Return the days of a block, and how long it is or has been."""
    first = row.started_on.date()
    if pd.isna(row.ended_on):
        if first > today:
            return f"from {day_in_words(first)}"
        return f"since {day_in_words(first)}, {_length(first, today)} so far"
    last = row.ended_on.date()
    return f"{day_in_words(first)} to {day_in_words(last)}, {_length(first, last)}"


def _length(first: date, last: date) -> str:
    days = (last - first + timedelta(days=1)).days
    return count(round(days / 7), "week") if days >= 7 else count(days, "day")


def _compared(row: Any) -> str:
    """Return before and after of a block, or why they are not compared."""
    if row.speed_reason and row.speed_reason == row.strength_reason:
        return f"Before and after are not compared. {row.speed_reason}"
    pace = _change_of(
        row.speed_change,
        ("faster", "slower"),
        (row.speed_weeks_during, row.speed_weeks_before),
        row.speed_reason,
    )
    strength = _change_of(
        row.strength_change,
        ("more", "less"),
        (row.strength_weeks_during, row.strength_weeks_before),
        row.strength_reason,
    )
    return f"Easy pace: {pace} Leg strength: {strength}"


def _change_of(change: float, words: tuple[str, str], weeks: tuple[int, int], reason: str) -> str:
    if reason:
        return f"not compared. {reason}"
    during, before = weeks
    size = f"{abs(change):.1f}"
    told = "the same as" if size == "0.0" else f"{size} % {words[change < 0]} than"
    return f"{told} before ({count(during, 'week')} against {before})."


def _new(here: Here) -> None:
    def keep(block: TrainingBlock) -> None:
        add_training_block(here.log, block)
        state.tell(f"Marked: {_in_words(block)}.")

    if block_form(f"block-{state.turn('block')}", here.today, None, keep):
        state.next_turn("block")
        st.rerun()


def _change(data: Together, here: Here) -> None:
    known: list[Any] = list(data.blocks[::-1].itertuples())
    named = {int(row.block_id): f"{_named(row)}, {_lasted(row, data.today)}" for row in known}
    number: int = st.selectbox("Block", list(named), format_func=named.__getitem__)
    before = training_block(here.log, number)

    def keep(block: TrainingBlock) -> None:
        undoable(here.log, lambda: _corrected(here, number, block))

    if block_form(f"edit-block-{number}", here.today, before, keep):
        st.rerun()
    if st.button("Delete", key="delete-block", icon=":material/delete:"):
        undoable(here.log, lambda: _deleted(here, number, before))
        st.rerun()


def _corrected(here: Here, number: int, block: TrainingBlock) -> str:
    correct_training_block(here.log, number, block)
    return f"Corrected: {_in_words(block)}."


def _deleted(here: Here, number: int, block: TrainingBlock) -> str:
    delete_training_block(here.log, number)
    return f"Deleted: {_in_words(block)}."


def _in_words(block: TrainingBlock) -> str:
    kind = KINDS[block.kind].partition(" (")[0].lower()
    if block.ended_on is None:
        return f"{kind} since {day_in_words(block.started_on)}"
    return f"{kind} from {day_in_words(block.started_on)} to {day_in_words(block.ended_on)}"
