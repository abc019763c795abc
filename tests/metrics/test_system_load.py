import pytest

from ironstride.metrics.system_load import system_load_kg


@pytest.mark.parametrize(
    ("load", "mass", "fraction", "moved"),
    [(225, 200, 0.86, 397), (50, 200, 0.94, 238), (0, 70, 0.64, 44.8), (0, 70, 1.0, 70)],
)
def test_the_body_moves_with_the_weight(
    load: float, mass: float, fraction: float, moved: float
) -> None:
    assert system_load_kg(load, mass, fraction) == pytest.approx(moved)


def test_assistance_is_taken_off_and_never_leaves_less_than_nothing() -> None:
    assert system_load_kg(20, 70, 0.95, assisted=True) == pytest.approx(46.5)
    assert system_load_kg(90, 70, 0.95, assisted=True) == 0.0


@pytest.mark.parametrize("mass", [0.0, -70.0, float("nan")])
def test_a_body_has_a_mass(mass: float) -> None:
    with pytest.raises(ValueError, match="body mass must be above 0 kg"):
        system_load_kg(10, mass, 0.95)


@pytest.mark.parametrize("fraction", [-0.1, 1.1, float("nan")])
def test_a_share_lies_between_nothing_and_all(fraction: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        system_load_kg(10, 70, fraction)
