"""The part Explore of the page Together, and its question about a changed watch."""

from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.records import WatchAnswer
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.weeks import WEEK, week_of
from tests.build import lift, run, squat
from tests.pages.conftest import ZONE, Visit

FIRST = week_of(clock.today(ZONE)) - 104 * WEEK
CHANGED = FIRST + 52 * WEEK


def explore(visit: Visit) -> AppTest:
    app = visit("review/together")
    app.segmented_control(key="together_part").set_value("explore").run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.warning, app.success, app.subheader)
    return "\n".join(one.value for kind in kinds for one in kind)


def answers(log: Log) -> list[tuple[date, bool]]:
    found = store.watch_changes(log)
    return [(day.date(), bool(new)) for day, new in zip(found.day, found.is_new, strict=True)]


@pytest.fixture
def two_devices(log: Log) -> Log:
    """Three runs a week for two years; halfway the heart rate begins to read 8 bpm higher."""
    rng = np.random.default_rng(7)
    store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=52))
    made: list[Any] = [lift(sets=(squat(),))]
    for day in range(0, 104 * 7, 7):
        for later in (1, 3, 6):
            beats = round(rng.normal(146, 7))
            mps = 2.9 * np.exp(0.007 * (beats - 146) + 0.015 * rng.normal())
            on = FIRST + timedelta(days=day + later)
            read = beats + (8 if on >= CHANGED else 0)
            moment = datetime.combine(on, time(7))
            of_run: dict[str, Any] = {"distance_m": float(mps * 2700), "duration_s": 2700.0}
            made.append(run(started_at=moment, avg_hr_bpm=float(read), **of_run))
    file = store.NewFile(
        name="two devices",
        sha256="",
        source="typed",
        sessions=tuple(store.NewSession(key=str(n), session=one) for n, one in enumerate(made)),
    )
    store.add_batch(log, [file], datetime.combine(FIRST, time()), lambda *_: None)
    return log


def test_the_declared_pair_is_shown_first_with_every_lag(on_demo: Visit) -> None:
    app = explore(on_demo)
    assert "was chosen before looking" in words(app)
    assert "This is exploration" not in words(app)
    assert [one.label for one in app.metric] == [
        "season",
        "season and distance",
        "all that is known",
    ]
    [chart] = app.get("plotly_chart")
    assert all(f"{lag}: " in chart.proto.alt for lag in range(4))


def test_another_pair_is_called_exploration_and_its_own_measure_is_named(on_demo: Visit) -> None:
    app = explore(on_demo)
    app.segmented_control(key="together_dose").set_value("sets").run()
    app.segmented_control(key="together_outcome").set_value("tests").run()
    assert "This is exploration, not the answer" in words(app)
    assert app.subheader[0].value == "Hard leg sets and tests and races, a block later"
    assert "One is enough for a block" in words(app)


def test_a_pair_that_cannot_be_told_says_what_it_would_take(on_demo: Visit) -> None:
    app = explore(on_demo)
    app.segmented_control(key="together_outcome").set_value("tempo").run()
    assert "Cannot tell yet: 0 block pairs" in words(app)
    assert not app.get("plotly_chart")
    assert not app.metric


def test_all_twelve_are_shown_only_when_asked_for_and_with_their_price(on_demo: Visit) -> None:
    app = explore(on_demo)
    assert not app.table
    app.toggle(key="together_all").set_value(True).run()
    assert len(app.table[0].value) == 12
    assert "of 12 pairs can be compared" in words(app)
    assert "Holm" in words(app)


@pytest.mark.parametrize(("button", "is_new"), [("watch-new", True), ("watch-same", False)])
def test_a_step_in_heart_rate_is_asked_about_once(
    visit: Visit, two_devices: Log, button: str, is_new: bool
) -> None:
    app = explore(visit)
    assert "about 8 bpm higher" in words(app)
    app.button(key=button).click().run()
    assert not app.exception, app.exception
    [(day, new)] = answers(two_devices)
    assert abs(day - CHANGED) <= 2 * WEEK
    assert new == is_new
    assert "Did a new watch or strap come then?" not in words(app)
    assert ("as you said" in words(app)) == is_new


def test_an_answer_can_be_taken_back_and_a_day_named(visit: Visit, two_devices: Log) -> None:
    store.answer_watch(two_devices, WatchAnswer(day=CHANGED, is_new=True))
    app = explore(visit)
    app.button(key=f"watch-back-{CHANGED}").click().run()
    assert answers(two_devices) == []
    assert "Did a new watch or strap come then?" in words(app)
    app.date_input[0].set_value(CHANGED)
    next(one for one in app.button if one.label == "Note it").click().run()
    assert answers(two_devices) == [(CHANGED, True)]
    app.button(key="undo-last").click().run()
    assert answers(two_devices) == []


def test_a_day_is_not_noted_while_none_is_chosen(visit: Visit, two_devices: Log) -> None:
    app = explore(visit)
    next(one for one in app.button if one.label == "Note it").click().run()
    assert not app.exception, app.exception
    assert answers(two_devices) == []


@pytest.mark.parametrize(
    "sessions",
    [(run(-1), lift(-2)), (run(-1, avg_hr_bpm=150.0), run(-9), lift(-2))],
    ids=["two sessions", "three, one with heart rate"],
)
def test_a_short_log_cannot_tell_and_asks_nothing(
    visit: Visit, log: Log, sessions: tuple[Any, ...]
) -> None:
    for one in sessions:
        store.add_session(log, one)
    app = explore(visit)
    app.toggle(key="together_all").set_value(True).run()
    assert not app.exception, app.exception
    assert "Cannot tell yet" in words(app)
    assert "None of the 12 pairs can be compared yet" in words(app)
    assert "Did a new watch" not in words(app)
