"""What an importer hands on: sessions with keys of their own, each bad line once."""

from collections.abc import Iterable

from ironstride.importers.base import Origin, Question, Reading
from ironstride.importers.build import Said
from ironstride.importers.keys import settled
from ironstride.importers.table import Table


def reading_of(
    source: str,
    table: Table,
    said: Said,
    questions: Iterable[Question],
    read_from: Iterable[Origin],
) -> Reading:
    """Return what a table's rows said, in the order of their lines.

    A row of several sets may be refused several times over: the same words count once.
    """
    made, refused, left_out = said
    sessions = settled(made, left_out)
    rejected = dict.fromkeys((*table.rejected, *refused))
    return Reading(
        source,
        sessions,
        tuple(sorted(rejected, key=lambda error: error.line)),
        dict(+left_out),
        tuple(questions),
        tuple(read_from),
    )
