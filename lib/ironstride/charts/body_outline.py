"""The outlines of a standing body from the front and from behind, drawn for this program.

Numbers are control points of closed curves, x to the side of the midline and y above the floor,
in two hundredths of body height. A part lies on one side; the other side is its mirror image.
"""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ROUNDS = 2  # of cutting corners; each doubles the points of an outline

_HALF = (
    "0,199 5,198.7 8.7,194 9,187 8.2,181.4 5.8,178 5.2,174.4 5.6,172.2 9.6,169.6 17,167.2 "
    "23,165.5 27,160.7 28.8,152.6 29.6,143.2 31.2,133.7 33.4,124.3 34.4,114.8 35,105.3 "
    "36.6,98.7 37,90.8 35.6,84.4 32.6,84.9 31.4,92.9 31.2,100.6 30.4,107.2 28,115.8 "
    "26.2,124.3 25,132.8 23.4,141.3 21.6,150.7 20.6,144.1 18.8,134.7 17.2,126.2 16.8,119.5 "
    "18,112 20.5,104.4 23,95.9 23.4,84.4 22.4,71.6 20,59.8 18.2,52.3 19,45.5 19.2,38 "
    "17.4,27.8 14.5,17.1 13.6,9.6 15.6,4.8 17.5,1.3 13,0 8.6,0.4 8.2,6.4 8.4,12.8 6.8,22.4 "
    "5.6,33.1 5.8,43.5 7.2,50.8 7.1,59.8 5,71.6 2.8,84.4 1.1,94"
)

_SHOULDER = "17.6,165.1 22.6,163.8 26.2,159.2 27.6,152.2 25,148.4 22.4,153.1 20.8,158.8"
_UPPER_ARM = "22.6,150.6 25.2,146.6 28.4,149.8 29.2,142.2 30.4,134.7 28,130.9 25.4,134.2 23.6,141.8"

FRONT = (
    ("upper", _SHOULDER),
    ("upper", _UPPER_ARM),
    ("upper", "0.8,163 9,164.7 16,164.5 19.4,159.8 21.6,153.1 16,147.7 9,146 2.6,147.9 0.8,151.7"),
    ("core", "0.8,145.4 6.4,144.5 7.2,139.4 6.6,136.2 0.8,136.6"),
    ("core", "0.8,135.2 6.8,134.9 7.2,130.9 6.8,126.5 0.8,126.7"),
    ("core", "0.8,125.4 6.8,125.2 7.2,121 6.8,116.7 0.8,116.7"),
    ("core", "0.8,115.4 6.8,115.4 6.4,109.1 4.5,103.9 2.1,100.6 0.8,100.6"),
    (
        "core",
        (
            "8.2,143.7 13,145.6 18,146.4 18.4,141.3 16.8,133.7 15.6,126.2 15.2,119.2 "
            "16.2,113.4 12.6,110.5 8.5,107.8 8.4,116.7 8.8,129.9"
        ),
    ),
    (
        "hip flexors",
        "17.4,111.6 12.6,108.9 7.7,105.9 4.8,100.8 3.6,97 7.4,97.8 12.8,102.5 18,106.9",
    ),
    ("hip", "19.3,106.7 20.9,101 21.8,95.8 20.6,93.4 19.2,97.5 18.7,102.5"),
    ("hip", "1.9,94.4 5.8,95.3 9.2,91.2 9.2,83.6 7.6,77.4 5.4,78 3.4,86.5"),
    (
        "quads",
        "10.1,98.3 13.9,101.9 17.9,99.3 18.6,88.7 16.8,74.8 14.7,63 12.1,63 10.6,74.8 10.2,87.6",
    ),
    ("quads", "19.4,92 22.2,84.5 21,73.7 18.6,60.9 15.3,57.7 16.2,66.2 18.1,79"),
    ("quads", "9.5,81.2 9.7,70.5 11.2,63 12.1,57.3 9.5,54.1 7.8,58.8 6.5,67.3 7.3,75.8"),
    ("calves", "8.2,48.1 6.7,40.6 6.7,33.1 8,23.5 9.9,32 10.2,41.7"),
    ("calves", "16.4,49.1 18.4,40.6 17.9,33.1 16.2,25.6 14.5,34.2 14.7,42.7"),
)

BACK = (
    ("upper", _SHOULDER),
    ("upper", _UPPER_ARM),
    ("back", "0.6,175.3 3.8,173.8 8.6,168.9 17.2,164.9 12.4,159.2 8.4,152.6 4.4,142.2 0.6,134.7"),
    ("back", "12.8,158.1 18.8,162.1 20.6,157 19.8,151.3 14.6,151.5 9.8,152.6"),
    (
        "back",
        "9.2,151.3 14,150 20.2,149.8 19.4,143.2 17.6,133.7 15.6,125.2 10.4,120.5 7.2,128 5.2,140.3",
    ),
    ("back", "0.6,132.4 3.8,138.1 6,128.6 9.2,119.5 8.4,112.5 4,110.6 0.6,110.5"),
    ("hip", "10.4,117.3 14.4,121.8 16.2,118 18.2,111 20.6,103.3 18.6,105.3 14.6,110.6 9.8,112.7"),
    (
        "glutes",
        "0.7,108.9 6,110.5 12.6,109.3 17.4,105 20.5,100.2 20.1,94.4 14,90.6 5.4,91.4 0.8,95.5",
    ),
    ("hamstrings", "12.3,88.2 20.7,91.9 22,82.2 20.3,70.5 18.1,56.2 14.7,58.8 12.5,73.7"),
    ("hamstrings", "2.8,89.1 11.2,88.2 11.4,73.7 12.1,60.2 8.6,54.3 7.3,63 5,74.8"),
    ("calves", "12.4,52.3 16.2,53.4 18.1,45.9 17.7,36.3 15.8,29.1 13.4,28.8 12.3,36.3"),
    ("calves", "8.2,53 11.6,52.3 11.4,36.3 10.4,27.3 8.2,28.8 6.7,35.2 6.9,44.9"),
    ("calves", "11,27.8 13,29.5 15.3,27.8 13.6,18.2 12.3,11.3 10.4,11.3 9.1,19.2 8.9,25.6"),
)


def silhouette() -> Points:
    """Return the closed outline of the body, shape (n, 2)."""
    half = _points(_HALF)
    return rounded(np.vstack([half, _mirrored(half)[::-1]]))


def parts(view: tuple[tuple[str, str], ...]) -> list[tuple[str, Points]]:
    """Return each muscle group and closed outline of a view, right and left."""
    found = []
    for muscle, text in view:
        one = _points(text)
        found += [(muscle, rounded(one)), (muscle, rounded(_mirrored(one)))]
    return found


def beside(outline: Points, middle: float) -> Points:
    """Return an outline around another midline."""
    moved: Points = outline + np.array([middle, 0.0])
    return moved


def rounded(points: Points) -> Points:
    """Return a closed curve that cuts the corners of a polygon (Chaikin 1974), shape (4n + 1, 2).

    >>> square = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]])
    >>> rounded(square).shape
    (17, 2)
    """
    for _ in range(ROUNDS):
        after = np.roll(points, -1, axis=0)
        cut = np.stack([0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after], axis=1)
        points = cut.reshape(-1, 2)
    closed: Points = np.vstack([points, points[:1]])
    return closed


def _points(text: str) -> Points:
    return np.array([pair.split(",") for pair in text.split()], dtype=float)


def _mirrored(points: Points) -> Points:
    turned: Points = points * np.array([-1.0, 1.0])
    return turned
