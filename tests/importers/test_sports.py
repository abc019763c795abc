"""The words that apps have for sports, in every language they write them."""

import pytest

from ironstride.importers.sports import sport_of


@pytest.mark.parametrize(
    ("sport", "words"),
    [
        ("run", "Run|Lauf|Course à pied|Carrera|Corrida|Corsa|Hardloopsessie|Løbetur|Löpning"),
        ("run", "Løpetur|Bieg|Futás|Koşu|Забег|ランニング"),
        ("trail", "Trail Run|Traillauf|Trail|Carrera de montaña|Corrida em trilha|Corsa su trail"),
        ("trail", "Trailrun|Trailløb|Traillöpning|Terrengløping|Bieg trailowy|Terepfutás"),
        ("treadmill", "Treadmill|Laufband|Tapis de course|Carrera en cinta|Esteira|Tapis roulant"),
        ("treadmill", "Loopband|Løbebånd|Löpband|Tredemølle|Bieżnia|Futópad|Koşu bandı"),
        ("virtual", "Virtual Run|Virtueller Lauf|Course à pied virtuelle|Carrera virtual"),
        ("virtual", "Corrida virtual|Corsa virtuale|Virtuele hardloopsessie|Virtuelt løb"),
        ("virtual", "Virtuell löpning|Virtuell løping|Bieg wirtualny|Virtuális futás|Sanal koşu"),
        ("walk", "Walk|Spaziergang|Marche|Caminata|Caminhada|Camminata|Wandeling|Gåtur|Promenad"),
        ("walk", "Spacer|Séta|Yürüyüş"),
        ("hike", "Hike|Wanderung|Randonnée|Senderismo|Trilha|Escursione|Hiken|Vandretur|Fottur"),
        ("hike", "Vandring|Wędrówka|Túra|Doğa yürüyüşü"),
        ("ride", "Ride|Radfahrt|Sortie vélo|Vélo|Bicicleta|Ciclismo|Pedalada|Pedalata|Fietsrit"),
        ("ride", "Cykling|Sykling|Jazda na rowerze|Kerékpározás|Bisiklet|Virtual Ride|VTT"),
        ("swim", "Swim|Schwimmen|Natation|Natación|Natação|Nuotata|Zwemmen|Svømning|Simning"),
        ("swim", "Svømming|Pływanie|Úszás|Yüzme"),
        ("strength", "Weight Training|Krafttraining|Musculation|Entraînement aux poids"),
        ("strength", "Entrenamiento con pesas|Musculação|Allenamento con i pesi|Krachttraining"),
        ("strength", "Styrketræning|Styrketräning|Styrketrening|Trening siłowy|Erősítő edzés"),
        ("strength", "Ağırlık antrenmanı"),
        ("row", "Rowing|Rudern|Aviron|Remo|Canottaggio|Roeien|Roning|Rodd|Roing|Evezés|Kürek"),
        ("ski", "Nordic Ski|Langlauf|Ski de fond|Esquí de fondo|Sci di fondo|Langlaufen"),
        ("yoga", "Yoga|Joga|Jóga"),
        ("other", "Workout|Training|Entraînement|Kayak|Tennis|"),
    ],
)
def test_a_word_of_an_app_names_its_sport(sport: str, words: str) -> None:
    assert {word: sport_of(word) for word in words.split("|")} == dict.fromkeys(
        words.split("|"), sport
    )


def test_case_and_spaces_make_no_difference() -> None:
    assert sport_of("  COURSE  À\u00a0PIED ") == "run"
