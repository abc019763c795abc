"""The page Rules: what is chosen, what the log says, who says so."""

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock, store
from ironstride.settings import Settings
from ironstride.standards.advice import RULES
from ironstride.standards.guidance_choices import Guidance
from ironstride.store import Log
from ironstride.weeks import week_of
from tests.build import lift, run
from tests.pages.asking import labelled
from tests.pages.conftest import ZONE, Visit, unfolded

PAGE = "plan/rules"
BANNED = ("causes", "proves", "because", "significant", "best lag", "injury risk", "VDOT", "TSS")


def press(app: AppTest, label: str) -> AppTest:
    labelled(app, "button", label).click()
    app.run()
    assert not app.exception, app.exception
    return app


def states(app: AppTest) -> dict[str, str]:
    """The state of each rule that is shown, by its title."""
    return dict(one.label.split(" · ") for one in app.expander if " · " in one.label)


def said(app: AppTest) -> str:
    return "\n".join(one.value for kind in (app.markdown, app.caption, app.text) for one in kind)


def put(log: Log, weeks_ago: int, *sessions: tuple[str, int]) -> list[int]:
    """Log sessions of one week: (run or lift, weekday)."""
    monday = week_of(clock.today(ZONE), "monday") - dt.timedelta(weeks=weeks_ago)
    noon = dt.datetime.combine(monday, dt.time(12))
    return [
        store.add_session(
            log,
            (run if kind == "run" else lift)(started_at=noon + dt.timedelta(days=day)),
        )
        for kind, day in sessions
    ]


def test_an_empty_log_meets_nothing_and_is_told_what_to_do_next(visit: Visit) -> None:
    app = visit(PAGE)
    assert "nothing in the log yet to hold the rules against" in app.info[0].value
    assert {one.split(",")[0] for one in states(app).values()} == {"still open"}
    assert not app.get("plotly_chart")


def test_three_sessions_are_enough(visit: Visit, log: Log) -> None:
    put(log, 1, ("run", 0), ("lift", 1), ("lift", 3))
    assert "last week met" in states(visit(PAGE))["Two or three lift sessions a week"]


def test_each_choice_is_saved(visit: Visit, log: Log) -> None:
    app = unfolded(visit(PAGE))
    labelled(app, "selectbox", "Which days to lift on").set_value("hard days hard")
    labelled(app, "selectbox", "How often to lift").set_value("maintain")
    labelled(app, "selectbox", "How heavy to lift").set_value("heavy")
    labelled(app, "button_group", "Rest days I plan").set_value([6, 0])
    labelled(app, "button_group", "Muscle groups to work").set_value(["core", "calves"])
    labelled(app, "select_slider", "Direct hard sets a week for each").set_value(2)
    labelled(app, "select_slider", "A test at least every … weeks").set_value(4)
    for one in ("A plank", "Fitness tests", "Long runs that jump"):
        labelled(app, "toggle", one).set_value(False)
    press(app, "Save choices")
    assert store.read_settings(log) == Settings(
        school="hard days hard",
        guidance=Guidance(
            frequency="maintain",
            phase="heavy",
            muscles=("calves", "core"),
            direct_sets=2,
            test_weeks=4,
            rest_days=(0, 6),
            off=("PLANK", "TEST", "SPIKE"),
        ),
    )
    assert [one.value for one in app.success] == ["Your choices are saved."]
    shown = states(app)
    assert {"One lift session a week", "Lift on hard days", "Heavy leg sets"} <= set(shown)
    assert {"A plank", "Lift on days without a run"} & set(shown) == set()


def test_what_is_saved_in_settings_keeps_the_choices(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(guidance=Guidance(frequency="maintain", off=("SPIKE",))))
    press(visit("manage/settings"), "Save settings")
    assert store.read_settings(log).guidance == Guidance(frequency="maintain", off=("SPIKE",))


@pytest.mark.parametrize("rule", ["FREQ-2-3", "REST-SET", "MUSCLES"])
def test_a_rule_is_switched_off_and_on_again(visit: Visit, log: Log, rule: str) -> None:
    app = unfolded(visit(PAGE))
    app.button(key=f"switch-{rule}").click().run()
    assert store.read_settings(log).guidance.off == (rule,)
    assert RULES[rule].title not in states(app)
    app.button(key=f"switch-{rule}").click().run()
    assert store.read_settings(log).guidance.off == ()
    assert RULES[rule].title in states(app)


def test_every_rule_can_be_switched_off(visit: Visit, log: Log) -> None:
    put(log, 1, ("lift", 1))
    store.save_settings(log, Settings(guidance=Guidance(off=tuple(RULES))))
    app = visit(PAGE)
    assert states(app) == {}
    assert not app.get("plotly_chart")


def test_the_school_goes_by_the_run_days_and_can_be_chosen(visit: Visit, log: Log) -> None:
    for week in range(1, 9):
        put(log, week, *[("run", day) for day in range(5)])
    assert "Lift on hard days" in states(visit(PAGE))
    store.save_settings(log, Settings(school="alternate days"))
    assert "Lift on days without a run" in states(visit(PAGE))


def test_a_rule_says_who_says_so_how_well_it_is_known_and_who_disagrees(visit: Visit) -> None:
    told = said(unfolded(visit(PAGE)))
    assert "Source: Article “Boost your running performance with strength training”." in told
    assert "**Evidence: good.**" in told
    assert "**Why people disagree.**" in told


def test_a_rule_is_told_in_full_when_it_is_opened(visit: Visit) -> None:
    app = visit(PAGE)
    assert "The rule: " not in said(app)
    app.session_state["rule-PLANK"] = True
    app.run()
    assert said(app).count("The rule: ") == 1


def test_a_chosen_rule_and_week_open_the_sessions_behind_it(visit: Visit, log: Log) -> None:
    put(log, 2, ("run", 0), ("lift", 1), ("lift", 3))
    put(log, 1, ("lift", 2))
    app = visit(PAGE)
    app.selectbox(key="rules_week").select_index(2).run()
    assert "**Met.** 2 lift sessions; the rule asks for 2 to 3." in said(app)
    lines = [one.value for one in app.text if "Lift" in one.value]
    assert len(lines) == 2
    app.selectbox(key="rules_week").select_index(1).run()
    assert "**Not met.** 1 lift session; the rule asks for 2 to 3." in said(app)
    app.selectbox(key="rules_rule").set_value("TEST").run()
    assert "No session stands behind this; all of the week:" in said(app)


def test_the_unfinished_week_turns_met_when_the_lift_is_logged(visit: Visit, log: Log) -> None:
    store.save_settings(log, Settings(guidance=Guidance(frequency="maintain")))
    assert states(visit(PAGE))["One lift session a week"].startswith("still open")
    put(log, 0, ("lift", 0))
    assert states(visit(PAGE))["One lift session a week"].startswith("met")


def test_the_demo_log_has_a_grid_and_no_word_that_says_too_much(on_demo: Visit) -> None:
    app = unfolded(on_demo(PAGE))
    assert len(app.get("plotly_chart")) == 1
    told = said(app)
    assert [word for word in BANNED if word in told] == []
    assert "score" in told  # "there is no score"
