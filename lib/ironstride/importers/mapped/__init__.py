"""A table of no known source, read by the columns that its runner chose."""

from ironstride.importers.base import Choices, Reading
from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.mapped.layout import fingerprint, with_header
from ironstride.importers.mapped.lifts import read_lifts
from ironstride.importers.mapped.runs import read_runs
from ironstride.importers.mapped.units import with_units
from ironstride.importers.mapping import SOURCE, Mapping
from ironstride.importers.table import Table

__all__ = ["NAME", "SOURCE", "read"]

NAME = "a table of your own"


def read(table: Table, choices: Choices) -> Reading:
    """Return what a table says by `choices.mapping`; its own header is a row when it holds data.

    Raises:
        UnreadableFile: no mapping was chosen, or it does not fit the table.
    """
    whole = with_header(table)
    mapping = _fitting(whole, choices.mapping)
    reads = read_runs if mapping.kind == "runs" else read_lifts
    return reads(whole, mapping, choices, fingerprint(table)[:8])


def _fitting(table: Table, mapping: Mapping | None) -> Mapping:
    """Return a mapping with the units that the table shows, or refuse one that does not fit."""
    if mapping is None:
        raise UnreadableFile("nobody has said yet what the columns of the table hold")
    why = mapping.missing()
    if any(at >= len(table.header) for at in mapping.at.values()):
        why = "the columns that were chosen are not those of the table"
    if why is not None:
        raise UnreadableFile(f"the table cannot be read: {why}")
    known = with_units(table, mapping)
    if mapping.at.keys() & {"duration", "elapsed"} and known.time_shape is None:
        raise UnreadableFile(
            "the table does not show whether its times are hours, minutes or seconds"
        )
    return known
