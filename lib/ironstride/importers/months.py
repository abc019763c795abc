"""Month words of many languages, from the Unicode locale data (CLDR) that Babel carries."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale

# The languages that the apps write, the most common first: `lip` is July in Polish, June in
# Croatian, so a whole file is read in the first language that knows all of its words.
LANGUAGES = (
    "en", "de", "de_AT", "fr", "es", "pt", "it", "nl", "da", "sv", "nb", "fi", "pl", "cs", "sk",
    "hu", "ro", "tr", "hr", "sl", "sr", "bg", "el", "uk", "ru", "et", "lv", "lt", "ca",
    "eu", "gl", "is", "id", "ms", "he", "ar",
)  # fmt: skip


@lru_cache(maxsize=1024)
def month_word(word: str) -> str:
    """Return a month word as it is compared: small, without accents and dots.

    >>> month_word("Ağu"), month_word("févr.")
    ('agu', 'fevr')
    """
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalpha())


def months_of(words: set[str]) -> dict[str, int]:
    """Return the month 1 to 12 of each word, read in the one language that knows most of them.

    >>> months_of({"Set", "Out", "Mai"}) == {"set": 9, "out": 10, "mai": 5}
    True
    """
    wanted = frozenset(month_word(word) for word in words) - {""}
    best: dict[str, int] = {}
    for language in LANGUAGES:
        if len(best) == len(wanted):
            break
        found = {word: month for word in wanted if (month := _month(language, word))}
        best = max(best, found, key=len)
    return best


def _month(language: str, word: str) -> int | None:
    """Return the one month of a language that is this word, or whose name begins with it."""
    names = _names(language)
    exact = {month for name, month in names if name == word}
    begun = {month for name, month in names if len(word) >= 3 and name.startswith(word)}
    fitting = exact or begun
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _names(language: str) -> tuple[tuple[str, int], ...]:
    forms = Locale.parse(language).months
    return tuple(
        (month_word(name.removeprefix("de ").removeprefix("d\u2019")), month)
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in forms[form][width].items()
    )
