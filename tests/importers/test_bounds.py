"""The worst files are answered within 20 s and 1 GiB, measured in a process of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

LIB = Path(__file__).parents[2] / "lib"
MOST_BYTES, MOST_SECONDS = 1 << 30, 20
# The limit is on addresses, which are never fewer than the bytes that are held.
CHILD = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
sys.path.insert(0, {lib!r})
from datetime import datetime, timedelta
from ironstride.importers import Choices, UnreadableFile, read_file
start = datetime(1960, 1, 1)
data = {data}
begun = time.process_time()
try:
    reading = read_file("worst.csv", data, Choices(zone="America/New_York"))
    print(len(reading.sessions), "sessions")
except UnreadableFile as refusal:
    print(refusal)
print(time.process_time() - begun)
"""
# Workouts of one set each: more than any log holds, and all of them different.
HEVY = "title,start_time,end_time,exercise_title,set_type,weight_kg,reps,a,b,c,d,e,f,g"
ROW = """\
\U0001f9b5{i},{start + timedelta(hours=i):%d %b %Y %H:%M},\
{start + timedelta(hours=i, minutes=40):%d %b %Y %H:%M},\
Squat {i},normal,{i % 200},5,{i}a,{i}b,{i}c,{i}d,{i}e,{i}f,{i}g"""
WORKOUTS = f"""({HEVY!r} + "".join(f{chr(10) + ROW!r} for i in range(150_000))).encode()"""
CELLS = """"".join(f"{i}\U0001f9b5," * 6 + "\\n" for i in range(224_000)).encode()"""
WORST = {
    "100 MB of commas": ('b"," * 100_000_000', "larger than 64 MB"),
    "60 MB of commas in one line": ('b"," * 60_000_000', "a line of 60,000,000 characters"),
    "lines of nothing but commas": ('(b"," * 60 + b"\\n") * 1_000_000', "nothing but separators"),
    "1 000 000 lines": ('b"a,b\\n" + b"1,2\\n" * 999_999', "more rows than can be read at once"),
    "60 MB in UTF-16": ('("a,b\\n" * 7_000_000).encode("utf-16")', "more than 1,000,000 lines"),
    "one sign that widens all of 60 MB": (
        '("a,b\\n" + ("x" * 250 + ",\\U0001f9b5\\n") * 224_000).encode()',
        "no source that can be read yet",
    ),
    "cells of wide signs": (CELLS, "no source that can be read yet"),
    "lines that begin like the titles of tables": (
        'b"### EXERCISE LOGS\\n" + (b"### A" + b" " * 999_000 + b"x\\n") * 60',
        "holds no logs of exercises",
    ),
    "150 000 workouts": (WORKOUTS, "150000 sessions"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its limit")
@pytest.mark.parametrize(("data", "answer"), WORST.values(), ids=WORST)
def test_the_worst_files_are_answered_within_bounds(data: str, answer: str) -> None:
    code = CHILD.format(most=MOST_BYTES, lib=str(LIB), data=data)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    said, seconds = done.stdout.splitlines()
    assert answer in said
    assert float(seconds) < MOST_SECONDS
