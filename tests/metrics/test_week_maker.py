"""A made week: the rules that it never breaks, the two schools, and what it says when it cannot."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ironstride.metrics.week_maker import DayBefore, MadeWeek, Wishes, make_week

MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=n) for n in range(7))
WEEK = (MON, TUE, WED, THU, FRI, SAT, SUN)
HARD = {"intervals", "tempo", "race", "hills", "long", "test"}


def made(runs: Mapping[date, str] | None = None, **wishes: object) -> MadeWeek:
    return make_week(Wishes(week=MON, runs=runs or {}, **wishes))  # type: ignore[arg-type]


def lifts(week: MadeWeek) -> list[str]:
    return [f"{day:%a}" for day in week.days.day[week.days.lift]]


def legs(week: MadeWeek) -> list[str]:
    return [f"{day:%a}" for day in week.days.day[week.days.legs]]


# The weeks of the articles.

TYPICAL = {TUE: "intervals", WED: "easy", FRI: "tempo", SUN: "long"}


def test_hard_days_hard_lifts_after_the_hard_runs_and_leaves_the_others_alone() -> None:
    week = made(TYPICAL, school="hard days hard", lifts=2)
    assert lifts(week) == ["Tue", "Fri"]
    assert legs(week) == ["Tue", "Fri"]
    orders = week.planned[week.planned.day.dt.date == TUE]
    assert orders[["order", "kind"]].to_numpy().tolist() == [[1, "run"], [2, "lift"]]
    assert week.unmet == ()


def test_alternate_days_lifts_on_days_without_a_run_and_never_two_in_a_row() -> None:
    week = made(TYPICAL, school="alternate days", lifts=2)
    # Monday before the intervals and Saturday before the long run are without leg work.
    assert lifts(week) == ["Mon", "Thu"]
    assert legs(week) == []
    assert week.unmet[0] == (
        "No lift of this week can hold leg work: a hard run follows on Tuesday, "
        "a hard run follows on Friday."
    )


def test_the_two_schools_never_agree_on_a_day() -> None:
    hard, alternate = (made(TYPICAL, school=one) for one in ("hard days hard", "alternate days"))
    assert not {*lifts(hard)} & {*lifts(alternate)}


def test_alternate_days_with_few_easy_runs_lift_the_legs_three_times() -> None:
    week = made({TUE: "easy", THU: "easy", SAT: "easy"}, school="alternate days", lifts=3)
    assert legs(week) == ["Mon", "Wed", "Fri"]
    assert week.unmet == week.would_help == ()


# The rules, one by one.


def test_no_leg_work_stands_on_the_day_before_a_hard_run() -> None:
    week = made({TUE: "intervals", WED: "tempo"}, school="hard days hard", lifts=2)
    assert (lifts(week), legs(week)) == (["Tue", "Wed"], ["Wed"])
    assert week.unmet == (
        "The lift of Tuesday leaves out the legs: a hard run follows on Wednesday.",
    )
    assert week.days.why[1].endswith("Without leg work: a hard run follows on Wednesday.")


def test_the_last_day_looks_at_the_first_of_the_next_week() -> None:
    runs = {MON: "intervals", SUN: "long"}
    again, other = (
        made(runs, school="hard days hard", lifts=2, next_run=after) for after in (None, "easy")
    )
    assert (legs(again), legs(other)) == (["Mon"], ["Mon", "Sun"])


def test_leg_work_of_the_sunday_before_makes_mondays_hard_run_easy() -> None:
    week = made({MON: "intervals"}, before=DayBefore(lift=True, legs=True), lifts=1)
    assert week.days.run[0] == "easy"
    assert week.changed == (
        "Monday follows leg work of the day before, so its interval run becomes an easy run.",
    )


def test_a_race_after_the_leg_work_of_the_sunday_before_is_told_and_stays() -> None:
    week = made({MON: "race"}, before=DayBefore(lift=True, legs=True), lifts=1)
    assert week.days.run[0] == "race"
    assert week.unmet[0].startswith("Monday is a race, and the day before held leg work")


def test_the_lift_of_the_sunday_before_keeps_monday_free_on_alternate_days() -> None:
    after, fresh = (
        made(before=DayBefore(lift=one), school="alternate days", lifts=1, free=frozenset({MON}))
        for one in (True, False)
    )
    assert (lifts(after), lifts(fresh)) == ([], ["Mon"])
    assert "Monday follows the lift of the day before" in after.unmet[0]


def test_the_rest_day_has_neither_run_nor_lift() -> None:
    week = made({MON: "easy", SUN: "long"}, rest_days=frozenset({SUN}), lifts=3)
    assert week.days.rest[6]
    assert week.changed == ("Sunday is a rest day, so its long run is left out.",)


def test_a_day_that_is_not_free_has_neither_run_nor_lift() -> None:
    week = made({MON: "easy"}, free=frozenset({TUE}), lifts=1)
    assert lifts(week) == ["Tue"]
    assert week.changed == ("Monday is not free, so its easy run is left out.",)


def test_one_day_of_seven_is_kept_for_rest_unless_the_runner_wants_none() -> None:
    runs = dict.fromkeys(WEEK[:6], "easy")
    free = frozenset({SUN})
    kept, used = (
        made(runs, lifts=7, school="alternate days", keep_rest=one) for one in (True, False)
    )
    assert (lifts(kept), lifts(used)) == ([], ["Sun"])
    assert "Sunday is kept as the day of rest" in kept.unmet[0]
    assert lifts(made(lifts=1, free=free)) == ["Sun"]


def test_before_a_race_the_legs_rest_for_six_days() -> None:
    race = SUN + timedelta(days=5)
    week = made(lifts=7, races=(race,), keep_rest=False)
    assert legs(week)[-1] == "Fri"  # the Friday before is the seventh day before the race
    assert "the race of 4 December is less than 7 days away" in " ".join(week.unmet)


def test_nobody_lifts_on_the_day_of_a_race() -> None:
    week = made({SUN: "race"}, school="hard days hard", lifts=1)
    assert lifts(week) == []
    assert "Sunday is the day of a race" in week.unmet[0]


# What cannot be had.


def test_without_a_free_day_nothing_is_planned_and_it_is_said_why() -> None:
    week = made(TYPICAL, free=frozenset(), lifts=2)
    assert week.planned.empty
    told = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday are not free."
    assert week.unmet == (f"No day is left for a lift: {told}",)
    assert len(week.changed) == 4


def test_with_seven_run_days_alternate_days_have_no_room() -> None:
    week = made(dict.fromkeys(WEEK, "easy"), school="alternate days", lifts=2)
    assert lifts(week) == []
    assert week.unmet[1] == "No day is left for rest: there is a run on each of the seven."
    assert week.would_help == (
        "By the school “own”, there would be room for 2 lifts, 2 of them with leg work.",
    )


def test_a_second_lift_that_finds_no_day_is_told_with_the_reason_of_each_day() -> None:
    week = made(
        {MON: "easy", WED: "easy", FRI: "long", SAT: "easy"},
        school="alternate days",
        rest_days=frozenset({SUN}),
        free=frozenset({MON, WED, THU, FRI, SAT}),
    )
    assert week.unmet[0] == (
        "No day is left for a second lift: Monday, Wednesday, Friday and Saturday have a run; "
        "Tuesday is not free; Sunday is a rest day."
    )


def test_one_lift_is_one_lift() -> None:
    assert lifts(made(TYPICAL, school="hard days hard", lifts=1)) == ["Tue"]


@pytest.mark.parametrize(
    "wrong",
    [{"lifts": 0}, {"lifts": 8}, {"school": "none"}, {"runs": {SUN + timedelta(1): "easy"}}],
)
def test_wishes_that_no_week_can_hold_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Wishes(**{"week": MON} | wrong)  # type: ignore[arg-type]


def test_in_a_running_week_the_days_that_are_over_hold_what_was_run_and_nothing_is_planned() -> (
    None
):
    over = frozenset({MON, TUE})
    week = made({TUE: "intervals", WED: "tempo", SUN: "long"}, over=over, lifts=3)
    assert week.days.run.tolist() == ["", "intervals", "tempo", "", "", "", "long"]
    assert week.planned.day.min().date() == WED
    assert week.days.why[0] == "No lift: Monday is over."
    assert not any("Monday" in told or "Tuesday" in told for told in week.would_help)


def test_the_lift_of_yesterday_counts_in_a_running_week() -> None:
    known: dict[str, Any] = {"over": frozenset({MON, TUE}), "lifts": 1}
    known["before"] = DayBefore(lift=True, legs=True)
    assert lifts(made(school="alternate days", free=frozenset({WED}), **known)) == []
    week = made({WED: "tempo"}, **known)
    assert week.days.run[2] == "easy"
    assert week.changed[0].startswith("Wednesday follows leg work of the day before")


def test_a_day_that_is_over_is_no_rest_to_be_kept() -> None:
    over = frozenset(WEEK[:5])
    runs = {SAT: "easy", SUN: "long"}
    assert made(runs, over=over, lifts=1).unmet[-1].endswith("a run on each day that is left.")
    assert lifts(made({SAT: "easy"}, over=over, lifts=2, school="alternate days")) == []


# Any week.

DAYS = st.sampled_from(WEEK)
RUN_TYPES = st.sampled_from(
    ["easy", "long", "tempo", "intervals", "race", "hills", "test", "other"]
)
ANY_WISHES = st.builds(
    Wishes,
    week=st.just(MON),
    runs=st.dictionaries(DAYS, RUN_TYPES),
    free=st.none() | st.frozensets(DAYS),
    rest_days=st.frozensets(DAYS, max_size=2),
    keep_rest=st.booleans(),
    lifts=st.integers(1, 7),
    school=st.sampled_from(["hard days hard", "alternate days", "own"]),
    races=st.lists(st.dates(MON, SUN + timedelta(days=20)), max_size=2).map(tuple),
    before=st.sampled_from([DayBefore(), DayBefore(True), DayBefore(True, True)]),
    over=st.integers(0, 7).map(lambda n: frozenset(WEEK[:n])),
    next_run=st.sampled_from([None, "", "easy", "tempo"]),
)


def broken(wishes: Wishes, held: list[tuple[str, bool, bool]]) -> list[str]:
    """Name each rule that a week breaks: held has the run, the lift and its legs of each day."""
    found = []
    after = wishes.runs.get(MON, "") if wishes.next_run is None else wishes.next_run
    runs = [run for run, _, _ in held] + [after]
    first = len(wishes.over)
    for n, (day, (run, lift, leg)) in enumerate(zip(WEEK, held, strict=True)):
        over = day in wishes.over
        shut = day in wishes.rest_days or (wishes.free is not None and day not in wishes.free)
        racing = run == "race" or day in wishes.races
        near = any(0 <= (race - day).days < 7 for race in wishes.races)
        before = wishes.before.lift if n == first else held[n - 1][1]
        soft_day = wishes.school == "hard days hard" and run not in HARD
        busy_day = wishes.school == "alternate days" and (run != "" or before)
        checks = {
            "a session on a shut day": shut and not over and (run != "" or lift),
            "a lift on a day that is over": over and lift,
            "a lift on the day of a race": lift and racing,
            "legs before a hard run": leg and runs[n + 1] in HARD,
            "legs before a race": leg and near,
            "a lift off the hard days": lift and soft_day,
            "a lift beside a run or a lift": lift and busy_day,
            "legs without a lift": leg and not lift,
        }
        found += [told for told, is_broken in checks.items() if is_broken]
    if wishes.before.legs and first < 7 and runs[first] in HARD - {"race"}:
        found.append("a hard run after the legs of last week")
    if sum(lift for _, lift, _ in held) > wishes.lifts:
        found.append("too many lifts")
    empty = any(run == "" and not lift for run, lift, _ in held[first:])
    if wishes.keep_rest and not empty and any(run == "" for run, _, _ in held[first:]):
        found.append("no rest")
    return found


def held(week: MadeWeek) -> list[tuple[str, bool, bool]]:
    days = week.days
    return list(zip(days.run, days.lift.tolist(), days.legs.tolist(), strict=True))


@settings(max_examples=120)
@given(ANY_WISHES)
def test_no_week_breaks_a_rule_and_none_hides_what_is_missing(wishes: Wishes) -> None:
    week = make_week(wishes)
    found = held(week)
    assert broken(wishes, found) == []
    placed = sum(lift for _, lift, _ in found)
    assert any(told.startswith("No day is left for") and "lift" in told for told in week.unmet) == (
        placed < wishes.lifts
    )
    bare = [lift and not leg for _, lift, leg in found]
    assert any("leg work" in told or "leaves out the legs" in told for told in week.unmet) >= any(
        bare
    )
    left_out = sum(
        run != wishes.runs.get(day, "") for day, (run, _, _) in zip(WEEK, found, strict=True)
    )
    assert len(week.changed) == left_out


@settings(max_examples=60)
@given(ANY_WISHES)
def test_no_allowed_week_holds_a_lift_more(wishes: Wishes) -> None:
    found = held(make_week(wishes))
    placed = sum(lift for _, lift, _ in found)
    if placed == wishes.lifts:
        return
    runs = [run for run, _, _ in found]
    for chosen in range(2**7):
        days = [bool(chosen >> n & 1) for n in range(7)]
        other = [(run, lift, False) for run, lift in zip(runs, days, strict=True)]
        if sum(days) > placed:
            assert broken(wishes, other) != []


@settings(max_examples=30)
@given(ANY_WISHES)
def test_the_same_wishes_make_the_same_week(wishes: Wishes) -> None:
    once, again = make_week(wishes), make_week(wishes)
    assert once.planned.equals(again.planned)
    assert (once.unmet, once.changed, once.would_help) == (
        again.unmet,
        again.changed,
        again.would_help,
    )


@settings(max_examples=60)
@given(ANY_WISHES)
def test_what_is_planned_is_what_the_days_say(wishes: Wishes) -> None:
    week = make_week(wishes)
    planned = week.planned.assign(at=week.planned.day.dt.date)
    for day, (run, lift, leg) in zip(WEEK, held(week), strict=True):
        rows = planned[planned["at"] == day]
        kinds = [one for one, there in (("run", run != ""), ("lift", lift)) if there]
        if day in wishes.over:
            kinds = []
        assert rows.kind.tolist() == kinds
        assert rows.order.tolist() == list(range(1, len(kinds) + 1))
        assert bool(rows.legs.any()) == leg


def test_the_days_on_both_sides_of_a_lift_stay_without_one_by_alternate_days() -> None:
    days = make_week(Wishes(week=MONDAY, lifts=2, school="alternate days")).days
    assert days.day[days.lift].dt.strftime("%a").tolist() == ["Mon", "Thu"]
    why = days[~days.lift].set_index(days.day.dt.strftime("%a")[~days.lift]).why
    assert why["Tue"] == "No lift: Tuesday lies next to a day with a lift."
    assert why["Wed"] == "No lift: Wednesday lies next to a day with a lift."
    assert why["Sat"] == "No lift is needed."
