import datetime as dt

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.metrics.trial_calendar import Design, Drawn, could_be_drawn
from ironstride.records import FitnessTest, TrainingBlock, Trial
from ironstride.store import Log
from ironstride.ui.trial_view import design_of
from ironstride.weeks import WEEK, week_of
from tests.pages.asking import labelled, press
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "review/together"
DRAWN = Drawn((True, False, True), (8, 8, 10, 10, 12, 12))


@pytest.fixture
def today() -> dt.date:
    return clock.today(ZONE)


def blocks_of(visit: Visit) -> AppTest:
    app = visit(PAGE)
    app.button_group(key="together_part").set_value("blocks").run()
    assert not app.exception, app.exception
    return unfolded(app)


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.success, app.error, app.subheader)
    return "\n".join(one.value for kind in kinds for one in kind)


def a_trial(begins_on: dt.date, **other: object) -> Trial:
    known = {
        "cycles": 3,
        "shortest_weeks": 8,
        "longest_weeks": 12,
        "lifts_first": DRAWN.lifts_first,
        "block_weeks": DRAWN.block_weeks,
        "test_every_weeks": 2,
        "outcome": "time_trial",
        "drawn_on": begins_on - WEEK,
    }
    return Trial(begins_on=begins_on, **(known | other))  # type: ignore[arg-type]  # a plain dict


def make_tests(log: Log, design: Design, benefit: float, until: dt.date) -> None:
    """Keep a practice test, and one in every week planned so far, faster when lifting."""
    days = [design.begins_on + (int(week) * WEEK) for week in design.test_weeks]
    lifts = DRAWN.lifting_weeks[design.test_weeks]
    wobble = np.random.default_rng(5).normal(0, 0.003, len(days))
    times = 1200 * (1 + wobble) / (1 + benefit * lifts)
    made = [
        FitnessTest(protocol="time_trial", day=day, distance_m=5000, duration_s=round(one, 1))
        for day, one in zip(
            [design.begins_on - WEEK, *days], [1300.0, *times.tolist()], strict=True
        )
    ]
    store.add_fitness_tests(log, *(one for one in made if one.day <= until))


def test_an_empty_log_says_what_blocks_are_for_and_plans_a_trial(visit: Visit) -> None:
    app = blocks_of(visit)
    assert "No block is marked yet" in said(app)
    assert [one.value for one in app.metric][:2] == ["80 weeks", "40"]
    assert not [one for one in app.button if one.label == "Delete"]


def test_a_block_is_marked_as_it_was_said(visit: Visit, log: Log, today: dt.date) -> None:
    app = blocks_of(visit)
    labelled(app, "selectbox", "What it was").set_value("maintenance")
    labelled(app, "date_input", "First day").set_value(today - 4 * WEEK)
    labelled(app, "date_input", "Last day (empty: goes on)").set_value(today)
    labelled(app, "text_input", "Title").input(" Once a week ")
    labelled(app, "text_area", "Notes").input("no squats")
    press(app, "Mark this block")
    (number,) = store.training_blocks(log).block_id
    assert store.training_block(log, int(number)) == TrainingBlock(
        kind="maintenance",
        started_on=today - 4 * WEEK,
        ended_on=today,
        title="Once a week",
        notes="no squats",
    )
    assert app.success[0].value.startswith("Marked: maintenance from ")
    assert labelled(app, "text_input", "Title").value == ""
    assert "Before and after are not compared." in said(app)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (None, None, "Choose the first day"),
        (0, -1, "The last day"),
        (-30, None, "These days are marked as no lifting already"),
    ],
)
def test_a_block_with_a_mistake_gets_its_sentence_and_is_not_kept(
    visit: Visit, log: Log, today: dt.date, first: int | None, last: int | None, sentence: str
) -> None:
    store.add_training_block(log, TrainingBlock(kind="no lifting", started_on=today - 8 * WEEK))
    days = [None if back is None else today + dt.timedelta(days=back) for back in (first, last)]
    app = blocks_of(visit)
    labelled(app, "date_input", "First day").set_value(days[0])
    labelled(app, "date_input", "Last day (empty: goes on)").set_value(days[1])
    press(app, "Mark this block")
    assert app.error[0].value.startswith(sentence)
    assert len(store.training_blocks(log)) == 1


