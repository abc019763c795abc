"""What Strava calls its columns, in the languages that are known."""

# Only for lists whose columns were moved or left out: a whole export is read by counting.
HEADERS: dict[str, tuple[str, ...]] = {
    "id": (
        "Activity ID", "id", "Aktivitäts-ID", "Activiteits-ID", "Id. de actividad",
        "ID de actividad", "ID de l'activité", "ID da atividade",
    ),
    "date": (
        "Activity Date", "date", "Aktivitätsdatum", "Datum van activiteit",
        "Fecha de la actividad", "Date de l'activité", "Data da atividade",
    ),
    "title": (
        "Activity Name", "name", "Name der Aktivität", "Naam activiteit", "Naam van activiteit",
        "Nombre de la actividad", "Nom de l'activité", "Nome da atividade",
    ),
    "type": (
        "Activity Type", "type", "Aktivitätsart", "Activiteitstype", "Tipo de actividad",
        "Type d'activité", "Tipo de atividade",
    ),
    "notes": (
        "Activity Description", "description", "Aktivitätsbeschreibung",
        "Beschrijving van activiteit", "Descripción de la actividad",
        "Description de l'activité", "Descrição da atividade",
    ),
    "first_elapsed": (
        "Elapsed Time", "elapsed_time", "Verstrichene Zeit", "Verstreken tijd",
        "Tiempo transcurrido", "Temps écoulé", "Tempo decorrido",
    ),
    "moving": (
        "Moving Time", "Bewegungszeit", "Beweegtijd", "Tiempo en movimiento",
        "Durée de déplacement", "Tempo de movimentação",
    ),
    "gain": (
        "Elevation Gain", "Höhenzunahme", "Totale stijging", "Desnivel positivo",
        "Dénivelé positif", "Ganho de elevação",
    ),
    "cadence": (
        "Average Cadence", "Durchschnittliche Trittfrequenz", "Gemiddelde cadans",
        "Cadencia media", "Cadence moyenne",
    ),
    "avg_hr": (
        "Average Heart Rate", "Durchschnittliche Herzfrequenz", "Gemiddelde hartslag",
        "Frecuencia cardiaca media", "Fréquence cardiaque moyenne",
    ),
    "max_hr": (
        "Max Heart Rate", "Max. Herzfrequenz", "Max. hartslag", "Frecuencia cardiaca máxima",
        "Fréquence cardiaque max.",
    ),
    "device_temperature": (
        "Average Temperature", "Durchschnittliche Temperatur", "Gemiddelde temperatuur",
        "Temperatura media", "Température moyenne",
    ),
}  # fmt: skip
EXTRAS: dict[str, tuple[str, ...]] = {
    "exertion": (
        "Perceived Exertion", "Gefühlte Anstrengung", "Ervaren inspanning", "Esfuerzo percibido",
        "Effort ressenti",
    ),
    "weather": (
        "Weather Temperature", "Wetter: Temperatur", "Temperatura meteorológica",
        "Température selon les prévisions météo",
    ),
    "competition": ("Competition", "Wettkampf", "Wedstrijd", "Competición", "Compétition"),
    "long_run": ("Long Run", "Langer Lauf", "Lange duurloop", "Carrera larga", "Sortie longue"),
}  # fmt: skip
DISTANCE = ("Distance", "Distanz", "Afstand", "Distancia", "Distância")
