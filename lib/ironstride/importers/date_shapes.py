"""The shapes that apps write dates and times in; month words are read elsewhere."""

import re
from sys import intern

Parts = dict[str, str]

_WORD = r"(?P<word>[^\s\d.,:/()-]+)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_OF = r"(?:de\s+|del\s+|of\s+|d['\u2019])?"
# `2025.` in Croatian, `2025 г.` in Russian and Bulgarian, `2025 р.` in Ukrainian.
_END = r"(?:\.|\s?[\u0433\u0440]\.?)?"
_YEAR_FIRST = (
    rf"{_YEAR}[-/.]\s?(?P<month>\d{{1,2}})[-/.]\s?{_DAY}\.?",
    rf"{_YEAR}\.?\s+{_WORD}\s+{_DAY}\.?",
    rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]",
)
_YEAR_LAST = (
    # `28 3月 2025` is a pattern of the west with a month word of Japan or Korea.
    rf"{_DAY}\s+(?P<month>\d{{1,2}})[月월]\s+{_YEAR}",
    rf"(?P<month>\d{{1,2}})[月월]\s+{_DAY},?\s+{_YEAR}",
    rf"{_WORD}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_DAY}\.?\s+{_OF}{_WORD},?\s+{_OF}{_YEAR}{_END}",
    r"(?P<first>\d{1,2})(?P<sep>[./-])\s?(?P<second>\d{1,2})(?P=sep)\s?(?P<year>\d{4}|\d{2})"
    + _END,
)
_WEEKDAY = r"(?:[^\s\d.,]+\.?,\s*)?"
# Morning or afternoon, in the languages whose clocks stop at twelve.
_HALF = r"[ap]\.?\s?m\.?|[πμ]\.\s?μ\.|오[전후]|[上下中]午|凌晨|清晨|早上|晚上|午[前後夜]|PT?G"
# Words that lead to the time, as in `at` or `um`, but never the half of the day.
_LEAD = rf"(?:(?!(?:{_HALF})\s)[^\W\d]+\.?\s+){{1,2}}"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.]|\s?h\s?)(?P<minute>\d{2})"
    r"(?:(?:[:.]|\s?min\s?)(?P<second_of>\d{2})(?:[.,]\d+)?(?:\s?s)?)?(?:Z|\s?UTC)?"
)
_PARTED = r"(?:,?\s+|,|T)"
_AFTER = rf"\s*(?P<after>{_HALF})?"
_TIME = rf"(?:{_PARTED}(?:{_LEAD})?{_CLOCK}{_AFTER})?"
# Where the year comes first, so may the half of the day: Korean, Chinese.
_ASIAN_TIME = rf"(?:{_PARTED}(?:(?P<before>{_HALF})\s*|{_LEAD})?{_CLOCK}{_AFTER})?"
_SHAPES = [
    *(re.compile(_WEEKDAY + date + _TIME, re.IGNORECASE) for date in _YEAR_LAST),
    *(re.compile(_WEEKDAY + date + _ASIAN_TIME, re.IGNORECASE) for date in _YEAR_FIRST),
]
_AFTERNOON = {"pm", "μμ", "오후", "下午", "中午", "晚上", "午後", "ptg"}


def parts_of(text: str) -> Parts | None:
    """Return the parts that a moment writes, by what they are, or None when it is no moment.

    >>> parts_of("22 May 2024, 08:19")
    {'day': '22', 'word': 'May', 'year': '2024', 'hour': '08', 'minute': '19'}
    """
    # Apps part hour and half of the day by a narrow no-break space; Python's \s takes it too.
    trimmed = text.strip()
    if not 6 <= len(trimmed) <= 60:
        return None
    match = next((found for shape in _SHAPES if (found := shape.fullmatch(trimmed))), None)
    # A long list keeps the parts of each of its dates, and most of them are the same few words.
    return match and {name: intern(part) for name, part in match.groupdict().items() if part}


def hour_of(parts: Parts) -> int:
    r"""Return the hour 0 to 23 that a moment writes; 0 when it has no time.

    >>> hour_of({"hour": "12", "after": "a.\u202fm."}), hour_of({"hour": "5", "before": "下午"})
    (0, 17)
    """
    hour, half = int(parts.get("hour", 0)), parts.get("before") or parts.get("after") or ""
    if not half or hour > 12:
        return hour
    letters = "".join(filter(str.isalpha, half.casefold()))
    return hour % 12 + (12 if letters in _AFTERNOON else 0)
