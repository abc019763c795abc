"""The words that apps have for sports, in the languages seen, to the sports of the log."""

from ironstride.importers.text import fold
from ironstride.records import Run, Sport

_WORDS: dict[Sport, str] = {
    "run": """run|running|street running|ultra running|indoor running|obstacle racing|corsa
        lauf|laufen|course à pied|carrera|corrida|hardloopsessie|hardlopen|løb|løbetur|løping
        löpning|löppass|juoksu|bieganie|bieg|futás|teremfutás|beh|běh|koşu|бег|забег""",
    "trail": """trail run|trail running|trail|traillauf|trailrunning|corrida em trilhas|løb terræn
        course à pied trail|carrera de trail|carrera por senderos|terränglöpning""",
    "track": "track running|track run|laufen auf der bahn|carrera en pista|corrida em pista",
    "treadmill": """treadmill running|treadmill|treadmill run|indoor run|laufbandtraining|löpband
        entrenamiento en cinta|corrida em esteira|beltéri futás|tapis de course|løbebånd""",
    "virtual": "virtual run|virtual running|virtueller lauf|course à pied virtuelle",
    "strength": """weight training|strength training|crossfit|styrketräning|styrketræning
        krafttraining|krachttraining|entrenamiento con pesas|entrenamiento de fuerza|musculation
        musculação|erősítő edzés|gym & fitness equipment|trening siłowy|allenamento pesi""",
    "walk": """walk|walking|casual walking|speed walking|indoor walking|wandeling|caminata|marche
        spaziergang|gehen|caminhada|gåtur|gang|promenad|camminata|spacer|séta""",
    "hike": """hike|hiking|snowshoe|snowshoeing|mountaineering|rucking|wanderung|wandern
        randonnée|senderismo|caminata por senderos|trilha|escursione|vandring|túrázás""",
    "ride": """ride|cycling|virtual ride|e-bike ride|mountain bike ride|gravel ride|road cycling
        road biking|indoor cycling|mountain biking|gravel/unpaved cycling|virtual cycling|ebiking
        e-mountain bike ride|handcycle|velomobile|fietsrit|radfahrt|radfahren|indoor-radfahren
        vélo|cyclisme|ciclismo|bicicleta|pedalada|pedalata|cykling|cykeltur|kerékpározás
        jazda na rowerze|kolarstwo|bmx|cyclocross|spinning""",
    "swim": """swim|swimming|pool swim|pool swimming|lap swimming|open water swimming|zwemmen
        schwimmen|schwimmbadschwimmen|natation|natación|natação|nuoto|svømning|simning|úszás
        pływanie""",
    "row": """rowing|virtual row|indoor rowing|row|rudern|aviron|remo|roeien|canottaggio""",
    "ski": """nordic ski|alpine ski|backcountry ski|roller ski|resort skiing
        resort skiing/snowboarding|xc classic skiing|xc skate skiing|skiing|backcountry skiing
        snowboard|langlauf|skifahren""",
    "yoga": "yoga|pilates|jooga|jóga",
}  # fmt: skip
_SPORTS: dict[str, Sport] = {
    fold(word): sport
    for sport, words in _WORDS.items()
    for line in words.splitlines()
    for word in line.split("|")
}


def sport_of(word: str) -> Sport:
    """Return the sport that an app's word names; an unknown one is `other`, never dropped.

    A watch's strength session without sets is an `Other` of sport strength, so that lifts are
    counted from logs that hold sets.

    >>> sport_of("Trail Running"), sport_of("Hardloopsessie"), sport_of("Kitesurf")
    ('trail', 'run', 'other')
    """
    return _SPORTS.get(fold(word), "other")


def family(sport: Sport) -> str:
    """Return what a sport is called when runs of every ground are one.

    >>> family("treadmill"), family("ride")
    ('run', 'ride')
    """
    return "run" if sport in Run.sports else sport
