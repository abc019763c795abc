"""Training blocks, trials and answers about watches: what is kept is what was said."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride import store
from ironstride.records import FieldError, TrainingBlock, WatchAnswer
from ironstride.store import Log
from tests.build import trial
from tests.logs import blocks, scratch

FIRST, LAST = date(2026, 1, 5), date(2026, 3, 29)
HEAVY = TrainingBlock(kind="heavy lifting", started_on=FIRST, ended_on=LAST, title="Squats")
LIGHT = TrainingBlock(kind="maintenance", started_on=date(2026, 3, 30), notes="once a week")
FLU = TrainingBlock(kind="life event", started_on=date(2026, 2, 2), ended_on=date(2026, 2, 8))


def test_a_block_is_kept_as_it_was_marked(log: Log) -> None:
    numbers = store.add_training_blocks(log, LIGHT, HEAVY, FLU)
    assert [store.training_block(log, number) for number in numbers] == [LIGHT, HEAVY, FLU]
    table = store.training_blocks(log)
    assert list(table.block_id) == [numbers[1], numbers[2], numbers[0]]
    assert list(table.ended_on.isna()) == [False, False, True]
    assert table.started_on.dt.date.tolist() == [FIRST, FLU.started_on, LIGHT.started_on]


def test_two_blocks_of_which_one_clashes_are_both_refused(log: Log) -> None:
    with pytest.raises(
        FieldError, match="marked as maintenance already, from 30 Mar 2026 and goes"
    ):
        store.add_training_blocks(log, LIGHT, replace(HEAVY, ended_on=LIGHT.started_on))
    assert store.training_blocks(log).empty
    assert log.revision == 0


def test_a_block_is_corrected_in_place_and_never_clashes_with_itself(log: Log) -> None:
    number, other = store.add_training_blocks(log, HEAVY, LIGHT)
    longer = replace(HEAVY, started_on=date(2025, 12, 29), title="Squats and hips")
    store.correct_training_block(log, number, longer)
    assert store.training_block(log, number) == longer
    with pytest.raises(FieldError, match="from 30 Mar 2026") as refusal:
        store.correct_training_block(log, number, replace(HEAVY, ended_on=None))
    assert refusal.value.field == "started_on"
    assert store.training_block(log, number) == longer
    assert store.training_block(log, other) == LIGHT


def test_a_block_that_is_not_there_is_not_corrected(log: Log) -> None:
    with pytest.raises(KeyError, match="no block 7"):
        store.correct_training_block(log, 7, HEAVY)
    with pytest.raises(KeyError, match="no block 7"):
        store.training_block(log, 7)
    assert log.revision == 0


def test_deleting_a_block_can_be_undone(log: Log) -> None:
    number, other = store.add_training_blocks(log, HEAVY, FLU)
    store.keep_for_undo(log)
    store.delete_training_block(log, number)
    assert list(store.training_blocks(log).block_id) == [other]
    assert store.undo(log, log.revision)
    assert store.training_block(log, number) == HEAVY


@given(st.lists(blocks, max_size=8))
def test_no_day_is_ever_in_two_blocks_of_lifting_or_not(marked: list[TrainingBlock]) -> None:
    with scratch() as log:
        kept: list[TrainingBlock] = []
        for block in marked:
            clash = any(block.clashes_with(other) for other in kept)
            try:
                number = store.add_training_block(log, block)
            except FieldError:
                assert clash
            else:
                assert not clash
                assert store.training_block(log, number) == block
                kept.append(block)
        assert len(store.training_blocks(log)) == len(kept)


@pytest.mark.parametrize(
    "row",
    [
        "('yoga', '2026-01-05', null)",
        "('no lifting', '2026-01-05', '2026-01-04')",
        "('no lifting', 'soon', null)",
        "('no lifting', null, null)",
    ],
)
def test_the_table_of_blocks_takes_no_nonsense(log: Log, row: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.execute(f"insert into training_block (kind, started_on, ended_on) values {row}")


def test_a_trial_is_kept_as_it_was_drawn(log: Log) -> None:
    early, late = trial(title="Squats?", notes="3 km on the track"), trial(begins_on=LAST + DAY)
    numbers = [store.add_trial(log, one) for one in (early, late)]
    assert store.trial(log, numbers[0]) == early
    assert store.trials(log) == {numbers[1]: late, numbers[0]: early}
    assert list(store.trials(log)) == numbers[::-1]


def test_deleting_a_trial_can_be_undone(log: Log) -> None:
    number = store.add_trial(log, trial())
    store.keep_for_undo(log)
    store.delete_trial(log, number)
    assert store.trials(log) == {}
    assert log.execute("select count(*) from trial_block").fetchone()[0] == 0
    with pytest.raises(KeyError, match="no trial"):
        store.trial(log, number)
    assert store.undo(log, log.revision)
    assert store.trial(log, number) == trial()


def test_a_drawn_trial_holds_plain_numbers_only() -> None:
    drawn = tuple(np.array([8, 12, 10, 10, 12, 8]))
    with pytest.raises(FieldError, match="a block must last"):
        trial(block_weeks=drawn)
    with scratch() as log:
        store.add_trial(log, trial(lifts_first=tuple(np.array([True, False, True]))))
        kinds = log.execute("select distinct typeof(kind), typeof(weeks) from trial_block")
        assert [tuple(row) for row in kinds] == [("text", "integer")]


def test_a_day_has_one_answer_about_the_watch(log: Log) -> None:
    store.answer_watch(log, WatchAnswer(day=LAST, is_new=True))
    store.answer_watch(log, WatchAnswer(day=FIRST, is_new=False))
    store.answer_watch(log, WatchAnswer(day=LAST, is_new=False))
    store.answer_watch(log, WatchAnswer(day=FIRST, is_new=True))
    table = store.watch_changes(log)
    assert table.day.dt.date.tolist() == [FIRST, LAST]
    assert table.is_new.tolist() == [True, False]
    store.forget_watch_answer(log, FIRST)
    assert store.watch_changes(log).day.dt.date.tolist() == [LAST]


def test_an_empty_log_has_empty_frames(log: Log) -> None:
    assert store.training_blocks(log).empty
    assert store.watch_changes(log).empty
    assert store.trials(log) == {}


DAY = timedelta(days=1)
