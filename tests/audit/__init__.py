"""Holds what is pinned against the known weaknesses of packages: `make audit`."""
