from ironstride.records.catalogue import catalogue
from ironstride.records.ready_templates import ready_templates


def test_every_exercise_of_a_ready_template_is_in_the_catalogue() -> None:
    names = {one.name for one in catalogue()}
    assert {one.exercise for ready in ready_templates() for one in ready.sets} <= names


def test_the_runner_says_the_loads() -> None:
    assert {one.load_kg for ready in ready_templates() for one in ready.sets} == {0.0}


def test_timed_moves_are_held_and_others_counted() -> None:
    timed = {one.name for one in catalogue() if one.kind == "timed"}
    for ready in ready_templates():
        assert all((one.hold_s is not None) == (one.exercise in timed) for one in ready.sets)
        assert all((one.reps is None) == (one.exercise in timed) for one in ready.sets)


def test_one_sided_moves_have_as_many_left_as_right_sets() -> None:
    for ready in ready_templates():
        sides = [one.side for one in ready.sets]
        assert sides.count("left") == sides.count("right")


def test_there_is_one_for_each_way_of_splitting_the_week() -> None:
    names = [one.name for one in ready_templates()]
    assert len(set(names)) == len(names) == 6
    assert [name.split(",")[0] for name in names] == [
        "Full body A", "Full body B", "Upper body", "Lower body", "Core", "Minimal",
    ]  # fmt: skip


def test_the_minimal_one_fits_into_twenty_minutes() -> None:
    (minimal,) = [one for one in ready_templates() if one.name.startswith("Minimal")]
    assert len(minimal.sets) * 2 <= 20
