"""Ironstride: a training log and progress dashboard for runners who lift."""
