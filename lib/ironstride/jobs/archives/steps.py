"""How far a reading has come."""

from collections.abc import Callable
from dataclasses import dataclass

# Before this share is read, the time left is a guess.
_EARLY = 0.02


@dataclass(frozen=True, kw_only=True)
class Step:
    """How many files of all are read, after which time [s], and what share of their bytes."""

    done: int
    of: int
    seconds: float
    share: float

    @property
    def per_s(self) -> float:
        """Return how many files are read in a second.

        >>> Step(done=50, of=200, seconds=2, share=0.2).per_s
        25.0
        """
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left_s(self) -> float | None:
        """Return the time left [s], by the bytes that are left; None while it is too early.

        >>> Step(done=50, of=200, seconds=2, share=0.2).left_s
        8.0
        >>> Step(done=0, of=200, seconds=0.1, share=0).left_s
        """
        if self.share < _EARLY:
            return None
        return self.seconds * (1 - self.share) / self.share


Progress = Callable[[Step], object]
