"""Holds the expectations of cases/*.py against the CPython that runs this file, which must be 3.11.

    python3.11 check_cases.py [FOLDER]          compares
    python3.11 check_cases.py --write FILE...   puts what CPython prints into the files' "#=> ..." comments, for scripts
                                                that print exactly one line at each of them
"""
import os
import subprocess
import sys


def expectations(text):
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        mark = line.find("#=>")
        if mark >= 0:
            rest = line[mark + 3:]
            found.append((number, rest[1:] if rest.startswith(" ") else rest))
    return found


def printed(path):
    environment = {**os.environ, "PYTHONHASHSEED": "0", "TZ": "UTC", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-W", "ignore", os.path.basename(path)], cwd=os.path.dirname(path) or ".",
                          env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60)
    lines = done.stdout.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    return lines, done.returncode, done.stderr


def differences(path, expected):
    lines, status, errors = printed(path)
    wrong = [f"{path}:{number}: CPython prints {line!r}, expected {text!r}"
             for (number, text), line in zip(expected, lines) if text != line]
    if len(expected) != len(lines):
        wrong.append(f"{path}: CPython prints {len(lines)} lines, expected {len(expected)}")
    if status:
        wrong.append(f"{path}: CPython ends with {status}: {errors}")
    return wrong


def check(path):
    """CPython's clock is a real one: on a busy machine a sleep may end late, so that it gets another chance."""
    with open(path, encoding="utf-8") as file:
        expected = expectations(file.read())
    for _ in range(3):
        wrong = differences(path, expected)
        if not wrong:
            break
    if wrong:
        print("\n".join(wrong))
    return len(wrong)


def write(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines, status, errors = printed(path)
    expected = expectations(text)
    if status or len(lines) != len(expected):
        sys.exit(f"{path}: {len(lines)} lines for {len(expected)} comments, status {status}\n{errors}")
    source = text.split("\n")
    for (number, _), line in zip(expected, lines):
        at = source[number - 1].index("#=>")
        source[number - 1] = source[number - 1][:at] + "#=>" + (" " + line if line else "")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(source))


def main():
    if sys.version_info[:2] != (3, 11):
        print("not CPython 3.11: skipped")
        sys.exit(77)
    if sys.argv[1:2] == ["--write"]:
        for path in sys.argv[2:]:
            write(path)
        return
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
    wrong = 0
    count = 0
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if name.endswith(".py"):
                wrong += check(os.path.join(folder, name))
                count += 1
    print(f"{count} files, {wrong} differences")
    sys.exit(1 if wrong else 0)


main()
