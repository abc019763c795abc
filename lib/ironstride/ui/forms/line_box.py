"""The box for sets typed as lines: what can be read goes into the grid, the rest stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from ironstride.jobs.exercise_named import exercise_named
from ironstride.records import LiftSet
from ironstride.records.exercise import folded
from ironstride.store import Log, Move, known_exercises, moves
from ironstride.ui import state
from ironstride.ui.forms.fields import Fields
from ironstride.ui.forms.shorthand import Meant, read_line
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import WeightUnit

HELP = """
One line an exercise: its name, sets and reps, the weight, how hard it was.

- `squat 3x5 100 @8`: 3 sets of 5 with 100, RPE 8, which is 2 reps in reserve. `2rir` says the same.
- `rdl 8,8,6 80kg`, `bench 5x5 135lb`: reps of each set; without a unit the weight is in yours.
- `plank 3x45s`, `side plank 2x1:00/side`: holds.
- `step-up 3x10/side 20`: left and right; or `left`, `right`.
- `squat w 5x60`: one warm-up set of 5 with 60. `drop` and `failure` go in the same place.
- `pull-up 3x8 +10`, `pull-up 3x8 bw+10`: weight added to the body. `assisted pull-up 3x8 20`: 20 of
  help.
- `squat 100kg x 5`, `squat 100kg x 5 x 3`: the weight first needs its unit; the sets come last.
"""

LONGEST, HEIGHT = 3000, 96
_LOOK = "Not saved yet: what can be read of your lines stands in the grid now. Look, then save."


@dataclass(frozen=True)
class Line:
    """A line: the sets it says, or what is wrong with it; and what its name was taken for."""

    typed: str
    sets: tuple[LiftSet, ...] = ()
    wrong: str = ""
    guess: str = ""


@dataclass(frozen=True)
class LineBox:
    """What stands in the box, and whether it is to go into the grid."""

    name: str
    typed: str
    pressed: bool

    def take(self, here: Here, names: list[str], *, look: bool) -> tuple[LiftSet, ...]:
        """Return the sets of all lines that can be read, and leave the others in the box.

        `names` are the exercises of the grid's list; `look` asks to look before saving.
        """
        lines = read_lines(self.typed, here.log, names, here.settings.units.weight)
        notes = [line.guess for line in lines if line.guess] + [_LOOK] * look
        state.keep(f"{self.name}-wrong", [line.wrong for line in lines if line.wrong])
        state.keep(f"{self.name}-notes", notes)
        state.keep(f"{self.name}-left", "\n".join(line.typed for line in lines if line.wrong))
        state.next_turn(self.name)
        return tuple(one for line in lines for one in line.sets)


def line_box(fields: Fields) -> LineBox:
    """Draw the box, its button and its help, and what was wrong with the lines left in it."""
    name = fields.name("lines")
    typed = st.text_area(
        "Sets as lines",
        state.kept(f"{name}-left", ""),
        key=f"{name}-{state.turn(name)}",
        placeholder="squat 3x5 100 @8\nplank 3x45s",
        height=HEIGHT,
        max_chars=LONGEST,
        persist_state="session" if fields.is_new else "page",
    )
    wrong: list[str] = state.kept(f"{name}-wrong", [])
    notes: list[str] = state.kept(f"{name}-notes", [])
    for sentence in wrong:
        st.error(plain(sentence))
    for sentence in notes:
        st.info(plain(sentence))
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button("Put into the grid", key=f"{name}-add", icon=":material/add:")
        with st.popover("How to write sets"):
            st.markdown(HELP)
    return LineBox(name, (typed or "").strip(), pressed)


def read_lines(typed: str, log: Log, names: Iterable[str], unit: WeightUnit) -> list[Line]:
    """Return what each line says that is not empty; `names` are exercises that are yet to be."""
    known = {name: name for name in names} | known_exercises(log)
    reader = _Reader(known, moves(log), unit, frozenset(map(folded, known)))
    return [reader.read(line) for line in typed.splitlines() if line.strip()]


@dataclass(frozen=True)
class _Reader:
    known: Mapping[str, str]
    moves: Mapping[str, Move]
    unit: WeightUnit
    names: frozenset[str]

    def read(self, typed: str) -> Line:
        guesses: list[str] = []
        try:
            sets = read_line(
                typed, self.unit, lambda name: self._meant(name, guesses), self._is_name
            )
        except ValueError as why:
            return Line(typed, wrong=f"“{typed.strip()}”: {why}.")
        return Line(typed, sets, guess=" ".join(guesses))

    def _is_name(self, typed: str) -> bool:
        return folded(typed) in self.names

    def _meant(self, name: str, guesses: list[str]) -> Meant:
        named = exercise_named(name, self.known)
        if named is None:
            raise ValueError(
                f"no exercise is called “{name}”; add it to the list, or find its name"
            )
        if named.guessed:
            guesses.append(f"“{name}” was read as {named.exercise}.")
        move = self.moves.get(named.exercise)
        return Meant(named.exercise, move.kind if move else "weighted")
