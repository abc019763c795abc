"""The charts of relative strength, moves of the body and holds, on their data."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import body_moves, holds, relative_strength
from ironstride.frames.strength_trends import (
    AddedBests,
    HoldBests,
    HoldLine,
    RelativeBests,
    SmoothLine,
    SystemLoads,
)
from ironstride.units import Units

KG, LB, NO_LINE = Units(), Units(weight="lb"), SmoothLine.empty()


def dated(*rows: dict[str, Any], column: str = "started_at") -> pd.DataFrame:
    table = pd.DataFrame(rows)
    return table.assign(**{column: pd.date_range("2026-01-01", periods=len(rows), freq="30D")})


def relative_of(*pairs: tuple[float, float | None]) -> DataFrame[RelativeBests]:
    table = dated(*({"e1rm_kg": e1rm, "body_mass_kg": mass} for e1rm, mass in pairs), column="day")
    mass = table.body_mass_kg.astype(float)
    return RelativeBests.validate(
        table.assign(
            exercise="Back squat",
            per_kg=table.e1rm_kg / mass,
            allometric=table.e1rm_kg / mass**0.67,
        )
    )


def loads_of(*rows: tuple[float, float | None]) -> DataFrame[SystemLoads]:
    table = dated(*({"most_reps": reps, "heaviest_kg": heavy} for reps, heavy in rows))
    heavy = table.heaviest_kg.astype(float)
    return SystemLoads.validate(
        table.assign(
            session_id=1,
            exercise="Pull-up",
            sets=3,
            reps=3 * table.most_reps,
            body_mass_kg=heavy,
            volume_kg=heavy * table.most_reps,
        )
    )


def added_of(*added: float) -> DataFrame[AddedBests]:
    known = {
        "session_id": 1,
        "position": 0,
        "exercise": "Pull-up",
        "load_kg": 10.0,
        "reps": 5,
        "rir": None,
        "formula": "mean",
        "faded": False,
        "at_least": True,
        "body_mass_kg": 70.0,
    }
    return AddedBests.validate(dated(*({"e1rm_added_kg": kg} | known for kg in added)))


def holds_of(*seconds: float) -> DataFrame[HoldBests]:
    known = {"session_id": 1, "exercise": "Plank", "load_kg": 0.0, "sets": 2}
    table = dated(*({"best_s": s, "total_s": 2 * s} | known for s in seconds))
    return HoldBests.validate(table.assign(log_pct=100 * np.log(table.best_s / seconds[0])))


BESTS = relative_of((100.0, 70.0), (112.0, 70.0), (105.0, None))


def test_relative_strength_stands_above_body_mass_on_the_same_days() -> None:
    figure = relative_strength.relative_strength(BESTS, NO_LINE, LB, "per_kg")
    strength, mass = figure.data
    assert strength.y.round(3).tolist() == [1.429, 1.6]
    assert mass.y.round(1).tolist() == [154.3, 154.3]
    assert (strength.yaxis, mass.yaxis) == ("y", "y2")
    assert (strength.x == mass.x).all()
    assert figure.layout.yaxis2.title.text == "body mass<br>(lb)"


def test_both_panels_stretch_by_the_same_percentage() -> None:
    figure = relative_strength.relative_strength(BESTS, NO_LINE, KG, "per_kg")
    ranges = (figure.layout.yaxis.range, figure.layout.yaxis2.range)
    upper, lower = (high / low for low, high in ranges)
    assert upper == pytest.approx(lower)


def test_the_allometric_measure_is_drawn_where_it_is_chosen() -> None:
    figure = relative_strength.relative_strength(BESTS, NO_LINE, KG, "allometric")
    assert figure.data[0].y.tolist() == pytest.approx(BESTS.allometric.dropna().tolist())
    assert "0.67" in figure.layout.yaxis.title.text


def test_the_sentence_names_the_first_and_the_latest_day_with_both() -> None:
    assert relative_strength.relative_strength_alt(BESTS, KG, "per_kg") == (
        "2 days with both: from 1.43 at 70 kg on 1 Jan 2026 to 1.60 at 70 kg on 31 Jan 2026. "
        "Equal heights in both panels are equal changes in percent."
    )


def test_load_and_reps_of_a_move_stand_in_panels_of_their_own() -> None:
    figure = body_moves.body_moves(loads_of((8, 66.5), (9, 67.0)), AddedBests.empty(), KG)
    load, reps = figure.data
    assert (load.y.tolist(), reps.y.tolist()) == ([66.5, 67.0], [8, 9])
    assert (load.yaxis, reps.yaxis) == ("y", "y2")


def test_without_body_mass_only_reps_are_drawn() -> None:
    loads = loads_of((8, None), (9, None))
    figure = body_moves.body_moves(loads, AddedBests.empty(), KG)
    assert [one.y.tolist() for one in figure.data] == [[8, 9]]
    assert body_moves.body_moves_alt(loads, AddedBests.empty(), KG) == (
        "Pull-up: 2 sessions, at most 9 reps in a set."
    )


def test_weight_added_has_a_panel_and_says_that_it_is_at_least_so_much() -> None:
    figure = body_moves.body_moves(loads_of((5, 76.5)), added_of(22.5), KG)
    assert figure.data[2].y.tolist() == [22.5]
    assert "at least 22.5 kg added" in figure.data[2].customdata[0]
    assert body_moves.body_moves_alt(loads_of((5, 76.5)), added_of(22.5), KG) == (
        "Pull-up: 1 session, at most 5 reps in a set; a rep of the latest moved 76.5 kg, the "
        "share of the body included; the best estimated 1RM beside the body is 22.5 kg."
    )


def test_holds_are_drawn_in_seconds_on_a_log_scale() -> None:
    figure = holds.holds(holds_of(30, 60, 120), HoldLine.empty())
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.yaxis.title.text == "hold (s, log scale)"
    assert figure.data[0].y.tolist() == [30, 60, 120]
    low, high = 10 ** np.array(figure.layout.yaxis.range)
    assert low < 30
    assert high > 120


def test_the_trend_of_holds_lies_in_its_band() -> None:
    days = pd.to_datetime(["2026-01-01", "2026-03-02"])
    line = HoldLine.validate(
        pd.DataFrame(
            {"started_at": days, "hold_s": [40, 60], "low_s": [35, 50], "high_s": [45, 70]}
        )
    )
    band, _, trend = holds.holds(holds_of(30, 60), line).data
    assert band.y.tolist() == [35, 50, 70, 45]
    assert trend.y.tolist() == [40, 60]


def test_the_sentence_of_holds_compares_with_the_first_ones_only_where_there_are_later_ones() -> (
    None
):
    assert holds.holds_alt(holds_of(30, 30, 30, 60), "Side-plank") == (
        "Side-plank: 4 sessions, the longest hold 60 s; the latest, 60 s on 1 Apr 2026, is +100 % "
        "against its first sessions."
    )
    assert holds.holds_alt(holds_of(30), "Plank") == (
        "Plank: 1 session, the longest hold 30 s; the latest, 30 s on 1 Jan 2026."
    )


def test_empty_frames_draw_empty_charts_and_say_so() -> None:
    none = RelativeBests.empty()
    figure = relative_strength.relative_strength(none, NO_LINE, KG, "per_kg")
    assert sum(len(one.y) for one in figure.data) == 0
    assert relative_strength.relative_strength_alt(none, KG, "per_kg").startswith("No day with")
    moves = body_moves.body_moves(SystemLoads.empty(), AddedBests.empty(), KG)
    assert sum(len(one.y) for one in moves.data) == 0
    assert body_moves.body_moves_alt(SystemLoads.empty(), AddedBests.empty(), KG) == (
        "No session with this move in this span."
    )
    assert len(holds.holds(HoldBests.empty(), HoldLine.empty()).data[0].y) == 0
    assert holds.holds_alt(HoldBests.empty(), "Plank") == "Plank: no hold in this span."
