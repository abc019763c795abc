"""The runner's settings in the log."""

from ironstride.settings import Settings
from ironstride.store.connection import Log


def read_settings(log: Log) -> Settings:
    """Return the runner's settings, or the defaults for what was never chosen."""
    return Settings.from_texts({row["name"]: row["value"] for row in log.execute(_ALL)})


def save_settings(log: Log, settings: Settings) -> None:
    """Keep the runner's settings; what was left empty is forgotten."""
    texts = settings.to_texts()
    with log.write() as connection:
        connection.execute("delete from setting where name <> 'catalogue'")
        connection.executemany("insert into setting values (?, ?)", list(texts.items()))


_ALL = "select name, value from setting where name <> 'catalogue'"
