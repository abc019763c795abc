"""Each marked block beside the weeks before it: how much strength and easy pace differ."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.blocks import BlockComparison, TrainingBlocks
from ironstride.frames.together import TogetherWeeks
from ironstride.units import count
from ironstride.weeks import WEEK, week_of

MIN_WEEKS = 8
# Simulated logs of 12 weeks against 12, with a season of ±1.5 % and a trend of the runner's own.
HOW_LITTLE = (
    "One comparison of before and after says very little. In simulated logs in which lifting did "
    "nothing, 44 to 63 of 100 looked as if it had changed their pace, from season and general "
    "progress alone; with a real benefit in them it was 45 to 64. Only blocks in turn, several "
    "times over, can tell the two apart."
)
_MEASURES = {"speed": ("performance", "a steady run"), "strength": ("strength", "a leg lift")}
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class _Weeks:
    """The Mondays of the whole weeks before a block and of those in it, so far as they are over."""

    before: pd.DatetimeIndex
    during: pd.DatetimeIndex
    is_over: bool


def compare_blocks(
    blocks: DataFrame[TrainingBlocks], weeks: DataFrame[TogetherWeeks], *, today: date
) -> DataFrame[BlockComparison]:
    """Return each block with the change [%] of mean strength and pace against the weeks before.

    The means of 100·ln(strength index) and of 100·ln(speed at the reference heart rate) over the
    block's whole Monday weeks that are over, and over as many weeks directly before it; these
    reach back no further than the end of the last block of the same kind, for a block is no
    "before" of its own kind. The change is 100·(exp(difference ÷ 100) − 1). Weeks without a value
    count for nothing; with fewer than eight on a side there is no change but a reason.

    Limits: what still rises or falls within a block shows less than its end does. No interval is
    given: season and general progress move the means by more than weekly scatter tells, and
    intervals from short interrupted series are too narrow (Turner 2021,
    doi 10.1186/s12874-021-01364-0); `HOW_LITTLE` says how often such a comparison misleads.

    >>> blocks, weeks = TrainingBlocks.empty(), TogetherWeeks.empty()
    >>> len(compare_blocks(blocks, weeks, today=date(2026, 11, 22)))
    0
    """
    series = weeks.set_index("week")
    rows = [
        _row(one, _weeks_of(one, blocks, today), series) for one in blocks.itertuples(index=False)
    ]
    columns = list(BlockComparison.empty().columns)
    return DataFrame[BlockComparison](BlockComparison.validate(pd.DataFrame(rows, columns=columns)))


def _weeks_of(block: Any, blocks: pd.DataFrame, today: date) -> _Weeks:
    started = block.started_on.date()
    before_today = week_of(today) - _DAY
    ended = None if pd.isna(block.ended_on) else block.ended_on.date()
    last = min(before_today, ended or before_today)
    during = _mondays(week_of(started + WEEK - _DAY), week_of(last + _DAY) - WEEK)
    latest = week_of(started) - WEEK
    earliest = latest - (len(during) - 1) * WEEK
    before = _mondays(max(earliest, _free_from(block, blocks)), latest)
    return _Weeks(before, during, is_over=ended is not None and ended < today)


def _free_from(block: Any, blocks: pd.DataFrame) -> date:
    """Return the first Monday after the last earlier block of the same kind."""
    same = blocks[(blocks.kind == block.kind) & (blocks.started_on < block.started_on)]
    ended = same.ended_on.max()
    return date.min if pd.isna(ended) else week_of(ended.date() + WEEK)


def _mondays(first: date, last: date) -> pd.DatetimeIndex:
    return pd.date_range(first, last, freq="7D", unit="ns")


def _row(block: Any, weeks: _Weeks, series: pd.DataFrame) -> dict[str, Any]:
    row: dict[str, Any] = block._asdict() | {"weeks": len(weeks.during)}
    for name, (column, lived) in _MEASURES.items():
        before, during = (
            series[column].reindex(side).dropna() for side in (weeks.before, weeks.during)
        )
        reason = _too_short(weeks) or _too_empty(len(before), len(during), lived)
        difference = np.nan if reason else during.mean() - before.mean()
        row |= {
            f"{name}_weeks_before": len(before),
            f"{name}_weeks_during": len(during),
            f"{name}_change": 100 * np.expm1(difference / 100),
            f"{name}_reason": reason,
        }
    return row


def _too_short(weeks: _Weeks) -> str:
    """Return which side has too few weeks of any kind, in a sentence, or nothing."""
    if len(weeks.during) < MIN_WEEKS:
        have = count(len(weeks.during), "whole week")
        return f"It holds {have}{'' if weeks.is_over else ' so far'}; {_TAKES}"
    if len(weeks.before) < MIN_WEEKS:
        since = count(len(weeks.before), "whole week")
        return f"The last block of its kind ended {since} before; {_TAKES}"
    return ""


def _too_empty(before: int, during: int, lived: str) -> str:
    """Return which side has too few weeks with a value, in a sentence, or nothing."""
    for known, where in ((during, "its weeks"), (before, "the weeks before it")):
        if known < MIN_WEEKS:
            return f"{f'Only {known}' if known else 'None'} of {where} had {lived}; {_TAKES}"
    return ""


_TAKES = f"a comparison takes {MIN_WEEKS}."
