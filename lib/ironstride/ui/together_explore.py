"""Exploration on the page Together: a fixed menu, every lag, and the price of asking often."""

import math
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import explore as charts
from ironstride.frames.explore import Asked
from ironstride.metrics import explore
from ironstride.metrics.shuffles import shuffled_share
from ironstride.metrics.wording import interval, signed
from ironstride.ui import cache, explore_data, filters, menu, together_watch
from ironstride.ui import show as on_page
from ironstride.ui.explore_words import (
    ADJUSTED,
    DOSES,
    IN_WORDS,
    OUTCOMES,
    all_in_words,
    distance_in_words,
    lag_in_words,
    left_out,
)
from ironstride.ui.page import Here
from ironstride.ui.together_data import ENTER, Together, gather
from ironstride.ui.words import plain
from ironstride.units import count, number

DECLARED = ("strength", "heart_rate")


def show(data: Together, here: Here) -> None:
    """Draw the menu, how the chosen pair goes together at each lag, and what asking often costs."""
    together_watch.ask(data, here)
    st.caption("What is lifted")
    dose = filters.choice("together", "dose", DOSES)
    st.caption("What is run")
    outcome = filters.choice("together", "outcome", OUTCOMES)
    questions = explore_data.questions(data, here)
    asked, estimates = _asked(here, dose, outcome), questions.lags(dose, outcome)
    _say_what_it_is(dose, outcome)
    _say_what_it_rests_on(asked, data)
    _beside(estimates)
    if share := _shuffled(here, dose, outcome):
        st.caption(plain(share))
    warn_of_distance(asked)
    if estimates.r.notna().any():
        _lags(_drawn(here, dose, outcome))
        st.caption(plain(left_out(asked)))
    _all(questions)


def _say_what_it_is(dose: str, outcome: str) -> None:
    st.subheader(plain(f"{IN_WORDS[dose]} and {IN_WORDS[outcome]}, a block later"))
    if (dose, outcome) == DECLARED:
        st.caption(
            "This pair, one block later, was chosen before looking: it is the page's answer. The "
            "other lags and adjustments are there to be looked at, not to be picked from."
        )
        return
    st.info(
        "This is exploration, not the answer: this pair was not chosen beforehand. Of twelve pairs "
        "with nothing in them, one or more look like a link in 43 of 100 logs. Take what you see "
        "as a question for the months to come."
    )


def _say_what_it_rests_on(asked: explore.Question, data: Together) -> None:
    if asked.dose == "strength" and data.index.status != "ok":
        st.caption(plain(data.index.sentence))
    no_pace = asked.outcome == "heart_rate" and data.compared.status != "ok"
    st.caption(plain(data.compared.reason if no_pace else asked.basis))
    if no_pace and data.lacks_maximum:
        menu.link("settings", ENTER)


def _beside(estimates: DataFrame[Asked]) -> None:
    """Set the declared lag side by side: season alone, the usual, and all that is known."""
    at_once = estimates[estimates.lag == explore.DECLARED_LAG].to_dict("records")
    declared: dict[str, dict[Any, Any]] = {row["adjusted"]: row for row in at_once}
    usual = declared[explore.USUAL]
    if math.isnan(usual["r"]):
        st.markdown(plain(lag_in_words(usual)))
    else:
        st.caption("r one block later, with this taken out of both sides:")
        on_page.numbers(*((ADJUSTED[one], *_number(declared[one])) for one in ADJUSTED))


def _number(row: dict[Any, Any]) -> tuple[str, str]:
    pairs = count(row["n_pairs"], "pair")
    if math.isnan(row["r"]):
        return "cannot tell", pairs
    return signed(row["r"]), f"{interval(row['ci_low'], row['ci_high'])}, {pairs}"


@cache.once
def _asked(here: Here, dose: str, outcome: str) -> explore.Question:
    return explore_data.questions(gather(here), here).one(dose, outcome)


@cache.once
def _shuffled(here: Here, dose: str, outcome: str) -> str:
    """Say how many wrong orders look as strong; nothing where there is no correlation."""
    found = explore.ask(_asked(here, dose, outcome), explore.USUAL)
    if math.isnan(found.r):
        return ""
    share = shuffled_share(found)
    return (
        "With running moved against lifting week by week, so that they no longer belong together, "
        f"{number(share.as_strong)} of {number(share.shuffles)} histories looked at least as "
        "strong."
    )


def warn_of_distance(asked: explore.Question) -> None:
    """Warn where what is lifted and running distance move together."""
    r, n = explore.moves_with_distance(asked)
    if abs(r) >= explore.TOO_CLOSE:
        st.warning(plain(distance_in_words(asked.dose, r, n)), icon=":material/warning:")


@cache.once
def _drawn(here: Here, dose: str, outcome: str) -> cache.Drawn:
    estimates = explore_data.questions(gather(here), here).lags(dose, outcome)
    return charts.lags(estimates, ADJUSTED), charts.lags_alt(estimates, ADJUSTED), estimates


def _lags(drawn: cache.Drawn) -> None:
    figure, says, estimates = drawn
    on_page.chart(figure, says, how="explore", table=estimates)
    st.caption(
        "The interval of one lag is made for one question. The largest of four had four chances, "
        "so no lag is singled out here."
    )


def _all(questions: explore_data.Questions) -> None:
    if not filters.switch("together_all", "All twelve pairs, with the price of asking them all"):
        return
    table = questions.all
    st.markdown(plain(all_in_words(table)))
    st.table(
        pd.DataFrame(
            {
                "lifted → run": [f"{DOSES[a]} → {OUTCOMES[b]}" for a, b in _names(table)],
                "r": [_short(row) for row in table.to_dict("records")],
                "pairs": table.n_pairs,
                "p (Holm)": ["" if math.isnan(p) else f"{p:.2f}" for p in table.p_holm],
            }
        ).set_index("lifted → run")
    )


def _names(table: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(table.dose, table.outcome, strict=True))


def _short(row: dict[Any, Any]) -> str:
    if math.isnan(row["r"]):
        return "cannot tell"
    return f"{signed(row['r'])} ({interval(row['ci_low'], row['ci_high'])})"
