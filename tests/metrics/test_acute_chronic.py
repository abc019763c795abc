import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.load import AcuteChronicRatio, TrainingLoad
from ironstride.metrics.load import acute_chronic_ratio
from tests.metrics.running_tables import FEW


def _load(*loads: float) -> DataFrame[TrainingLoad]:
    days = pd.date_range("2026-01-01", periods=len(loads))
    table = pd.DataFrame({"day": days, "load": loads, "unrated": 0, "estimated": 0})
    table = table.assign(warming_up=True, gap=False, complete=True)
    return TrainingLoad.validate(table.reindex(columns=TrainingLoad.empty().columns))


def test_the_ratio_is_of_the_last_week_and_the_three_before_it() -> None:
    told = acute_chronic_ratio(_load(*[200] * 21, *[300] * 7)).uncoupled
    assert told.isna().tolist() == [True] * 27 + [False]
    assert told.iloc[-1] == pytest.approx(1.5)


def test_the_weighted_means_have_the_published_weights() -> None:
    told = acute_chronic_ratio(_load(*[100] * 28, 500)).ewma_ratio
    assert told.iloc[-1] == pytest.approx((100 + 0.25 * 400) / (100 + 0.0690 * 400), abs=5e-4)


def test_nothing_before_is_nothing_to_divide_by() -> None:
    told = acute_chronic_ratio(_load(*[0] * 28, *[300] * 3))
    assert told.uncoupled.isna().all()


def test_no_days_have_no_ratio() -> None:
    told = acute_chronic_ratio(TrainingLoad.empty())
    assert told.dtypes.equals(AcuteChronicRatio.empty().dtypes)


@FEW
@given(loads=st.lists(st.integers(0, 900), min_size=28, max_size=60))
def test_coupling_the_uncoupled_ratio_gives_the_rolling_one(loads: list[int]) -> None:
    table = _load(*loads)
    apart = acute_chronic_ratio(table).uncoupled
    together = table.load.rolling(7).mean() / table.load.rolling(28).mean()
    known = apart.notna()
    # 4 U ÷ (U + 3) makes the 7:28 ratio of one whose three weeks do not hold the seven days.
    coupled = 4 * apart / (apart + 3)
    assert coupled[known].tolist() == pytest.approx(together[known].tolist())
