"""Metrics: pure arithmetic on frames; what day it is is passed in."""
