"""Importers: one module per source; a file in, Records and sentences about the rest out."""

from ironstride.importers.base import (
    Choices,
    Importer,
    Question,
    Reading,
    RowError,
    Sourced,
    UnreadableFile,
)
from ironstride.importers.registry import NAMES, read_file

__all__ = [
    "NAMES",
    "Choices",
    "Importer",
    "Question",
    "Reading",
    "RowError",
    "Sourced",
    "UnreadableFile",
    "read_file",
]
