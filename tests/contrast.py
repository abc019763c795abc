"""How much a colour stands out from its ground (WCAG 2.2, relative luminance)."""

import re

MARK, TEXT = 3.0, 4.5  # what is asked of a mark (1.4.11) and of text (1.4.3)

RGB = tuple[float, float, float]


def contrast(colour: str, ground: str, share: float = 1.0) -> float:
    """Return the contrast ratio of a colour on a solid ground that it covers by a share."""
    (top, own), under = _parts(colour), _parts(ground)[0]
    darker, lighter = sorted((_luminance(_over(top, own * share, under)), _luminance(under)))
    return (lighter + 0.05) / (darker + 0.05)


def over(colour: str, ground: str, share: float) -> str:
    """Return what a colour looks like that covers its ground by a share."""
    red, green, blue = _over(_parts(colour)[0], share, _parts(ground)[0])
    return f"rgb({red}, {green}, {blue})"


def _over(top: RGB, share: float, under: RGB) -> RGB:
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, under, strict=True))
    return red, green, blue


def _parts(colour: str) -> tuple[RGB, float]:
    if colour == "white":
        return (255, 255, 255), 1.0
    if colour.startswith("#"):
        colour = colour if len(colour) == 7 else "#" + "".join(2 * part for part in colour[1:])
        red, green, blue = (float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        return (red, green, blue), 1.0
    red, green, blue, *share = (float(part) for part in re.findall(r"[\d.]+", colour))
    return (red, green, blue), share[0] if share else 1.0


def _luminance(colour: RGB) -> float:
    shares = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
