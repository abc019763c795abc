"""What the header of an unknown table may say: words for each field in seven languages."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TypeVar

from ironstride.importers.mapping import FIELDS, MappedKind

Unit = TypeVar("Unit", bound=str)
Words = frozenset[str]

# In the order of English, German, French, Spanish, Portuguese, Italian, Dutch; the surer first.
_SAID = {
    "start": """start date|date|datum|fecha|data|start time|startzeit|start|begin|beginn|début|
        inicio|início|inizio|when|timestamp|datetime|date time|started at|day|tag|jour|día|dia|
        giorno|dag|wann|quand|heure de début|hora de inicio|starttijd|started""",
    "time_of_day": """time of day|clock time|start time|uhrzeit|startzeit|heure|heure de départ|
        heure de début|hora|hora de inicio|hora de início|ora|orario|ora di inizio|tijdstip|
        starttijd|started""",
    "distance": """distance|distanz|strecke|distancia|distância|distanza|afstand|dist|mileage|km|
        kms|kilometer|kilometers|kilometres|kilomètres|kilómetros|quilômetros|chilometri|miles|
        meilen|millas|milhas|miglia|entfernung|streckenlänge|length|länge""",
    "duration": """moving time|duration|bewegungszeit|dauer|laufzeit|durée|temps de course|
        durée de déplacement|duración|tiempo en movimiento|duração|tempo em movimento|durata|
        tempo in movimento|duur|looptijd|finish time|chip time|run time|time|zeit|temps|tiempo|
        tijd|minutes|minuten|minutos|minuti|tempo""",
    "elapsed": """elapsed time|elapsed|total time|verstrichene zeit|gesamtzeit|gesamtdauer|
        temps écoulé|temps total|durée totale|tiempo transcurrido|tiempo total|tempo decorrido|
        tempo total|tempo trascorso|tempo totale|durata totale|verstreken tijd|totale tijd""",
    "title": """title|activity name|workout name|titel|titre|título|titolo|name|bezeichnung|
        nom|nombre|nome|naam|workout|training|entraînement|entrenamiento|treino|allenamento|
        session|séance|einheit|route|strecke name""",
    "sport": """sport|activity type|sportart|aktivitätstyp|aktivitätsart|type d'activité|
        tipo de actividad|tipo de atividade|tipo di attività|activiteitstype|discipline|type|art|
        tipo|soort|activity|aktivität|activité|actividad|atividade|attività|activiteit|deporte|
        esporte""",
    "avg_hr": """heart rate|hr|heartrate|pulse|puls|herzfrequenz|herzschlag|hf|durchschnittspuls|
        fréquence cardiaque|fc|pouls|frecuencia cardíaca|pulsaciones|pulso|frequência cardíaca|
        frequenza cardiaca|battiti|hartslag|bpm|fcmoy|fcm|hravg|avghr""",
    "max_hr": """max heart rate|max hr|max heartrate|max pulse|max puls|max herzfrequenz|max hf|
        maximalpuls|maxpuls|max fréquence cardiaque|max fc|fcmax|max frecuencia cardíaca|
        max pulsaciones|max frequência cardíaca|max frequenza cardiaca|max hartslag|max bpm|
        hrmax|maxhr|hfmax""",
    "climb": """climb|ascent|elevation gain|elevation|elev gain|elev|gain|höhenmeter|hm|aufstieg|
        anstieg|dénivelé|dénivelé positif|montée|desnivel|desnivel positivo|ascenso|subida|
        ganho de elevação|elevação|dislivello|dislivello positivo|salita|hoogtemeters|
        stijging|hoogtewinst""",
    "cadence": """cadence|run cadence|steps per minute|spm|schrittfrequenz|kadenz|cadencia|
        cadência|cadenza|cadans""",
    "rpe": """rpe|perceived exertion|rate of perceived exertion|exertion|effort|borg|
        anstrengung|ressenti|esfuerzo|esforço|sforzo|inspanning""",
    "temperature": "temperature|temp|temperatur|température|temperatura|temperatuur",
    "notes": """notes|note|comments|comment|remarks|notizen|notiz|bemerkung|bemerkungen|kommentar|
        commentaire|commentaires|remarques|notas|nota|comentarios|comentario|observaciones|
        comentários|observações|commenti|commento|osservazioni|notities|opmerkingen|opmerking|
        description|beschreibung|descripción|descrição|descrizione|beschrijving|memo""",
    "id": "activity id|id|uuid|guid|run id|workout id|session id",
    "exercise": """exercise name|exercise|übung|exercice|ejercicio|exercício|esercizio|oefening|
        movement|mouvement|lift|exercises""",
    "weight": """weight|gewicht|poids|peso|load|last|charge|carga|carico|belasting|kg|kgs|lbs|lb|
        pounds""",
    "weight_unit": "weight unit|unit|einheit|gewichtseinheit|unité|unidad|unidade|unità|eenheid",
    "reps": """reps|rep|repetitions|wiederholungen|wdh|whd|répétitions|répétition|répé|
        repeticiones|repetições|ripetizioni|rip|herhalingen""",
    "sets": """sets|number of sets|set count|sätze|séries|series|serie|reeksen""",
    "hold": """hold|hold time|seconds|secs|sec|haltezeit|sekunden|secondes|segundos|secondi|
        seconden|time under tension""",
    "rir": "rir|reps in reserve|reserve",
    "set_type": """set type|warmup|warm up|satzart|satztyp|aufwärmsatz|aufwärmen|échauffement|
        type de série|calentamiento|tipo de serie|aquecimento|tipo de série|riscaldamento|
        tipo di serie|opwarming|opwarmset|settype|type|typ|tipo|soort|kind""",
}  # fmt: skip

_HIGHEST = "maximum maximal maximale maximaler maxima massima massimo maximo maximos hochste"
_ALIKE = dict.fromkeys(_HIGHEST.split(), "max")
_AROUND = """
    ø avg average mean durchschnittlich durchschnittliche durchschnitt mittel moyen moyenne moy
    media medio medie med gemiddelde gem in of the de di du des der die das la le el en per d l
    your total
