"""Make a week: lifts on the days that the chosen rules leave to them, and why there."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import Planned, WeekDays
from ironstride.metrics.week_help import would_help
from ironstride.metrics.week_rules import Layout
from ironstride.metrics.week_runs import broken_before, run_word, standing_runs
from ironstride.metrics.week_search import best_layout
from ironstride.metrics.week_wishes import DayBefore, Wishes
from ironstride.metrics.week_words import unmet, why_day

__all__ = ["DayBefore", "MadeWeek", "Wishes", "make_week"]

AFTER_RUN = "After the run, 6 hours or more later if the day allows."


@dataclass(frozen=True, eq=False)
class MadeWeek:
    """A made week: its days, what to plan, and in sentences what was changed or is missing.

    `changed` tells of runs left out or made easy, `unmet` of wishes that the rules do not allow,
    `would_help` which single change would give more.
    """

    wishes: Wishes
    days: DataFrame[WeekDays]
    planned: DataFrame[Planned]
    changed: tuple[str, ...]
    unmet: tuple[str, ...]
    would_help: tuple[str, ...]


def make_week(wishes: Wishes) -> MadeWeek:
    """Return the week that keeps every rule and most of the wishes.

    Never broken: nothing on a rest day, or one that is over or not free; no lift on the day of a
    race; the chosen school's days (`week_rules.why_no_lift`: the rules PLACE-HARD and PLACE-ALT
    contradict each other, and neither is shown to be better for running); the lift after the run
    (Doma & Deakin 2013: the next day's run suffers less); no hard run on the day after leg work;
    no leg work in the last 6 days before a marked race (`taper`); one day with neither run nor
    lift; never more lifts than wished for. Weighed: `week_search.best_layout`. Hours are not
    looked at, so a hard run in the evening after leg work in the morning before is avoided too.
    The same wishes make the same week.

    >>> from datetime import date
    >>> tuesday, sunday = date(2026, 11, 24), date(2026, 11, 29)
    >>> made = make_week(Wishes(week=date(2026, 11, 23), runs={tuesday: "tempo", sunday: "long"},
    ...                         school="hard days hard", lifts=3))
    >>> made.days[made.days.lift].why.iloc[0]
    'Lift after the tempo run: hard days stay hard, and the others easy.'
    >>> made.unmet[0].startswith("No day is left for a third lift: Monday, Wednesday, Thursday")
    True
    """
    runs, changed = standing_runs(wishes)
    standing = wishes.with_runs(runs)
    layout = best_layout(standing)
    return MadeWeek(
        wishes=standing,
        days=_days(standing, layout),
        planned=_planned(standing, layout),
        changed=changed,
        unmet=(*broken_before(standing), *unmet(standing, layout)),
        would_help=would_help(standing, layout),
    )


def _days(wishes: Wishes, layout: Layout) -> DataFrame[WeekDays]:
    rows = [
        {
            "day": pd.Timestamp(day),
            "run": wishes.run_on(day),
            "lift": layout[day] != "",
            "legs": layout[day] == "legs",
            "rest": not layout[day] and not wishes.run_on(day),
            "why": why_day(wishes, layout, day),
        }
        for day in wishes.days
    ]
    return WeekDays.validate(pd.DataFrame(rows))


def _planned(wishes: Wishes, layout: Layout) -> DataFrame[Planned]:
    rows = []
    for day in (one for one in wishes.days if one not in wishes.over):
        run, lift = wishes.run_on(day), layout[day]
        if run:
            title = run_word(run).capitalize()
            rows.append(_row(day, 1, "run", type=run, title=title))
        if lift:
            title = "Lift" if lift == "legs" else "Lift without leg work"
            order, notes = (2, AFTER_RUN) if run else (1, "")
            rows.append(_row(day, order, "lift", legs=lift == "legs", title=title, notes=notes))
    return Planned.validate(pd.DataFrame(rows)) if rows else Planned.empty()


def _row(day: Any, order: int, kind: str, **known: Any) -> dict[str, Any]:
    plain = {"plan_id": 0, "day": pd.Timestamp(day), "order": order, "kind": kind, "type": ""}
    unknown = dict.fromkeys(("distance_m", "duration_s", "done_session_id"), np.nan)
    told = {"legs": False, "status": "planned", "title": "", "notes": ""}
    return plain | unknown | told | known