def test_earlier_blocks_and_forms_are_drawn_once_they_are_opened(
    visit: Visit, log: Log, today: dt.date
) -> None:
    for ago in range(8):
        day = today - ago * WEEK
        block = TrainingBlock(kind="life event", started_on=day, ended_on=day, title=f"Trip {ago}")
        store.add_training_block(log, block)
    app = visit(PAGE)
    app.button_group(key="together_part").set_value("blocks").run()
    assert "Trip 5" in said(app)
    assert "Trip 6" not in said(app)
    assert not app.text_area
    assert "2 earlier blocks" in [one.label for one in app.expander]
    unfolded(app)
    assert "Trip 7" in said(app)
    assert len(app.text_area) == 2


def test_a_block_is_corrected_and_the_correction_undone(
    visit: Visit, log: Log, today: dt.date
) -> None:
    block = TrainingBlock(kind="heavy lifting", started_on=today - 10 * WEEK, title="Squats")
    number = store.add_training_block(log, block)
    app = blocks_of(visit)
    ends = [one for one in app.date_input if one.label == "Last day (empty: goes on)"]
    ends[-1].set_value(today - WEEK)
    press(app, "Save correction")
    assert store.training_block(log, number).ended_on == today - WEEK
    assert store.training_block(log, number).title == "Squats"
    press(app, "Undo")
    assert store.training_block(log, number) == block


def test_a_block_is_deleted_and_put_back(visit: Visit, log: Log, today: dt.date) -> None:
    number = store.add_training_block(
        log, TrainingBlock(kind="life event", started_on=today, ended_on=today, title="Flu")
    )
    app = blocks_of(visit)
    press(app, "Delete")
    assert store.training_blocks(log).empty
    press(app, "Undo")
    assert store.training_block(log, number).title == "Flu"


def test_what_a_runner_typed_is_shown_and_not_formatted(
    visit: Visit, log: Log, today: dt.date
) -> None:
    odd = "![x](http://a.b/c)"
    store.add_training_block(
        log, TrainingBlock(kind="life event", started_on=today, title=odd, notes=odd)
    )
    assert "![x](" not in said(blocks_of(visit))


def test_a_calendar_is_drawn_from_those_that_could_be_and_kept(
    visit: Visit, log: Log, today: dt.date
) -> None:
    app = blocks_of(visit)
    labelled(app, "selectbox", "What is measured, and nothing else").set_value("submaximal_run")
    labelled(app, "button_group", "Cycles of lifting and maintenance").set_value(3)
    labelled(app, "button_group", "A test every").set_value(4).run()
    assert [one.value for one in app.metric][:2] == ["60 weeks", "15"]
    press(app, "Draw the calendar")
    (trial,) = store.trials(log).values()
    assert trial.begins_on == week_of(today) + WEEK
    assert (trial.cycles, trial.test_every_weeks, trial.outcome) == (3, 4, "submaximal_run")
    assert trial.drawn_on == today
    drawn = Drawn(trial.lifts_first, trial.block_weeks)
    assert drawn in could_be_drawn(design_of(trial))
    assert "Not begun yet" in said(app)
    assert "One trial at a time" in said(app)
    assert not [one for one in app.button if one.label == "Draw the calendar"]


def test_pace_at_the_reference_heart_rate_is_measured_every_week(visit: Visit, log: Log) -> None:
    app = blocks_of(visit)
    labelled(app, "selectbox", "What is measured, and nothing else").set_value(
        "reference pace"
    ).run()
    press(app, "Draw the calendar")
    (trial,) = store.trials(log).values()
    assert (trial.outcome, trial.test_every_weeks) == ("reference pace", 1)


def test_a_trial_that_runs_says_where_it_is_and_no_difference(
    visit: Visit, log: Log, today: dt.date
) -> None:
    trial = a_trial(week_of(today) - 9 * WEEK)
    store.add_trial(log, trial)
    make_tests(log, design_of(trial), 0.0, today)
    told = said(blocks_of(visit))
    assert "Not over yet" in told
    assert "Now: maintenance, block 2 of 6, week 2 of 8" in told
    assert f"Next time trial: in the week of {week_of(today) + 2 * WEEK:%a %-d %b %Y}." in told
    assert "So far 2 tests in lifting blocks and 0 in maintenance blocks count." in told
    assert "could have been drawn" not in told