"""
_FILL = frozenset(_AROUND.split())
# Beside these, a word means something else: the lowest, the planned, the whole week's.
_ELSEWHERE = """
    max min minimum minimale minima loss descent descente descenso descida discesa daling abstieg
    negatif negativo negativa pace speed velocity geschwindigkeit vitesse velocidad velocidade
    velocita snelheid allure ritmo calories kcal kalorien zone zones target goal planned plan ziel
    geplant cumulative weekly monthly stride power watts watt body athlete best pr rest pause
    pausen repos descanso riposo recovery number order nr end ende fin fine einde vo
"""
_NEVER = frozenset(_ELSEWHERE.split())
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_RATES = re.compile(r"/\s?(?:km|mi|h)\b|\b(?:km/?h|kph|mph)\b")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a header, small, without accents, parted where capitals begin.

    >>> words_of("Dénivelé_positif (m)"), words_of("avgHeartRate")
    (('denivele', 'positif', 'm'), ('avg', 'heart', 'rate'))
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text[:100])
    letters = unicodedata.normalize("NFKD", parted.casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    return tuple(_ALIKE.get(word, word) for word in re.findall(r"[^\W\d_]+", bare))


def unit_in(header: str, units: Mapping[str, Unit]) -> Unit | None:
    """Return the unit that a header names, in brackets before anywhere else, or None.

    >>> unit_in("Gewicht [lbs]", {"lbs": "lb", "kg": "kg"}), unit_in("Gewicht", {"kg": "kg"})
    ('lb', None)
    """
    bracketed = " ".join(_BRACKETS.findall(header[:100]))
    words = (*words_of(bracketed), *words_of(header))
    return next((units[word] for word in words if word in units), None)


def is_rate(header: str) -> bool:
    """Tell whether a header is about a pace or a speed.

    >>> is_rate("Tempo (min/km)"), is_rate("Distance (km)")
    (True, False)
    """
    return _RATES.search(header[:100].casefold()) is not None


@lru_cache(maxsize=4096)
def fields_of(header: str, kind: MappedKind) -> dict[str, float]:
    """Return how well each field's words fit a header; a field that does not fit is left out.

    >>> max(fit := fields_of("Max HR (bpm)", "runs"), key=fit.__getitem__)
    'max_hr'
    """
    said = frozenset(words_of(header))
    if is_rate(header) or not said:
        return {}
    fits = {name: _fit(name, said) for name in FIELDS[kind]}
    return {name: fit for name, fit in fits.items() if fit > 0}


def _fit(field: str, said: Words) -> float:
    """Return the best fit of a field's phrases; units and fillers around them do not count."""
    best = 0.0
    for rank, phrase in enumerate(_phrases()[field]):
        if phrase <= said:
            rest = said - phrase - _FILL - _UNIT_WORDS.get(field, frozenset())
            if not rest & _NEVER:
                best = max(best, 10.0 * len(phrase) - 4 * len(rest) - rank / 100)
    return best


@cache
def _phrases() -> dict[str, tuple[Words, ...]]:
    return {
        field: tuple(frozenset(words_of(phrase)) for phrase in said.split("|"))
        for field, said in _SAID.items()
    }


_UNIT_WORDS: dict[str, Words] = {
    "distance": frozenset(["km", "mi", "miles", "m", "kilometers", "kilometer", "meter"]),
    "duration": frozenset(
        ["h", "hh", "mm", "ss", "min", "sec", "s", "hours", "minutes", "seconds"]
    ),
    "climb": frozenset(["m", "ft", "feet", "meter"]),
    "weight": frozenset(["kg", "kgs", "lb", "lbs", "pounds"]),
    "hold": frozenset(["s", "sec", "seconds"]),
    "avg_hr": frozenset(["bpm"]),
    "max_hr": frozenset(["bpm"]),
    "cadence": frozenset(["spm"]),
    "temperature": frozenset(["c", "f", "celsius", "fahrenheit"]),
}
_UNIT_WORDS["elapsed"] = _UNIT_WORDS["duration"]
