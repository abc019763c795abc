"""Importers: one module per source; a file in, Records and sentences about the rest out."""

from ironstride.importers.base import (
    Choices,
    Mapping,
    Origin,
    Question,
    Reading,
    RowError,
    Sourced,
    UnknownTable,
    UnreadableFile,
)
from ironstride.importers.registry import NAMES, read_file, read_open

__all__ = [
    "NAMES",
    "Choices",
    "Mapping",
    "Origin",
    "Question",
    "Reading",
    "RowError",
    "Sourced",
    "UnknownTable",
    "UnreadableFile",
    "read_file",
    "read_open",
]
