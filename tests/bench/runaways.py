#!/usr/bin/env python3
"""Seconds and peak memory of every runaway program of tests/engine/run/runaways with the default limits.

    tests/bench/runaways.py [--loopline build/release/loopline] [--record] [--part N] [TEXT …]

Prints a table, the slowest last. A TEXT chooses the programs whose topic or name has it. Status 1 if one ends otherwise
than its heading says (or by itself: the limits are large), takes more than 2 s of processor time or more than 512 MiB.
Processor time, because other work on the machine does not change it much.
"""

import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS, MIB, PATIENCE = 2.0, 512, 15


def programs():
    for path in sorted((ROOT / "tests/engine/run/runaways").glob("*.txt")):
        for part in path.read_text().split("#% ")[1:]:
            heading, source = part.split("\n", 1)
            name, expected = heading.split(" => ")
            yield f"{path.stem}: {name}", expected.split("|"), source


def measure(command, folder):
    """Its status, the end of what it wrote to stderr, seconds of processor, seconds of the clock and peak MiB."""
    with open(folder / "err", "wb") as err:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE)))
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.monotonic() - begun
    process.returncode = status
    with open(folder / "err", "rb") as err:
        err.seek(max(0, err.seek(0, 2) - 2000))
        last = err.read().decode(errors="replace")
    cpu = usage.ru_utime + usage.ru_stime
    return os.waitstatus_to_exitcode(status), last, cpu, clock, usage.ru_maxrss / 1024


NAMES = {
    "instructions": "instructions", "memory": "MiB", "events": "events", "integer": "integer", "output": "printed more",
    "threads": "thread", "virtual_seconds": "of its own time",
}
# Which of these a program meets first is a question of how large they are.
AMOUNTS = ["instructions", "memory", "events", "output", "MemoryError"]


def is_expected(status, text, expected):
    if any(each in AMOUNTS for each in expected):
        expected = expected + AMOUNTS
    return status == 0 or (status > 0 and any(NAMES.get(each, each) in text for each in expected))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopline", default=ROOT / "build/release/loopline", type=pathlib.Path)
    parser.add_argument("--part", type=int, default=1, metavar="N",
                        help="an Nth of the limits, and of the seconds that may pass: sooner, but not the whole truth")
    parser.add_argument("--record", action="store_true", help="with a recording, every line in it")
    parser.add_argument("text", nargs="*")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for title, expected, source in programs():
            if options.text and not any(text in title for text in options.text):
                continue
            (folder / "main.py").write_text(source)
            command = [options.loopline.resolve(), "run", "main.py"]
            if options.part > 1:
                command += ["--max-instructions", str(230_000_000 // options.part), "--max-memory", str(384 // options.part),
                            "--max-events", str(20_000_000 // options.part)]
            if options.record:
                command += ["--record", "x.loopline", "--force"]
            status, last, cpu, clock, mib = measure(command, folder)
            right = is_expected(status, last, expected)
            rows.append((cpu, clock, mib, title, right, status, last.strip().splitlines()[-1:] or [""]))
            mark = "" if right and cpu <= SECONDS / options.part and mib <= MIB else f"  <- status {status}"
            print(f"{cpu:7.2f} s {clock:7.2f} s {mib:6.0f} MiB  {title}: {rows[-1][6][0][:100]}{mark}", flush=True)
    slow = [row for row in rows if row[0] > SECONDS / options.part]
    large = [row for row in rows if row[2] > MIB]
    wrong = [row for row in rows if not row[4]]
    print(f"{len(rows)} programs: {len(slow)} over {SECONDS} s, {len(large)} over {MIB} MiB, {len(wrong)} end otherwise")
    for row in sorted(slow + large + wrong, key=lambda row: row[3]):
        print(f"  {row[0]:.2f} s, {row[2]:.0f} MiB: {row[3]}: {row[6][0][:150]}")
    return 1 if slow or large or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
