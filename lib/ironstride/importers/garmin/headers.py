"""What Garmin calls the columns after its first nine, in the languages seen."""

from ironstride.importers.table import Table
from ironstride.importers.text import fold

_TEXTS = {
    "moving": (
        "Moving Time", "Zeit in Bewegung", "Tiempo en movimiento", "Tempo em movimento",
        "Tid i bevægelse", "Färdtid", "Menetidő", "Czas ruchu", "Temps de déplacement",
        "Tempo in movimento", "Tijd bewogen", "Tid i bevegelse", "移動時間",
    ),
    "elapsed": (
        "Elapsed Time", "Verstrichene Zeit", "Tiempo transcurrido", "Duração", "Tidsforbrug",
        "Total tid", "Eltelt idő", "Upłynęło czasu", "Temps écoulé", "Tempo trascorso",
        "Verstreken tijd", "Medgått tid", "経過時間",
    ),
    "ascent": (
        "Total Ascent", "Elev Gain", "Elevation Gain", "Anstieg gesamt",
        "Positiver Höhenunterschied", "Ascenso total", "Subida total", "Samlet stigning",
        "Højdeforøgelse", "Total stigning", "Teljes emelkedés", "Całkowity wznios",
        "Ascension totale", "Ascesa totale", "Totale stijging", "総上昇量",
    ),
    "avg_hr": (
        "Avg HR", "Ø Herzfrequenz", "Ø HF", "Frecuencia cardiaca media", "FC Média", "FC Media",
        "Gennemsnitlig puls", "Medelpuls", "Átlagos pulzusszám", "Średnie tętno",
        "Fréquence cardiaque moyenne", "Gem. HS", "Gjennomsnittlig puls", "平均心拍数",
    ),
    "max_hr": (
        "Max HR", "Maximale Herzfrequenz", "Max. HF", "FC máxima", "FC max", "Maks. puls",
        "Maxpuls", "Max. pulzus", "Maksymalne tętno", "Fréquence cardiaque maximale",
        "Max. HS", "Makspuls", "最大心拍数",
    ),
    "cadence": (
        "Avg Run Cadence", "Avg Cadence", "Ø Schrittfrequenz (Laufen)",
        "Cadencia de carrera media", "Cadência de corrida média", "Gennemsnit kadence løb",
        "Medellöpkadens", "Átl. pedálütem", "Średni rytm biegu", "Cadence de course moyenne",
        "Cadenza di corsa media", "Gem. cadans", "Gjennomsnittlig frekvens for løping",
        "平均ピッチ",
    ),
    "stride": (
        "Avg Stride Length", "Ø Schrittlänge", "Longitud media de zancada",
        "Comprimento médio da passada", "Gennemsnitlig skridtlængde", "Medelsteglängd",
        "Átlagos lépéshossz", "Średnia długość kroku", "Longueur moyenne des foulées",
        "Lunghezza media passo", "Gem. staplengte", "Gjennomsnittlig skrittlengde", "平均歩幅",
    ),
    "temperature": (
        "Min Temp", "Minimale Temperatur", "Temperatura mínima", "Temp mínima",
        "Minsta temperatur", "Minimalna temperatura", "Température minimale",
        "Temperatura min", "Min. temp.", "Minimumstemperatur",
    ),
}  # fmt: skip
_NAMES = {fold(text): name for name, texts in _TEXTS.items() for text in texts}


def named(table: Table, start: int) -> dict[str, tuple[int, ...]]:
    """Return the columns from `start` on whose text is known: a text may stand there twice.

    >>> named(Table(("Tid", "Avg Cadence", "Max HR", "AVG CADENCE"), ()), 1)
    {'cadence': (1, 3), 'max_hr': (2,)}
    """
    found: dict[str, tuple[int, ...]] = {}
    for at, text in enumerate(table.header):
        name = _NAMES.get(fold(text)) if at >= start else None
        if name:
            found[name] = (*found.get(name, ()), at)
    return found
