"""A trial that was drawn: its result, its calendar, its test weeks, marking and deleting it."""

from dataclasses import fields
from datetime import timedelta
from math import isnan

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride.charts import trial as charts
from ironstride.charts.race_words import day_in_words
from ironstride.frames.trial import Measured, TrialBlocks
from ironstride.metrics.fitness import judged_tests
from ironstride.metrics.reference_pace import weekly_reference_speed
from ironstride.metrics.trial import TrialResult, trial_result
from ironstride.metrics.trial_calendar import Design, Drawn, blocks_of_trial, weeks_with_tests
from ironstride.metrics.trial_outcome import (
    REFERENCE_PACE,
    measured_by_pace,
    measured_by_tests,
    typical_error,
)
from ironstride.metrics.trial_power import found_share
from ironstride.metrics.trial_words import USUAL_BENEFIT, trial_sentence, trial_title
from ironstride.records import FieldError, TrainingBlock, Trial
from ironstride.store import add_training_blocks, delete_trial, fitness_tests
from ironstride.ui import menu, show
from ironstride.ui.page import Here
from ironstride.ui.together_data import Together
from ironstride.ui.trial_calendar import calendar, last_day, now, rows
from ironstride.ui.undo import undoable
from ironstride.ui.words import as_sentence, plain, weekday_in_words
from ironstride.units import count

OUTCOMES = {
    "time_trial": "time trial",
    "submaximal_run": "run at one heart rate",
    REFERENCE_PACE: "pace at the reference heart rate",
}


def design_of(trial: Trial) -> Design:
    """Return what was fixed before a trial was drawn."""
    return Design(**{one.name: getattr(trial, one.name) for one in fields(Design)})


def in_words(trial: Trial) -> str:
    """Return a trial's length, first day and outcome."""
    weeks = count(trial.weeks, "week")
    return f"{weeks} from {day_in_words(trial.begins_on)}, {_outcome(trial)}"


def trial_view(number: int, trial: Trial, data: Together, here: Here) -> None:
    """Draw one trial."""
    design, drawn = design_of(trial), Drawn(trial.lifts_first, trial.block_weeks)
    blocks = blocks_of_trial(design, drawn)
    tests = weeks_with_tests(design, drawn, _measured(trial, design, data, here))
    result = trial_result(design, drawn, tests, today=here.today)
    outcome = _outcome(trial)
    st.caption(plain(in_words(trial)))
    st.markdown(f"**{plain(trial_title(result))}**")
    st.markdown(plain(trial_sentence(result, design, outcome, _missed(design, trial, result))))
    if result.state == "not over yet":
        st.markdown(plain(now(blocks, tests, outcome, here.today)))
    if not isnan(result.p):
        show.chart(
            charts.trial_tests(blocks, tests),
            charts.trial_tests_alt(tests),
            how="trial",
            table=tests,
        )
    calendar(blocks, tests, here.today)
    _buttons(number, trial, blocks, data, here)


def _outcome(trial: Trial) -> str:
    return OUTCOMES.get(trial.outcome, trial.outcome.replace("_", " "))


def _measured(trial: Trial, design: Design, data: Together, here: Here) -> DataFrame[Measured]:
    if trial.outcome != REFERENCE_PACE:
        judged = judged_tests(fitness_tests(here.log), here.settings.e1rm_formula)
        return measured_by_tests(judged, trial.outcome, design)
    # Later runs would move the coefficients, and with them a result that was told already.
    told = min(here.today, design.ends_on + timedelta(days=1))
    weekly = weekly_reference_speed(
        data.comparable_runs, reference_hr_bpm=data.reference_hr_bpm, today=told
    )
    return measured_by_pace(weekly)


def _missed(design: Design, trial: Trial, result: TrialResult) -> int:
    """Return how many of ten trials like this would miss the usual benefit."""
    if result.state != "no clear difference":
        return 0
    share = found_share(design, USUAL_BENEFIT, typical_error(trial.outcome))
    return max(1, round(10 * (1 - share)))


def _buttons(
    number: int, trial: Trial, blocks: DataFrame[TrialBlocks], data: Together, here: Here
) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if trial.outcome != REFERENCE_PACE and here.today <= design_of(trial).ends_on:
            menu.link("fitness_test", "Log a test")
        if not _is_marked(blocks, data) and st.button(
            "Mark its blocks", key=f"mark-trial-{number}", icon=":material/add:"
        ):
            _mark(blocks, here)
        if st.button("Delete this trial", key=f"delete-trial-{number}", icon=":material/delete:"):
            undoable(here.log, lambda: _deleted(here, number, trial))
            st.rerun()


def _is_marked(blocks: DataFrame[TrialBlocks], data: Together) -> bool:
    known = set(zip(data.blocks.kind, data.blocks.started_on, strict=True))
    return set(zip(blocks.kind, blocks.started_on, strict=True)) <= known


def _mark(blocks: DataFrame[TrialBlocks], here: Here) -> None:
    made = [
        TrainingBlock(
            kind=one.kind, started_on=one.started_on.date(), ended_on=last_day(one), title="Trial"
        )
        for one in rows(blocks)
    ]
    try:
        undoable(here.log, lambda: _marked(here, made))
    except FieldError as why:
        st.error(plain(as_sentence(str(why))))
        return
    st.rerun()


def _marked(here: Here, made: list[TrainingBlock]) -> str:
    add_training_blocks(here.log, *made)
    return f"Marked: the {len(made)} blocks of the trial."


def _deleted(here: Here, number: int, trial: Trial) -> str:
    delete_trial(here.log, number)
    return f"Deleted: the trial that begins on {weekday_in_words(trial.begins_on)}."
