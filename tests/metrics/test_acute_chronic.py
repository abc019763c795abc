import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.load import AcuteChronicRatio, TrainingLoad
from ironstride.metrics.load import acute_chronic_ratio, coupled
from tests.metrics.running_tables import FEW


def _load(*loads: float) -> DataFrame[TrainingLoad]:
    days = pd.date_range("2026-01-01", periods=len(loads))
    table = pd.DataFrame({"day": days, "load": loads, "unrated": 0, "estimated": 0})
    table = table.assign(warming_up=True, gap=False, complete=True)
    return TrainingLoad.validate(table.reindex(columns=TrainingLoad.empty().columns))


@pytest.mark.parametrize(
    ("apart", "together"),
    [(0.5, 0.571), (0.8, 0.842), (1, 1), (1.3, 1.209), (1.5, 1.333), (2, 1.6), (3, 2.0)],
)
def test_the_coupled_ratio_follows_from_the_uncoupled(apart: float, together: float) -> None:
    assert coupled(apart) == pytest.approx(together, abs=0.0005)


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
    assert coupled(1) == 1
    assert [coupled(ratio) for ratio in apart[known]] == pytest.approx(together[known].tolist())
