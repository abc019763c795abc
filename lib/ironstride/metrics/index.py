"""How strong the legs are: one index over all lower-body lifts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.log import LiftSets
from ironstride.frames.strength import SessionBests, WeeklyIndex
from ironstride.metrics.strength import Formula, session_bests
from ironstride.metrics.week_effects import week_effects

MIN_SESSIONS, LEARNING_SESSIONS = 5, 2


@dataclass(frozen=True, eq=False)
class StrengthIndex:
    """The weekly index, and what it rests on: `components` are the groups of exercises.

    Exercises belong to one group when a chain of shared weeks joins them; `weekly` follows the
    first group, the one with the most weeks, for between groups no level can be compared. In
    `groups` each group has an index of its own, in the order of `components`: with each it starts
    anew at 100. No week belongs to two groups.
    """

    status: Literal["ok", "not enough data"]
    sentence: str
    components: tuple[tuple[str, ...], ...] = ()
    groups: tuple[DataFrame[WeeklyIndex], ...] = field(default=(), repr=False)

    @property
    def weekly(self) -> DataFrame[WeeklyIndex]:
        """The index of the first group, where there is enough for one."""
        return self.groups[0] if self.status == "ok" else WeeklyIndex.empty()

    @property
    def exercises(self) -> tuple[str, ...]:
        """The exercises that the index follows."""
        return self.components[0] if self.components else ()


def strength_index(
    lift_sets: DataFrame[LiftSets], *, today: date, formula: Formula = "mean"
) -> StrengthIndex:
    """Return the lower-body strength index of each completed Monday week, 100 in its first.

    Weighted least squares of ln e1RM on an effect of each exercise and one of each week, so that
    changing from squat to leg press moves nothing by itself; session bests of weighted
    lower-body exercises with five sessions or more, each without its first two (learning).
    Weights are 1 ÷ σ², σ being what an exercise scatters by from session to session (`scatter`):
    a lift whose weights were mistyped or counted in two ways says little. The weekly effects
    are not smoothed; their standard errors [%], against the mean week, are NaN where no two
    bests repeat each other. In a week of one lift the index is that lift. Exercises that no
    chain of shared weeks joins cannot be put on one scale: `weekly` follows the largest group,
    the rest are named and have an index of their own.
    No sessions, or fewer than two weeks: "not enough data" and no rows.

    Source: fixed effects of a two-way layout (Searle 1971, Linear Models); lifts differ
    in how many reps they allow (Nuzzo 2024, doi 10.1007/s40279-023-01937-7), hence each
    exercise is measured against itself. It says nothing of jumps, holds and body-weight moves.

    >>> strength_index(LiftSets.empty(), today=date(2026, 11, 20)).status
    'not enough data'
    """
    bests = _usable(session_bests(lift_sets, formula), today)
    components = _components(bests)
    if not components:
        return StrengthIndex("not enough data", _too_little())
    groups = tuple(_weekly(bests[bests.exercise.isin(names)]) for names in components)
    if len(groups[0]) < 2:
        return StrengthIndex("not enough data", _too_little(), components, groups)
    return StrengthIndex("ok", _sentence(components, groups[0]), components, groups)


def _usable(bests: DataFrame[SessionBests], today: date) -> pd.DataFrame:
    week = weeks.weeks_of(bests.started_at)
    finished = week <= pd.Timestamp(today - weeks.WEEK)
    lower = bests.assign(week=week)[finished & bests.lower_body]
    sessions = lower.groupby("exercise").e1rm_kg.transform("size")
    learned = lower.groupby("exercise").cumcount() >= LEARNING_SESSIONS
    return lower[learned & (sessions >= MIN_SESSIONS)]


def _components(bests: pd.DataFrame) -> tuple[tuple[str, ...], ...]:
    """Join the exercises that share a week (union-find); the group with most weeks first."""
    leader = {name: name for name in sorted(bests.exercise.unique())}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    met = bests.groupby("week").exercise.transform("first")
    for one, other in set(zip(met, bests.exercise, strict=True)):
        leader[find(other)] = find(one)
    groups: dict[str, list[str]] = {}
    for name in leader:
        groups.setdefault(find(name), []).append(name)
    ranked = sorted(groups.values(), key=lambda names: (-_weeks_known(bests, names), names))
    return tuple(tuple(names) for names in ranked)


def _weeks_known(bests: pd.DataFrame, names: list[str]) -> int:
    return int(bests.week[bests.exercise.isin(names)].nunique())


def _weekly(bests: pd.DataFrame) -> DataFrame[WeeklyIndex]:
    effect, se = week_effects(bests)
    counts = bests.groupby("week").size()
    table = pd.DataFrame(
        {"effect": effect - effect[0], "se": se, "bests": counts}, index=counts.index
    ).reindex(pd.date_range(counts.index[0], counts.index[-1], freq="7D"))
    table["index_pct"] = 100 * np.exp(table.effect / 100)
    table["bests"] = table.bests.fillna(0)
    return WeeklyIndex.validate(table.rename_axis("week").reset_index())


def _too_little() -> str:
    return (
        f"The index needs a weighted lower-body lift with {MIN_SESSIONS} sessions or more, "
        "in at least two finished weeks."
    )


def _sentence(components: tuple[tuple[str, ...], ...], weekly: DataFrame[WeeklyIndex]) -> str:
    followed, *apart = components
    known = int(weekly.effect.notna().sum())
    told = f"From {', '.join(followed)} in {known} of {len(weekly)} finished weeks."
    if not apart:
        return told
    others = ", ".join(name for group in apart for name in group)
    return f"{told} Left out, as no week joins them with the rest: {others}."
