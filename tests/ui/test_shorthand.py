import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.records import LiftSet
from ironstride.ui.forms.shorthand import Meant, read_line
from ironstride.units import WeightUnit

KINDS = {"plank": "timed", "side plank": "timed", "pull-up": "bodyweight", "helped dip": "assisted"}


def meant(name: str) -> Meant:
    return Meant(name, KINDS.get(name, "weighted"))  # type: ignore[arg-type]


def read(line: str, unit: WeightUnit = "kg") -> list[LiftSet]:
    return list(read_line(line, unit, meant))


def squat(**changes: object) -> LiftSet:
    return LiftSet(**{"exercise": "squat", "reps": 5, "load_kg": 100.0} | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "squat 3x5 100 @8",
        "squat 3 x 5 100kg @ 8",
        "squat 3×5 100 kg 2rir",
        "squat 3*5 100,0 rir 2",
        "squat 3X5 100.0 2 RIR",
        "squat 3x5x100 RPE 8",
        "squat 5,5,5 100 rpe8",
        "squat 5, 5, 5 100 @8",
        "  squat   3x5@8   100  ",
        "squat 3х5 100кг @8",  # typed on a Cyrillic keyboard
        "squat 3✕5 100 kilos @8",
        "squat 3 sets of 5 at 100 kg @8",
        "squat 3 sets x 5 reps @ 100kg RPE 8",
        "squat 100kg 3x5 @8",
        "squat 100 kg x 5 x 3 @8",
        "squat 3x5 100 @8.",
        "2. squat 3x5 100 kg, @8",
    ],
)
def test_one_thing_may_be_written_in_many_ways(line: str) -> None:
    assert read(line) == [squat(rir=2.0)] * 3


def test_reps_may_differ_from_set_to_set() -> None:
    assert [one.reps for one in read("rdl 8,8,6 80kg")] == [8, 8, 6]


def test_a_single_number_is_one_set() -> None:
    assert read("squat 5 100") == [squat()]


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("plank 3x45s", [45, 45, 45]),
        ("plank 3x45", [45, 45, 45]),
        ("plank 3 x 45 sec", [45, 45, 45]),
        ("plank 60s,45s", [60, 45]),
        ("plank 1x1:30", [90]),
        ("plank 2x1min", [60, 60]),
        ("squat 20s", [20]),
        ("plank 3 x 45 seconds", [45, 45, 45]),
        ('plank 3x45"', [45, 45, 45]),
        ("plank 60s, 45s, 30s", [60, 45, 30]),
        ("plank 45s x 3", [45, 45, 45]),
        ("plank 1:30 x 2", [90, 90]),
        ("plank 2 x 2 minutes", [120, 120]),
    ],
)
def test_holds_are_seconds(line: str, holds: list[float]) -> None:
    assert [(one.hold_s, one.reps) for one in read(line)] == [(hold, None) for hold in holds]


@pytest.mark.parametrize("words", ["/side", " / side", " each", " each leg", " per side", "/leg"])
def test_both_sides_make_two_sets_of_one(words: str) -> None:
    found = [(one.side, one.reps, one.load_kg) for one in read(f"step-up 2x10{words} 20")]
    assert found == [("left", 10, 20), ("right", 10, 20)] * 2


@pytest.mark.parametrize("line", ["lunge left 2x10 20", "lunge 2x10 20 l", "lunge 2x10 left 20"])
def test_one_side_may_be_named(line: str) -> None:
    assert [(one.exercise, one.side) for one in read(line)] == [("lunge", "left")] * 2


def test_five_by_sixty_after_w_is_one_warm_up_set() -> None:
    assert read("squat w 5x60") == [squat(set_type="warmup", load_kg=60.0)]


def test_a_warm_up_with_a_weight_or_with_few_reps_is_read_as_written() -> None:
    assert read("squat w 2x5 60") == [squat(set_type="warmup", load_kg=60.0)] * 2
    assert read("squat w 2x10") == [squat(set_type="warmup", load_kg=0.0, reps=10)] * 2
    assert [one.reps for one in read("pull-up w 1x25")] == [25]


@pytest.mark.parametrize(
    ("word", "set_type"),
    [("warm-up", "warmup"), ("drop", "drop"), ("d", "drop"), ("f", "failure"), ("fail", "failure")],
)
def test_the_kind_of_set_may_stand_before_or_behind(word: str, set_type: str) -> None:
    assert [one.set_type for one in read(f"squat {word} 5 100")] == [set_type]
    assert [one.set_type for one in read(f"squat 5 100 {word}")] == [set_type]


def test_two_words_for_a_kind_of_set_are_one() -> None:
    assert read("squat warm up 5x60") == [squat(set_type="warmup", load_kg=60.0)]
    assert read("squat 5 100 drop set") == read("squat 5 100 dropset") == [squat(set_type="drop")]


