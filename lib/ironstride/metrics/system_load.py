"""How much is moved when the body itself is part of the load."""


def system_load_kg(
    load_kg: float, body_mass_kg: float, fraction: float, *, assisted: bool = False
) -> float:
    """Return what one rep moves [kg]: body mass [kg] × fraction + load [kg], less any assistance.

    The fraction is the share of body mass that is moved: push-up 0.64 (Ebben 2011, n = 23,
    doi 10.1519/JSC.0b013e31820c8587), pull-up and dip about 0.95 (less hands and forearms), squat
    and deadlift 0.86 to 0.88 (less shanks and feet; segment masses of Hartmann and Tünnemann).
    Population means, which posture moves by ± 5 points: good for volume, not for e1RM. Help of
    more than the body leaves nothing: 0.

    Raises:
        ValueError: the body mass is not above 0 kg, or the fraction lies outside 0 to 1.

    >>> system_load_kg(225, 200, 0.86), system_load_kg(50, 200, 0.94)  # pounds serve as well
    (397.0, 238.0)
    >>> system_load_kg(20, 70, 0.95, assisted=True)
    46.5
    """
    if not body_mass_kg > 0:
        raise ValueError(f"body mass must be above 0 kg, got {body_mass_kg}")
    if not 0 <= fraction <= 1:
        raise ValueError(f"a share of body mass must lie between 0 and 1, got {fraction}")
    return max(0.0, body_mass_kg * fraction + (-load_kg if assisted else load_kg))
