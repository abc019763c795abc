"""Importers: one module per source; a file in, Records and sentences about the rest out."""
