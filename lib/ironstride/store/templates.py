"""Templates in the log: the sets that a lift session begins with."""

from ironstride.records import Template
from ironstride.store.connection import Log
from ironstride.store.exercises import exercise_id
from ironstride.store.rows import SET_FIELDS, to_set, values


def save_template(log: Log, template: Template) -> None:
    """Keep a template in the place of any other of this name."""
    columns = ", ".join(("template_id", "position", "exercise_id", *SET_FIELDS))
    marks = ", ".join("?" * (len(SET_FIELDS) + 3))
    with log.write() as connection:
        connection.execute(_DELETE, (template.name,))
        cursor = connection.execute(
            "insert into template (name) values (?)", (template.name.strip(),)
        )
        for position, one in enumerate(template.sets):
            lifted = exercise_id(connection, one.exercise, template.sets)
            connection.execute(
                f"insert into template_set ({columns}) values ({marks})",
                (cursor.lastrowid, position, lifted, *values(one, SET_FIELDS)),
            )


def delete_template(log: Log, name: str) -> None:
    """Forget a template."""
    with log.write() as connection:
        connection.execute(_DELETE, (name,))


def templates(log: Log) -> list[Template]:
    """Return the runner's own templates by name."""
    rows = log.execute(
        "select template.name as template, exercise.name as name, template_set.*"
        " from template join template_set on template_id = template.id"
        " join exercise on exercise.id = exercise_id order by template.name, position"
    ).fetchall()
    names = dict.fromkeys(row["template"] for row in rows)
    return [
        Template(name=name, sets=tuple(to_set(row) for row in rows if row["template"] == name))
        for name in names
    ]


_DELETE = "delete from template where folded(name) = folded(?)"
