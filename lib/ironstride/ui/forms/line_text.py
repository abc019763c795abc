"""The many spellings of a line of sets, brought into the one that `shorthand` reads."""

import re

NUMBER = r"\d+(?:[.,]\d+)?"
_TIMES = r"[x×✕*хХ]"  # the last two as a Cyrillic keyboard types them
_SPELLINGS = (
    (r"^\s*\d+[.)]\s+(?=\D)|[.,;\s]+$", ""),  # "1. squat 3x5 100."
    (r"(?<=\d)\s*(?:kgs?|kilos?|кг)(?!\w)", "kg"),
    (r"(?<=\d)\s*(?:(?:lbs?|pounds?)\b|#)", "lb"),
    (r"(?<=\d(?:kg|lb)),(?=\s)", ""),
    (r"(?<=\d)\s*(?:(?:s|secs?|seconds?)\b|[\"”″])", "s"),
    (r"(?<=\d)\s*(?:mins?|minutes?)\b", "min"),
    (r"(?<=\d)\s*(reps?)\b", r"\1"),
    (rf"(?<=\d)\s*sets?\s*(?:of|{_TIMES})\s*(?=\d)", "x"),
    (rf"(?:(?<=\d)|(?<=\d(?:kg|lb))|(?<=\ds)|(?<=\dreps))\s*{_TIMES}\s*(?=\d)", "x"),
    # "45s x 3" is three holds: nobody writes a weight so.
    (r"(?<![\w,:])(\d+s|\d+min|\d+:\d\d)x(\d{1,2})(?![\d.,]|kg|lb)", r"\2x\1"),
    (r"(?<=\d)(s|min)?,\s+(?=\d)", r"\1,"),
    (rf"({NUMBER})\s*rir\b(?!\s*\d)", r"\1rir"),
    (rf"\brir\s*({NUMBER})", r"\1rir"),
    (rf"(?:@|\bat\b)\s*(?={NUMBER}(?:kg|lb))", " "),
    (r"\brpe\s*(?=\d)|@\s*(?:rpe\s*)?", "@"),
    (r"\b(?:bw|bodyweight)\s*([+-])\s*(?=\d)|(?<=\s)(\+)\s+(?=\d)", r"\1\2"),
    (r"\bwarm\s+up\b", "warm-up"),
    (r"\bdrop[\s-]?set\b", "drop"),
    (r"(?:\s*/\s*|\s+(?:per|each)\s+)(?:leg|arm)\b|\s+l\s*[/+&]\s*r\b", " /leg "),
    (r"\s*/\s*(?:side|hand|each)\b|\s+(?:per|each)\s+(?:side|hand)\b|\s+each\b", " /side "),
    (r"(?<=\w)@", " @"),
)


def tidy(typed: str) -> str:
    """Return a line with one spelling for units, times, efforts and sides.

    >>> tidy("Squat 3 sets of 5 @ 100 kilos, RPE 8.")
    'Squat 3x5  100kg @8'
    """
    text = typed.strip()
    for pattern, instead in _SPELLINGS:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text
