"""Measurements, never run as tests: `make bench` writes them to tests/bench/results."""
