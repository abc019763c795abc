"""The words that apps have for sports, in the languages seen, to the sports of the log."""

from functools import lru_cache

from ironstride.importers.text import fold
from ironstride.records import Run, Sport

_WORDS: dict[Sport, str] = {
    "run": """run|running|street running|ultra running|indoor running|run / jog|interval run
        obstacle racing|corsa
        lauf|laufen|course à pied|carrera|corrida|hardloopsessie|hardlopen|løb|løbetur|løping
        löpning|löppass|juoksu|bieganie|bieg|futás|teremfutás|beh|běh|koşu|бег|забег
        street run|road run|laufeinheit|footing|correr|rodaje|corsa su strada|corrida de rua
        hardloop|løbeture|løpetur|löprunda|löptur|bieg uliczny|běhání|alergare|trčanje|tek
        бягане|біг|ランニング|ラン|달리기|러닝|跑步
        straßenlauf|ultralauf|indoor-laufen|hindernislauf|course à pied urbaine
        course à pied en intérieur|ultrafond|carrera urbana|carrera en interior|corrida indoor
        corsa indoor|straatlopen|indoor hardlopen|gateløp|ultraløp|innendørsløping|gadeløb
        gatulöpning|inomhuslöpning|juokseminen|sisäjuoksu|katujuoksu|bieganie uliczne|utcai futás
        sokak koşusu|ウルトラランニング""",
    "trail": """trail run|trail running|trail|traillauf|trailrunning|corrida em trilhas|løb terræn
        course à pied trail|carrera de trail|carrera por senderos|terränglöpning
        trail-lauf|berglauf|geländelauf|course trail|trail de montagne|carrera de montaña
        carrera por montaña|carrera de trail running|corsa su trail|corsa trail
        corsa in montagna|corsa su sentiero|corrida em trilha|corrida de trilha|trailrun
        trailloop|trailrunsessie|trail hardlopen|trailløb|traillöpning|terrengløp|terrengløping
        stiløping|bieg terenowy|bieg trailowy|bieg przełajowy|biegi terenowe|biegi górskie
        terepfutás|patika koşusu|arazi koşusu|трейлраннинг|トレイルラン|越野跑
        terrænløb|polkujuoksu|maastojuoksu|běh v terénu|terénní běh|trailový běh
        bieganie terenowe|bieganie w terenie|bieganie przełajowe|トレイルランニング""",
    "track": """track running|track run|laufen auf der bahn|carrera en pista|corrida em pista
        bahnlauf|course sur piste|corsa su pista|baanloop|baneløb|banløpning|banlöpning
        bieg na bieżni stadionowej|pályafutás|pist koşusu
        course à pied sur piste|hardlopen op de baan|baneløping|løb på bane|ratajuoksu
        běh na dráze|bieganie na stadionie|トラックランニング|トラックラン""",
    "treadmill": """treadmill running|treadmill|treadmill run|indoor run|indoor run / jog
        laufbandtraining|löpband
        entrenamiento en cinta|corrida em esteira|beltéri futás|tapis de course|løbebånd
        laufband|laufbandlauf|course sur tapis|course à pied sur tapis|course sur tapis roulant
        carrera en cinta|cinta de correr|corsa su tapis roulant|corsa sul tapis roulant
        tapis roulant|esteira|corrida na esteira|loopband|loopbandsessie|hardlopen op loopband
        løb på løbebånd|löpning på löpband|tredemølle|tredemølleløping|løping på tredemølle
        bieżnia|bieg na bieżni|bieganie na bieżni|futópad|futópados futás|koşu bandı
        course à pied sur tapis roulant|hardlopen op de loopband|juoksumatto|juoksumattojuoksu
        juoksu juoksumatolla|běh na páse|běh na běžeckém pásu|běžecký pás
        bieganie na bieżni mechanicznej|koşu bandında koşu
        トレッドミルランニング|トレッドミルラン|トレッドミル""",
    "virtual": """virtual run|virtual running|virtueller lauf|course à pied virtuelle
        virtuelles laufen|course virtuelle|carrera virtual|corsa virtuale|corrida virtual
        virtuele hardloopsessie|virtuele run|virtueel hardlopen|virtuelt løb|virtuel løbetur
        virtuell löpning|virtuellt löppass|virtuell løping|virtuell løpetur|bieg wirtualny
        wirtualny bieg|bieganie wirtualne|virtuális futás|sanal koşu|виртуальный забег
        バーチャルラン|虚拟跑步
        virtuaalijuoksu|virtuální běh|バーチャルランニング""",
    "strength": """weight training|strength|weight workout|strength training|crossfit|styrketräning
        styrketræning
        krafttraining|krachttraining|entrenamiento con pesas|entrenamiento de fuerza|musculation
        musculação|erősítő edzés|gym & fitness equipment|trening siłowy|allenamento pesi
        gewichtstraining|gewichttraining|entraînement aux poids|entraînement de force
        renforcement musculaire|musculación|treino de força|treino com pesos
        treinamento com peso|allenamento con i pesi|allenamento con pesi|allenamento di forza
        pesi|vægttræning|vekttrening|styrketrening|trening z ciężarami|trening z obciążeniem
        súlyzós edzés|ağırlık antrenmanı|kuvvet antrenmanı|силовая тренировка
        ウェイトトレーニング|力量训练
        fuerza|treinamento de força|forza|allenamento della forza|potenziamento muscolare
        voimaharjoittelu|voimaharjoitus|silový trénink|posilování|güç antrenmanı
        筋トレ|筋力トレーニング|ストレングストレーニング""",
    "walk": """walk|walking|casual walking|speed walking|power walk|dog walk|nordic walking
        indoor walking|wandeling|caminata|marche
        spaziergang|gehen|caminhada|gåtur|gang|promenad|camminata|spacer|séta
        marche à pied|marche nordique|paseo|andar|passeggiata|wandelen|gå|gåture|gange
        spaziergänge|marsz|spacery|gyaloglás|yürüyüş|ходьба|прогулка|ウォーキング|ウォーク|步行""",
    "hike": """hike|hiking|snowshoe|snowshoeing|mountaineering|rucking|wanderung|wandern
        randonnée|senderismo|caminata por senderos|trilha|escursione|vandring|túrázás
        schneeschuhwandern|bergsteigen|raquettes|excursión|excursionismo|trekking
        ciaspolata|hiken|wandeltocht|vandretur|fottur|fjelltur|wędrówka|wycieczka piesza
        turystyka piesza|túra|doğa yürüyüşü|поход|ハイキング|徒步""",
    "ride": """ride|bike|bike ride|indoor bike ride|stationary bike|mountain bike|mtb|cycling
        virtual ride|e-bike ride|ebike ride|track ride|mountain bike ride|gravel ride|road cycling
        road biking|indoor cycling|mountain biking|gravel/unpaved cycling|virtual cycling|ebiking
        e-mountain bike ride|emountain bike ride|handcycle|velomobile|fietsrit|radfahrt|radfahren
        indoor-radfahren
        vélo|cyclisme|ciclismo|bicicleta|pedalada|pedalata|cykling|cykeltur|kerékpározás
        jazda na rowerze|kolarstwo|bmx|cyclocross|spinning
        mountainbike-fahrt|mountainbiken|gravel-fahrt|gravelbike-fahrt|gravel-radfahrt
        e-bike-fahrt|e-mountainbike-fahrt|virtuelle radfahrt|virtuelle fahrt
        virtuelles radfahren|sortie vélo|sortie à vélo|sortie vélo virtuelle|vélo virtuel
        sortie vélo électrique|vélo électrique|vtt|sortie vtt|vtt électrique|gravel
        sortie gravel|salida en bicicleta|vuelta en bicicleta|recorrido en bicicleta
        bicicleta de montaña|bicicleta de gravel|bicicleta eléctrica|bicicleta virtual
        ciclismo virtual|ciclismo de montaña|pedalada virtual|pedalada elétrica
        pedalada de gravel|bicicleta elétrica|giro in bici|uscita in bici|pedalata virtuale
        pedalata con e-bike|ciclismo virtuale|mountainbikerit|mountainbiketocht|gravelrit
        e-bikerit|virtuele fietsrit|virtuele rit|fietsen|cykling udendørs|virtuel cykeltur
        virtuell cykling|virtuell cykeltur|sykling|sykkeltur|virtuell sykling|virtuell sykkeltur
        rower|jazda rowerem|jazda wirtualna|wirtualna jazda na rowerze|kerékpár|biciklizés
        bisiklet|bisiklet sürüşü|sanal bisiklet sürüşü|sanal sürüş|заезд|велосипед|ライド|骑行""",
    "swim": """swim|swimming|pool swim|pool swimming|lap swimming|open water swimming
        open water swim|zwemmen
        schwimmen|schwimmbadschwimmen|natation|natación|natação|nuoto|svømning|simning|úszás
        pływanie
        freiwasserschwimmen|nage|nado|nuotata|nuoto in acque libere|zwemsessie|svømmetur
        svømming|simtur|yüzme|плавание|スイム|游泳
        nat. piscine|nuoto in piscina|bassengsvømming|プールスイム""",
    "row": """rowing|rowing machine|virtual row|indoor rowing|row|rudern|aviron|remo|roeien
        canottaggio
        rameur|roning|rodd|roing|wioślarstwo|wiosłowanie|evezés|kürek""",
    "ski": """nordic ski|alpine ski|backcountry ski|roller ski|virtual ski|xc-ski|resort skiing
        resort skiing/snowboarding|xc classic skiing|xc skate skiing|cross-country skiing
        downhill skiing|snowboarding|skiing|backcountry skiing
        snowboard|langlauf|skifahren
        ski alpin|ski nordique|ski de fond|ski de randonnée|esquí alpino|esquí nórdico
        esquí de fondo|sci alpino|sci di fondo|sci nordico|esqui alpino|esqui nórdico
        skilanglauf|langlaufen|skiën|langrend|längdskidåkning|langrenn|narciarstwo
        narciarstwo biegowe|sífutás|síelés""",
    "yoga": """yoga|yoga class|pilates|jooga|jóga
        joga|yoga-sessie""",
}  # fmt: skip
# Words that were learnt later; keys call them what they were called before.
_LEARNT: dict[Sport, str] = {}


def _sports(said: dict[Sport, str]) -> dict[str, Sport]:
    lines = ((sport, line) for sport, words in said.items() for line in words.splitlines())
    return {fold(word): sport for sport, line in lines for word in line.split("|")}


_IN_KEYS = _sports(_WORDS)
_SPORTS = _sports(_LEARNT) | _IN_KEYS


@lru_cache(maxsize=1024)
def sport_of(word: str) -> Sport:
    """Return the sport that an app's word names; an unknown one is `other`, never dropped.

    A watch's strength session without sets is an `Other` of sport strength, so that lifts are
    counted from logs that hold sets.

    >>> sport_of("Trail Running"), sport_of("Hardloopsessie"), sport_of("Kitesurf")
    ('trail', 'run', 'other')
    """
    return _SPORTS.get(fold(word), "other")


@lru_cache(maxsize=1024)
def key_family(word: str) -> str:
    """Return what the key of a session calls its sport: a word learnt later changes no key.

    Runs of every ground are one.

    >>> key_family("Treadmill Running"), key_family("Ride"), key_family("Kitesurf")
    ('run', 'ride', 'other')
    """
    sport = _IN_KEYS.get(fold(word), "other")
    return "run" if sport in Run.sports else sport
