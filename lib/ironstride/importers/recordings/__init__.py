"""Recordings of watches and phones: FIT, TCX and GPX, read point by point."""
