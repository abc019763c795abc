"""The words for types of sets that an unknown table may write, in seven languages."""

from ironstride.importers.text import fold
from ironstride.records import SetType

_SAID: dict[SetType, str] = {
    "warmup": """w|warmup|warm-up|warm up|warmup set|aufwärmen|aufwärmsatz|échauffement|
        calentamiento|aquecimento|riscaldamento|opwarming|opwarmen""",
    "work": """normal|work|working|working set|regular|arbeitssatz|arbeit|travail|trabajo|
        trabalho|lavoro|werkset""",
    "drop": "d|drop|dropset|drop set|dégressive",
    "failure": "f|failure|to failure|versagen|muskelversagen|échec|fallo|falha|cedimento|falen",
}
SET_TYPES: dict[str, SetType] = {
    fold(word): kind for kind, words in _SAID.items() for word in words.split("|")
}
_YES = "1 1.0 x y yes true ja oui si sí sim vrai verdadero wahr waar ✓"
_NO = "0 0.0 n no false nein non não nee faux falso falsch onwaar"
YES, NO = frozenset(_YES.split()), frozenset(_NO.split())
_WARM = "warm warmup aufwarmen aufwarmsatz echauffement calentamiento aquecimento riscaldamento"
WARM_UP = frozenset(_WARM.split())
