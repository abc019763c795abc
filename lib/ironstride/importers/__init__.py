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
from ironstride.importers.registry import read_file

__all__ = [
    "Choices",
    "Importer",
    "Question",
    "Reading",
    "RowError",
    "Sourced",
    "UnreadableFile",
    "read_file",
]
