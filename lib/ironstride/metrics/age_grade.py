"""Age grade: a time as a share of what the best of that age and sex can run."""

from ironstride.standards.ages import Sex, age_standard_s


def age_grade(distance_m: float, time_s: float, age: int, sex: Sex) -> float:
    """Return the age grade [%] of a time [s] over a distance [m] at an age in whole years.

    Age standard ÷ time × 100 with the road tables of 2025 (Age-Grade-Tables, CC0; approved by
    USATF Masters Long Distance Running), standards in whole seconds, between two distances linear
    in the logarithm of distance. Hills, heat and wind are not taken out; track tables differ.
    NaN below one mile, between one mile and 5 km (no standard is near enough), above 200 km,
    outside ages 5 to 100, and for a time not above 0.

    >>> round(age_grade(10_000, 2400, 50, "male"), 2)
    74.29
    """
    return 100 * age_standard_s(distance_m, age, sex) / time_s if time_s > 0 else float("nan")
