#!/usr/bin/env python3
"""Scripts on Loopline beside the same scripts on CPython, in interleaved rounds.

    script_bench.py --loopline build/release/loopline [--python /usr/bin/python3.11] [--rounds 5] [NAME…]

Every program of scripts/ is run by both in every round, start-up included, and must print the same. What counts is the
ratio of CPU times inside one round (user and system, all threads), of which the median is printed with its range, so
that other work on the machine disturbs little. `switch` is run unrecorded and recorded to a closed file at detail
`tasks`; the recorded run's second thread writes the file, so its wall time is printed too.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts")
NAMES = ["fib", "nbody", "dicts", "strings", "generators", "switch"]


def measure(command):
    """CPU seconds, wall seconds, standard output."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, printed


def programs(options, folder):
    """(label, script, command) for all that is compared with CPython."""
    machine = [options.loopline, "run", "--max-instructions", "1000000000000"]
    recording = os.path.join(folder, "bench.loopline")
    for name in options.names or NAMES:
        script = os.path.join(HERE, name + ".py")
        yield name, script, machine + ["--detail", "off", script]
        if name == "switch":
            yield name + ", recorded", script, machine + ["--detail", "tasks", "--record", recording, "--force", script]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopline", required=True)
    parser.add_argument("--python", default="/usr/bin/python3.11")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("names", nargs="*", metavar="NAME", help="of " + ", ".join(NAMES))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        jobs = list(programs(options, folder))
        ours = {label: [] for label, _, _ in jobs}
        theirs = {label: [] for label, _, _ in jobs}
        for _ in range(options.rounds):
            for label, script, command in jobs:
                theirs[label].append(measure([options.python, script]))
                ours[label].append(measure(command))
                if ours[label][-1][2] != theirs[label][-1][2]:
                    sys.exit(f"{label}: the outputs differ")
    print("| script | CPython, s | Loopline, s | Loopline ÷ CPython | range | wall ÷ wall |")
    print("|---|---|---|---|---|---|")
    for label, _, _ in jobs:
        ratios = [mine[0] / other[0] for mine, other in zip(ours[label], theirs[label])]
        walls = [mine[1] / other[1] for mine, other in zip(ours[label], theirs[label])]
        print(
            f"| {label} | {statistics.median(each[0] for each in theirs[label]):.2f}"
            f" | {statistics.median(each[0] for each in ours[label]):.2f} | **{statistics.median(ratios):.2f}**"
            f" | {min(ratios):.2f}–{max(ratios):.2f} | {statistics.median(walls):.2f} |"
        )


main()
