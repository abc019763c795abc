import datetime as dt

import pytest

from ironstride.metrics.trial import State, TrialResult
from ironstride.metrics.trial_calendar import Design
from ironstride.metrics.trial_words import trial_sentence, trial_title

DESIGN = Design(begins_on=dt.date(2027, 1, 4), cycles=4)
BANNED = ("cause", "prove", "because", "significant", "best lag", "injury risk", "VDOT", "!")
TOLD = {"as_large": 6, "difference": 2.5, "p": 6 / 304}


def result(state: State, **told: float) -> TrialResult:
    return TrialResult(state, 7, 6, 304, **told)  # type: ignore[arg-type]  # a plain dict


@pytest.mark.parametrize(
    ("found", "title", "sentence"),
    [
        (result("not drawn"), "Cannot tell: not a drawn calendar", "nothing to compare them with."),
        (
            result("not begun"),
            "Not begun yet",
            "It begins on Mon 4 Jan 2027 and ends on Sun 16 Jul 2028.",
        ),
        (
            result("not over yet"),
            "Not over yet",
            "So far 7 tests in lifting blocks and 6 in maintenance blocks count.",
        ),
        (
            result("too few tests"),
            "Cannot tell: too few tests",
            "A result takes 3 tests that count in each kind of block.",
        ),
        (
            result("no clear difference", as_large=61, difference=-1.0, p=61 / 304),
            "No clear difference",
            "would miss a real benefit of 3 % about 6 times in 10.",
        ),
        (
            result("no clear difference", as_large=280, difference=0.04, p=280 / 304),
            "No clear difference",
            "your time trial was as fast in lifting blocks as in maintenance blocks (7 tests",
        ),
        (
            result("difference", **TOLD),
            "Faster in lifting blocks",
            (
                "your time trial was 2.5 % faster in lifting blocks than in maintenance blocks "
                "(7 tests against 6). Of the 304 calendars that could have been drawn, 6 would "
                "show a difference at least as large (p = 0.020)."
            ),
        ),
        (
            result("difference", **(TOLD | {"difference": -2.5})),
            "Slower in lifting blocks",
            "2.5 % slower in lifting blocks",
        ),
    ],
)
def test_every_state_has_its_words(found: TrialResult, title: str, sentence: str) -> None:
    said = trial_sentence(found, DESIGN, "time trial", missed=6)
    assert trial_title(found) == title
    assert sentence in said
    assert not [word for word in BANNED if word in f"{title} {said}"]
