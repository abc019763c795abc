"""Every sentence the comparison may say, and the words it may not."""

import re
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.verdict import verdict

BANNED = ("causes", "proves", "because", "significant", "best lag", "injury risk", "!")


def found(
    status: Any, gate: Any = "passed", observed: tuple[float, ...] = (), **told: Any
) -> BlockAssociation:
    n_pairs = told.pop("n_pairs", 24)
    changes = pd.DataFrame({"observed_change": list(observed)}, dtype=float)
    association = BlockAssociation(status, gate, told.pop("n_weeks", 104), n_pairs, 4, changes)
    return replace(association, **told)


LINK: dict[str, Any] = {"r": 0.62, "ci_low": 0.27, "ci_high": 0.83, "n_pairs": 22, "spearman": 0.55}
SLOPE: dict[str, Any] = {"slope": 0.3, "slope_low": 0.114, "slope_high": 0.5}
UNCLEAR = found("no clear link", r=0.21, ci_low=-0.21, ci_high=0.57)
YOUNG = found("not enough data", "not reached", n_weeks=31, n_pairs=5)
GAPPY = found("not enough data", "not reached", n_weeks=80, n_pairs=7)
EMPTY = found("not enough data", "not reached", n_weeks=0, n_pairs=0)
UP = found("not enough ups and downs", "only rises", (1, 2, 3))
NEARLY_UP = found("not enough ups and downs", "only rises", (1, 2, -3))
DOWN = found("not enough ups and downs", "only falls", (-1, -2, -3))
NO_TURNS = found("not enough ups and downs", "no turns", (0, 0))
SCATTER = found("not enough ups and downs", "within error", (1, -1))
FLAT_SPEED = found("not enough ups and downs", "flat speed", (1, -1))
FASTER = found("link", **LINK, **SLOPE)
SLOWER = found(
    "link", r=-0.62, ci_low=-0.83, ci_high=-0.27, slope=-0.3, slope_low=-0.5, slope_high=-0.114
)
HINT = found("hint", **{**LINK, "spearman": 0.1}, **SLOPE)
EVERY = [
    UNCLEAR, YOUNG, GAPPY, EMPTY, UP, NEARLY_UP, DOWN, NO_TURNS, SCATTER, FLAT_SPEED,
    FASTER, SLOWER, HINT, replace(HINT, r=-0.62),
]  # fmt: skip


def test_under_a_year_the_weeks_are_counted_and_the_wait_is_told() -> None:
    said = verdict(YOUNG)
    assert said.title == "Cannot tell yet"
    assert said.sentence == (
        "You have 31 weeks. We draw both lines but don't compare them: "
        "below a year, coincidence looks just like a link."
    )
    assert "52 weeks and 10 pairs of blocks of 4 weeks" in said.what_it_takes
    assert said.what_it_takes.endswith("The earliest is 21 weeks from now.")


def test_a_single_week_is_one_week() -> None:
    said = verdict(replace(YOUNG, n_weeks=1))
    assert said.sentence.startswith("You have 1 week.")
    assert said.what_it_takes.endswith("51 weeks from now.")


def test_gaps_are_named_when_a_long_log_has_too_few_pairs() -> None:
    said = verdict(GAPPY)
    assert said.title == "Cannot tell yet"
    assert "You have 80 weeks, but gaps leave only 7 block pairs." in said.sentence
    assert said.what_it_takes.endswith("The earliest is 12 weeks from now.")


def test_a_log_without_shared_weeks_says_so() -> None:
    assert "over the same weeks yet" in verdict(EMPTY).sentence


@pytest.mark.parametrize(
    ("association", "words"),
    [
        (UP, "Your strength has only gone up, so we can't tell lifting from everything else that"),
        (NEARLY_UP, "Your strength has gone up in all but one block, so we can't tell"),
        (DOWN, "Your strength has only gone down, so we can't tell"),
        (NO_TURNS, "your strength has hardly moved"),
        (SCATTER, "little more than the scatter of its own measurement"),
        (FLAT_SPEED, "Your easy pace has not moved"),
    ],
)
def test_without_ups_and_downs_the_missing_side_is_named(
    association: BlockAssociation, words: str
) -> None:
    said = verdict(association)
    assert said.title.startswith("Cannot tell")
    assert words in said.sentence
    assert said.sentence.endswith("(24 block pairs).")


def test_no_clear_link_says_how_often_a_benefit_would_be_missed() -> None:
    said = verdict(UNCLEAR)
    assert said.title == "No clear link"
    assert said.sentence == (
        "No clear link (r = 0.21, plausible −0.21 to 0.57; 24 block pairs in 24 months). That does "
        "not mean lifting doesn't help: with this much data a real benefit would be missed about "
        "7 times in 10."
    )
    assert "3 % more speed from 10 % more strength" in said.what_it_takes
    assert said.what_it_takes.endswith("missed about 3 times in 10.")


@pytest.mark.parametrize(
    ("pattern", "missed", "words"),
    [
        ("on/off", 7, "12 weeks of lifting and 12 without in turn"),
        ("wandering", 8, "strength that goes up and down by about 5 % as it happens"),
        ("rise and plateau", 10, "strength that goes one way and then stays"),
    ],
)
def test_how_often_a_benefit_is_missed_depends_on_how_strength_moved(
    pattern: Any, missed: int, words: str
) -> None:
    said = verdict(UNCLEAR, pattern)
    assert f"missed about {missed} times in 10" in said.sentence
    assert words in said.what_it_takes


def test_gaps_count_against_how_much_can_be_seen() -> None:
    assert "missed about 8 times in 10" in verdict(replace(UNCLEAR, n_pairs=18)).sentence


def test_a_link_is_called_a_link_in_this_log_and_no_more() -> None:
    said = verdict(FASTER)
    assert said.title == "Faster after stronger months"
    assert said.sentence == (
        "In months after your strength rose, your easy pace tended to improve (r = 0.62, 0.27 to "
        "0.83, 22 block pairs). This is a link in your log, not proof that lifting caused it. "
        "About 0.30 % faster per 1 % stronger (plausible 0.11 to 0.50)."
    )
    assert "8 to 12 weeks" in said.what_it_takes


def test_a_link_downwards_mentions_fatigue_and_the_trade_off() -> None:
    said = verdict(SLOWER)
    assert said.title == "Slower after stronger months"
    assert "tended to slow down (r = −0.62, −0.83 to −0.27, 24 block pairs)" in said.sentence
    assert "About 0.30 % slower per 1 % stronger (plausible 0.11 to 0.50)." in said.sentence
    assert said.sentence.endswith(
        "Tired legs, or running given up for lifting, would look just like this."
    )


def test_a_hint_says_that_a_few_blocks_carry_it() -> None:
    said = verdict(HINT)
    assert said.title == "A hint: faster after stronger months"
    assert said.sentence.endswith("By rank alone r = 0.10: a few blocks carry much of this link.")


@pytest.mark.parametrize("pattern", ["on/off", "wandering", "rise and plateau"])
@pytest.mark.parametrize("association", EVERY)
def test_no_verdict_holds_a_banned_word_or_an_unknown_number(
    association: BlockAssociation, pattern: Any
) -> None:
    said = verdict(association, pattern)
    text = f"{said.title} {said.sentence} {said.what_it_takes}"
    assert not [word for word in BANNED if word in text.lower()]
    assert not re.search(r"\bnan\b|-\d|\b1 (weeks|pairs|times)\b", text)
    assert all((said.title, said.sentence, said.what_it_takes))
