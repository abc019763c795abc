"""How long it takes to see an effect, in words that follow the table of simulated logs."""

import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from ironstride.frames.blocks import TrainingBlocks
from ironstride.frames.together import BlockAssociation
from ironstride.metrics.power import power_needed
from ironstride.metrics.what_it_takes import ROWS, basis, lifting_pattern, what_it_takes

UNCLEAR = BlockAssociation("no clear link", "passed", 104, 24, 4, pd.DataFrame())


def marked(*kinds: str) -> Any:
    days = pd.date_range("2025-01-06", periods=len(kinds), freq="84D")
    frame = pd.DataFrame({"kind": kinds, "started_on": days, "ended_on": days})
    frame = frame.assign(block_id=range(1, len(kinds) + 1), title="", notes="")
    return TrainingBlocks.validate(frame) if kinds else TrainingBlocks.empty()


@pytest.mark.parametrize(
    ("kinds", "pattern"),
    [
        ((), "wandering"),
        (("heavy lifting", "heavy lifting"), "wandering"),
        (("heavy lifting", "maintenance"), "wandering"),
        (("heavy lifting", "life event", "heavy lifting"), "wandering"),
        (("heavy lifting", "maintenance", "heavy lifting"), "on/off"),
        (("heavy lifting", "no lifting", "heavy lifting"), "on/off"),
    ],
)
def test_lifting_in_turn_takes_two_blocks_with_it_and_one_without(
    kinds: tuple[str, ...], pattern: str
) -> None:
    assert lifting_pattern(UNCLEAR, marked(*kinds)) == pattern


def test_strength_that_goes_one_way_rises_and_stays() -> None:
    one_way = replace(UNCLEAR, status="not enough ups and downs", gate="only rises")
    assert lifting_pattern(one_way, marked()) == "rise and plateau"


def test_the_columns_say_what_the_simulated_logs_showed() -> None:
    columns = what_it_takes(UNCLEAR, "on/off")
    assert list(columns) == ["3 % faster", "1.5 % faster"]
    needed = power_needed(0.3, weeks_so_far=104, pattern="on/off")
    assert needed.monthly is not None
    assert columns["3 % faster"][:3] == [
        f"{round(100 * needed.found_now)} of 100 logs",
        f"{needed.more_weeks} more weeks",
        (
            f"{needed.monthly.weeks} weeks: {needed.monthly.blocks} blocks, "
            f"{needed.monthly.tests} tests"
        ),
    ]


def test_a_rise_without_a_fall_is_not_seen_within_five_years() -> None:
    column = what_it_takes(UNCLEAR, "rise and plateau")["3 % faster"]
    assert column[1] == "more than five years"


def test_under_a_year_no_log_shows_anything() -> None:
    young = BlockAssociation("not enough data", "not reached", 31, 5, 4, pd.DataFrame())
    assert what_it_takes(young, "on/off")["3 % faster"][0] == "0 of 100 logs"


def test_a_log_that_is_long_enough_says_so() -> None:
    long = replace(UNCLEAR, n_weeks=400, n_pairs=98)
    assert what_it_takes(long, "on/off")["3 % faster"][1] == "enough"


@pytest.mark.parametrize("pattern", ["on/off", "wandering", "rise and plateau"])
def test_every_cell_is_words_and_the_basis_is_named(pattern: Any) -> None:
    for column in what_it_takes(UNCLEAR, pattern).values():
        assert len(column) == len(ROWS)
        assert not re.search(r"nan|None|\b1 (weeks|blocks|tests)\b", " ".join(column))
    assert basis(UNCLEAR, pattern).startswith("If 10 % more strength made you this much faster")
    assert "104 weeks in block pairs so far" in basis(UNCLEAR, pattern)