@pytest.mark.parametrize(
    ("benefit", "title", "sentence"),
    [
        (0.04, "Faster in lifting blocks", "p = 0.036"),
        (-0.04, "Slower in lifting blocks", "p = 0.036"),
        (0.0, "No clear difference", "That does not mean lifting doesn't help"),
    ],
)
def test_a_trial_that_is_over_shows_its_difference(
    visit: Visit, log: Log, today: dt.date, benefit: float, title: str, sentence: str
) -> None:
    trial = a_trial(week_of(today) - 61 * WEEK)
    store.add_trial(log, trial)
    make_tests(log, design_of(trial), benefit, today)
    app = blocks_of(visit)
    assert title in said(app)
    assert sentence in said(app)
    assert "56 calendars" in said(app)
    assert labelled(app, "button", "Draw the calendar")


def test_a_trial_without_its_tests_cannot_tell(visit: Visit, log: Log, today: dt.date) -> None:
    store.add_trial(log, a_trial(week_of(today) - 61 * WEEK))
    assert "Cannot tell: too few tests" in said(blocks_of(visit))


def test_a_trial_of_weekly_pace_works_without_a_run(visit: Visit, log: Log, today: dt.date) -> None:
    store.add_trial(
        log, a_trial(week_of(today) - 61 * WEEK, outcome="reference pace", test_every_weeks=1)
    )
    assert "Cannot tell: too few tests" in said(blocks_of(visit))


def test_a_calendar_that_nobody_drew_has_no_result(visit: Visit, log: Log, today: dt.date) -> None:
    made_up = a_trial(week_of(today) - 61 * WEEK, block_weeks=(10, 10, 8, 12, 12, 8))
    store.add_trial(log, made_up)
    assert "Cannot tell: not a drawn calendar" in said(blocks_of(visit))


def test_the_blocks_of_a_trial_are_marked_once(visit: Visit, log: Log, today: dt.date) -> None:
    store.add_trial(log, a_trial(week_of(today) - 9 * WEEK))
    app = blocks_of(visit)
    press(app, "Mark its blocks")
    marked = store.training_blocks(log)
    assert marked.kind.tolist() == [
        "heavy lifting", "maintenance", "maintenance",
        "heavy lifting", "heavy lifting", "maintenance",
    ]  # fmt: skip
    assert marked.started_on.iloc[0].date() == week_of(today) - 9 * WEEK
    assert not [one for one in app.button if one.label == "Mark its blocks"]
    press(app, "Undo")
    assert store.training_blocks(log).empty


def test_blocks_of_a_trial_that_clash_are_not_marked(
    visit: Visit, log: Log, today: dt.date
) -> None:
    store.add_training_block(log, TrainingBlock(kind="no lifting", started_on=today))
    store.add_trial(log, a_trial(week_of(today) - 9 * WEEK))
    app = blocks_of(visit)
    press(app, "Mark its blocks")
    assert app.error[0].value.startswith("These days are marked as no lifting already")
    assert len(store.training_blocks(log)) == 1


def test_a_trial_is_deleted_and_put_back(visit: Visit, log: Log, today: dt.date) -> None:
    trial = a_trial(week_of(today) - 9 * WEEK)
    number = store.add_trial(log, trial)
    app = blocks_of(visit)
    press(app, "Delete this trial")
    assert not store.trials(log)
    assert labelled(app, "button", "Draw the calendar")
    press(app, "Undo")
    assert store.trials(log) == {number: trial}


def test_the_demo_log_compares_its_blocks(on_demo: Visit) -> None:
    app = blocks_of(on_demo)
    assert "Easy pace: " in said(app)
    assert "One comparison of before and after says very little." in said(app)


def test_of_several_trials_one_is_looked_at_the_latest_first(
    visit: Visit, log: Log, today: dt.date
) -> None:
    for weeks_ago in (130, 61):
        trial = a_trial(week_of(today) - weeks_ago * WEEK)
        store.add_trial(log, trial)
        make_tests(log, design_of(trial), 0.04, today)
    app = blocks_of(visit)
    chosen = labelled(app, "selectbox", "Trial")
    assert f"60 weeks from {week_of(today) - 61 * WEEK:%-d %b %Y}, time trial" in said(app)
    chosen.set_value(chosen.options and list(store.trials(log))[1]).run()
    assert not app.exception, app.exception
    assert f"60 weeks from {week_of(today) - 130 * WEEK:%-d %b %Y}, time trial" in said(app)
