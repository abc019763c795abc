"""The page Together: its answer on logs of every kind, and the words that no part may say."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.jobs.demo_log import write_demo_log
from ironstride.records import TrainingBlock
from ironstride.settings import Settings
from ironstride.store import Log
from ironstride.weeks import WEEK, week_of
from tests.build import MORNING, lift, run, squat
from tests.pages.asking import headings
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "review/together"
PARTS = ("answer", "explore", "after", "blocks")
BANNED = (
    "causes", "proves", "because", "significant", "best lag", "injury risk", "vdot", "tss", "ctl",
)  # fmt: skip
TODAY = clock.today(ZONE)
Grow = Callable[..., None]


def part(app: AppTest, name: str) -> AppTest:
    app.segmented_control(key="together_part").set_value(name).run()
    assert not app.exception, app.exception
    assert app.segmented_control(key="together_part").value == name
    return app


def words(app: AppTest) -> str:
    """Return everything that the page says, with what stands in its popovers and expanders."""
    unfolded(app)
    said = [
        one.value
        for kind in (app.markdown, app.caption, app.info, app.subheader, app.warning, app.success)
        for one in kind
    ]
    labels = [one.label for kind in (app.button, app.expander) for one in kind]
    numbers = [f"{one.label} {one.value} {one.delta}" for one in app.metric]
    tables = [one.value.to_string() for one in app.table]
    charts = [chart.proto.alt + chart.proto.spec for chart in app.get("plotly_chart")]
    return "\n".join(map(str, [*said, *labels, *numbers, *tables, *charts]))


@pytest.fixture(scope="session")
def null_twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("null") / "null.db"
    write_demo_log(path, today=TODAY, effect=0.0)
    return path


@pytest.fixture
def on_null_twin(visit: Visit, null_twin: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setenv("IRONSTRIDE_LOG", str(null_twin))
    return visit


@pytest.fixture
def grow(log: Log) -> Grow:
    """Fill the log with weeks: two runs at two efforts and a squat of so many kilograms each."""

    def filled(
        weeks: int,
        squat_kg: Callable[[int], float],
        metres: Callable[[int], float] = lambda _: 10_000.0,
        slower: Callable[[int], float] = lambda _: 1.0,
    ) -> None:
        store.save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=50))
        first = week_of(TODAY) - weeks * WEEK - MORNING.date()
        for week in range(weeks):
            day = first.days + 7 * week
            slow, fast = 0.3 + 0.002 * (week % 7), 0.27 + 0.0015 * (week % 5)
            for later, beats, pace in ((0, 140, slow), (2, 158, fast)):
                far, time_s = metres(week), metres(week) * pace * slower(week)
                of_run = {"avg_hr_bpm": beats, "distance_m": far, "duration_s": time_s}
                store.add_session(log, run(day + later, **of_run))
            store.add_session(log, lift(day + 4, sets=(squat(load_kg=squat_kg(week), rir=2.0),)))

    return filled


def in_turn(week: int) -> float:
    """Return what is squatted [kg]: up for twelve weeks, down for twelve."""
    return 100.0 + min(week % 24, 24 - week % 24)


def test_the_answer_comes_first_and_holds_everything_it_rests_on(on_demo: Visit) -> None:
    app = on_demo(PAGE)
    assert headings(app) == [
        "Faster after stronger months",
        "When strength changed, did pace follow?",
        "Both over time",
        "Why not simply correlate the two lines?",
        "What the trials say",
        "What your log says",
    ]
    assert "block pairs" in app.markdown[0].value
    assert "Advanced: your log weighed with the trials" in [one.label for one in app.expander]


def test_the_scatter_stands_above_the_lines_and_nothing_has_two_scales(on_demo: Visit) -> None:
    scatter, lines = (json.loads(one.proto.spec) for one in on_demo(PAGE).get("plotly_chart"))
    assert "stronger" in scatter["layout"]["xaxis"]["title"]["text"]
    assert lines["layout"]["yaxis2"]["domain"][1] < lines["layout"]["yaxis"]["domain"][0]
    assert {"heavy lifting", "maintenance"} <= {one["name"] for one in lines["layout"]["shapes"]}


def test_what_is_folded_away_is_drawn_once_it_is_opened(on_demo: Visit) -> None:
    app = on_demo(PAGE)
    assert not app.table
    unfolded(app)
    assert list(app.table[0].value.columns) == ["3 % faster", "1.5 % faster"]
    assert len(app.get("plotly_chart")) == 3


def test_the_plain_correlation_stands_beside_the_one_that_is_used(on_demo: Visit) -> None:
    app = on_demo(PAGE)
    naive, used = app.metric
    assert re.fullmatch(r"\d+ weeks", naive.delta)
    assert re.fullmatch(r"\d+ pairs, 0\.\d\d to 0\.\d\d", used.delta)
    assert re.search(r"finds a link in \d+ of \d+ wrong matches", words(app))


def test_the_null_twin_gets_no_clear_link_and_what_it_would_take(on_null_twin: Visit) -> None:
    app = on_null_twin(PAGE)
    assert headings(app)[0] == "No clear link"
    assert "doesn't help" in app.markdown[0].value
    table = app.table[0].value
    assert list(table.columns) == ["3 % faster", "1.5 % faster"]
    assert len(table) == 4


def test_under_a_year_both_lines_are_drawn_and_nothing_is_compared(
    visit: Visit, grow: Grow
) -> None:
    grow(31, lambda week: 100.0 + 8 * (week % 12 < 6))
    app = visit(PAGE)
    assert headings(app) == [
        "Cannot tell yet", "Both over time", "What the trials say", "What your log says",
    ]  # fmt: skip
    assert re.search(r"You have (29|30|31) weeks", app.markdown[0].value)
    assert len(app.get("plotly_chart")) == 1
    assert not app.metric
    assert "so all that is left is what trials suggest" in words(app)


def test_strength_that_only_rises_can_not_be_told_from_progress(visit: Visit, grow: Grow) -> None:
    grow(70, lambda week: 80.0 + week)
    app = visit(PAGE)
    assert headings(app)[0] == "Cannot tell: not enough ups and downs"
    assert "only gone up" in app.markdown[0].value
    assert app.metric[1].value == "cannot tell"
    assert set(app.table[0].value.iloc[1]) == {"more than five years"}


def test_a_link_that_two_blocks_carry_is_called_a_hint(visit: Visit, grow: Grow) -> None:
    weeks = 84
    small = (2, -1, 1, -2, 2.5, -1.5, 0.5)

    def change(block: int, small_by: float, break_by: float) -> float:
        return small_by * small[block % len(small)] + (break_by if block in (10, 11) else 0)

    def back(week: int) -> int:
        return (weeks - 1 - week) // 4

    grow(
        weeks,
        lambda week: 100.0 + change(back(week), 1, -25),
        slower=lambda week: 1 + change(back(week) + 1, 0.0015, 0.02),
    )
    app = visit(PAGE)
    assert headings(app)[0] == "A hint: faster after stronger months"
    assert "By rank alone r = " in app.markdown[0].value
    assert "a few blocks carry much of this link" in app.markdown[0].value
    assert "The line goes" in words(app)


def test_strength_that_only_falls_is_not_said_to_rise(visit: Visit, grow: Grow) -> None:
    grow(70, lambda week: 150.0 - week)
    app = visit(PAGE)
    assert headings(app)[0] == "Cannot tell: not enough ups and downs"
    assert "only gone down" in app.markdown[0].value
    assert "strength that goes one way and then stays" in words(app)
    assert "rises and then stays" not in words(app)
    assert "season, trend and distance taken out: of" in words(app)
    assert "gone down all the time, but for one block at most" in words(part(app, "explore"))


@pytest.mark.parametrize("name", ["answer", "explore"])
def test_strength_that_moves_with_distance_gets_a_warning(
    visit: Visit, grow: Grow, name: str
) -> None:
    grow(70, in_turn, lambda week: 100 * in_turn(week))
    app = part(visit(PAGE), name)
    assert "Leg strength and running distance move together" in app.warning[0].value
    assert re.search(r"r = (0\.[789]\d|1\.00), 1\d changes", app.warning[0].value)


def test_strength_that_moves_by_itself_gets_no_warning(on_demo: Visit) -> None:
    assert not on_demo(PAGE).warning
    assert not part(on_demo(PAGE), "explore").warning


def test_a_log_without_a_maximum_heart_rate_is_led_to_the_settings(
    visit: Visit, log: Log, grow: Grow
) -> None:
    grow(31, in_turn)
    store.save_settings(log, Settings())
    app = visit(PAGE)
    for name in ("answer", "explore"):
        links = [one.proto.label for one in part(app, name).get("page_link")]
        assert "Enter your maximum heart rate under Settings" in links


def test_a_marked_block_is_shaded_in_the_answer(visit: Visit, log: Log, grow: Grow) -> None:
    grow(31, lambda week: 100.0)
    app = visit(PAGE)
    began = week_of(TODAY) - 12 * WEEK
    store.add_training_block(log, TrainingBlock(kind="no lifting", started_on=began))
    (chart,) = app.run().get("plotly_chart")
    (band,) = json.loads(chart.proto.spec)["layout"]["shapes"]
    assert band["name"] == "no lifting"
    assert band["path"].startswith(f"M{began}_")


def test_a_setting_that_changes_is_followed_at_once(visit: Visit, log: Log, grow: Grow) -> None:
    grow(31, lambda week: 100.0)
    app = visit(PAGE)
    assert "steady runs" not in words(app)
    store.save_settings(log, Settings())
    assert "enter your maximum heart rate" in words(app.run())


def test_without_heart_rate_the_answer_says_what_is_missing(visit: Visit, log: Log) -> None:
    for week in range(60):
        store.add_session(log, run(-7 * week - 7))
        store.add_session(log, lift(-7 * week - 7))
    app = visit(PAGE)
    assert headings(app)[0] == "Cannot tell yet"
    assert app.info[0].value.startswith("Your log has 60 runs, none with an average heart rate")
    assert "maximum heart rate" not in words(app)
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize("name", PARTS)
def test_no_part_says_a_banned_word_on_the_demo_log(on_demo: Visit, name: str) -> None:
    assert unfit(words(part(on_demo(PAGE), name))) == []


@pytest.mark.parametrize("name", PARTS)
def test_no_part_says_a_banned_word_on_the_null_twin(on_null_twin: Visit, name: str) -> None:
    assert unfit(words(part(on_null_twin(PAGE), name))) == []


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("weeks", [1, 31, 70])
def test_no_part_says_a_banned_word_on_short_or_steady_logs(
    visit: Visit, grow: Grow, name: str, weeks: int
) -> None:
    grow(weeks, lambda week: 80.0 + week)
    assert unfit(words(part(visit(PAGE), name))) == []


def test_the_blocks_can_be_planned_before_anything_is_logged(visit: Visit) -> None:
    app = part(visit(PAGE), "blocks")
    assert app.subheader
    assert unfit(words(app)) == []


def unfit(text: str) -> list[str]:
    """Return what no page may say: a banned word, an exclamation mark, a number that is none."""
    lower = text.lower()
    found = [word for word in BANNED if re.search(rf"\b{word}\b", lower)]
    found += re.findall(r"\w+!(?!\w)|\bnan\b|\bnone %", lower)
    return found
