"""The muscles page's balance: one part of the body beside another, left beside right."""

from math import exp
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import balance as charts
from ironstride.charts.race_words import day_in_words
from ironstride.frames import LiftSets
from ironstride.frames.balance import BalanceBlocks
from ironstride.metrics.balance import CANNOT_TELL, LEAST_BLOCKS, balance_blocks
from ironstride.metrics.fitness import judged_tests
from ironstride.metrics.sides import side_bests, side_tests
from ironstride.store import fitness_tests
from ironstride.ui import cache, filters, menu
from ironstride.ui import show as on_page
from ironstride.ui.fitness_cards import CARDS
from ironstride.ui.page import Here, alone
from ironstride.ui.words import plain

# measure: (its name, the part that is shown, of what, whether the ratio is what people speak of)
MEASURES = {
    "hamstrings : quads": ("Hamstrings : quads", "hamstrings", "hamstrings and quads", True),
    "posterior : anterior": ("Posterior : anterior", "posterior", "posterior and anterior", True),
    "upper": ("Upper", "upper body", "all hard sets", False),
    "lower": ("Lower", "lower body", "all hard sets", False),
    "core": ("Core", "core", "all hard sets", False),
    "left : right": ("Left : right", "left", "one-sided sets", True),
}
NEWEST = 3
LEAST_SHOWN_PCT = 0.05


def show(_: DataFrame[LiftSets], here: Here) -> None:
    """Draw the last four weeks of each measure, the chosen one over time, and both sides."""
    blocks = _blocks(here)
    if blocks.empty:
        st.info("Cannot tell yet: balance is told by blocks of four finished weeks.")
    else:
        _last(blocks)
        alone(_over_time, here)
    _sides(here)


@cache.once
def _blocks(here: Here) -> DataFrame[BalanceBlocks]:
    return balance_blocks(
        cache.lift_sets(here.log),
        cache.exercise_muscles(here.log),
        today=here.today,
        week_start=here.settings.week_start,
        hard_rir=here.settings.hard_rir,
    )


def _last(blocks: DataFrame[BalanceBlocks]) -> None:
    begin = blocks.block.max()
    st.subheader(f"The four weeks from {begin.day} {begin:%B %Y}")
    on_page.numbers(*(_number(one) for one in blocks[blocks.block == begin].itertuples()))


def _number(one: Any) -> tuple[str, str, str]:
    name, _, _, as_ratio = MEASURES[one.measure]
    if pd.isna(one.share):
        value = "not known"
    elif as_ratio:
        value = "no other" if pd.isna(one.ratio) else f"{one.ratio:.2f}"
    else:
        value = units.percent(one.share)
    return name, value, _place(one)


def _place(one: Any) -> str:
    if pd.isna(one.share):
        return "fewer than 4 sets"
    if one.place == CANNOT_TELL:
        return f"cannot tell yet: {min(one.earlier, LEAST_BLOCKS)} of {LEAST_BLOCKS} earlier blocks"
    return f"{one.place} your own band"


def _over_time(here: Here) -> None:
    st.subheader("Which way is the balance going?")
    names = {measure: name for measure, (name, *_) in MEASURES.items()}
    drawn = _drawn(here, filters.choice("muscles", "measure", names))
    if drawn is None:
        st.info("Cannot tell yet: no block of four weeks has four hard sets of these parts.")
        return
    figure, says, own = drawn
    on_page.chart(figure, says, how="balance", table=own)


@cache.once
def _drawn(here: Here, measure: str) -> cache.Drawn | None:
    blocks = _blocks(here)
    _, part, both, _ = MEASURES[measure]
    own = DataFrame[BalanceBlocks](blocks[blocks.measure == measure])
    if own.share.notna().sum() == 0:
        return None
    return charts.balance(own, part=part, both=both), charts.balance_alt(own, part=part), own


def _sides(here: Here) -> None:
    st.subheader("Is one side stronger?")
    if told := _told(here):
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in told))
        return
    st.info(
        "Cannot tell yet: write the side of one-sided sets, left and right in one session, or test "
        "both sides."
    )
    menu.link("fitness_test", "Test both sides", fitness_protocol=CARDS["calf_raises"].name)


@cache.once
def _told(here: Here) -> list[str]:
    """Return the sides of the newest block and of the newest tests, a sentence each."""
    formula = here.settings.e1rm_formula
    lifted = side_bests(
        cache.lift_sets(here.log),
        today=here.today,
        week_start=here.settings.week_start,
        hard_rir=here.settings.hard_rir,
        formula=formula,
    )
    tested = side_tests(judged_tests(fitness_tests(here.log), formula))
    newest = lifted[lifted.block == lifted.block.max()]
    told = [_lifted(one) for one in newest.itertuples()]
    return told + [_tested(one) for one in tested.tail(NEWEST)[::-1].itertuples()]


def _lifted(one: Any) -> str:
    head = (
        f"{one.exercise}, four weeks from {day_in_words(one.block)}: "
        f"{units.count(one.left_sets, 'hard set')} left, {one.right_sets} right"
    )
    if pd.isna(one.difference):
        return f"{head}; cannot tell which is stronger, no session has an estimated 1RM of both"
    pairs = units.count(one.pairs, "session")
    return f"{head}; {_apart(one.difference)} in {pairs} with both: {one.verdict}"


def _tested(one: Any) -> str:
    left, right = (_measured(one.protocol, value) for value in (one.left, one.right))
    return (
        f"Test of {one.protocol.replace('_', ' ')}, {day_in_words(one.day)}: left {left}, right "
        f"{right}; {_apart(one.difference)}: {one.verdict}"
    )


def _measured(protocol: str, value: float) -> str:
    """Return a one-sided test's value, measured in reps, s or m, as the test's page shows it."""
    if protocol == "calf_raises":
        return units.count(round(value), "rep")
    return f"{100 * value:.0f} cm" if protocol == "hop" else f"{value:.0f} s"


def _apart(difference: float) -> str:
    stronger = "right" if difference > 0 else "left"
    more = 100 * (exp(abs(difference)) - 1)
    return "no difference" if more < LEAST_SHOWN_PCT else f"{stronger} {more:.1f} % more"
