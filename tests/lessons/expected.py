#!/usr/bin/env python3
"""What CPython 3.11 prints for every scenario of the catalogue: expected/<lesson>/<scenario>.txt.

    expected.py --code BUILD/tests/lesson_code --check           compare; exit status 1 when something differs
    expected.py --code BUILD/tests/lesson_code --write           write the files anew
    ... --oracle oracle.py     under the virtual clock of the given oracle instead of the real one (much faster)

lesson_code is the program that takes the scenarios out of the lessons. A scenario whose block says expect="X" must
end with X, every other one well. Exit status 77: there is no python3.11 here.

Scenarios that import packages outside the standard library, use the network or block on a process have nothing to be
compared with. Their files hold what Loopline itself prints, written with --loopline BUILD/loopline, so that a change is seen.
"""
import argparse
import ast
import concurrent.futures
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
CATALOG = HERE.parent.parent / "lessons" / "catalog"
EXPECTED = HERE / "expected"
NOTHING_TO_RUN = 77
NOT_CPYTHONS = {"smtplib", "subprocess", "urllib.request"}  # the network; blocking on a real process
AT_ONCE = 4  # scenarios sleep most of their time


def scenarios(code, folder):
    """(relative name, how it should end) of each scenario, its code written into the folder."""
    done = subprocess.run([code, CATALOG, folder], stdout=subprocess.PIPE, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def imported(script):
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def is_cpythons(script):
    """Whether a bare CPython under the oracle's clock can run it."""
    return not any(name in NOT_CPYTHONS or name.partition(".")[0] not in sys.stdlib_module_names
                   for name in imported(script))


def run_loopline(loopline, name):
    lesson, scenario = name.split("/")
    done = subprocess.run([loopline, "run", CATALOG / (lesson + ".md"), "--scenario", scenario],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60)
    return done.stdout


def run_plain(python, script):
    done = subprocess.run([python, "-I", script], capture_output=True, text=True, timeout=60)
    lines = done.stderr.strip().splitlines()
    return done.stdout, lines[-1].split(":")[0] if done.returncode else ""


def run_oracle(python, oracle, script):
    done = subprocess.run([python, oracle, "--mode", "stdout", script],
                          stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    events = [json.loads(line) for line in done.stdout.splitlines()]
    output = "".join(event["text"] + "\n" for event in events if event["ev"] == "out")
    last = events[-1]
    if last["ev"] != "main_end":
        return output, last["ev"]
    ends = {"ok": "", "exception": last.get("text", "").split(":")[0], "sysexit": "SystemExit"}
    return output, ends[last["how"]]


def run(python, oracle, script):
    return run_oracle(python, oracle, script) if oracle else run_plain(python, script)


def same(name, text):
    path = EXPECTED / (name + ".txt")
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return True
    print(f"{name}: differs from {path.relative_to(HERE)}; CPython prints:\n{text}", file=sys.stderr)
    return False


def write(name, text):
    path = EXPECTED / (name + ".txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--code", required=True, help="the program lesson_code")
    parser.add_argument("--oracle", help="oracle.py; without it scenarios run in real time")
    parser.add_argument("--loopline", help="with --write: the program that runs what CPython alone cannot")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true")
    what.add_argument("--write", action="store_true")
    args = parser.parse_args()
    python = shutil.which("python3.11")
    if python is None:
        print("python3.11 is not installed", file=sys.stderr)
        return NOTHING_TO_RUN
    good = True
    with tempfile.TemporaryDirectory() as folder:
        wanted = scenarios(args.code, folder)
        script = {name: pathlib.Path(folder, name + ".py") for name, _ in wanted}
        for name, _ in wanted:
            if args.write and args.loopline and not is_cpythons(script[name]):
                write(name, run_loopline(args.loopline, name))
        wanted = [(name, expect) for name, expect in wanted if is_cpythons(script[name])]
        scripts = [script[name] for name, _ in wanted]
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            runs = pool.map(lambda script: run(python, args.oracle, script), scripts)
        for (name, expect), (output, end) in zip(wanted, runs):
            if end.rpartition(".")[2] != expect.rpartition(".")[2]:
                print(f"{name}: ended with {end or 'nothing'}, expected {expect or 'nothing'}", file=sys.stderr)
                good = False
            if args.write:
                write(name, output)
            elif not same(name, output):
                good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