def test_a_name_that_is_known_may_hold_numbers_and_words_of_sets() -> None:
    known = {"leg press 45", "leg press", "depth drop"}

    def found(line: str) -> list[tuple[str, str, int | None, float]]:
        sets = read_line(line, "kg", meant, lambda name: name.casefold() in known)
        return [(one.exercise, one.set_type, one.reps, one.load_kg) for one in sets]

    assert found("Leg press 45 1x10 100") == [("Leg press 45", "work", 10, 100)]
    assert found("leg press 1x10 45") == [("leg press", "work", 10, 45)]
    assert found("leg press drop 10 45") == [("leg press", "drop", 10, 45)]
    assert found("depth drop 5 bw") == [("depth drop", "work", 5, 0)]
    assert found("leg press (wide) 10 45") == [("leg press (wide)", "work", 10, 45)]


def test_left_and_right_together_are_both_sides() -> None:
    for words in ("l r", "left right", "L/R", "l+r"):
        assert [one.side for one in read(f"lunge 1x10 20 {words}")] == ["left", "right"]


def test_pounds_are_read_where_they_are_written_or_meant() -> None:
    assert round(read("bench 5x5 135lb")[0].load_kg, 2) == 61.23
    assert round(read("bench 5x5 135", "lb")[0].load_kg, 2) == 61.23
    for written in ("135 lbs", "135 pounds", "135#", "135LB"):
        assert round(read(f"bench 5x5 {written}")[0].load_kg, 2) == 61.23
    assert read("bench 5x5 60 kg", "lb")[0].load_kg == 60.0


def test_weight_is_added_to_the_body_and_help_is_taken_from_it() -> None:
    assert [one.load_kg for one in read("pull-up 1x8 +10")] == [10.0]
    assert [one.load_kg for one in read("pull-up 1x8 bw")] == [0.0]
    for words in ("bw+10", "BW + 10", "+ 10 kg", "bodyweight+10"):
        assert [one.load_kg for one in read(f"pull-up 1x8 {words}")] == [10.0]
    assert [(one.reps, one.load_kg) for one in read("pull-up bw+10 2x8")] == [(8, 10.0)] * 2
    assert [one.load_kg for one in read("helped dip 1x8 bw - 20")] == [20.0]
    assert [one.load_kg for one in read("helped dip 1x8 -20")] == [20.0]
    assert [one.load_kg for one in read("helped dip 1x8 20")] == [20.0]


def test_a_name_may_begin_with_a_number_and_hold_a_side() -> None:
    assert read("45 degree leg press 1x10 100")[0].exercise == "45 degree leg press"
    assert read("side plank 1x30s/side")[0].exercise == "side plank"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("squat", "no sets found"),
        ("squat fast", "no sets found"),
        ("3x5 100", "the exercise comes first"),
        ("squat 0x5 100", "sets must be from 1 to 50"),
        ("squat 51x5 100", "sets must be from 1 to 50"),
        ("squat 3x8,6 100", "“3x8,6” says no sets"),
        ("squat 3x5 100 90", "“90” would be a second weight"),
        ("squat 3x5 100 heavy", "“heavy” is not understood"),
        ("squat 3x5 1,000", "without thousands signs"),
        ("squat 3x5 100 @11", "RPE of the set, from 5 to 10"),
        ("squat 3x5 100 @4", "RPE of the set, from 5 to 10"),
        ("squat 3x5 100 11rir", "reps in reserve must be at most 10"),
        ("squat 3x5 601", "weight must be at most 600 kg"),
        ("squat 5x100", "for 5 reps with 100 kg write 1x5 100"),
        ("pull-up 3x8 -20", "choose an assisted exercise"),
        ("pull-up 1x501", "reps must be at most 500"),
        ("squat 5,100", "100 would be reps: write reps, a space and the weight"),
        ("squat 8,8,6,80", "80 would be reps"),
        ("squat 100x5", "a weight that comes first needs its unit"),
        ("squat 3x8-10 60", "“3x8-10” is a range: write the reps that you did"),
        ("squat 3x5 100 @8 @9", "“@9” would say a second time how hard it was"),
        ("squat 3x5 100 2rir @8", "“@8” would say a second time"),
        ("squat 3x5 100 w drop", "“drop” would be a second kind of set"),
        ("lunge 3x10 20 each", "may be two sides or two weights"),
        ("lunge 3x10 20kg/side", "may be two sides or two weights"),
        ("squat w", "no sets found"),
        ("squat 100kg", "no sets found"),
    ],
)
def test_a_line_that_cannot_be_gets_a_sentence(line: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(line)


@given(
    st.integers(1, 10),
    st.integers(1, 30),
    st.decimals(0, 400, places=1).map(float),
    st.sampled_from([None, 0.0, 0.5, 2.0, 5.0]),
    st.sampled_from([".", ","]),
)
def test_what_is_written_plainly_is_read_back(
    sets: int, reps: int, load_kg: float, rir: float | None, point: str
) -> None:
    effort = "" if rir is None else f" {rir:g}rir"
    line = f"squat {sets}x{reps} {load_kg:g}kg{effort}".replace(".", point)
    assert read(line) == [squat(reps=reps, load_kg=float(f"{load_kg:g}"), rir=rir)] * sets


@given(st.text(max_size=60))
def test_no_text_at_all_is_more_than_a_wrong_line(text: str) -> None:
    try:
        found = read(text)
    except ValueError:
        return
    assert all(one.exercise for one in found)
