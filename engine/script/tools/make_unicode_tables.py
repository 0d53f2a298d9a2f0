"""Writes src/vm/unicode_data.cpp from the character data of the Python that runs this, which must be 3.11 (Unicode 14).

    python3.11 tools/make_unicode_tables.py > src/vm/unicode_data.cpp

What characters are is asked of str's own methods, so the tables say what CPython says. Runs of code points that share
all properties share one record; changes of case are differences to the code point, those into several characters stand
in a table of their own.
"""
import sys
import unicodedata

FLAGS = ["alpha", "decimal", "digit", "numeric", "space", "printable", "lower", "upper", "title", "cased", "ignorable",
         "expands"]
CHANGES = ["upper", "lower", "title", "casefold"]


def flags_of(character):
    # What a character does to the sigma after it tells whether it is cased or skipped there.
    cased = (character + "\u03a3").lower().endswith("\u03c2")
    before = ("A" + character + "\u03a3").lower().endswith("\u03c2")
    known = [character.isalpha(), character.isdecimal(), character.isdigit(), character.isnumeric(),
             character.isspace(), character.isprintable(), character.islower(), character.isupper(),
             unicodedata.category(character) == "Lt", cased, before and not cased,
             any(len(getattr(character, change)()) > 1 for change in CHANGES)]
    # islower() and isupper() of one character ask for its own property.
    return sum(1 << i for i, flag in enumerate(known) if flag)


def record_of(code):
    character = chr(code)
    changes = [getattr(character, change)() for change in CHANGES]
    return (flags_of(character), *[ord(c) - code if len(c) == 1 else 0 for c in changes])


def wrapped(items, width=118):
    line = " "
    for item in items:
        if len(line) + len(item) + 2 > width:
            yield line
            line = " "
        line += " " + item + ","
    yield line


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("needs Python 3.11")
    records = {}
    runs = []
    for code in range(0x110000):
        number = records.setdefault(record_of(code), len(records))
        if not runs or runs[-1][1] != number:
            runs.append((code, number))
    expansions = []
    for code in range(0x110000):
        for kind, change in enumerate(CHANGES):
            changed = getattr(chr(code), change)()
            if len(changed) > 1:
                points = [ord(c) for c in changed] + [0] * (3 - len(changed))
                expansions.append(f"{{{code:#x}, {kind}, {{{', '.join(hex(p) for p in points)}}}}}")
    zeros = [code for code in range(0x110000) if unicodedata.decimal(chr(code), None) == 0]
    for zero in zeros:
        assert [unicodedata.decimal(chr(zero + i), None) for i in range(10)] == list(range(10))
    out = [f"// Made by tools/make_unicode_tables.py from Unicode {unicodedata.unidata_version}. Do not edit.",
           "// clang-format off",
           '#include "unicode_data.h"', "", "namespace loopline::script::unicode {", ""]
    out.append("std::span<const Record> records() noexcept {")
    out.append("  static constexpr Record kRecords[] = {")
    out += wrapped(["{" + ", ".join(str(part) for part in record) + "}" for record in records])
    out += ["  };", "  return kRecords;", "}", ""]
    out.append("std::span<const Run> runs() noexcept {")
    out.append("  static constexpr Run kRuns[] = {")
    out += wrapped([f"{{{code:#x}, {number}}}" for code, number in runs])
    out += ["  };", "  return kRuns;", "}", ""]
    out.append("std::span<const Expansion> expansions() noexcept {")
    out.append("  static constexpr Expansion kExpansions[] = {")
    out += wrapped(expansions)
    out += ["  };", "  return kExpansions;", "}", ""]
    out.append("std::span<const char32_t> decimal_zeros() noexcept {")
    out.append("  static constexpr char32_t kZeros[] = {")
    out += wrapped([hex(zero) for zero in zeros])
    out += ["  };", "  return kZeros;", "}", "", "}  // namespace loopline::script::unicode"]
    print("\n".join(out))


main()
