"""What the log keeps of a recording: small, however long it was."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class KeptStream:
    """A packed stream, and what was computed from it before it was thinned.

    `data` is what `store.pack` made of `samples` samples over `elapsed_s` [s]; `bests` are pairs of
    distance [m] and the least time [s] over it, `heart_seconds` pairs of heart rate [bpm] and the
    time [s] at it.
    """

    samples: int
    elapsed_s: float
    data: bytes
    bests: tuple[tuple[float, float], ...] = ()
    heart_seconds: tuple[tuple[int, float], ...] = ()
