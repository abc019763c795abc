"""A table of sets, read as its columns were mapped."""

from collections.abc import Iterator
from itertools import repeat

from ironstride import units
from ironstride.importers.base import Choices, Reading, RowError
from ironstride.importers.build import Dropped
from ironstride.importers.keys import made_key
from ironstride.importers.lifts import UNKNOWN_TYPE, Head, Log, SetRow, notes_of, read_log
from ironstride.importers.mapped.cells import MappedCells, read_time, read_weight
from ironstride.importers.mapped.header_words import words_of
from ironstride.importers.mapped.set_words import NO, SET_TYPES, WARM_UP, YES
from ironstride.importers.mapped.starts import Starts
from ironstride.importers.mapped.units import decimal_of, has_open_weights
from ironstride.importers.mapping import SOURCE, Mapping
from ironstride.importers.origins import origins
from ironstride.importers.questions import weight_question
from ironstride.importers.readings import reading_of
from ironstride.importers.side_by_side import one_each
from ironstride.importers.table import Row, Table
from ironstride.importers.text import fold, is_missing, read_number
from ironstride.importers.unit_words import weight_unit
from ironstride.records import SetType
from ironstride.records.lift import MAX_SETS_PER_EXERCISE
from ironstride.units import WeightUnit


def read_lifts(table: Table, mapping: Mapping, choices: Choices, prefix: str) -> Reading:
    """Return what a table of sets says: a workout is what shares its start and its title."""
    reader = _Reader(table, mapping, choices, prefix)
    uncounted: list[RowError] = []
    rows = one_each(reader.each_set(table, uncounted))
    said = read_log(rows, Log(reader.group, reader.head, reader.set_row))
    said.refused.extend(uncounted)
    unit_is_open = reader.unit is None and has_open_weights(table, mapping)
    questions = (
        *reader.starts.questions(said.made, choices),
        *(weight_question("This table", said.made) if unit_is_open else ()),
    )
    read_from = (*reader.starts.origins(table), *origins(table, mapping.at, reader.read_as()))
    return reading_of(SOURCE, table, said, questions, read_from)


class _Reader:
    """Reads rows by their mapping and by what the whole table shows."""

    def __init__(self, table: Table, mapping: Mapping, choices: Choices, prefix: str) -> None:
        self.prefix = prefix
        self.at = mapping.at
        self.unit = mapping.weight_unit or choices.weight_unit
        self.starts = Starts(table, mapping, choices)
        self.cells = MappedCells(mapping.at, decimal_of(table, mapping))
        header = table.header[self.at["set_type"]] if "set_type" in self.at else ""
        self.asks_for_warm_up = bool(WARM_UP & set(words_of(header)))

    def each_set(self, table: Table, uncounted: list[RowError]) -> Iterator[Row]:
        """Yield each row as often as it counts sets; `uncounted` gets those that cannot be."""
        for row in table.rows:
            try:
                yield from repeat(row, self.count(row))
            except ValueError as error:
                uncounted.append(RowError(row.line, str(error)))

    def count(self, row: Row) -> int:
        """Return how many equal sets a row stands for; one where it does not say."""
        value = read_number(self.cells.text(row, "sets"), self.cells.decimal)
        if value is None:
            return 1
        if value != int(value) or not 1 <= value <= MAX_SETS_PER_EXERCISE:
            raise ValueError(
                f"the number of sets must be 1 to {MAX_SETS_PER_EXERCISE}, got {value:g}"
            )
        return int(value)

    def group(self, row: Row) -> tuple[str, ...]:
        """Return what tells workouts apart."""
        return self.starts.written(row), self.cells.text(row, "title")

    def head(self, rows: list[Row]) -> Head:
        """Return what the rows of a workout share."""
        start = self.starts.read(rows[0])
        title = self.cells.text(rows[0], "title")
        remarks = [(self.cells.text(r, "exercise"), self.cells.text(r, "notes")) for r in rows]
        return Head(
            key=made_key(self.prefix, self.starts.written(rows[0]), title),
            started_at=start.at,
            title=title,
            notes=notes_of("", remarks),
            time_known=start.time_known,
            utc_offset_min=start.utc_offset_min,
        )

    def set_row(self, row: Row, dropped: Dropped) -> SetRow:
        """Return what a row says."""
        weight, unit = read_weight(
            self.cells.text(row, "weight"), self.cells.decimal, self.unit_of(row) or "kg"
        )
        return SetRow(
            exercise=self.cells.text(row, "exercise"),
            set_type=self.set_type(row, dropped),
            load_kg=units.kilograms(weight, unit),
            reps=read_number(self.cells.text(row, "reps"), self.cells.decimal),
            seconds=read_time(self.cells.text(row, "hold"), "s", self.cells.decimal),
            rpe=self.rpe(row, dropped),
        )

    def rpe(self, row: Row, dropped: Dropped) -> float | None:
        """Return the RPE of a set, or 10 less its reps in reserve."""
        rpe = self.cells.side(row, "rpe", "rpe", dropped)
        rir = self.cells.side(row, "rir", "rir", dropped)
        return rpe if rpe or rir is None else 10 - rir

    def set_type(self, row: Row, dropped: Dropped) -> SetType:
        """Return the set type by its word; a yes or no answers what the header asks."""
        said = fold(self.cells.text(row, "set_type"))
        if is_missing(said) or said in NO:
            return "work"
        if self.asks_for_warm_up and said in YES:
            return "warmup"
        if said not in SET_TYPES:
            dropped[UNKNOWN_TYPE] += 1
        return SET_TYPES.get(said, "work")

    def unit_of(self, row: Row) -> WeightUnit | None:
        """Return the unit of a row's weight, or None when neither table nor runner says."""
        return weight_unit(self.cells.text(row, "weight_unit")) or self.unit

    def read_as(self) -> list[tuple[str, str, str]]:
        """Return what each column is, and the unit it is read in."""
        weight = "each row's own unit" if "weight_unit" in self.at else self.unit or "kg"
        return [
            ("exercise", "exercise", ""),
            ("weight", "weight", weight),
            ("reps", "reps", ""),
            ("sets", "number of equal sets", ""),
            ("hold", "hold", "s"),
            ("rpe", "RPE", ""),
            ("rir", "reps in reserve", ""),
            ("set_type", "set type", ""),
            ("title", "title", ""),
            ("notes", "notes", ""),
        ]
