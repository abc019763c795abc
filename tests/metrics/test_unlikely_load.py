import pytest

from ironstride.metrics.unlikely_load import is_far_above, meant_kg

USUAL = [100.0, 100.0, 102.5, 97.5, 80.0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(220.46, 100.0), (231.0, 104.8), (210.0, 95.3), (45.36, 100.0), (47.5, 104.7), (43.2, 95.2)],
)
def test_a_weight_in_the_other_unit_is_recognised(typed: float, meant: float) -> None:
    assert meant_kg(typed, USUAL) == pytest.approx(meant, abs=0.05)


@pytest.mark.parametrize("typed", [100.0, 130.0, 60.0, 200.0, 240.0, 50.0, 40.0])
def test_other_weights_raise_no_question(typed: float) -> None:
    assert meant_kg(typed, USUAL) is None


def test_what_was_lifted_before_is_no_slip() -> None:
    assert meant_kg(45.0, [*USUAL, 46.0]) is None


def test_usual_is_what_was_lifted_lately() -> None:
    assert meant_kg(220.0, [100.0] * 15 + [140.0] * 100) == pytest.approx(99.8, abs=0.05)


def test_without_a_past_there_is_no_question() -> None:
    assert meant_kg(220.0, []) is None
    assert not is_far_above(600.0, [])


def test_far_above_begins_beyond_three_times_the_heaviest() -> None:
    assert not is_far_above(307.5, USUAL)
    assert is_far_above(307.6, USUAL)
