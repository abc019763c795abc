"""The command line: serve, demo, import, inspect, export, restore."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from ironstride import clock
from ironstride.cli import data, files, watch
from ironstride.importers import UnreadableFile
from ironstride.jobs.demo_log import write_demo_log
from ironstride.settings import PROJECT, known_zones
from ironstride.store import LogError

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    known, rest = _parser().parse_known_args(words)
    if rest and known.run not in (_serve, _demo):
        _parser().error(f"unknown words: {' '.join(rest)}")
    try:
        code: int = known.run(known, rest)
    except (LogError, UnreadableFile) as why:
        return _refuse(str(why))
    except OSError as why:
        return _refuse(f"{why.filename}: {why.strerror}")
    return code


def _refuse(why: str) -> int:
    print(f"ironstride: {why}", file=sys.stderr)
    return files.CANNOT_READ


def _serve(_known: argparse.Namespace, options: list[str]) -> int:
    """Serve the dashboard through Streamlit's own command, which reads its settings."""
    from streamlit.web import cli as streamlit  # half a second, for serving only

    os.chdir(PROJECT)
    streamlit.main(["run", str(PROJECT / "app.py"), *options])
    return 0


def _demo(known: argparse.Namespace, options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="ironstride-demo-") as folder:
        path = Path(folder) / "demo.db"
        effect = 0.0 if known.no_effect else 0.30
        write_demo_log(path, today=clock.today(None), effect=effect)
        os.environ["IRONSTRIDE_LOG"] = str(path)
        return _serve(known, options)


def _import(known: argparse.Namespace, rest: list[str]) -> int:
    if known.watch:
        return watch.watch_folder(known)
    return files.import_files(known, rest) if known.files else _refuse("name a file to import")


def _zone(name: str) -> str:
    if name not in known_zones():
        raise argparse.ArgumentTypeError(f"{name!r} is no zone; a name such as Europe/Berlin is")
    return name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ironstride", description="A training log and progress dashboard for runners who lift."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    _add_dashboards(commands)
    _add_reading(commands)
    _add_whole_log(commands)
    return parser


def _add_dashboards(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="open the dashboard on your log")
    serve.set_defaults(run=_serve)
    demo = commands.add_parser("demo", help="open the dashboard on a made-up runner's log")
    demo.add_argument(
        "--no-effect", action="store_true", help="the twin whose lifting does nothing"
    )
    demo.set_defaults(run=_demo)


def _add_reading(commands: Commands) -> None:
    inspect = commands.add_parser("inspect", help="tell what a file holds; writes nothing")
    inspect.add_argument("file", type=Path)
    inspect.add_argument(
        "--json", action="store_true", help="one JSON object, of an archive or a folder one a line"
    )
    inspect.set_defaults(run=files.inspect_file)
    bring = commands.add_parser("import", help="bring files into your log")
    _add_import(bring)
    for command in (inspect, bring):
        command.add_argument("--distance-unit", choices=("km", "mi"))
        command.add_argument("--weight-unit", choices=("kg", "lb"))
        command.add_argument("--date-order", choices=("day", "month"), help="what stands first")
        command.add_argument("--doubled", choices=("halve", "keep"), help="rows written twice")
        command.add_argument("--zone", type=_zone, help="such as Europe/Berlin")


def _add_import(bring: argparse.ArgumentParser) -> None:
    bring.add_argument(
        "files",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="a table, a recording, an archive, or a folder of them",
    )
    bring.add_argument(
        "--watch",
        action="store_true",
        help="import what comes into a folder, this or the one of your settings, until ended",
    )
    bring.add_argument(
        "--likely",
        choices=("merge", "apart"),
        help="make one session, or keep two, where two look alike and nothing makes sure",
    )
    bring.add_argument(
        "--names",
        choices=("accept", "new"),
        help="take exercise names as suggested, or as new exercises",
    )
    bring.set_defaults(run=_import)


def _add_whole_log(commands: Commands) -> None:
    export = commands.add_parser("export", help="write the whole log into a new file")
    export.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="ending in .zip (CSV files), .json or .db (SQLite)",
    )
    export.set_defaults(run=data.export)
    restore = commands.add_parser("restore", help="put an export in the place of your log")
    restore.add_argument("file", type=Path, metavar="FILE", help="a .zip, .json or .db export")
    restore.add_argument(
        "--replace", action="store_true", help="even when your log is not empty; it is backed up"
    )
    restore.set_defaults(run=data.bring_back)
